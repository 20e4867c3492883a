/** How far apart members place one need, and whether the panel is divided on it. */
import { SAME_SCORE } from '../statistics/competition-rank.ts';
import { leikD } from '../statistics/leik-d.ts';
import { type Ballot, places } from './ballot.ts';

export interface PlaceSpread {
  readonly item: string;
  /** Members with an opinion on it. */
  readonly base: number;
  /** Members who put it first, alone or with others. */
  readonly first: number;
  /** Best, worst and mean place; null when nobody has an opinion. */
  readonly best: number | null;
  readonly worst: number | null;
  readonly meanPlace: number | null;
  /** Leik's D over the places: 0 all the same, 1 half first and half last. */
  readonly polarisation: number | null;
  /** Polarisation of 0.5 or more: worth a talk rather than an average. */
  readonly divided: boolean;
}

const DIVIDED_FROM = 0.5;

/**
 * Spread of each item's places over the members.
 *
 * @returns a line per item in the order of `items`, or null without ballots
 * @throws RangeError when a ballot holds an item twice
 * @example placeSpread(ballots, ['a', 'b'])?.[0]?.divided // true when half put a first and half last
 */
export function placeSpread(
  ballots: readonly Ballot[],
  items: readonly string[],
): readonly PlaceSpread[] | null {
  if (ballots.length === 0) return null;
  const rows = ballots.map((ballot) => places(ballot, items));
  const firsts = rows.map((row) => Math.min(...row.map((place) => place ?? Number.POSITIVE_INFINITY)));
  return items.map((item, index) => {
    const found = rows.map((row) => row[index] ?? null).filter((place) => place !== null);
    const base = found.length;
    const first = rows.filter((row, member) => row[index] === firsts[member]).length;
    if (base === 0) {
      const none = { best: null, worst: null, meanPlace: null, polarisation: null };
      return { item, base, first, ...none, divided: false };
    }
    const polarisation = leikD(countHalfPlaces(found, items.length));
    return {
      item,
      base,
      first,
      best: Math.min(...found),
      worst: Math.max(...found),
      meanPlace: found.reduce((sum, place) => sum + place, 0) / base,
      polarisation,
      divided: base > 1 && polarisation !== null && polarisation >= DIVIDED_FROM - SAME_SCORE,
    };
  });
}

/**
 * Counts per place in steps of a half, since a tie of two falls between places. Without ties D is the same
 * as over whole places: every other step is empty and the scale twice as long.
 */
function countHalfPlaces(found: readonly number[], items: number): readonly number[] {
  const counts = Array.from({ length: Math.max(1, 2 * items - 1) }, () => 0);
  for (const place of found) {
    const step = Math.round(2 * (place - 1));
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return counts;
}
