// The errors themselves are held against R's survey package in test/conformance; here is what must hold whatever the data.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterShare, sumClusters } from '../../../analysis/statistics/cluster-share.ts';
import { weightedMean, weightedRatio, weightedTotal } from '../../../analysis/statistics/linearised.ts';
import { rake } from '../../../analysis/statistics/raking.ts';
import { covariances } from '../../../analysis/statistics/sample-design.ts';
import { summarise } from '../../../analysis/statistics/summary.ts';

const unit = fc.record({
  value: fc.integer({ min: 1, max: 5 }),
  weight: fc.integer({ min: 1, max: 4 }),
  cluster: fc.integer({ min: 0, max: 5 }),
});
const sample = fc.array(unit, { minLength: 3, maxLength: 40 });

describe('a weighted mean', () => {
  it('with weights of one is the plain mean with its plain error and interval', () => {
    fc.assert(
      fc.property(sample, (units) => {
        const values = units.map(({ value }) => value);
        const weighted = weightedMean({ weights: values.map(() => 1) }, values);
        const plain = summarise(values);
        expect(weighted?.estimate).toBeCloseTo(plain?.mean ?? 0, 10);
        expect(weighted?.standardError).toBeCloseTo(plain?.standardError ?? 0, 10);
        expect(weighted?.interval?.upper).toBeCloseTo(plain?.interval?.upper ?? 0, 8);
        if (plain?.standardDeviation) expect(weighted?.designEffect).toBeCloseTo(1, 10);
      }),
    );
  });

  it('does not mind the order of the answers, nor twice the weights', () => {
    fc.assert(
      fc.property(sample, (units) => {
        fc.pre(new Set(units.map(({ cluster }) => cluster)).size > 1);
        const of = (list: typeof units, times: number) =>
          weightedMean(
            {
              weights: list.map(({ weight }) => times * weight),
              stages: [{ clusters: list.map(({ cluster }) => cluster) }],
            },
            list.map(({ value }) => value),
          );
        const one = of(units, 1);
        for (const other of [of([...units].reverse(), 1), of(units, 2)]) {
          expect(other?.estimate).toBeCloseTo(one?.estimate ?? 0, 10);
          expect(other?.standardError).toBeCloseTo(one?.standardError ?? 0, 10);
          expect(other?.effectiveBase ?? 0).toBeCloseTo(one?.effectiveBase ?? 0, 6);
        }
      }),
    );
  });

  it('of a share in clusters is the share in clusters', () => {
    const clusters = [0, 0, 0, 1, 2, 2, 3, 3, 3, 4, 5, 5];
    const values = [1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0];
    const design = { weights: values.map(() => 1), stages: [{ clusters, population: values.map(() => 20) }] };
    const linearised = weightedMean(design, values);
    const share = clusterShare(sumClusters([2, 0, 2, 1, 1, 0], [3, 1, 2, 3, 1, 2]), 20);
    expect(linearised?.standardError).toBeCloseTo(share.standardError ?? 0, 14);
    expect(linearised?.degreesOfFreedom).toBe(5);
  });

  it('keeps the place in the design of who is outside the domain', () => {
    const stages = [{ strata: [0, 0, 0, 1, 1, 1] }];
    const domain = [4, Number.NaN, 2, Number.NaN, 5, Number.NaN];
    const mean = weightedMean({ weights: [1, 1, 1, 2, 2, 2], stages }, domain);
    expect(mean).toMatchObject({ base: 3, estimate: 4, degreesOfFreedom: 4 });
    expect(weightedMean({ weights: [1, 1] }, [Number.NaN, Number.NaN])).toBeNull();
  });

  it('of a census is certain; a lone cluster has no spread', () => {
    const census = { weights: [1, 1, 1], stages: [{ population: [3, 3, 3] }] };
    expect(weightedMean(census, [1, 2, 5])?.standardError).toBe(0);
    const lone = { weights: [1, 1, 1], stages: [{ strata: [0, 0, 1] }] };
    expect(() => weightedMean(lone, [1, 2, 5])).toThrow(RangeError);
    const crowded = { weights: [1, 1, 1], stages: [{ population: [2, 2, 2] }] };
    expect(() => weightedMean(crowded, [1, 2, 5])).toThrow(RangeError);
  });

  it('of what the sample was raked to is certain', () => {
    const categories = [0, 0, 0, 1, 1];
    const margins = [{ categories, targets: [10, 30] }];
    const raked = rake(margins);
    if (raked.kind !== 'weights') throw new Error(raked.kind);
    for (const by of [
      { residuals: 'unweighted' as const, margins },
      { residuals: 'weighted' as const, margins, start: categories.map(() => 1) },
    ]) {
      const share = weightedMean({ weights: raked.weights, raked: by }, categories);
      expect(share?.estimate).toBeCloseTo(0.75, 12);
      expect(share?.standardError).toBeCloseTo(0, 12);
    }
    expect(weightedMean({ weights: raked.weights }, categories)?.standardError).toBeGreaterThan(0.1);
  });
});

describe('totals and ratios', () => {
  it('of parts add up to those of the whole', () => {
    fc.assert(
      fc.property(sample, (units) => {
        const design = { weights: units.map(({ weight }) => weight) };
        const part = (value: number) =>
          weightedTotal(
            design,
            units.map((one) => (one.value === value ? 1 : 0)),
          )?.estimate ?? 0;
        const parts = [1, 2, 3, 4, 5].map(part).reduce((sum, total) => sum + total, 0);
        expect(parts).toBeCloseTo(
          units.reduce((sum, { weight }) => sum + weight, 0),
          9,
        );
      }),
    );
  });

  it('have covariances that are the variance of their sum', () => {
    const design = { weights: [1, 2, 1, 3], stages: [{ clusters: [0, 0, 1, 2] }] };
    const [one, other] = [Float64Array.of(1, 0, 2, 3), Float64Array.of(0, 4, 1, 1)];
    const both = one.map((value, place) => value + (other[place] ?? 0));
    const [[a = 0, b = 0] = [], [, d = 0] = []] = covariances(design, [one, other]);
    expect(covariances(design, [both])[0]?.[0]).toBeCloseTo(a + 2 * b + d, 10);
  });

  it('need a denominator', () => {
    expect(weightedRatio({ weights: [1, 1] }, [1, 1], [0, 0])).toBeNull();
    expect(weightedTotal({ weights: [1] }, [Number.NaN])).toBeNull();
  });
});
