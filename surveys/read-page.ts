// Raw form fields of a page → typed answers, or messages that say what to repair. Nothing typed is lost.
import type { Answers } from './answers.ts';
import { holds } from './condition.ts';
import { questionAsAsked } from './question-types/as-asked.ts';
import { fieldNames, readQuestion } from './question-types/index.ts';
import { insteadName, insteadOf } from './question-types/instead.ts';
import { controlId, type Given, type Problem, quoted } from './question-types/question-type.ts';
import type { Page, Questionnaire } from './questionnaire.ts';
import type { Register } from './register.ts';
import { situationOf } from './situation.ts';

/** A posted form as it arrives: a name sent twice gives a list. */
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface PageReading {
  /** This page's answers; what was missing or wrong is absent. */
  readonly answers: Answers;
  /** This page's raw fields, to give back when something is wrong. */
  readonly typed: Readonly<Record<string, string>>;
  /** What is wrong, by the field (or question code) it belongs to, in the order of the page. */
  readonly problems: ReadonlyMap<string, Problem>;
}

/**
 * Reads one page.
 * @param earlier answers of the other pages: they decide which questions of this page are asked.
 * @param libraries the register: who can be chosen, and the facts conditions read.
 */
export function readPage(
  questionnaire: Questionnaire,
  page: Page,
  fields: Fields,
  earlier: Answers,
  libraries: Register,
): PageReading {
  const { typed, problems } = readFields(questionnaire, page, fields);
  let answers: Record<string, string> = {};
  for (const question of page.questions) {
    const situation = situationOf(questionnaire, { ...earlier, ...answers }, libraries);
    if (!holds(question.showIf, situation)) continue;
    const asked = questionAsAsked(questionnaire, question, situation);
    if (asked === null) continue;
    const reading = readQuestion(questionnaire, asked, typed, { libraries });
    answers = { ...answers, ...reading.answers };
    for (const problem of reading.problems)
      if (!problems.has(problem.field)) problems.set(problem.field, problem);
  }
  return { answers, typed, problems };
}

/** Only what the page asks for is let in; another field, or one sent twice, is named in a message. */
function readFields(questionnaire: Questionnaire, page: Page, fields: Fields) {
  const known = fieldsOfPage(questionnaire, page);
  const typed: Record<string, string> = {};
  const problems = new Map<string, Problem>();
  let strangers = 0;
  for (const [name, value] of Object.entries(fields)) {
    const field = quoted(name);
    if (value === undefined) continue;
    if (!known.has(name)) {
      strangers += 1;
      // One stranger is enough to say so; a form of thousands must not give a page of thousands of messages.
      if (strangers > mostStrangers) continue;
      problems.set(field, { field, target: 'page', key: 'unknownField', values: { field } });
    } else if (typeof value === 'string') {
      typed[name] = value;
    } else {
      typed[name] = value[0] ?? '';
      const problem = twoReasons(page, name) ?? {
        field: name,
        target: 'page',
        key: 'fieldTwice',
        values: { field },
      };
      problems.set(problem.field, problem);
    }
  }
  return { typed, problems };
}

const mostStrangers = 5;

/** Reasons are boxes, so that one can be taken back without scripts: two can be ticked. Null for other fields. */
function twoReasons(page: Page, name: string): Problem | null {
  const question = page.questions.find((candidate) => name === insteadName(candidate));
  const [first] = question ? insteadOf(question) : [];
  if (!question || !first) return null;
  const target = controlId(name, first.code);
  return { field: question.code, target, key: 'reasonTwice', values: { question: question.label } };
}

const knownFields = new WeakMap<Page, ReadonlySet<string>>();

/** The names of all form fields of a page. */
export function fieldsOfPage(questionnaire: Questionnaire, page: Page): ReadonlySet<string> {
  const known = knownFields.get(page);
  if (known) return known;
  const names = new Set(page.questions.flatMap((question) => fieldNames(questionnaire, question)));
  knownFields.set(page, names);
  return names;
}

/**
 * Reads a whole questionnaire in one go, page after page as a respondent would: for imported and prepared answers.
 * Fields of pages that are not shown are let go; a field no page has is a problem.
 */
export function readResponse(
  questionnaire: Questionnaire,
  fields: Given,
  libraries: Register,
): { readonly answers: Answers; readonly problems: readonly Problem[] } {
  const names = new Set(questionnaire.pages.flatMap((page) => [...fieldsOfPage(questionnaire, page)]));
  const problems: Problem[] = Object.keys(fields)
    .filter((name) => !names.has(name))
    .map((name) => ({ field: name, target: 'page', key: 'unknownField', values: { field: quoted(name) } }));
  let answers: Answers = {};
  for (const page of questionnaire.pages) {
    if (!holds(page.showIf, situationOf(questionnaire, answers, libraries))) continue;
    const own = [...fieldsOfPage(questionnaire, page)].map((name) => [name, fields[name]]);
    const reading = readPage(questionnaire, page, Object.fromEntries(own), answers, libraries);
    // Nobody is there to be asked once more.
    problems.push(...[...reading.problems.values()].filter(({ soft }) => !soft));
    answers = { ...answers, ...reading.answers };
  }
  return { answers, problems };
}
