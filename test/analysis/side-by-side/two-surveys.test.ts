// What one survey says beside another: row by row on the base of each, worked out by hand, and told of enough people alone.
import { describe, expect, it } from 'vitest';
import { chartsOfSideBySide } from '../../../analysis/charts/side-by-side-charts.ts';
import { discloseSideBySide } from '../../../analysis/disclosure/side-by-side.ts';
import { sideBySideResults } from '../../../analysis/side-by-side/side-by-side.ts';
import { rowsOfBeside } from '../../../analysis/tables/view-rows.ts';
import { sideBySideSchema } from '../../../surveys/side-by-side.ts';
import { datasetOf } from '../small-survey.ts';

type Row = Parameters<typeof datasetOf>[0][number];
const times = (count: number, row: Row): readonly Row[] => Array.from({ length: count }, () => row);
const rated = (wise: string, films = 'N'): Row => ({
  'use.wise': '3',
  'use.films': '3',
  'skill.wise': wise,
  'skill.films': films,
});

function resultOf(own: readonly Row[], other: readonly Row[] | null, declared: object = {}) {
  const [result] = sideBySideResults(
    [
      sideBySideSchema.parse({
        kind: 'twoSurveys',
        code: 'geschat',
        label: { nl: 'Geschat' },
        codes: ['0'],
        counted: { nl: 'wie het niet kan' },
        first: { label: { nl: 'Zij zeggen' }, variables: 'skill' },
        second: { label: { nl: 'Wij schatten' }, variables: 'skill', survey: 'tweede' },
        ...declared,
      }),
    ],
    {
      dataset: datasetOf(own),
      register: [],
      background: [],
      declared: [],
      other: other && datasetOf(other),
      everything: true,
    },
  );
  if (result && result.kind !== 'twoSurveys') throw new Error('not two surveys');
  return result;
}
const told = (own: readonly Row[], other: readonly Row[]) => {
  const result = resultOf(own, other);
  const shown = result && discloseSideBySide(result);
  return shown?.kind === 'twoSurveys' ? shown : undefined;
};

describe('OOO-59 two surveys side by side', () => {
  const own = [...times(10, rated('0')), ...times(20, rated('1')), ...times(10, rated('2')), rated('N')];
  const other = [...times(15, rated('0')), ...times(5, rated('1')), ...times(4, rated('N'))];

  it('OOO-59 has the share and the median of each on its own base, and their difference', () => {
    const [wise] = resultOf(own, other)?.rows ?? [];
    expect(wise).toMatchObject({
      code: 'wise',
      first: { share: { count: 10, base: 40, estimate: 0.25 }, median: 1 },
      second: { share: { count: 15, base: 20, estimate: 0.75 }, median: 0 },
      difference: 0.5,
    });
  });

  it('OOO-59 gives each share its interval from twenty people on', () => {
    const [wise] = told(own, [...times(10, rated('0')), ...times(9, rated('1'))])?.rows ?? [];
    expect(wise?.first.share).toMatchObject({ openness: 'full', interval: {} });
    expect(wise?.second.share).toMatchObject({ base: 19, openness: 'smallGroup', interval: null });
  });

  it.each([
    [7, true],
    [8, false],
  ])(
    'OOO-59 PRV-02 a side of %i people is hidden: %s, with its median and the difference, whatever the other has',
    (count, hidden) => {
      const few = times(count, rated('0'));
      const [second] = told(own, few)?.rows ?? [];
      const [first] = told(few, other)?.rows ?? [];
      for (const [row, side, full] of [
        [second, second?.second, second?.first],
        [first, first?.first, first?.second],
      ] as const) {
        expect(side?.share.openness === 'withheld').toBe(hidden);
        expect(side?.share.base === null).toBe(hidden);
        expect(side?.median === null).toBe(hidden);
        expect(row?.difference === null).toBe(hidden);
        expect(full?.share.openness).toBe('full');
      }
    },
  );

  it('OOO-59 counts a hidden row in the caption and says in the table that it has too few answers', () => {
    const shown = told(own, times(7, rated('0')));
    const [chart] = shown ? chartsOfSideBySide(shown, 'nl') : [];
    expect(chart?.config).toBeNull();
    expect(chart?.sentence).toMatchObject({ key: 'analysis.chart.tooFew' });
    expect(chart?.caption).toContainEqual({ key: 'analysis.chart.rowsHidden', values: { count: 2 } });
    const [, second] = chart?.table.groups[0]?.rows ?? [];
    expect(second?.cells[0]).toMatchObject({ key: 'analysis.chart.tooFew' });
  });

  it('OOO-59 tells the row that lies furthest apart in the words of both, also where the first is higher', () => {
    const apart = (wise: string, films: string) => times(20, rated(wise, films));
    const result = resultOf([...apart('1', '0')], [...apart('1', '1')]);
    const [chart] = result ? chartsOfSideBySide(result, 'nl') : [];
    expect(chart?.sentence).toMatchObject({
      key: 'analysis.chart.twoSurveysFurthest',
      values: {
        label: 'films',
        first: 'Zij zeggen',
        firstPercent: 100,
        second: 'Wij schatten',
        secondPercent: 0,
      },
    });
    expect(chart?.config?.data.labels).toEqual(['films', 'wise']);
  });

  it('OOO-59 stands in the open table with both shares, both medians and the difference', () => {
    const result = resultOf(own, other);
    const rows = (result ? rowsOfBeside(result) : []).filter(({ variable }) => variable === 'wise');
    expect(rows.map(({ statistic, estimate }) => [statistic, estimate])).toEqual([
      ['share', 0.25],
      ['median', 1],
      ['share', 0.75],
      ['median', 0],
      ['difference', 0.5],
    ]);
  });

  it('OOO-59 hides the medians and the difference of the open table with the share', () => {
    const shown = told(own, times(7, rated('0')));
    const rows = (shown ? rowsOfBeside(shown) : []).filter(({ variable }) => variable === 'wise');
    expect(rows.slice(2).map(({ estimate, base, openness }) => [estimate, base, openness])).toEqual([
      [null, null, 'withheld'],
      [null, null, 'withheld'],
      [null, null, 'withheld'],
    ]);
  });

  it('OOO-59 is none without the second survey, without such rows, or on another scale', () => {
    const second = (variables: string) => ({
      second: { label: { nl: 'Wij schatten' }, variables, survey: 'tweede' },
    });
    expect(resultOf(own, null)).toBeUndefined();
    expect(resultOf(own, other, second('nergens'))).toBeUndefined();
    expect(resultOf(own, other, second('use'))).toBeUndefined();
  });
});
