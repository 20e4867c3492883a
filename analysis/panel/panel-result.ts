// Stored ballots of one round and the tree of needs → the group's order, how firm it is and where members differ.
// The order is Borda's (docs/rules.md, Panel); who ranked what does not come out of here (docs/rules.md, Panel).
import type { PanelList, PanelResult } from '../results/panel.ts';
import { SAME_SCORE } from '../statistics/competition-rank.ts';
import { type Random, seededRandom } from '../statistics/seeded-random.ts';
import type { Ballot } from './ballot.ts';
import { CLEAR_CHANCE } from './bootstrap.ts';
import type { BordaLine } from './borda.ts';
import { FEWEST_BALLOTS, FEWEST_FOR_SPREAD, FEWEST_TO_COUNT_TWO } from './fewest.ts';
import { finalOrder } from './final-order.ts';
import {
  applyMoves,
  besideCount,
  type CountedPlace,
  type HandMove,
  type UncountedPlace,
} from './hand-moves.ts';
import type { KendallsW } from './kendalls-w.ts';
import { type ListFigures, listFigures } from './list-figures.ts';
import {
  type CastBallot,
  countVotes,
  type RoundWay,
  saysSomething,
  type Way,
  wayOfList,
} from './ways/vote.ts';
import { voteList } from './ways/vote-list.ts';

/** One round as it was stored: submitted ballots only, without the member they came from. */
export interface PanelRound {
  readonly round: number;
  readonly closedOn: string | null;
  /** Members who were invited. */
  readonly members: number;
  readonly ballots: readonly CastBallot[];
  /** Evidence score per need on the day of closing, which decides ties for good; today's scores do without it. */
  readonly evidence?: Readonly<Record<string, number | null>> | null;
  /** The lists the round was about, as it was opened: no later catalogue changes them. By today's needs when left out. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  /** What was moved by hand after counting, in order. */
  readonly moves?: readonly HandMove[];
  /** When the round was frozen as the panel's decision, and why; null before that. */
  readonly decision?: PanelResult['decision'];
  /** How it was voted in; ordering cards when left out. */
  readonly way?: RoundWay;
}

/** A need as the panel met it. `evidence` is its score 0-100 and decides between exact ties only (docs/rules.md, Panel). */
export interface PanelNeed {
  readonly code: string;
  readonly parent: string | null;
  readonly evidence: number | null;
}

/** One list the panel orders: needs with the same parent, never a parent beside its child (docs/rules.md, Panel). */
export interface NeedList {
  readonly parent: string | null;
  readonly needs: readonly string[];
}

/**
 * The lists a panel orders: the top level, and per parent with two or more children those children.
 *
 * @param needs in catalogue order, which is also the order inside a list
 * @example needLists([{ code: 'N1', parent: null }, { code: 'N2', parent: null }])[0]?.needs // ['N1', 'N2']
 */
export function needLists(
  needs: readonly { readonly code: string; readonly parent: string | null }[],
): readonly NeedList[] {
  const codes = new Set(needs.map((need) => need.code));
  const top = needs.filter((need) => need.parent === null || !codes.has(need.parent));
  const nested = needs.map((parent) => ({
    parent: parent.code,
    needs: needs.filter((need) => need.parent === parent.code).map((need) => need.code),
  }));
  return [
    { parent: null, needs: top.map((need) => need.code) },
    ...nested.filter((list) => list.needs.length > 1),
  ];
}

/** The name of a list inside a stored ballot. */
export function listName(list: { readonly parent: string | null }): string {
  return list.parent ?? 'top';
}

/** The need whose parts a list of this name holds; null for the list at the top. */
export function parentNamed(name: string): string | null {
  return name === listName({ parent: null }) ? null : name;
}

/**
 * The group's order after a round, nested as the needs are. Lists are empty with fewer than three ballots; the
 * spread of a need and leave-one-out are null with fewer than five.
 *
 * @param all needs in catalogue order, which decides between needs that are equal in everything
 * @param random for more than nine ballots and for a large permutation test; without it seeded by the round
 * @throws RangeError when a ballot holds a need twice: `checkBallot` comes first
 */
export function panelResult(
  round: PanelRound,
  all: readonly PanelNeed[],
  random: Random = seededRandom(round.round),
): PanelResult {
  const asked = listsOf(round, all);
  const evidence = evidenceOf(round, all);
  const way = countedWay(round);
  const lists = asked.flatMap((list): readonly PanelList[] => {
    if (way) return votedList(round, way, list, evidence);
    const ballots = round.ballots.flatMap((ballot) => ballot.lists[listName(list)] ?? []);
    return ballots.length < FEWEST_BALLOTS
      ? []
      : listResult(list, ballots, evidence, random, round.moves ?? []);
  });
  return {
    round: round.round,
    closedOn: round.closedOn,
    ballots: round.ballots.length,
    members: round.members,
    lists,
    tree: Object.fromEntries(asked.map((list) => [listName(list), list.needs])),
    decision: round.decision ?? null,
    ...(round.way === undefined || round.way === 'order' ? {} : { way: round.way }),
  };
}

/** The way whose votes are no orders; null where they are: cards that were ordered, and piles. */
export function countedWay({ way }: Pick<PanelRound, 'way'>): Way | null {
  return way === undefined || way === 'order' || way === 'piles' ? null : way;
}

/** The list of a round in which no order was made, or nothing with too few votes on it. */
function votedList(
  { ballots, moves = [] }: PanelRound,
  way: Way,
  list: NeedList,
  evidence: ReadonlyMap<string, number | null>,
): readonly PanelList[] {
  const listWay = wayOfList(way, list.needs.length);
  const votes = ballots.flatMap(({ votes }) => votes?.[listName(list)] ?? []).filter(saysSomething);
  const counted = listWay && countVotes(listWay, votes, list.needs);
  if (!counted || counted.way === 'piles') return [];
  return [voteList({ parent: list.parent, counted, ballots: votes.length, evidence, moves })];
}

/**
 * The lists a round was about, the top level first and then as their parents stand in it.
 * @param all the needs, for a round that kept no lists of its own
 */
export function listsOf(
  { lists }: Pick<PanelRound, 'lists'>,
  all: readonly PanelNeed[] = [],
): readonly NeedList[] {
  if (!lists) return needLists(all);
  const top = lists.top ?? [];
  // How the lists were stored says nothing: a database may give their names in another order.
  const at = (parent: string | null) => (parent === null ? -1 : [...top, parent].indexOf(parent));
  return Object.entries(lists)
    .map(([name, needs]): NeedList => ({ parent: parentNamed(name), needs }))
    .sort((one, other) => at(one.parent) - at(other.parent) || (listName(one) < listName(other) ? -1 : 1));
}

/** The evidence that decides exact ties: as it was on the day of closing, where that was kept. */
export function evidenceOf(
  { evidence: kept }: PanelRound,
  needs: readonly PanelNeed[],
): ReadonlyMap<string, number | null> {
  return new Map(needs.map((need) => [need.code, kept ? (kept[need.code] ?? null) : need.evidence]));
}

/**
 * The needs of a list as the group orders them, evidence deciding between exact ties.
 *
 * @param scores in the order of the needs, which decides between needs that are equal in everything
 * @example orderByScores(borda(ballots, ['N1', 'N2']) ?? [], new Map())[0] // { need: 'N2', rank: 1, ballotPlace: 1, evidencePlace: null, flag: 'noEvidence' }
 */
export function orderByScores(
  scores: readonly BordaLine[],
  evidence: ReadonlyMap<string, number | null>,
): readonly CountedPlace[] {
  const ordered = finalOrder(
    scores.map(({ item, score100 }) => ({ id: item, panel: score100, evidence: evidence.get(item) ?? null })),
  );
  return ordered.map(({ id, place, panelRank, evidenceRank, flag }) => ({
    need: id,
    rank: place,
    ballotPlace: panelRank,
    evidencePlace: evidenceRank,
    flag,
  }));
}

/** The list in the group's order; none where too few had an opinion on every single need. */
function listResult(
  list: NeedList,
  ballots: readonly Ballot[],
  evidence: ReadonlyMap<string, number | null>,
  random: Random,
  moves: readonly HandMove[],
): readonly PanelList[] {
  const figures = listFigures(ballots, list.needs, random);
  const counted = orderByScores(figures.scores, evidence);
  if (counted.every(({ ballotPlace }) => ballotPlace === null)) return [];
  const places = applyMoves(counted, moves);
  const orderOnly = countsTwo(figures, ballots);
  const order = placesWithSpread(places, list.needs, figures);
  return [
    {
      parent: list.parent,
      ballots: ballots.length,
      order: besideCount(orderOnly ? order.map(placeOnly) : order, counted, moves),
      agreement: orderOnly ? null : agreementOf(figures.agreement),
      complete: figures.agreement.base,
      ...(orderOnly ? { orderOnly: true as const } : {}),
      ...(places === counted ? {} : { byHand: true as const }),
    },
  ];
}

/** Whether every figure about a list is a count of who put which of two needs first, told of too few members. */
export function countsTwo({ scores }: ListFigures, ballots: readonly Ballot[]): boolean {
  return ballots.length < FEWEST_TO_COUNT_TWO && scores.filter(({ place }) => place !== null).length <= 2;
}

/** A place of which nothing is told that counts members; exactly as many for both needs is the order itself. */
function placeOnly(place: UncountedPlace, index: number, order: readonly UncountedPlace[]): UncountedPlace {
  const { need, rank } = place;
  const next = order[index + 1];
  const level =
    place.score !== null && next?.score != null && Math.abs(place.score - next.score) <= SAME_SCORE;
  return { need, rank, ...nothingTold, equalToNext: level };
}

const nothingTold = {
  meanPlace: null,
  score: null,
  lowest: null,
  highest: null,
  disagreement: null,
  divided: false,
  withoutOne: null,
} as const;

function placesWithSpread(
  places: readonly { readonly need: string; readonly rank: number }[],
  needs: readonly string[],
  { scores: lines, spread, without, redrawn }: ListFigures,
): readonly UncountedPlace[] {
  const scores = new Map(lines.map((line) => [line.item, line]));
  return places.map(({ need, rank }, position) => {
    const index = needs.indexOf(need);
    const own = spread?.[index];
    const left = without?.[index];
    const line = scores.get(need);
    const next = places[position + 1]?.need;
    // Fewer than five people on one need could be told apart, even where the list has five ballots.
    const shown = own !== undefined && own.base >= FEWEST_FOR_SPREAD ? own : null;
    return {
      need,
      rank,
      meanPlace: line?.meanPlace ?? null,
      score: line?.score100 ?? null,
      lowest: shown?.best ?? null,
      highest: shown?.worst ?? null,
      disagreement: shown?.polarisation ?? null,
      divided: shown?.divided ?? false,
      withoutOne:
        shown && left && left.best !== null && left.worst !== null
          ? { best: left.best, worst: left.worst }
          : null,
      equalToNext: next !== undefined && aboutEqual(need, next, scores, needs, redrawn?.above ?? null),
    };
  });
}

/** Neighbours that swap in more than one in five redraws; without redraws only those with the same score. */
function aboutEqual(
  need: string,
  next: string,
  scores: ReadonlyMap<string, BordaLine>,
  needs: readonly string[],
  above: readonly (readonly number[])[] | null,
): boolean {
  const score = scores.get(need)?.score100 ?? null;
  const nextScore = scores.get(next)?.score100 ?? null;
  if (score === null || nextScore === null) return false;
  if (Math.abs(score - nextScore) <= SAME_SCORE) return true;
  const chance = above?.[needs.indexOf(need)]?.[needs.indexOf(next)];
  return chance !== undefined && chance < CLEAR_CHANCE - SAME_SCORE;
}

/** Kendall's W of three ballots or more with its reading as a word's key; the permutation p where there is one, as chi-square is rough here. */
function agreementOf(found: KendallsW): PanelList['agreement'] {
  if (found.base < FEWEST_BALLOTS) return null;
  if (found.estimate === null || found.chiSquare === null || found.reading === null) return null;
  return {
    w: found.estimate,
    chiSquare: found.chiSquare,
    p: found.permutation?.p ?? found.p,
    words: found.reading,
    left: found.leftOut,
  };
}
