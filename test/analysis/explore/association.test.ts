// What decides whether a difference is told as one.
import { describe, expect, it } from 'vitest';
import {
  correctTogether,
  nominalAssociation,
  ordinalAssociation,
} from '../../../analysis/explore/association.ts';

describe('groups with an order', () => {
  // Highest in the middle groups, lowest at both ends: no trend at all, and no chance either.
  const arch = [
    [40, 10, 0],
    [0, 10, 40],
    [0, 10, 40],
    [40, 10, 0],
  ];

  it('that differ without a trend are told to differ: the size is of what was tested', () => {
    const tested = ordinalAssociation(arch, true, false);
    expect(tested?.test).toBe('kruskalWallis');
    expect(tested?.effects.map(({ name }) => name)).toEqual(['epsilonSquared', 'kendallTauB']);
    expect(tested?.effects[1]?.estimate).toBeCloseTo(0, 12);
    expect(correctTogether([tested], 'benjaminiHochberg')[0]).toMatchObject({ stands: true });
  });

  it('two of them are compared by rank-biserial correlation first', () => {
    const tested = ordinalAssociation([arch[0] ?? [], arch[1] ?? []], true, false);
    expect(tested?.effects.map(({ name }) => name)).toEqual(['rankBiserial', 'kendallTauB']);
  });
});

describe('many comparisons', () => {
  const table = [
    [30, 10],
    [20, 20],
  ];
  const tested = Array.from({ length: 4 }, () => nominalAssociation(table, null));
  const alone = tested[0]?.p ?? Number.NaN;

  it('are corrected as is asked: with equal p-values not at all by the one, four times by the other', () => {
    const [found] = correctTogether(tested, 'benjaminiHochberg');
    expect(found?.adjustedP).toBeCloseTo(alone, 12);
    const [strict] = correctTogether(tested, 'holm');
    expect(strict?.adjustedP).toBeCloseTo(4 * alone, 12);
  });

  it('that stand after one correction need not stand after the other', () => {
    expect(alone).toBeLessThan(0.1);
    expect(4 * alone).toBeLessThan(0.1);
    const many = Array.from({ length: 10 }, () => nominalAssociation(table, null));
    expect(correctTogether(many, 'benjaminiHochberg').every((one) => one?.stands)).toBe(true);
    expect(correctTogether(many, 'holm').some((one) => one?.stands)).toBe(false);
  });
});
