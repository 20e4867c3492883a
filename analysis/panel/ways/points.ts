// Points: each member spreads a few over the needs. Quick as a warm-up; it shows the top alone and ties abound, so
// what comes out is never stored as the panel's order.
import { competitionRanks } from '../../statistics/competition-rank.ts';
import { type FieldProblem, type RawFields, type Reading, wordsIn } from './fields.ts';

export interface PointsOffer {
  readonly needs: readonly string[];
  /** Points a member may give in all; giving fewer is allowed. */
  readonly budget: number;
  /** Points one need can get from one member. */
  readonly most: number;
}

/** Points per need, 1 or more; a need that is not here got none. */
export type Points = Readonly<Record<string, number>>;

export interface PointsLine {
  readonly need: string;
  /** Points of all members together. */
  readonly points: number;
  /** Place by points, equal points share one (1, 2, 2, 4). */
  readonly place: number;
}

/** A point for every third need, rounded up, and at most two for one need. @example offerPoints(['a', 'b', 'c', 'd']).budget // 2 */
export function offerPoints(needs: readonly string[]): PointsOffer {
  return { needs, budget: Math.ceil(needs.length / 3), most: 2 };
}

/**
 * Reads `points.<need>` for every need. Too many in all is said at every field that has points.
 * @example readPoints({ 'points.N1': '2' }, offerPoints(['N1', 'N2', 'N3', 'N4'])).value // { N1: 2 }
 */
export function readPoints(fields: RawFields, offer: PointsOffer): Reading<Points> {
  const given: [string, number][] = [];
  const problems: FieldProblem[] = [];
  for (const need of offer.needs) {
    const field = `points.${need}`;
    const words = wordsIn(fields, field);
    if (words === '') continue;
    const points = /^\d{1,6}$/.test(words) ? Number(words) : null;
    const values = { most: offer.most };
    if (points === null) problems.push({ field, key: 'votes.problem.wholePoints', values });
    else if (points > offer.most) problems.push({ field, key: 'votes.problem.mostPoints', values });
    else if (points > 0) given.push([need, points]);
  }
  const total = given.reduce((sum, [, points]) => sum + points, 0);
  if (total > offer.budget) {
    const values = { budget: offer.budget, over: total - offer.budget };
    for (const [need] of given) {
      problems.push({ field: `points.${need}`, key: 'votes.problem.tooManyPoints', values });
    }
    return { value: {}, problems };
  }
  return { value: Object.fromEntries(given), problems };
}

/**
 * The points of all members per need, in the order of the needs: sums, with ties kept.
 * Source: dot voting, nominal group technique (Delbecq & Van de Ven 1971). Members times needs.
 */
export function countPoints(votes: readonly Points[], needs: readonly string[]): readonly PointsLine[] {
  const pointsOf = (vote: Points, need: string) => (Object.hasOwn(vote, need) ? (vote[need] ?? 0) : 0);
  const sums = needs.map((need) => votes.reduce((sum, vote) => sum + pointsOf(vote, need), 0));
  const places = competitionRanks(sums);
  return needs.map((need, index) => ({
    need,
    points: sums[index] ?? 0,
    place: places[index] ?? needs.length,
  }));
}
