// What decides whether a difference is told as one.
import { describe, expect, it } from 'vitest';
import { correctTogether, ordinalAssociation } from '../../../analysis/explore/association.ts';

describe('groups with an order', () => {
  // Highest in the middle groups, lowest at both ends: no trend at all, and no chance either.
  const arch = [
    [40, 10, 0],
    [0, 10, 40],
    [0, 10, 40],
    [40, 10, 0],
  ];

  it('that differ without a trend are told to differ: the size is of what was tested', () => {
    const tested = ordinalAssociation(arch, true);
    expect(tested?.test).toBe('kruskalWallis');
    expect(tested?.effects.map(({ name }) => name)).toEqual(['epsilonSquared', 'kendallTauB']);
    expect(tested?.effects[1]?.estimate).toBeCloseTo(0, 12);
    expect(correctTogether([tested])[0]).toMatchObject({ stands: true });
  });

  it('two of them are compared by rank-biserial correlation first', () => {
    const tested = ordinalAssociation([arch[0] ?? [], arch[1] ?? []], true);
    expect(tested?.effects.map(({ name }) => name)).toEqual(['rankBiserial', 'kendallTauB']);
  });
});
