// Scores by criteria: every part is shown, they add up, and what has no mark is named and never a zero.
import { expect, it } from 'vitest';
import { weighed } from '../../analysis/weighing.ts';

const criteria = [
  { code: 'haalbaar', weight: 30 },
  { code: 'kost', weight: 10 },
  { code: 'wet', weight: 0 },
];

it('LIB-21 adds marks up by weight, with the parts of the sum and the places', () => {
  const marks = new Map([
    ['N1', { haalbaar: 4, kost: 2, wet: 1 }],
    ['N2', { haalbaar: 5 }],
  ]);
  const [one, two, none] = weighed(criteria, ['N1', 'N2', 'N3'], marks);
  expect(one).toEqual({
    about: 'N1',
    parts: [
      { mark: 4, product: 120 },
      { mark: 2, product: 20 },
      { mark: 1, product: 0 },
    ],
    score: 3.5,
    sum: 140,
    weights: 40,
    missing: [],
    place: 2,
  });
  for (const line of [one, two]) {
    expect((line?.sum ?? 0) / (line?.weights ?? 1)).toBeCloseTo(line?.score ?? -1, 12);
    expect(line?.parts.reduce((sum, part) => sum + (part?.product ?? 0), 0)).toBe(line?.sum);
  }
  expect(two).toMatchObject({ score: 5, sum: 150, weights: 30, missing: ['kost'], place: 1 });
  expect(none).toMatchObject({ score: null, sum: 0, weights: 0, missing: ['haalbaar', 'kost'], place: null });
});

it('LIB-21 has no score where nothing weighs', () => {
  const marks = new Map([['N1', { kost: 3 }]]);
  expect(weighed([{ code: 'kost', weight: 0 }], ['N1'], marks)[0]).toMatchObject({
    score: null,
    place: null,
  });
  expect(weighed([], ['N1'], marks)[0]).toMatchObject({ score: null, parts: [], missing: [] });
});
