// The interval of kappa against a numeric delta method in R.
import { describe, expect, it } from 'vitest';
import { kappaInterval } from '../../../analysis/statistics/kappa-interval.ts';

// R: kap <- function(p, k) { m <- matrix(p, k, k); po <- sum(diag(m)); pe <- sum(rowSums(m) * colSums(m)); (po - pe) / (1 - pe) }
// se <- function(m) { n <- sum(m); p <- as.vector(m) / n; k <- nrow(m); h <- 1e-6
//   g <- sapply(seq_along(p), function(i) { a <- p; b <- p; a[i] <- a[i] + h; b[i] <- b[i] - h; (kap(a, k) - kap(b, k)) / (2 * h) })
//   sqrt((sum(g^2 * p) - sum(g * p)^2) / n) }
it.each([
  [
    [
      [20, 5],
      [10, 15],
    ],
    0.4,
    0.126996062932,
  ],
  // The table of Fleiss, Cohen & Everitt 1969 with half as many cases: kappa 0.429.
  [
    [
      [53, 5, 2],
      [11, 14, 5],
      [1, 6, 3],
    ],
    3 / 7,
    0.0759588315366,
  ],
] as const)('is kappa with 1.96 standard errors on both sides for %j', (counts, kappa, error) => {
  const interval = kappaInterval(counts);
  expect(interval?.lower).toBeCloseTo(kappa - 1.959963984540054 * error, 8);
  expect(interval?.upper).toBeCloseTo(kappa + 1.959963984540054 * error, 8);
});

describe('the interval of kappa', () => {
  it('never leaves -1 to 1', () => {
    // R: se(matrix(c(2, 1, 1, 38), 2, byrow = TRUE)) is 0.235081122185 around 0.641025641026
    expect(
      kappaInterval([
        [2, 1],
        [1, 38],
      ]),
    ).toEqual({ lower: expect.closeTo(0.180275108102, 8), upper: 1 });
  });

  it('is unknown where both agree on everything or use one code', () => {
    expect(
      kappaInterval([
        [3, 0],
        [0, 5],
      ]),
    ).toBeNull();
    expect(
      kappaInterval([
        [11, 0],
        [0, 31],
      ]),
    ).toBeNull();
    expect(
      kappaInterval([
        [3, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      kappaInterval([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
  });

  it('refuses a table that is not square', () => {
    expect(() => kappaInterval([[1, 2]])).toThrow(RangeError);
  });
});
