// Against scipy 1.17.1; R's numbers on real surveys are in test/conformance.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pearson, spearman } from '../../../analysis/statistics/correlation.ts';
import { kendallTauB } from '../../../analysis/statistics/kendall-tau-b.ts';
import { countPairs } from '../../../analysis/statistics/pair-counts.ts';

const pairs = countPairs([1, 2, 2, 3, 4, 5, 5], [2, 1, 3, 3, 5, 4, 5]);

describe('correlations', () => {
  it('are those of scipy', () => {
    // pearsonr, spearmanr, kendalltau(method="asymptotic")
    const straight = pearson(pairs);
    expect(straight?.estimate).toBeCloseTo(0.829341228914303, 12);
    expect(straight?.p).toBeCloseTo(0.021031468412789113, 12);
    expect(straight?.interval?.lower).toBeCloseTo(0.20317358415252962, 10);
    expect(straight?.interval?.upper).toBeCloseTo(0.9740586602200998, 10);
    expect(spearman(pairs)?.estimate).toBeCloseTo(0.8333333333333335, 12);
    expect(spearman(pairs)?.p).toBeCloseTo(0.0198680515233794, 12);
    expect(kendallTauB(pairs).p).toBeCloseTo(0.041136383569940586, 12);
  });

  it('do not exist where one of the two never varies, and are certain on a straight line', () => {
    expect(pearson(countPairs([1, 1], [1, 2]))).toBeNull();
    expect(spearman(countPairs([], []))).toBeNull();
    expect(pearson(countPairs([1, 2, 3], [2, 4, 6]))).toMatchObject({ estimate: 1, t: null, interval: null });
  });

  it('of ranks do not mind how far apart values lie', () => {
    const values = fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })), {
      minLength: 3,
    });
    fc.assert(
      fc.property(values, (list) => {
        const of = (stretch: (value: number) => number) =>
          spearman(
            countPairs(
              list.map(([one]) => stretch(one)),
              list.map(([, other]) => other),
            ),
          )?.estimate ?? null;
        expect(of((value) => value ** 3)).toEqual(of((value) => value));
      }),
    );
  });
});
