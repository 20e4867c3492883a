// A figure as a line of an open table: what it is about, what was counted, on which base, how sure it is and how open.
import type { Text } from '../../surveys/questionnaire.ts';
import type { MissingCounts, Openness, Share } from '../figure.ts';
import type { Place } from '../results/questions.ts';
import type { Interval } from '../statistics/wilson-interval.ts';

/** Where a figure stands: its part of the analysis, with the codes and words of what it is about. */
export interface FigureAbout {
  readonly part: FigurePart;
  /** Code of the survey; empty for what rests on several. */
  readonly survey: string;
  /** Code of the question, service, need or view. */
  readonly code: string;
  readonly variable: string;
  readonly label: Words | null;
  /** The row of a grid, or the option a figure is about. */
  readonly item: Words | null;
  /** The background a figure is split by, and its group; empty where it is about everybody. */
  readonly by: string;
  readonly group: Words | null;
  readonly answer: string;
  readonly answerLabel: Words | null;
}
/** Words of the questionnaire or the project, or a name that is the same in every language. */
export type Words = Text | string;

export type FigurePart =
  | 'coverage'
  | 'question'
  | 'highlight'
  | 'service'
  | 'remarks'
  | 'comparison'
  | 'recommend'
  | 'need'
  | 'view'
  | 'beside';

/**
 * How open a line is. `none`: its reader may see it, and there is no such figure, such as a mean of nobody. What is hidden
 * is `withheld`, also where it would turn out not to exist: which of the two it is may tell how many there are.
 */
export type RowOpenness = Openness | 'none';

/** One line. Null is what its reader may not see, or what does not exist; `openness` says which. */
export interface FigureRow extends FigureAbout {
  /** What the figure says, such as `share` or `median`. */
  readonly statistic: string;
  readonly count: number | null;
  readonly base: number | null;
  /** A proportion 0-1 for shares; else in the unit of the question; a date as it is stored. */
  readonly estimate: Place | null;
  readonly interval: Interval | null;
  readonly unit: string;
  readonly method: string;
  readonly openness: RowOpenness;
  readonly missing: MissingCounts | null;
}

const nothing: FigureAbout = {
  part: 'question',
  survey: '',
  code: '',
  variable: '',
  label: null,
  item: null,
  by: '',
  group: null,
  answer: '',
  answerLabel: null,
};

/** What a figure is about, with what is not said left empty. */
export function about(part: FigurePart, said: Partial<FigureAbout>): FigureAbout {
  return { ...nothing, ...said, part };
}

/** A share as a line. */
export function shareRow(of: FigureAbout, statistic: string, share: Share): FigureRow {
  const { count, base, estimate, interval, unit, method, missing } = share;
  const openness = base === 0 ? existing(share.openness, estimate) : share.openness;
  return { ...of, statistic, count, base, estimate, interval, unit, method, openness, missing };
}

/** Of what is shown, what is not there does not exist; of what is hidden nothing is said. */
function existing(openness: Openness, estimate: Place | null): RowOpenness {
  const shown = openness === 'full' || openness === 'smallGroup';
  return shown && estimate === null ? 'none' : openness;
}

/** How open a figure is that was worked out from these: one that is not there is hidden where one of them is. */
export function opennessBy(shares: readonly Pick<Share, 'openness'>[], estimate: Place | null): Openness {
  const hidden = shares.some(({ openness }) => openness === 'withheld' || openness === 'countOnly');
  return estimate === null && hidden ? 'withheld' : 'full';
}

/** A count as a line. */
export function countRow(
  of: FigureAbout,
  statistic: string,
  {
    count,
    openness,
    ...rest
  }: Pick<FigureRow, 'count'> &
    Partial<Pick<FigureRow, 'base' | 'missing' | 'unit'>> & { readonly openness: Openness },
): FigureRow {
  const shown = count === null ? 'withheld' : openness;
  return { ...valueRow(of, statistic, null, 'withheld', rest), count, openness: shown };
}

/** Any other figure as a line. @param openness how open what it was worked out from is. */
export function valueRow(
  of: FigureAbout,
  statistic: string,
  estimate: Place | null,
  openness: Openness,
  rest: Partial<Pick<FigureRow, 'base' | 'interval' | 'unit' | 'missing'>> = {},
): FigureRow {
  return {
    ...of,
    statistic,
    count: null,
    base: null,
    estimate,
    interval: null,
    unit: '',
    method: '',
    openness: existing(openness, estimate),
    missing: null,
    ...rest,
  };
}
