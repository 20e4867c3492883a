// Two ratings of the same thing by the same people, some of whom work in one library.
import { describe, expect, it } from 'vitest';
import { pairedRatings } from '../../../analysis/needs/ratings.ts';
import { datasetOf, times } from '../small-survey.ts';

const libraries = Array.from({ length: 10 }, (_, place) => ({
  library: `bib-${place}`,
  'use.wise': ['0', '1', '3', '1'][place % 4] ?? '',
  'use.films': ['3', '1', '3', '0', '1'][place % 5] ?? '',
}));
const gap = (rows: Parameters<typeof datasetOf>[0]) =>
  pairedRatings(datasetOf(rows), 'use.wise', 'use.films', 'asIs', null);

describe('the difference between two ratings', () => {
  it('is as sure with three colleagues who say the same as with one of each library', () => {
    const [one, three] = [gap(libraries), gap(libraries.flatMap((row) => times(3, row)))];
    expect(three?.base).toBe(30);
    expect(three?.estimate).toBeCloseTo(one?.estimate ?? Number.NaN, 12);
    expect(three?.degreesOfFreedom).toBe(9);
    for (const side of ['lower', 'upper'] as const)
      expect(three?.interval?.[side]).toBeCloseTo(one?.interval?.[side] ?? Number.NaN, 10);
    expect(three?.p).toBeCloseTo(one?.p ?? Number.NaN, 10);
  });
});
