// Whom a product is suggested to: those who gave an answer it names, as far as the reader may see them.
import type { Text } from '../../surveys/questionnaire.ts';
import { minimums } from '../disclosure/minimums.ts';
import type { ProjectAnalysis } from '../results/project.ts';
import type { QuestionResult } from '../results/questions.ts';

/** One answer of one question of one survey, taken apart from `survey:question:option`. */
interface NamedAnswer {
  readonly survey: string;
  readonly variable: string;
  readonly option: string;
}

/** Takes the name of an answer apart. */
export function namedAnswer(name: string): NamedAnswer {
  const [survey = '', variable = '', option = ''] = name.split(':');
  return { survey, variable, option };
}

/** What was asked and answered, in the words of the questionnaire. */
interface Chosen {
  readonly question: Text;
  /** The row of a grid; null elsewhere. */
  readonly item: Text | null;
  readonly answers: readonly Text[];
}
export type SuggestedGroup =
  /** `count` people of the `base` who answered the question. */
  | ({ readonly kind: 'group'; readonly count: number; readonly base: number } & Chosen)
  /** Too few to tell how many. */
  | ({ readonly kind: 'tooFew' } & Chosen)
  /** The question is not in the figures: another survey, a question that went, an answer that cannot be added up. */
  | { readonly kind: 'unknown' };

/**
 * How many people gave one of these answers; null where no answer is named.
 * @param offeredTo answers of one question, each `survey:question:option`.
 * @param analysis the copy of one reader: what that reader may not see is not counted here either. A group under the least
 * number of people about whom anything is told has no count, nobody at all excepted.
 */
export function suggestedGroup(
  offeredTo: readonly string[],
  analysis: Pick<ProjectAnalysis, 'surveys'>,
): SuggestedGroup | null {
  const answers = offeredTo.map(namedAnswer);
  const [first] = answers;
  if (!first) return null;
  const { survey, variable } = first;
  if (answers.some((each) => each.survey !== survey || each.variable !== variable))
    return { kind: 'unknown' };
  const options = answers.map(({ option }) => option);
  const found = analysis.surveys
    .find((each) => each.survey === survey)
    ?.questions.map((question) => countsIn(question, variable, options))
    .find((counts) => counts !== null);
  if (!found) return { kind: 'unknown' };
  const { counts, base, ...chosen } = found;
  if (base === null || counts.some((count) => count === null)) return { kind: 'tooFew', ...chosen };
  const count = counts.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  if (count > 0 && count < minimums.anything) return { kind: 'tooFew', ...chosen };
  return { kind: 'group', count, base, ...chosen };
}

interface Counted extends Chosen {
  readonly counts: readonly (number | null)[];
  readonly base: number | null;
}

/** The counts of these options in one question; null where it is not this question. */
function countsIn(question: QuestionResult, variable: string, options: readonly string[]): Counted | null {
  if (question.kind === 'distributions') {
    const distribution = question.distributions.find((each) => each.variable === variable);
    if (!distribution) return null;
    const shares = distribution.categories.filter(({ code }) => options.includes(code));
    if (shares.length !== options.length) return null;
    return {
      counts: shares.map(({ share }) => share.count),
      base: distribution.base,
      question: distribution.label,
      item: distribution.item,
      answers: shares.map(({ label }) => label),
    };
  }
  // One person can tick several options: only one of them can be counted.
  if (question.kind === 'choices' && question.code === variable && options.length === 1) {
    const choice = question.choices.find(({ code }) => code === options[0]);
    if (!choice) return null;
    const { count, base } = choice.share;
    return { counts: [count], base, question: question.label, item: null, answers: [choice.label] };
  }
  return null;
}
