// The ways a round can be voted in, as one union: what a way offers a member, what a form of it says, what it counts to.

import type { StoredBallot } from '../../../surveys/demonstration.ts';
import type { Ballot } from '../ballot.ts';
import { FEWEST_BALLOTS } from '../fewest.ts';
import type { RawFields, Reading } from './fields.ts';
import { countGrid, type GridLine, type GridMarks, readGrid } from './grid.ts';
import {
  countPairs,
  designPairs,
  MOST_IN_PAIRS,
  type Pair,
  type PairAnswer,
  type PairsCount,
  readPairs,
} from './pairs.ts';
import { ballotOfPiles, readPiles, type Sorting } from './piles.ts';
import {
  countPoints,
  offerPoints,
  type Points,
  type PointsLine,
  type PointsOffer,
  readPoints,
} from './points.ts';
import { countSets, designSets, readSets, SET_SIZE, type SetsLine, type SetsVote } from './sets.ts';

/** The ways beside ordering cards, which has fields and moves of its own (`ballot-order`). */
export const ways = ['piles', 'points', 'sets', 'pairs', 'grid'] as const;
export type Way = (typeof ways)[number];

/** How a round is voted in: every way, and ordering cards. */
export const roundWays = ['order', ...ways] as const;
export type RoundWay = (typeof roundWays)[number];

/** What one member is shown. Sets and pairs are drawn by chance once and stored, so that a form finds them again. */
export type Offer =
  | { readonly way: 'piles' | 'grid'; readonly needs: readonly string[] }
  | ({ readonly way: 'points' } & PointsOffer)
  | { readonly way: 'sets'; readonly needs: readonly string[]; readonly sets: readonly (readonly string[])[] }
  | { readonly way: 'pairs'; readonly needs: readonly string[]; readonly pairs: readonly Pair[] };

/** What one member said. */
export type Vote =
  | { readonly way: 'piles'; readonly sorting: Sorting }
  | { readonly way: 'points'; readonly points: Points }
  | ({ readonly way: 'sets' } & SetsVote)
  | { readonly way: 'pairs'; readonly answers: readonly PairAnswer[] }
  | { readonly way: 'grid'; readonly marks: GridMarks };

/** What the votes of a round count to. Piles are ballots, and counted as every order is. */
export type WayResult =
  | { readonly way: 'piles'; readonly ballots: readonly Ballot[] }
  | { readonly way: 'points'; readonly lines: readonly PointsLine[] }
  | { readonly way: 'sets'; readonly lines: readonly SetsLine[] }
  | ({ readonly way: 'pairs' } & PairsCount)
  | { readonly way: 'grid'; readonly lines: readonly GridLine[] };

/** The ways a list of this many needs can be voted in: pairs for a short list, sets when they hold less than all. */
export function waysFor(count: number): readonly Way[] {
  const fits: Readonly<Record<Way, boolean>> = {
    piles: count >= 2,
    points: count >= 2,
    sets: count > SET_SIZE,
    pairs: count >= 2 && count <= MOST_IN_PAIRS,
    grid: count >= 1,
  };
  return ways.filter((way) => fits[way]);
}

/**
 * The way one list of a round is voted in: the round's own where it fits. A list too short for sets is asked in pairs.
 * @returns null when the list is too long for the way
 * @example wayOfList('sets', 2) // 'pairs'
 */
export function wayOfList(way: Way, count: number): Way | null {
  const fitting = waysFor(count);
  if (fitting.includes(way)) return way;
  return way === 'sets' && fitting.includes('pairs') ? 'pairs' : null;
}

/**
 * Whether a way is there to explore only: points show the top alone and the grid has two scales, so that neither is an
 * order of the whole list. A panel's decision does not stand on them.
 */
export function exploresOnly(way: RoundWay): boolean {
  return way === 'points' || way === 'grid';
}

/** A ballot as it is stored: the order it gives per list, and where it was no order of cards what was said. */
export interface CastBallot extends StoredBallot {
  /** By the name of the list; absent on a ballot of cards. */
  readonly votes?: Readonly<Record<string, Vote>>;
}

/**
 * What a member gets to see.
 * @param needs in the order they are shown
 * @param random numbers from 0 up to 1, from a source seeded by the member
 * @throws RangeError when the way does not fit this many needs (`waysFor`)
 */
export function offerFor(way: Way, needs: readonly string[], random: () => number): Offer {
  if (!waysFor(needs.length).includes(way))
    throw new RangeError(`${needs.length} needs cannot be voted by ${way}`);
  switch (way) {
    case 'points':
      return { way, ...offerPoints(needs) };
    case 'sets':
      return { way, needs, sets: designSets(needs, random) };
    case 'pairs':
      return { way, needs, pairs: designPairs(needs, random) };
    case 'piles':
    case 'grid':
      return { way, needs };
  }
}

/** The names of the fields a form of this offer has. */
export function fieldNames(offer: Offer): readonly string[] {
  const numbered = (list: readonly unknown[], ...words: readonly string[]) =>
    list.flatMap((_, index) => words.map((word) => `${word}.${index + 1}`));
  switch (offer.way) {
    case 'piles':
      return offer.needs.map((need) => `pile.${need}`);
    case 'points':
      return offer.needs.map((need) => `points.${need}`);
    case 'sets':
      return numbered(offer.sets, 'best', 'worst', 'noOpinion');
    case 'pairs':
      return numbered(offer.pairs, 'pair');
    case 'grid':
      return offer.needs.flatMap((need) => [`effort.${need}`, `impact.${need}`]);
  }
}

/** The vote a form holds, with what is wrong at which field. */
export function readVote(fields: RawFields, offer: Offer): Reading<Vote> {
  switch (offer.way) {
    case 'piles':
      return mapReading(readPiles(fields, offer.needs), (sorting) => ({ way: 'piles', sorting }));
    case 'points':
      return mapReading(readPoints(fields, offer), (points) => ({ way: 'points', points }));
    case 'sets':
      return mapReading(readSets(fields, offer.sets), (answers) => ({
        way: 'sets',
        sets: offer.sets,
        answers,
      }));
    case 'pairs':
      return mapReading(readPairs(fields, offer.pairs), (answers) => ({ way: 'pairs', answers }));
    case 'grid':
      return mapReading(readGrid(fields, offer.needs), (marks) => ({ way: 'grid', marks }));
  }
}

/** Whether a vote says anything: one that passes everything over is no vote. */
export function saysSomething(vote: Vote): boolean {
  switch (vote.way) {
    case 'piles':
      return Object.keys(vote.sorting).length > 0;
    case 'points':
      return Object.keys(vote.points).length > 0;
    case 'sets':
    case 'pairs':
      return vote.answers.length > 0;
    case 'grid':
      return Object.keys(vote.marks).length > 0;
  }
}

/**
 * What the votes of this way count to; votes of another way, and votes that say nothing, are no part of it.
 * @returns null with fewer than three votes: a result of so few tells who said what
 */
export function countVotes(way: Way, votes: readonly Vote[], needs: readonly string[]): WayResult | null {
  const of = <Name extends Way>(name: Name) =>
    votes.filter((vote): vote is Extract<Vote, { way: Name }> => vote.way === name && saysSomething(vote));
  if (of(way).length < FEWEST_BALLOTS) return null;
  switch (way) {
    case 'piles':
      return { way, ballots: of(way).map((vote) => ballotOfPiles(vote.sorting, needs)) };
    case 'points':
      return {
        way,
        lines: countPoints(
          of(way).map((vote) => vote.points),
          needs,
        ),
      };
    case 'sets':
      return { way, lines: countSets(of(way), needs) };
    case 'pairs':
      return {
        way,
        ...countPairs(
          of(way).map((vote) => vote.answers),
          needs,
        ),
      };
    case 'grid':
      return {
        way,
        lines: countGrid(
          of(way).map((vote) => vote.marks),
          needs,
        ),
      };
  }
}

function mapReading<Value>(reading: Reading<Value>, vote: (value: Value) => Vote): Reading<Vote> {
  return { value: vote(reading.value), problems: reading.problems };
}
