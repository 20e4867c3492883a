/**
 * The gamma and beta functions the distributions rest on. Both tails are always returned,
 * each computed directly: one minus a tail would lose a small p-value altogether.
 */

/** Lower and upper part of a distribution; they add up to 1. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

const HALF_LOG_TWO_PI = 0.9189385332046728;
const SMALLEST = 1e-300;
const PRECISION = 1e-16;
const MOST_TERMS = 100_000;

/** What Stirling's formula leaves out of ln gamma(x); for x of 10 and more (Abramowitz & Stegun 6.1.41). */
function stirlingRemainder(x: number): number {
  const inverse = 1 / (x * x);
  const series =
    1 / 12 -
    inverse *
      (1 / 360 -
        inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * (1 / 1188 - (inverse * 691) / 360_360))));
  return series / x;
}

/**
 * Natural logarithm of the gamma function.
 * Stirling's series; arguments under 10 are first moved up by gamma(x + 1) = x gamma(x).
 *
 * @param x more than 0
 * @throws RangeError when x is 0, negative or not a number
 * @example logGamma(5) // ln 24 = 3.178...
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs a positive number, got ${x}`);
  let product = 1;
  let moved = x;
  while (moved < 10) {
    product *= moved;
    moved += 1;
  }
  return (
    (moved - 0.5) * Math.log(moved) - moved + HALF_LOG_TWO_PI + stirlingRemainder(moved) - Math.log(product)
  );
}

/**
 * Natural logarithm of the beta function, gamma(a) gamma(b) / gamma(a + b).
 * For large arguments the big terms cancel on paper, not in the computer, as in R's `lbeta`.
 *
 * @param a more than 0
 * @param b more than 0
 * @throws RangeError when an argument is not positive
 * @example logBeta(2, 3) // ln(1/12) = -2.484...
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < 10) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const sum = small + large;
  const remainder = stirlingRemainder(large) - stirlingRemainder(sum);
  if (small < 10) {
    return (
      logGamma(small) + remainder + small - small * Math.log(sum) + (large - 0.5) * Math.log1p(-small / sum)
    );
  }
  return (
    HALF_LOG_TWO_PI -
    0.5 * Math.log(large) +
    remainder +
    stirlingRemainder(small) +
    (small - 0.5) * Math.log(small / sum) +
    large * Math.log1p(-small / sum)
  );
}

/** mu - ln(1 + mu), without the loss of digits near 0. */
function excessOverLog(mu: number): number {
  if (Math.abs(mu) > 0.2) return mu - Math.log1p(mu);
  let term = mu * mu;
  let sum = 0;
  for (let power = 2; Math.abs(term) > PRECISION * Math.abs(sum) * power; power += 1) {
    sum += term / power;
    term *= -mu;
    if (term === 0) break;
  }
  return sum;
}

/** x^a e^-x / gamma(a), the factor before both forms of the incomplete gamma function. */
function gammaFactor(a: number, x: number): number {
  if (a < 10) return Math.exp(a * Math.log(x) - x - logGamma(a));
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(-a * excessOverLog((x - a) / a) - stirlingRemainder(a));
}

/**
 * Regularised incomplete gamma function, P(a, x) and Q(a, x).
 * Power series below the mean, Lentz's continued fraction above it (Abramowitz & Stegun 6.5.29, 6.5.31).
 *
 * @param a shape, more than 0
 * @param x 0 or more
 * @throws RangeError outside those ranges
 * @example gammaTails(1, 2).upper // e^-2 = 0.1353...
 */
export function gammaTails(a: number, x: number): Tails {
  if (!(a > 0) || !(x >= 0)) throw new RangeError(`gammaTails needs a > 0 and x >= 0, got ${a} and ${x}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const factor = gammaFactor(a, x);
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; k < MOST_TERMS && term > sum * PRECISION; k += 1) {
      term *= x / (a + k);
      sum += term;
    }
    const lower = Math.min(1, factor * sum);
    return { lower, upper: 1 - lower };
  }
  let b = x + 1 - a;
  let c = 1 / SMALLEST;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < MOST_TERMS; k += 1) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / nonZero(numerator * d + b);
    c = nonZero(b + numerator / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < PRECISION) break;
  }
  const upper = Math.min(1, factor * fraction);
  return { lower: 1 - upper, upper };
}

function nonZero(value: number): number {
  return Math.abs(value) < SMALLEST ? SMALLEST : value;
}

/** Lentz's continued fraction for the incomplete beta function (Abramowitz & Stegun 26.5.8). */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let k = 1; k < MOST_TERMS; k += 1) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < PRECISION) break;
  }
  return fraction;
}

/**
 * Regularised incomplete beta function I_x(a, b) and its complement.
 *
 * @param x between 0 and 1
 * @param rest 1 - x, given apart because the caller often knows it more exactly
 * @param a more than 0
 * @param b more than 0
 * @throws RangeError outside those ranges
 * @example betaTails(0.5, 0.5, 2, 2).lower // 0.5
 */
export function betaTails(x: number, rest: number, a: number, b: number): Tails {
  if (!(a > 0) || !(b > 0) || !(x >= 0) || !(rest >= 0)) {
    throw new RangeError(`betaTails needs positive shapes and shares, got ${x}, ${rest}, ${a}, ${b}`);
  }
  if (x === 0) return { lower: 0, upper: 1 };
  if (rest === 0) return { lower: 1, upper: 0 };
  const logX = x > 0.5 ? Math.log1p(-rest) : Math.log(x);
  const logRest = rest > 0.5 ? Math.log1p(-x) : Math.log(rest);
  const factor = Math.exp(a * logX + b * logRest - logBeta(a, b));
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, (factor * betaFraction(x, a, b)) / a);
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, (factor * betaFraction(rest, b, a)) / b);
  return { lower: 1 - upper, upper };
}
