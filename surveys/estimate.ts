// How long answering takes, counted from the definition: what a maker of a questionnaire sees while writing it.
import { secondsFor } from './question-types/index.ts';
import type { Page, Questionnaire } from './questionnaire.ts';

export interface Estimate {
  /** Of every question there is. */
  readonly seconds: number;
  /** Of the questions without a condition, which everybody is asked. */
  readonly everybody: number;
}

export interface QuestionnaireEstimate extends Estimate {
  /** Of every question, rounded, at least 1. */
  readonly minutes: number;
  /** Of what everybody is asked, rounded, at least 1. */
  readonly minutesOfEverybody: number;
  /** In the order of the pages. */
  readonly pages: readonly (Estimate & { readonly code: string })[];
}

/** The seconds of one page. @throws RangeError when it names a list or scale that is not there. */
export function estimateOfPage(questionnaire: Questionnaire, page: Page): Estimate {
  const timed = page.questions.map((question) => ({
    seconds: secondsFor(questionnaire, question),
    always: page.showIf === undefined && question.showIf === undefined,
  }));
  return {
    seconds: timed.reduce((sum, { seconds }) => sum + seconds, 0),
    everybody: timed.reduce((sum, { seconds, always }) => sum + (always ? seconds : 0), 0),
  };
}

/** The seconds and minutes of a whole questionnaire and of its pages. @throws RangeError as `estimateOfPage`. */
export function estimateOf(questionnaire: Questionnaire): QuestionnaireEstimate {
  const pages = questionnaire.pages.map((page) => ({
    code: page.code,
    ...estimateOfPage(questionnaire, page),
  }));
  const seconds = pages.reduce((sum, page) => sum + page.seconds, 0);
  const everybody = pages.reduce((sum, page) => sum + page.everybody, 0);
  return {
    seconds,
    everybody,
    minutes: minutesOf(seconds),
    minutesOfEverybody: minutesOf(everybody),
    pages,
  };
}

function minutesOf(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60));
}
