// Definition + answers + problems + language → plain data for the page. Templates only repeat it.
import { formQuestions, nextPage, previousPage, progressOf, type Walk } from './flow.ts';
import { sayer } from './piping.ts';
import { questionAsAsked } from './question-types/as-asked.ts';
import { needsAnswer, questionBody, questionReasons } from './question-types/index.ts';
import { messageView } from './question-types/message-view.ts';
import type { Given, LibraryGroup, Problem, ViewContext } from './question-types/question-type.ts';
import type { ChoiceView, GridBody, MessageView, QuestionBody } from './question-types/question-view.ts';
import type { Condition, Page, Question, Questionnaire } from './questionnaire.ts';
import type { Register } from './register.ts';
import { leftToDecide } from './same-page.ts';

export interface QuestionView {
  readonly code: string;
  readonly label: string;
  readonly help: string | null;
  readonly required: boolean;
  readonly message: MessageView | null;
  /** The ids that describe the question's controls, joined by spaces; '' when nothing does. */
  readonly describedBy: string;
  /** Answered and right while something else on the page is wrong: shown as one line that opens. */
  readonly folded: boolean;
  readonly body: QuestionBody;
  /** What the question hangs on among the answers of this page, as JSON for a script; null when nothing there decides it. */
  readonly showIf: string | null;
  /** Reasons to give no answer, as boxes beside it. */
  readonly reasons: readonly ChoiceView[];
}

export interface PartView {
  /** How much of this part of the questionnaire is done, 0 to 100. */
  readonly done: number;
  readonly here: boolean;
}

export interface PageView {
  readonly code: string;
  readonly title: string;
  readonly intro: string | null;
  readonly part: number;
  readonly parts: number;
  /** Questions and minutes left, with this page. */
  readonly questionsLeft: number;
  readonly minutes: number;
  readonly bars: readonly PartView[];
  /** Rows of grids answered and in all; null on a page without a grid. */
  readonly rows: { readonly answered: number; readonly total: number } | null;
  readonly summary: readonly { readonly target: string; readonly message: MessageView }[];
  readonly questions: readonly QuestionView[];
  /** Something on the page comes and goes with an answer of the page itself: a script has work to do. */
  readonly live: boolean;
  /** A two-scale grid needs the whole width. */
  readonly wide: boolean;
  /** The title of the next page up to its colon; null on the last page. */
  readonly next: string | null;
  readonly previous: string | null;
}

export interface PageViewInput {
  readonly questionnaire: Questionnaire;
  readonly page: Page;
  readonly walked: Walk;
  /** What to fill in: the answers, or after a mistake everything that was typed. */
  readonly given: Given;
  readonly problems: readonly Problem[];
  readonly language: string;
  readonly libraries: readonly LibraryGroup[];
  /** Of the respondent's own order of options; null keeps that of the definition. */
  readonly seed: number | null;
  /** The register, for conditions on the library where that is chosen on this page; without it those are open. */
  readonly register?: Register;
}

/** One page of the questionnaire as it is shown now. */
export function pageView(input: PageViewInput): PageView {
  const { questionnaire, page, walked, language } = input;
  const decided = { live: false };
  const showIf = (condition: Condition | undefined) => {
    const live = liveCondition(input, condition);
    if (live !== null) decided.live = true;
    return live;
  };
  const say = sayer(questionnaire, walked.answers, language);
  const isOpen = (condition: Condition) =>
    leftToDecide(questionnaire, page, condition, walked.situation, null) !== false;
  const questions = formQuestions(questionnaire, page, walked).flatMap((question) => {
    const asked = questionAsAsked(questionnaire, question, walked.situation, input.seed, isOpen);
    return asked === null ? [] : [questionView(input, asked, say, showIf)];
  });
  const { part, parts, questions: questionsLeft, minutes } = progressOf(questionnaire, walked, page.code);
  const next = nextPage(walked, page.code);
  const grids = questions.map((question) => question.body).filter((body) => body.type === 'grid');
  const rows = rowCount(grids);
  return {
    code: page.code,
    title: say(page.title),
    intro: page.intro ? say(page.intro) : null,
    part,
    parts,
    questionsLeft,
    minutes,
    bars: Array.from({ length: parts }, (_, index) => ({
      done: partDone(index + 1, part, rows),
      here: index + 1 === part,
    })),
    rows,
    summary: input.problems.map((problem) => ({
      target: problem.target,
      message: messageView(problem, 'link', say),
    })),
    questions,
    live: decided.live || questions.some(({ body }) => asksForWords(body)),
    wide: grids.some((body) => body.second !== null && questions.every((question) => !question.folded)),
    next: next ? shortTitle(say(next.title)) : null,
    previous: previousPage(walked, page.code)?.code ?? null,
  };
}

function questionView(
  input: PageViewInput,
  question: Question,
  say: ViewContext['say'],
  showIf: ViewContext['showIf'],
): QuestionView {
  const { questionnaire, given, problems, language, libraries } = input;
  const problem = problems.find((candidate) => candidate.field === question.code);
  const others = problem ?? problems.find((candidate) => candidate.field.startsWith(`${question.code}.`));
  const shown = problem ?? (question.type === 'grid' ? undefined : others);
  const context = { language, say, showIf, problems, libraries };
  const body = questionBody(questionnaire, question, given, context);
  const described = [question.help ? `${question.code}-help` : '', shown ? `${question.code}-problem` : ''];
  return {
    code: question.code,
    label: say(question.label),
    help: question.help ? say(question.help) : null,
    required: needsAnswer(question) && question.type !== 'grid',
    message: shown ? messageView(shown, 'field', say) : null,
    describedBy: described.filter(Boolean).join(' '),
    folded: problems.length > 0 && body.type === 'grid' && isDone(body),
    body,
    showIf: showIf(question.showIf),
    reasons: questionReasons(questionnaire, question, given, context),
  };
}

/** Words beside an option of a list that opens; beside a box or a dot the style sheet shows them with their option. */
function asksForWords(body: QuestionBody): boolean {
  return body.type === 'single' && body.list && body.options.some(({ text }) => text !== null);
}

/** What the page's own answers decide, as JSON; null where nothing is left to them. */
function liveCondition(input: PageViewInput, condition: Condition | undefined): string | null {
  const { questionnaire, page, walked, register = null } = input;
  const left = leftToDecide(questionnaire, page, condition, walked.situation, register);
  return typeof left === 'boolean' ? null : JSON.stringify(left);
}

function isDone(grid: GridBody): boolean {
  const rows = grid.groups.flatMap((group) => group.rows);
  return grid.answered === grid.rowCount && rows.every((row) => row.message === null);
}

function rowCount(grids: readonly GridBody[]): PageView['rows'] {
  if (grids.length === 0) return null;
  return {
    answered: grids.reduce((sum, body) => sum + body.answered, 0),
    total: grids.reduce((sum, body) => sum + body.rowCount, 0),
  };
}

function partDone(part: number, current: number, rows: PageView['rows']): number {
  if (part < current) return 100;
  if (part > current || rows === null) return 0;
  return Math.round((100 * rows.answered) / rows.total);
}

/** A title such as "Help: what do you know?" says enough on a button up to its colon. */
function shortTitle(title: string): string {
  return title.split(':')[0]?.trim() ?? title;
}
