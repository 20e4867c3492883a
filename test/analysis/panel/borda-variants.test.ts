import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borda } from '../../../analysis/panel/borda.ts';
import { bordaPoints } from '../../../analysis/panel/borda-variants.ts';
import { anyBallots, ballot, items } from './ballots.ts';

describe("Borda's count as others count it", () => {
  it('differs in what a short ballot gives', () => {
    const points = (variant: 'unrankedLast' | 'unrankedZero' | 'modified') =>
      bordaPoints([ballot('A > B')], items, variant)?.map((line) => line.points);
    expect(points('unrankedLast')).toEqual([3, 2, 0.5, 0.5]);
    expect(points('unrankedZero')).toEqual([3, 2, 0, 0]);
    expect(points('modified')).toEqual([2, 1, 0, 0]);
  });

  it('is the count of the product where unranked items are last', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const lines = bordaPoints(ballots, items, 'unrankedLast') ?? [];
        expect(lines.map(({ points, place }) => ({ points, place }))).toEqual(
          borda(ballots, items)?.map(({ points, place }) => ({ points, place })),
        );
      }),
    );
  });

  it('does not exist without ballots', () => {
    expect(bordaPoints([], items, 'modified')).toBeNull();
  });
});
