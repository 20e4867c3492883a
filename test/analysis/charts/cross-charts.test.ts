// The table beside a cross-table's picture, and its file.
import { describe, expect, it } from 'vitest';
import { stackedCross } from '../../../analysis/charts/cross-charts.ts';
import { fileTableOfCross } from '../../../analysis/charts/cross-file.ts';
import type { RegisterLibrary } from '../../../analysis/coverage.ts';
import { explore } from '../../../analysis/explore/explore.ts';
import { offerOf } from '../../../analysis/explore/offer.ts';
import { readView } from '../../../analysis/explore/view.ts';
import { datasetOf, questionnaire } from '../small-survey.ts';

const register: readonly RegisterLibrary[] = ['a0', 'a1', 'a2', 'b0', 'b1'].map((code) => ({
  code,
  province: code.slice(0, 1).toUpperCase(),
  sizeClass: '1',
}));
const rows = [
  { library: 'a0', role: 'desk' },
  { library: 'a0', role: 'lead' },
  { library: 'a1', role: 'desk' },
  { library: 'a2', role: 'lead' },
  { library: 'b0', role: 'desk' },
  { library: 'b1', role: 'desk' },
];

describe('where each library counts once', () => {
  const input = { survey: 'small', questionnaire, dataset: datasetOf(rows), register, background: ['role'] };
  const { view } = readView(new URLSearchParams('question=role&by=province&unit=libraries'), offerOf(input));
  const table = view && explore(input, view).crosses?.[0];
  if (!table) throw new Error('no table');

  it('a cell is a percentage without a count, and nothing is said to be hidden', () => {
    const chart = stackedCross(table, { look: 'agreement', percent: 'group', language: 'nl' });
    expect(chart.table.groups.flatMap((group) => group.rows.map(({ cells }) => cells))).toEqual([
      ['50%', '100%', '70%'],
      ['50%', '0%', '30%'],
    ]);
    expect(chart.caption.map(({ key }) => key).some((key) => key.includes('hiddenCells'))).toBe(false);
  });

  it('the file has the percentages too', () => {
    const file = fileTableOfCross(table, 'group', 'nl');
    expect(file?.groups.flatMap((group) => group.rows.map(({ cells }) => cells))).toEqual([
      ['', '50', '', '', '100', '', '70'],
      ['', '50', '', '', '0', '', '30'],
    ]);
  });
});
