import { describe, expect, it } from 'vitest';
import { betaTails, gammaTails, logBeta, logGamma } from '../../../analysis/statistics/special-functions.ts';

describe('special functions', () => {
  // mpmath.loggamma
  it.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [1, 0.0],
    [1.5, -0.12078223763524522],
    [2, 0.0],
    [3.7, 1.428072326665388],
    [9.99, 12.779315214350193],
    [10, 12.801827480081469],
    [50, 144.5657439463449],
    [1000.5, 5908.674175848678],
  ])('ln gamma of %d', (x, wanted) => {
    expect(logGamma(x)).toBeCloseTo(wanted, 12);
  });

  it('ln beta is the same along both roads', () => {
    for (const [a, b] of [
      [0.5, 3],
      [2, 12],
      [15, 40],
    ] as const) {
      expect(logBeta(a, b)).toBeCloseTo(logGamma(a) + logGamma(b) - logGamma(a + b), 12);
      expect(logBeta(b, a)).toBe(logBeta(a, b));
    }
  });

  it('a small tail keeps its digits', () => {
    expect(gammaTails(1, 200).upper / Math.exp(-200)).toBeCloseTo(1, 12);
    expect(betaTails(1e-20, 1 - 1e-20, 2, 1).lower / 1e-40).toBeCloseTo(1, 12);
  });

  it('both tails make a whole', () => {
    for (const x of [0, 0.1, 2, 50, Infinity]) {
      const { lower, upper } = gammaTails(2.5, x);
      expect(lower + upper).toBeCloseTo(1, 14);
    }
    expect(betaTails(0, 1, 2, 3)).toEqual({ lower: 0, upper: 1 });
    expect(betaTails(1, 0, 2, 3)).toEqual({ lower: 1, upper: 0 });
  });

  it('refuses arguments outside the range', () => {
    expect(() => logGamma(0)).toThrow(RangeError);
    expect(() => gammaTails(0, 1)).toThrow(RangeError);
    expect(() => betaTails(-0.1, 1.1, 1, 1)).toThrow(RangeError);
  });
});
