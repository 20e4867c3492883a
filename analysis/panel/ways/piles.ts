// Piles: each need goes on one of three, "tackle first" to "less of a priority". The piles are the tiers of a ballot,
// so they are counted as any order is; with many needs they are the first step before ordering inside a pile.
import type { Ballot } from '../ballot.ts';
import { choiceIn, type FieldProblem, type RawFields, type Reading } from './fields.ts';

/** The piles, best first. */
export const piles = ['first', 'later', 'less'] as const;
export type Pile = (typeof piles)[number];

/** Where each need was put; a need that is not here is unsorted and counts below all piles. */
export type Sorting = Readonly<Record<string, Pile | 'noOpinion'>>;

/** Ordering more cards than this is tiring: sorting into piles comes first. */
const MOST_TO_ORDER = 12;

/** Whether a list is long enough to sort into piles before ordering it. */
export function pilesComeFirst(needs: readonly string[]): boolean {
  return needs.length > MOST_TO_ORDER;
}

/**
 * Reads `pile.<need>` for every need. Empty is unsorted.
 * @example readPiles({ 'pile.N1': 'first' }, ['N1', 'N2']).value // { N1: 'first' }
 */
export function readPiles(fields: RawFields, needs: readonly string[]): Reading<Sorting> {
  const sorting: [string, Pile | 'noOpinion'][] = [];
  const problems: FieldProblem[] = [];
  for (const need of needs) {
    const field = `pile.${need}`;
    const pile = choiceIn(fields, field, [...piles, 'noOpinion']);
    if (pile) sorting.push([need, pile]);
    else if (pile === undefined) problems.push({ field, key: 'votes.problem.pile', values: {} });
  }
  return { value: Object.fromEntries(sorting), problems };
}

/**
 * The ballot the piles are: a tier per pile that holds anything, its needs equal.
 * @example ballotOfPiles({ N1: 'less', N2: 'first' }, ['N1', 'N2']).tiers // [['N2'], ['N1']]
 */
export function ballotOfPiles(sorting: Sorting, needs: readonly string[]): Ballot {
  const on = (pile: string) => needs.filter((need) => Object.hasOwn(sorting, need) && sorting[need] === pile);
  return { tiers: piles.map(on).filter((tier) => tier.length > 0), noOpinion: on('noOpinion') };
}
