import { describe, expect, it } from 'vitest';
import { clusterMean } from '../../../analysis/statistics/cluster-mean.ts';
import { summarise } from '../../../analysis/statistics/summary.ts';

describe('a mean of persons with libraries as clusters', () => {
  it('has the standard error of the survey package', () => {
    // R: d <- data.frame(l=c("A","A","A","B","C","C"), x=c(1,2,5,4,2,3)); svymean(~x, svydesign(~l, data=d, weights=~1))
    // By hand: mean 17/6; residual sums A 8-8.5, B 4-17/6, C 5-17/3; sqrt(3/2 * (0.25 + 49/36 + 4/9)) / 6.
    const found = clusterMean([8, 4, 5], [3, 1, 2]);
    expect(found?.mean).toBeCloseTo(17 / 6, 12);
    expect(found?.standardError).toBeCloseTo(Math.sqrt(1.5 * (0.25 + 49 / 36 + 4 / 9)) / 6, 12);
  });

  it('is the plain standard error where everybody is alone', () => {
    const values = [3, 5, 5, 8, 9];
    const alone = values.map((value) => ({ value, count: 1 }));
    const plain = summarise(values);
    for (const found of [clusterMean(values, [1, 1, 1, 1, 1]), clusterMean([], [], alone)]) {
      expect(found?.standardError).toBeCloseTo(plain?.standardError ?? 0, 12);
      expect(found?.interval?.lower).toBeCloseTo(plain?.interval?.lower ?? 0, 9);
    }
  });

  it('has no standard error of one library, and nothing of nobody', () => {
    expect(clusterMean([9], [3])).toMatchObject({ mean: 3, standardError: null, interval: null });
    expect(clusterMean([], [])).toBeNull();
  });
});
