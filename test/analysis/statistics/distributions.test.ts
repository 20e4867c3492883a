// Golden values computed with 60 digits (mpmath: erfc, gammainc, betainc), the same as R's pnorm, pt, pchisq and pf
// print in 15 digits; some points are p-values that R gave on the carpentries data.
import { describe, expect, it } from 'vitest';
import {
  betaQuantile,
  chiSquareUpperTail,
  fQuantile,
  fUpperTail,
  normalQuantile,
  normalTwoSided,
  normalUpperTail,
  studentQuantile,
  studentTwoSided,
  studentUpperTail,
} from '../../../analysis/statistics/distributions.ts';

describe('distributions', () => {
  it.each([
    [-8.0, 0.9999999999999993],
    [-1.5, 0.9331927987311419],
    [-0.1, 0.539827837277029],
    [0.0, 0.5],
    [0.001, 0.49960105778608893],
    [0.5, 0.3085375387259869],
    [1.96, 0.024997895148220435],
    [3.0, 0.0013498980316300946],
    [5.0, 2.866515718791939e-7],
    [8.0, 6.220960574271784e-16],
    [11.2880521150265, 7.51656631028239e-30],
    [20.0, 2.7536241186062337e-89],
  ])('normal above %d', (z, tail) => {
    expectClose(normalUpperTail(z), tail);
  });

  it.each([
    [1e-10, -6.361340902404057],
    [0.001, -3.0902323061678136],
    [0.05, -1.6448536269514726],
    [0.3, -0.5244005127080408],
    [0.5, 0.0],
    [0.8, 0.8416212335729144],
    [0.975, 1.9599639845400538],
    [0.9995, 3.290526731491926],
  ])('normal quantile of %d', (probability, z) => {
    expectClose(normalQuantile(probability), z);
  });

  it.each([
    [0.001, 1, 0.9993633804398389],
    [0.5, 1, 0.7048327646991335],
    [2, 3, 0.1393259685588432],
    [12.8695220696987, 432, 2.605958016588952e-32],
    [2, 10, 0.07338803477074037],
    [1.0, 1000000.0, 0.31731074983357815],
    [6, 1000000.0, 1.9738498123544347e-9],
    [30, 4, 7.3528560976613225e-6],
    [0.1, 2.5, 0.9278065440624895],
    [5, 94.27, 2.642818311547189e-6],
    [40, 200, 2.2487396535202506e-97],
  ])('Student t of %d with %d degrees of freedom, two-sided', (t, df, p) => {
    expectClose(studentTwoSided(t, df), p);
    expectClose(studentTwoSided(-t, df), p);
    expectClose(studentUpperTail(t, df), p / 2);
    expectClose(studentUpperTail(-t, df), 1 - p / 2);
  });

  it.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 2, 4.302652729749462],
    [0.975, 10, 2.2281388519862744],
    [0.975, 236, 1.9700668531021257],
    [0.975, 432, 1.9654705088614157],
    [0.95, 3.5, 2.222433493649601],
    [0.025, 908, -1.9625800449046888],
    [0.999, 5, 5.893429531356009],
    [0.975, 1000000.0, 1.9599663568141066],
  ])('Student t quantile of %d with %d degrees of freedom', (probability, df, t) => {
    expectClose(studentQuantile(probability, df), t, 1e-11);
  });

  it.each([
    [0.001, 1, 0.9747728793699604],
    [1, 1, 0.3173105078629141],
    [13, 4, 0.011275793947331794],
    [16.4583333333333, 4, 0.00246195899250745],
    [400, 4, 2.7816320187408423e-85],
    [0.5, 10, 0.999993388289439],
    [100, 100, 0.48119168452795674],
    [990, 1000, 0.5829461463551487],
    [2000, 1000, 4.1436785914549916e-69],
    [75.063829787234, 1, 4.557394298075011e-18],
    [100050, 100000, 0.4549061014982592],
  ])('chi-square above %d with %d degrees of freedom', (x, df, tail) => {
    expectClose(chiSquareUpperTail(x, df), tail);
  });

  it.each([
    [0.186893015033344, 2, 398, 0.8296052376366951],
    [4, 2, 20, 0.03457161303360777],
    [100, 3, 30, 1.0253854820990836e-15],
    [0.01, 5, 5, 0.9999475708664215],
    [1, 1000, 1000, 0.5],
    [3.29928730543319, 1, 136.43469883644, 0.07150518670320385],
    [50, 10, 500, 5.944927399912203e-69],
  ])('F above %d with %d and %d degrees of freedom', (x, between, within, tail) => {
    expectClose(fUpperTail(x, between, within), tail);
  });

  it('finds the F and the share that have a probability below them', () => {
    // scipy 1.17.1: f.ppf and beta.ppf
    expectClose(fQuantile(0.975, 3, 20), 3.858698666273213, 1e-11);
    expectClose(fQuantile(0.025, 402, 2412), 0.8576723161094111, 1e-11);
    expectClose(betaQuantile(1e-9, 2, 3000), 1.4904858029655538e-8, 1e-11);
    expectClose(betaQuantile(0.975, 34, 76), 0.3981335169638042, 1e-11);
    expect(() => betaQuantile(0, 1, 1)).toThrow(RangeError);
  });

  it('answers at the ends of the line', () => {
    expect(studentTwoSided(Infinity, 5)).toBe(0);
    expect(chiSquareUpperTail(0, 3)).toBe(1);
    expect(fUpperTail(Infinity, 2, 3)).toBe(0);
    expect(fUpperTail(0, 2, 3)).toBe(1);
    expect(normalTwoSided(0)).toBe(1);
    expect(studentQuantile(0.5, 7)).toBe(0);
  });

  it('refuses what is no number, no probability or no degree of freedom', () => {
    expect(() => normalUpperTail(Number.NaN)).toThrow(RangeError);
    expect(() => normalQuantile(1)).toThrow(RangeError);
    expect(() => studentQuantile(0.5, 0)).toThrow(RangeError);
    expect(() => chiSquareUpperTail(1, -1)).toThrow(RangeError);
    expect(() => chiSquareUpperTail(-1, 1)).toThrow(RangeError);
  });
});

function expectClose(computed: number, wanted: number, relative = 1e-12): void {
  expect(Math.abs(computed - wanted)).toBeLessThanOrEqual(relative * Math.abs(wanted));
}
