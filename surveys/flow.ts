// What is shown, which page comes next, and what a hidden answer becomes: nothing.
import type { Answers } from './answers.ts';
import { holds, type Situation } from './condition.ts';
import { questionAsAsked } from './question-types/as-asked.ts';
import {
  answersNotOffered,
  needsAnswer,
  readQuestion,
  secondsFor,
  variableNames,
  variablesNotAsked,
} from './question-types/index.ts';
import type { Page, Question, Questionnaire } from './questionnaire.ts';
import type { Register } from './register.ts';
import { leftToDecide } from './same-page.ts';
import { situationOf } from './situation.ts';

export interface VisiblePage {
  readonly page: Page;
  readonly questions: readonly Question[];
}

export interface Walk {
  /** Pages with at least one question to show, in order. */
  readonly pages: readonly VisiblePage[];
  /** The answers without those to questions that are not shown. */
  readonly answers: Answers;
  /** What conditions were held against in the end. */
  readonly situation: Situation;
}

/**
 * Walks the questionnaire with these answers. A condition sees only answers to questions that are shown themselves,
 * so hiding one question also hides what hangs on it.
 */
export function walk(questionnaire: Questionnaire, answers: Answers, register: Register): Walk {
  const pages: VisiblePage[] = [];
  let situation = situationOf(questionnaire, answers, register);
  const letGo = (variables: readonly string[]) => {
    const kept = without(situation.answers, variables);
    if (kept !== situation.answers) situation = situationOf(questionnaire, kept, register);
  };
  for (const page of questionnaire.pages) {
    const pageShown = holds(page.showIf, situation);
    const questions: Question[] = [];
    for (const question of page.questions) {
      const shown =
        pageShown &&
        holds(question.showIf, situation) &&
        questionAsAsked(questionnaire, question, situation) !== null;
      if (!shown) {
        letGo(variableNames(questionnaire, question));
        continue;
      }
      questions.push(question);
      letGo(answersNotOffered(questionnaire, question, situation));
      letGo(variablesNotAsked(questionnaire, question, situation));
    }
    // Words alone are no page.
    if (questions.some(({ type }) => type !== 'section')) pages.push({ page, questions });
  }
  return { pages, answers: situation.answers, situation };
}

/** The answers without these variables; the same object when none of them was answered, which is nearly always. */
function without(answers: Answers, variables: readonly string[]): Answers {
  if (!variables.some((name) => answers[name] !== undefined)) return answers;
  const kept: Record<string, string> = { ...answers };
  for (const name of variables) delete kept[name];
  return kept;
}

/** The names of the variables somebody with these answers was asked. */
export function shownNames(
  questionnaire: Questionnaire,
  answers: Answers,
  register: Register,
): ReadonlySet<string> {
  const walked = walk(questionnaire, answers, register);
  const questions = walked.pages.flatMap((page) => page.questions);
  const shown = new Set(questions.flatMap((question) => variableNames(questionnaire, question)));
  for (const question of questions) {
    for (const name of variablesNotAsked(questionnaire, question, walked.situation)) shown.delete(name);
  }
  return shown;
}

/** Whether a variable was asked of someone with these answers: what `packAnswers` wants to know. */
export function shownVariables(
  questionnaire: Questionnaire,
  answers: Answers,
  register: Register,
): (variable: string) => boolean {
  const shown = shownNames(questionnaire, answers, register);
  return (variable) => shown.has(variable);
}

/**
 * A page as a form shows it: also the questions that hang on another question of the same page, because without
 * JavaScript that one is not answered yet. What is given against the condition is let go on reading.
 */
export function formQuestions(questionnaire: Questionnaire, page: Page, walked: Walk): readonly Question[] {
  return page.questions.filter(
    ({ showIf }) => leftToDecide(questionnaire, page, showIf, walked.situation, null) !== false,
  );
}

/** The visible page after this one; null after the last. */
export function nextPage(walked: Walk, page: string): Page | null {
  const index = walked.pages.findIndex((visible) => visible.page.code === page);
  return walked.pages[index + 1]?.page ?? null;
}

/** The visible page before this one; null before the first. */
export function previousPage(walked: Walk, page: string): Page | null {
  const index = walked.pages.findIndex((visible) => visible.page.code === page);
  return walked.pages[index - 1]?.page ?? null;
}

/**
 * The first visible page that still has to be done: never sent on, or with a required question without an answer.
 * Null when the questionnaire is complete.
 * @param submitted codes of the pages that were sent on.
 */
export function firstUnfinished(
  questionnaire: Questionnaire,
  walked: Walk,
  submitted: readonly string[],
  libraries: Register,
): Page | null {
  const lacksAnswer = (question: Question) => {
    if (!needsAnswer(question)) return false;
    // Only what was offered can be missing.
    const asked = questionAsAsked(questionnaire, question, walked.situation);
    if (asked === null) return false;
    const { problems } = readQuestion(questionnaire, asked, walked.answers, { libraries });
    return problems.some(({ soft }) => !soft);
  };
  const unfinished = walked.pages.find(
    ({ page, questions }) => !submitted.includes(page.code) || questions.some(lacksAnswer),
  );
  return unfinished?.page ?? null;
}

/**
 * The first page, up to and with this one, whose consent was asked and not given (any page, when this one is not shown); null when
 * nothing stands in the way of keeping the answers so far.
 */
export function pageWithoutConsent(walked: Walk, page: string): Page | null {
  const last = walked.pages.findIndex((visible) => visible.page.code === page);
  const found = walked.pages
    .slice(0, last < 0 ? undefined : last + 1)
    .find(({ questions }) =>
      questions.some(({ type, code }) => type === 'consent' && walked.answers[code] === undefined),
    );
  return found?.page ?? null;
}

export interface Progress {
  /** This page's place among the visible pages, from 1. */
  readonly part: number;
  readonly parts: number;
  /** Questions of this page and those after it. */
  readonly questions: number;
  /** Minutes for this page and those after it, at least 1. */
  readonly minutes: number;
}

/** How far along a page is, counted from the definition. */
export function progressOf(questionnaire: Questionnaire, walked: Walk, page: string): Progress {
  const index = Math.max(
    0,
    walked.pages.findIndex((visible) => visible.page.code === page),
  );
  const left = walked.pages.slice(index).flatMap((visible) => visible.questions);
  const seconds = left.reduce((sum, question) => sum + secondsFor(questionnaire, question), 0);
  return {
    part: index + 1,
    parts: walked.pages.length,
    questions: left.filter(({ type }) => type !== 'section').length,
    minutes: Math.max(1, Math.round(seconds / 60)),
  };
}
