// The same rows in two surveys: a pair of bars per row, the pair that lies furthest apart first.
import { type ChartView, chartWords, say, shareCells, shareHeads, wholePercent } from '../chart.ts';
import type { SideBySideResultOf, SurveySide, TwoSurveysRow } from '../side-by-side/results.ts';
import { hiddenRows } from './balance-charts.ts';
import { chartOfPairs } from './paired-bars.ts';

type TwoSurveys = SideBySideResultOf<'twoSurveys'>;

/** Rows of which one side may not be told stand in the table alone, with why. */
export function chartOfTwoSurveys(result: TwoSurveys, language: string): ChartView {
  const apart = ({ difference }: TwoSurveysRow) => Math.abs(difference ?? -1);
  const rows = result.rows.toSorted((one, other) => apart(other) - apart(one));
  const shown = rows.filter(({ difference }) => difference !== null);
  const pairs = chartOfPairs(
    shown.map(({ label, first, second }) => ({ label, first: first.share, second: second.share })),
    {
      id: result.code,
      title: result.label,
      first: result.first,
      second: result.second,
      language,
      keepOrder: true,
    },
  );
  const { from, to, low, high } = result.ends;
  const ends = { from, to, low: say(low, language), high: say(high, language) };
  return {
    ...pairs,
    table: tableOf(result, rows, language),
    sentence: sentenceOf(result, shown[0], language),
    caption: [
      chartWords('twoSurveysBars', { counted: say(result.counted, language) }),
      chartWords('twoSurveysHow'),
      chartWords('twoSurveysMedian', ends),
      ...hiddenRows(rows.length - shown.length),
    ],
    smallGroup: shown.some(({ first, second }) =>
      [first, second].some(({ share }) => share.openness === 'smallGroup'),
    ),
  };
}

function tableOf(result: TwoSurveys, rows: readonly TwoSurveysRow[], language: string): ChartView['table'] {
  const cells = ({ share, median }: SurveySide) => [
    ...shareCells(share),
    median === null ? '' : chartWords('number', { value: median }),
  ];
  return {
    caption: say(result.label, language),
    head: [chartWords('head.group'), ...shareHeads, chartWords('head.median')],
    groups: rows.map(({ label, first, second, difference }) => ({
      name: say(label, language),
      rows: [
        { head: say(result.first, language), cells: cells(first) },
        { head: say(result.second, language), cells: cells(second) },
        ...(difference === null
          ? []
          : [
              {
                head: chartWords('twoSurveysDifference'),
                cells: ['', '', chartWords('percentPoints', { value: wholePercent(difference) }), '', ''],
              },
            ]),
      ],
    })),
  };
}

/** Both sides of the row that lies furthest apart, each in its own words. */
function sentenceOf(result: TwoSurveys, row: TwoSurveysRow | undefined, language: string) {
  if (!row) return chartWords('tooFew');
  const told = ({ share }: SurveySide) => ({
    percent: wholePercent(share.estimate ?? 0),
    count: share.count ?? 0,
    base: share.base ?? 0,
  });
  const [first, second] = [told(row.first), told(row.second)];
  return chartWords('twoSurveysFurthest', {
    label: say(row.label, language),
    first: say(result.first, language),
    firstPercent: first.percent,
    firstCount: first.count,
    firstBase: first.base,
    second: say(result.second, language),
    secondPercent: second.percent,
    secondCount: second.count,
    secondBase: second.base,
  });
}
