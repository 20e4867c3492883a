import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterShare, sumClusters } from '../../../analysis/statistics/cluster-share.ts';

describe('a share of persons with libraries as clusters', () => {
  it('has the effective base of persons drawn one by one where every library sent one answer', () => {
    const share = clusterShare(sumClusters([1, 0, 1, 0, 0], [1, 1, 1, 1, 1]));
    expect(share.designEffect).toBeCloseTo(1, 12);
    expect(share.effectiveBase).toBeCloseTo(4, 12);
  });

  it('is as sure as the libraries alone when everybody of a library says the same', () => {
    const share = clusterShare(sumClusters([12, 0, 12, 0], [12, 12, 12, 12]));
    expect(share.effectiveBase).toBeCloseTo(3, 12);
  });

  it('counts libraries where everybody or nobody says so', () => {
    expect(clusterShare(sumClusters([0, 0, 0], [4, 2, 1])).effectiveBase).toBe(3);
    expect(clusterShare(sumClusters([4, 2, 1], [4, 2, 1])).effectiveBase).toBe(3);
    expect(clusterShare(sumClusters([3], [5]))).toMatchObject({ standardError: null, effectiveBase: 1 });
  });

  it('has nothing to say of an empty base', () => {
    expect(clusterShare(sumClusters([], []))).toMatchObject({ estimate: null, effectiveBase: null });
  });

  it('refuses more libraries than there are', () => {
    expect(() => clusterShare(sumClusters([1, 1], [1, 1]), 1)).toThrow(RangeError);
  });

  it('never counts more persons than answered, and does not mind the order of libraries', () => {
    const libraries = fc.array(
      fc
        .integer({ min: 1, max: 20 })
        .chain((base) => fc.tuple(fc.integer({ min: 0, max: base }), fc.constant(base))),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(libraries, (list) => {
        const of = (pairs: typeof list) =>
          clusterShare(
            sumClusters(
              pairs.map(([count]) => count),
              pairs.map(([, base]) => base),
            ),
          );
        const one = of(list);
        expect(one).toEqual(of([...list].reverse()));
        expect(one.effectiveBase).toBeLessThanOrEqual(list.reduce((sum, [, base]) => sum + base, 0));
        expect(one.effectiveBase).toBeGreaterThan(0);
      }),
    );
  });
});
