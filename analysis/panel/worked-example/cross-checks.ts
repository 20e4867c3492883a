// The same invented ballots counted in other ways, and how much the members agree, with the numbers in between.
import { condorcet } from '../condorcet.ts';
import { type CopelandLine, copeland } from '../copeland.ts';
import { kemeny } from '../kemeny.ts';
import { type AgreementReading, kendallsW, readAgreement } from '../kendalls-w.ts';
import { type Pairwise, pairwise } from '../pairwise.ts';
import { type SchulzeLine, schulze } from '../schulze.ts';
import type { CountedList } from './order-example.ts';

export interface CrossChecks {
  readonly pairs: Pairwise;
  /** The need that wins from every other one. */
  readonly beatsAll: string | null;
  readonly cycle: boolean;
  readonly copeland: readonly CopelandLine[];
  readonly schulze: readonly SchulzeLine[];
  readonly kemeny: LeastAgainst;
}

/** The orders that go against the members least. */
export interface LeastAgainst {
  /** How many orders the needs can have. */
  readonly possible: number;
  readonly optimal: readonly (readonly string[])[];
  /** Of the first optimal order per pair, the earlier need first: members who had it the other way. */
  readonly against: readonly { readonly first: string; readonly second: string; readonly members: number }[];
  /** Their sum, the same for every optimal order, and all times a member put one need before another. */
  readonly distance: number;
  readonly comparisons: number;
  readonly places: readonly { readonly best: number; readonly worst: number }[];
}

/** Agreement as W is made: how far the sums of places lie apart, beside the furthest they could. */
export interface WorkedAgreement {
  readonly members: number;
  readonly items: number;
  /** The sum every need would have if nobody agreed with anybody. */
  readonly middle: number;
  readonly lines: readonly { readonly need: string; readonly sum: number; readonly away: number }[];
  readonly squares: number;
  /** With equal places on every ballot; t needs that share a place make it smaller, by t³ - t each. */
  readonly most: number;
  readonly ties: number;
  readonly lessForTies: number;
  readonly w: number;
  readonly reading: AgreementReading;
  /** From which W each word is used. */
  readonly scale: readonly { readonly reading: AgreementReading; readonly from: number }[];
}

/** Other counts of a list. @throws RangeError for a list without ballots or with more than twenty needs */
export function crossChecks({ ballots, needs }: CountedList): CrossChecks {
  const pairs = pairwise(ballots, needs);
  const { winner, cycle } = condorcet(pairs);
  return {
    pairs,
    beatsAll: winner,
    cycle,
    copeland: copeland(pairs) ?? [],
    schulze: schulze(pairs)?.lines ?? [],
    kemeny: leastAgainst(pairs),
  };
}

function leastAgainst(pairs: Pairwise): LeastAgainst {
  const found = kemeny(pairs);
  if (found?.kind !== 'orders') throw new RangeError('The example has ballots and few needs');
  const { items, before } = pairs;
  const [first = []] = found.optimal;
  const times = (one: string, other: string) => before[items.indexOf(one)]?.[items.indexOf(other)] ?? 0;
  return {
    possible: items.reduce((product, _, index) => product * (index + 1), 1),
    optimal: found.optimal,
    against: first.flatMap((one, index) =>
      first.slice(index + 1).map((other) => ({ first: one, second: other, members: times(other, one) })),
    ),
    distance: found.distance,
    comparisons: before.flat().reduce((sum, count) => sum + count, 0),
    places: found.places,
  };
}

/** Kendall's W of a list with what it is made from. @throws RangeError for a list nobody orders */
export function workedAgreement({ ballots, needs, lines }: CountedList): WorkedAgreement {
  const found = kendallsW(ballots, needs);
  if (found.estimate === null || found.reading === null) throw new RangeError('The example has an order');
  const { base, items, ties, squares } = found;
  const middle = (base * (items + 1)) / 2;
  const readings = Array.from({ length: 10 }, (_, tenth) => tenth / 10).map((from) => ({
    from,
    reading: readAgreement(from),
  }));
  return {
    members: base,
    items,
    middle,
    lines: lines.map(({ need, sum }) => ({ need, sum, away: sum - middle })),
    squares,
    most: (base ** 2 * items * (items ** 2 - 1)) / 12,
    ties,
    lessForTies: (base * ties) / 12,
    w: found.estimate,
    reading: found.reading,
    scale: readings.filter(({ reading }, index) => reading !== readings[index - 1]?.reading),
  };
}
