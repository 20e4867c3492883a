// What a draft holds after a page was sent: what was read takes the place of what was there; what could not be read
// takes the place of nothing. Only an answer that was cleared is gone.
import type { Answers } from './answers.ts';
import { fieldNames, variableNames } from './question-types/index.ts';
import type { Problem } from './question-types/question-type.ts';
import type { Page, Question, Questionnaire } from './questionnaire.ts';
import type { PageReading } from './read-page.ts';

/** Problems of an answer that is not there, as against one that cannot be read. */
const missing: ReadonlySet<string> = new Set([
  'consent',
  'required',
  'requiredRow',
  'softRequired',
  'softRow',
]);

/** Whether the problem is that nothing was given. */
export function isMissing({ key }: Problem): boolean {
  return missing.has(key);
}

/** The answers to the questions of one page. */
export function answersOfPage(questionnaire: Questionnaire, page: Page, answers: Answers): Answers {
  const own: Record<string, string> = {};
  for (const question of page.questions) {
    for (const name of variableNames(questionnaire, question)) {
      const answer = answers[name];
      if (answer !== undefined) own[name] = answer;
    }
  }
  return own;
}

/**
 * One page's answers after it was sent.
 * @param before what the draft held of this page.
 * @returns what was read, and where something typed cannot be read the answer that was there.
 */
export function keptAnswers(
  questionnaire: Questionnaire,
  page: Page,
  before: Answers,
  reading: PageReading,
): Answers {
  const wrong = [...reading.problems.values()].filter((problem) => !isMissing(problem));
  if (wrong.length === 0) return reading.answers;
  const kept: Record<string, string> = { ...reading.answers };
  for (const question of page.questions) {
    for (const name of notReplaced(questionnaire, question, reading, wrong)) {
      const answer = before[name];
      if (answer !== undefined) kept[name] = answer;
    }
  }
  return kept;
}

/** The variables of a question that were given something unreadable. */
function notReplaced(
  questionnaire: Questionnaire,
  question: Question,
  { answers, typed }: PageReading,
  wrong: readonly Problem[],
): readonly string[] {
  const fields = new Set([question.code, ...fieldNames(questionnaire, question)]);
  const own = wrong.filter(({ field }) => fields.has(field));
  if (own.length === 0) return [];
  const unread = variableNames(questionnaire, question).filter((name) => answers[name] === undefined);
  // A question of which nothing was read stays as it was: half of the old beside half of the new is no answer.
  const nothing = unread.length === variableNames(questionnaire, question).length;
  return unread.filter(
    (name) => nothing || (typed[name] ?? '') !== '' || own.some(({ field }) => field === name),
  );
}

/** Whether two sets of answers to the same page say the same. */
export function sameAnswers(one: Answers, other: Answers): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
