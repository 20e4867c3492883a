// One indicator of a need worked out: always a share of a stated base (docs/rules.md, Needs), with the rows it rests on
// where those are a sample of respondents.
import { type Counted, countedBy, type Indicator } from '../../surveys/needs-catalogue.ts';
import type { ProjectRecords } from '../../surveys/project-records.ts';
import { type Answered, answersFor } from '../answered.ts';
import type { RegisterLibrary } from '../coverage.ts';
import type { Dataset } from '../dataset.ts';
import type { Share } from '../figure.ts';
import { countCodes } from '../library-counts.ts';
import { countRemarkShare, type Remark } from '../remarks.ts';
import { codesOfRows, type RowCodes } from '../row-codes.ts';
import { canCount } from '../selected-rows.ts';
import { shareOfAll } from '../share.ts';
import { countShare, shareOfCodes } from '../tabulate.ts';
import { measureGap, measureMean, shareWorth } from './ratings-indicators.ts';

/** Everything indicators may read. */
export interface IndicatorInput {
  /** Datasets by survey code; the first is the project's main survey. */
  readonly surveys: ReadonlyMap<string, Answered & { readonly remarks: readonly Remark[] }>;
  readonly records: ProjectRecords;
  /** The libraries the main survey is about. */
  readonly register: readonly RegisterLibrary[];
}

/** The answers an indicator rests on: a code per response, and per code what it counts for (0-1), NaN outside the base. */
export interface Sample {
  readonly dataset: Dataset;
  readonly codes: RowCodes;
  readonly worth: Float64Array;
}
export interface MeasuredIndicator {
  readonly share: Share;
  /** Null for counts of everything, such as tickets. */
  readonly sample: Sample | null;
}

/** The indicator for this need, or null when its source does not exist (yet) in the project. */
export function measureIndicator(
  indicator: Indicator,
  need: string,
  input: IndicatorInput,
): MeasuredIndicator | null {
  switch (indicator.source) {
    case 'survey':
    case 'colleague_survey':
      return measureSurvey(indicator, input);
    case 'open_answers':
      return measureRemarks(indicator, input);
    case 'interview':
      return measureInterviews(need, input.records);
    case 'desk_figures':
      return measureDesk(indicator.categories, input.records);
  }
}

/** The survey it is counted in: the one it names, else the project's main one. */
export function surveyOf(counted: Counted | null, surveys: IndicatorInput['surveys']): string {
  return counted?.survey ?? [...surveys.keys()][0] ?? '';
}

/** Whether an indicator counts only people with a certain background: disclosure treats it as a cross. */
export function isCrossed(indicator: Indicator): boolean {
  return (countedBy(indicator)?.where.length ?? 0) > 0;
}

type SurveyIndicator = Extract<Indicator, { source: 'survey' | 'colleague_survey' }>;

function measureSurvey(indicator: SurveyIndicator, { surveys }: IndicatorInput): MeasuredIndicator | null {
  const counted = countedBy(indicator);
  const answered = surveys.get(surveyOf(counted, surveys));
  if (!answered || answered.dataset.size === 0) return null;
  const dataset = answersFor(counted?.where ?? [], answered);
  if ('mean' in indicator) return measureMean(dataset, indicator.mean);
  if ('gap' in indicator) return measureGap(dataset, indicator.gap);
  if (!canCount(dataset, indicator.share)) return null;
  const { share, codes } = countShare(dataset, indicator.share);
  return { share, sample: { dataset, codes, worth: shareWorth } };
}

function measureRemarks(
  indicator: Extract<Indicator, { source: 'open_answers' }>,
  { surveys }: IndicatorInput,
): MeasuredIndicator | null {
  const [main] = surveys.values();
  if (!main || main.remarks.length === 0) return null;
  const { base, counted } = countRemarkShare(indicator.remarks, main.remarks);
  const rows = new Uint8Array(main.dataset.size);
  for (const response of base) {
    const row = main.dataset.rowOf(response);
    if (row >= 0) rows[row] = counted.has(response) ? 2 : 1;
  }
  const codes = codesOfRows(rows, 3);
  return {
    share: shareOfCodes(countCodes(main.dataset, codes, null)),
    sample: { dataset: main.dataset, codes, worth: shareWorth },
  };
}

/** Interviews that recognised the need, of those where it was asked. */
export function interviewCounts(need: string, records: ProjectRecords) {
  const asked = records.interview
    .map(({ needs }) => needs[need] ?? 'notAsked')
    .filter((said) => said !== 'notAsked');
  return { recognised: asked.filter((said) => said === 'recognised').length, asked: asked.length };
}

function measureInterviews(need: string, records: ProjectRecords): MeasuredIndicator | null {
  const { recognised, asked } = interviewCounts(need, records);
  return asked === 0 ? null : { share: shareOfAll(recognised, asked, 'interviews'), sample: null };
}

/** Tickets of a service desk in these categories together. */
export function ticketsOf(figures: ProjectRecords['desk_figure']): number {
  return figures.reduce((sum, figure) => sum + figure.tickets, 0);
}

function measureDesk(categories: readonly string[], records: ProjectRecords): MeasuredIndicator | null {
  const all = ticketsOf(records.desk_figure);
  if (all === 0) return null;
  const own = ticketsOf(records.desk_figure.filter(({ category }) => categories.includes(category)));
  return { share: shareOfAll(own, all, 'tickets'), sample: null };
}
