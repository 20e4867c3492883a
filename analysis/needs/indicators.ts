// One indicator of a need worked out: always a share of a stated base (RULINGS 12), with the rows it rests on
// where those are a sample of respondents.
import type { Indicator } from '../../surveys/needs-catalogue.ts';
import type { ProjectRecords } from '../../surveys/project-records.ts';
import type { Dataset } from '../dataset.ts';
import type { Share } from '../figure.ts';
import { countRemarkShare, type Remark } from '../remarks.ts';
import { shareOfAll } from '../share.ts';
import { canCount, countShare, shareOfRows } from '../tabulate.ts';

/** Everything indicators may read. */
export interface IndicatorInput {
  /** Datasets by survey code; the first is the project's main survey. */
  readonly surveys: ReadonlyMap<string, { readonly dataset: Dataset; readonly remarks: readonly Remark[] }>;
  readonly records: ProjectRecords;
}

export interface MeasuredIndicator {
  readonly share: Share;
  /** The dataset it samples and per row 0 outside the base, 1 in it, 2 counted; null for counts of everything. */
  readonly sample: { readonly dataset: Dataset; readonly rows: Uint8Array } | null;
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
      return measureShare(indicator, input);
    case 'open_answers':
      return measureRemarks(indicator, input);
    case 'interview':
      return measureInterviews(need, input.records);
    case 'desk_figures':
      return measureDesk(indicator.categories, input.records);
  }
}

function measureShare(
  indicator: Extract<Indicator, { source: 'survey' | 'colleague_survey' }>,
  { surveys }: IndicatorInput,
): MeasuredIndicator | null {
  const name = indicator.share.survey ?? [...surveys.keys()][0] ?? '';
  const survey = surveys.get(name);
  if (!survey || survey.dataset.size === 0 || !canCount(survey.dataset, indicator.share)) return null;
  const { share, rows } = countShare(survey.dataset, indicator.share);
  return { share, sample: { dataset: survey.dataset, rows } };
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
  return { share: shareOfRows(main.dataset, rows), sample: { dataset: main.dataset, rows } };
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

function measureDesk(categories: readonly string[], records: ProjectRecords): MeasuredIndicator | null {
  const tickets = (figures: ProjectRecords['desk_figure']) =>
    figures.reduce((sum, figure) => sum + figure.tickets, 0);
  const all = tickets(records.desk_figure);
  if (all === 0) return null;
  const own = tickets(records.desk_figure.filter(({ category }) => categories.includes(category)));
  return { share: shareOfAll(own, all, 'tickets'), sample: null };
}
