/** A source of random numbers that gives the same numbers for the same seed, so that a result can be redone. */

/** Gives a number from 0 up to, not including, 1. */
export type Random = () => number;

/**
 * Seeded random source (mulberry32, public domain, 32-bit state). For shuffles and resampling, never for secrets.
 *
 * @param seed whole number; only its lowest 32 bits count
 * @example seededRandom(1)() === seededRandom(1)() // true
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
