// What a line of an open table says of a figure that is not there: hidden is one thing, not existing another.
import { describe, expect, it } from 'vitest';
import { noneMissing, type Openness, type Share } from '../../../analysis/figure.ts';
import type { NeedResult } from '../../../analysis/results/needs.ts';
import type { Distribution, Numbers } from '../../../analysis/results/questions.ts';
import { about, countRow, type FigureRow, shareRow, valueRow } from '../../../analysis/tables/figure-row.ts';
import { rowsOfDistribution, rowsOfQuestion } from '../../../analysis/tables/question-rows.ts';
import { rowsOfNeed, rowsOfRecommend } from '../../../analysis/tables/survey-rows.ts';

const of = about('question', { code: 'Q' });
function share(openness: Openness, given: Partial<Share> = {}): Share {
  const unit = 'respondents' as const;
  const figure = { count: null, base: null, estimate: null, interval: null, missing: null };
  return { ...figure, unit, method: 'wilson', openness, ...given };
}
const told = (rows: readonly FigureRow[]) => rows.map(({ statistic, openness }) => [statistic, openness]);

describe('a figure that is not there', () => {
  it('is none where it may be seen, and withheld where it is hidden', () => {
    for (const openness of ['full', 'smallGroup'] as const)
      expect(valueRow(of, 'mean', null, openness).openness).toBe('none');
    for (const openness of ['withheld', 'countOnly'] as const)
      expect(valueRow(of, 'mean', null, openness).openness).toBe(openness);
    expect(valueRow(of, 'mean', 3, 'full').openness).toBe('full');
  });

  it('is none for a share of nobody, and what hides a base says nothing of it', () => {
    expect(shareRow(of, 'share', share('full', { count: 0, base: 0 })).openness).toBe('none');
    expect(shareRow(of, 'share', share('withheld')).openness).toBe('withheld');
    expect(shareRow(of, 'share', share('countOnly', { count: 3, base: 6 })).openness).toBe('countOnly');
    expect(shareRow(of, 'share', share('full', { count: 0, base: 9, estimate: 0 })).openness).toBe('full');
  });

  it('is withheld for a count that is not told, and a count of nobody is a count', () => {
    expect(countRow(of, 'answered', { count: null, openness: 'full' }).openness).toBe('withheld');
    expect(countRow(of, 'answered', { count: 0, openness: 'full' })).toMatchObject({
      count: 0,
      openness: 'full',
    });
  });
});

describe('lines of questions, needs and recommendation', () => {
  const common = { variable: 'Q', label: {}, item: null, missing: noneMissing, missingCategories: [] };

  it('have every statistic of numbers, whether it is there or not', () => {
    const none = { mean: null, standardDeviation: null, median: null, lowerQuartile: null };
    const rest = { upperQuartile: null, minimum: null, maximum: null, interval: null, bins: [] };
    const numbers = (openness: Openness, base: number | null) =>
      // Only what the lines read.
      ({ ...common, ...none, ...rest, base, openness }) as unknown as Numbers;
    const rows = (openness: Openness, base: number | null) =>
      told(
        rowsOfQuestion({ kind: 'numbers', code: 'Q', numbers: [numbers(openness, base)] } as never, {}),
      ).slice(1);
    const names = [
      'mean',
      'standardDeviation',
      'median',
      'lowerQuartile',
      'upperQuartile',
      'minimum',
      'maximum',
    ];
    expect(rows('full', 0)).toEqual(names.map((name) => [name, 'none']));
    expect(rows('withheld', null)).toEqual(names.map((name) => [name, 'withheld']));
  });

  it('say of a deviation of one answer that there is none', () => {
    const summary = {
      n: 1,
      mean: 4,
      interval: null,
      standardDeviation: null,
      standardError: null,
      median: 4,
    };
    const parts = { lowerQuartile: 4, upperQuartile: 4, topTwo: share('full'), bottomTwo: share('full') };
    // As above.
    const one = { ...common, base: 1, openness: 'full', categories: [], summary: { ...summary, ...parts } };
    const rows = told(rowsOfDistribution(one as unknown as Distribution, of));
    expect(rows).toContainEqual(['standardDeviation', 'none']);
    expect(rows).toContainEqual(['mean', 'full']);
  });

  it('tell a need without evidence from one whose evidence is hidden', () => {
    const need = (
      openness: Openness | null,
    ): Pick<NeedResult, 'code' | 'label' | 'score' | 'interval' | 'sources'> => {
      const indicator = openness && { label: {}, share: share(openness), crossed: false };
      const sources = indicator ? [{ kind: 'survey' as const, score: null, indicators: [indicator] }] : [];
      return { code: 'N1', label: {}, score: null, interval: null, sources };
    };
    expect(rowsOfNeed(need(null))[0]?.openness).toBe('none');
    expect(rowsOfNeed(need('withheld')).map(({ openness }) => openness)).toEqual([
      'withheld',
      'withheld',
      'withheld',
    ]);
  });

  it('tell a recommendation nobody gave from one that is hidden', () => {
    const recommend = (n: number | null) => {
      const counts = { promoters: n, passives: n, detractors: n };
      return told(rowsOfRecommend({ variable: 'R', n, score: null, interval: null, ...counts }, 'x'));
    };
    expect(recommend(0).at(-1)).toEqual(['score', 'none']);
    expect(recommend(null)).toEqual([
      ['promoters', 'withheld'],
      ['passives', 'withheld'],
      ['detractors', 'withheld'],
      ['score', 'withheld'],
    ]);
  });
});
