/**
 * Normal, Student t, chi-square and F distributions: tails and the quantiles intervals need.
 * Tails are computed directly, so a p-value of 1e-30 is 1e-30 and not 0.
 */
import { betaTails, gammaTails } from './special-functions.ts';

/**
 * Probability of a standard normal value above z (R: `pnorm(z, lower.tail = FALSE)`).
 *
 * @throws RangeError when z is not a number
 * @example normalUpperTail(1.959963984540054) // 0.025
 */
export function normalUpperTail(z: number): number {
  const tails = gammaTails(0.5, (checked(z) * z) / 2);
  return z >= 0 ? tails.upper / 2 : 0.5 + tails.lower / 2;
}

/**
 * Two-sided p-value of a standard normal value (R: `2 * pnorm(-abs(z))`).
 *
 * @throws RangeError when z is not a number
 * @example normalTwoSided(1.959963984540054) // 0.05
 */
export function normalTwoSided(z: number): number {
  return 2 * normalUpperTail(Math.abs(checked(z)));
}

/**
 * The z with the given probability below it (R: `qnorm(p)`).
 * A first guess (Abramowitz & Stegun 26.2.23) and Halley steps on the tail itself.
 *
 * @param probability between 0 and 1, both excluded
 * @throws RangeError outside that range
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(probability: number): number {
  checkProbability(probability);
  if (probability === 0.5) return 0;
  if (probability > 0.5) return upperNormalQuantile(1 - probability);
  return -upperNormalQuantile(probability);
}

function upperNormalQuantile(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail));
  let z =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 0; step < 4; step += 1) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const error = (normalUpperTail(z) - tail) / density;
    z += error / (1 - (z * error) / 2);
  }
  return z;
}

/**
 * Probability of a Student t value above t (R: `pt(t, df, lower.tail = FALSE)`).
 *
 * @param degreesOfFreedom more than 0, need not be whole
 * @throws RangeError when that is not so
 * @example studentUpperTail(2, 10) // 0.03669...
 */
export function studentUpperTail(t: number, degreesOfFreedom: number): number {
  const half = studentTwoSided(t, degreesOfFreedom) / 2;
  return t >= 0 ? half : 1 - half;
}

/**
 * Two-sided p-value of a Student t value (R: `2 * pt(-abs(t), df)`).
 *
 * @param degreesOfFreedom more than 0, need not be whole
 * @throws RangeError when that is not so
 * @example studentTwoSided(2, 10) // 0.07338...
 */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom);
  if (Math.abs(checked(t)) === Infinity) return 0;
  const square = t * t;
  const sum = degreesOfFreedom + square;
  return betaTails(degreesOfFreedom / sum, square / sum, degreesOfFreedom / 2, 0.5).lower;
}

/**
 * The t with the given probability below it (R: `qt(p, df)`).
 *
 * @param probability between 0 and 1, both excluded
 * @param degreesOfFreedom more than 0, need not be whole
 * @throws RangeError outside those ranges
 * @example studentQuantile(0.975, 10) // 2.228138851986274
 */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  checkProbability(probability);
  checkDegrees(degreesOfFreedom);
  if (probability === 0.5) return 0;
  const tail = probability > 0.5 ? 1 - probability : probability;
  let low = 0;
  let high = 1;
  while (studentUpperTail(high, degreesOfFreedom) > tail) high *= 2;
  for (let step = 0; step < 200 && high - low > high * 1e-16; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (studentUpperTail(middle, degreesOfFreedom) > tail) low = middle;
    else high = middle;
  }
  const found = (low + high) / 2;
  return probability > 0.5 ? found : -found;
}

/**
 * Probability of a chi-square value above x (R: `pchisq(x, df, lower.tail = FALSE)`).
 *
 * @param degreesOfFreedom more than 0
 * @throws RangeError when x is negative or the degrees of freedom are not positive
 * @example chiSquareUpperTail(13, 4) // 0.01127...
 */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom);
  return gammaTails(degreesOfFreedom / 2, checked(x) / 2).upper;
}

/**
 * Probability of an F value above x (R: `pf(x, df1, df2, lower.tail = FALSE)`).
 *
 * @param between degrees of freedom of the numerator, more than 0
 * @param within degrees of freedom of the denominator, more than 0
 * @throws RangeError when x is negative or the degrees of freedom are not positive
 * @example fUpperTail(4, 2, 20) // 0.0346...
 */
export function fUpperTail(x: number, between: number, within: number): number {
  checkDegrees(between);
  checkDegrees(within);
  if (checked(x) === Infinity) return 0;
  const sum = between * x + within;
  return betaTails(within / sum, (between * x) / sum, within / 2, between / 2).lower;
}

/**
 * The F with the given probability below it (R: `qf(p, df1, df2)`).
 *
 * @param probability between 0 and 1, both excluded
 * @param between degrees of freedom of the numerator, more than 0
 * @param within degrees of freedom of the denominator, more than 0
 * @throws RangeError outside those ranges
 * @example fQuantile(0.975, 3, 20) // 3.8586...
 */
export function fQuantile(probability: number, between: number, within: number): number {
  checkDegrees(between);
  checkDegrees(within);
  const share = betaQuantile(probability, between / 2, within / 2);
  return (within * share) / (between * (1 - share));
}

/**
 * The share with the given probability below it under a beta distribution (R: `qbeta(p, a, b)`).
 *
 * @param probability between 0 and 1, both excluded
 * @param a more than 0
 * @param b more than 0
 * @throws RangeError outside those ranges
 * @example betaQuantile(0.5, 2, 2) // 0.5
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  checkProbability(probability);
  let low = 0;
  let high = 1;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    const { lower, upper } = betaTails(middle, 1 - middle, a, b);
    // The smaller tail is the one with all its digits.
    const below = probability < 0.5 ? lower < probability : upper > 1 - probability;
    if (below) low = middle;
    else high = middle;
  }
}

function checked(value: number): number {
  if (Number.isNaN(value)) throw new RangeError('A distribution needs a number');
  return value;
}

function checkProbability(probability: number): void {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`A probability lies between 0 and 1, got ${probability}`);
  }
}

function checkDegrees(degreesOfFreedom: number): void {
  if (!(degreesOfFreedom > 0))
    throw new RangeError(`Degrees of freedom are positive, got ${degreesOfFreedom}`);
}
