// What is told beside the group's order of a round: the same ballots counted in other ways, who beats whom, how much
// members agree and how firm each place is. Who ranked what does not come out of here.
import { type Random, seededRandom } from '../statistics/seeded-random.ts';
import { type Ballot, comparingRankedOnly } from './ballot.ts';
import { majorityCircle } from './circle.ts';
import { condorcet } from './condorcet.ts';
import { copeland } from './copeland.ts';
import { FEWEST_BALLOTS, FEWEST_FOR_SPREAD } from './fewest.ts';
import { type KemenyOrders, type KemenyRefusal, kemeny } from './kemeny.ts';
import type { AgreementReading, KendallsW } from './kendalls-w.ts';
import { type ListFigures, listFigures } from './list-figures.ts';
import { type PairSeen, pairsSeen } from './pairs-seen.ts';
import { type Pairwise, pairwise } from './pairwise.ts';
import {
  countsTwo,
  evidenceOf,
  listName,
  listsOf,
  orderByScores,
  type PanelNeed,
  type PanelRound,
} from './panel-result.ts';
import { enoughOpinions, placedBorda } from './placed-borda.ts';
import { schulze } from './schulze.ts';

/** `rankedOnly` is the mean place when what a member left unranked is not compared at all instead of last. */
export type CheckMethod = 'borda' | 'rankedOnly' | 'copeland' | 'schulze' | 'kemeny';

/** The place of a need by one method: two numbers where several orders are equally good, null where it has none. */
export type PlaceFound = { readonly best: number; readonly worst: number } | null;

export interface MethodOrder {
  readonly method: CheckMethod;
  /** In the order of the needs. */
  readonly places: readonly PlaceFound[];
  /** Needs with other places than by `borda`. */
  readonly differs: readonly string[];
}
/** Kemeny's compromise: contradictions left of all that were possible, and how many orders leave as few. */
export interface Compromise {
  readonly kind: 'orders';
  readonly distance: number;
  readonly comparisons: number;
  readonly orders: number;
}
/** How firm one place is; what too few ballots would give away is null. */
export interface NeedFirmness {
  readonly need: string;
  readonly withoutOne: { readonly best: number; readonly worst: number } | null;
  /** Places of 90 % of the redrawn panels. */
  readonly redrawn: { readonly best: number; readonly worst: number } | null;
  /** Chance, 0-1, of the first place in redrawn panels. */
  readonly first: number | null;
  /** Leik's D, 0-1. */
  readonly polarisation: number | null;
  readonly divided: boolean;
}
export interface ListAgreement {
  readonly w: number;
  readonly reading: AgreementReading;
  /** Ballots counted, and those left out because somebody had no opinion on a need. */
  readonly base: number;
  readonly leftOut: number;
  readonly p: number | null;
  /** `exact`: every table was looked at; `shuffles`: so many random ones; `chiSquare`: none. */
  readonly test: 'exact' | 'shuffles' | 'chiSquare';
  readonly tables: number;
}
/** What follows from who beats whom. */
export interface Majorities {
  readonly methods: readonly MethodOrder[];
  readonly kemeny: Compromise | KemenyRefusal | null;
  /** The need that beats every other one that has a place, each time told of enough members. */
  readonly beatsAll: string | null;
  /** Needs that each beat the next, the last one the first; null when majorities do not go round. */
  readonly circle: readonly string[] | null;
  /** pairs[i][j]: how need i does against need j. */
  readonly pairs: readonly (readonly (PairSeen | null)[])[];
}
export interface ListChecks {
  readonly parent: string | null;
  readonly ballots: number;
  /** As the group orders them. */
  readonly needs: readonly string[];
  /** Null with fewer than five ballots: a majority of three or four tells what single members chose. */
  readonly majorities: Majorities | null;
  /** Ballots that leave needs unranked (they stand last together), and that have no opinion on some (not compared). */
  readonly unranked: number;
  readonly noOpinion: number;
  readonly agreement: ListAgreement | null;
  /** Fewer than three ballots ordered all of the list: agreement would tell who said what. */
  readonly fewComplete: boolean;
  /** Two needs and fewer than ten ballots: nothing is told that counts who put which first. */
  readonly orderOnly: boolean;
  /** In the order of `needs`; null with fewer than five ballots. */
  readonly firmness: readonly NeedFirmness[] | null;
  readonly redraws: { readonly exact: boolean; readonly draws: number } | null;
}

/**
 * The checks of every list of a round that has a result; the seed is that of `panelResult`, so both tell the same.
 *
 * @throws RangeError when a ballot holds a need twice
 * @example panelChecks(round, needs)[0]?.beatsAll // 'N3'
 */
export function panelChecks(
  round: PanelRound,
  all: readonly PanelNeed[],
  random: Random = seededRandom(round.round),
): readonly ListChecks[] {
  const evidence = evidenceOf(round, all);
  return listsOf(round, all).flatMap((list) => {
    const ballots = round.ballots.flatMap((ballot) => ballot.lists[listName(list)] ?? []);
    if (ballots.length < FEWEST_BALLOTS) return [];
    const figures = listFigures(ballots, list.needs, random);
    if (figures.scores.every(({ place }) => place === null)) return [];
    const order = orderByScores(figures.scores, evidence).map(({ need }) => need);
    return [{ parent: list.parent, ...listChecks(ballots, order, list.needs, figures) }];
  });
}

function listChecks(
  ballots: readonly Ballot[],
  needs: readonly string[],
  listed: readonly string[],
  figures: ListFigures,
): Omit<ListChecks, 'parent'> {
  const unranked = ballots.filter((ballot) => leavesUnranked(ballot, needs)).length;
  const orderOnly = countsTwo(figures, ballots);
  return {
    ballots: ballots.length,
    needs,
    majorities: ballots.length < FEWEST_FOR_SPREAD ? null : majoritiesOf(ballots, needs, unranked > 0),
    unranked,
    noOpinion: ballots.filter(({ noOpinion }) => noOpinion.some((need) => needs.includes(need))).length,
    agreement: orderOnly ? null : agreementOf(figures.agreement),
    fewComplete: figures.agreement.base < FEWEST_BALLOTS,
    orderOnly,
    firmness: orderOnly
      ? null
      : figures.redrawn && needs.map((need) => firmnessOf(need, listed.indexOf(need), figures)),
    redraws: orderOnly
      ? null
      : figures.redrawn && { exact: figures.redrawn.exact, draws: figures.redrawn.draws },
  };
}

/** What has no place in the group's order has none by another method either, and beats nothing. */
function majoritiesOf(ballots: readonly Ballot[], needs: readonly string[], unranked: boolean): Majorities {
  const enough = enoughOpinions(ballots, needs);
  const placed = pairwise(
    ballots,
    needs.filter((_, index) => enough[index]),
  );
  const seen = pairsSeen(placed);
  const told = (one: string, other: string) =>
    seen[placed.items.indexOf(one)]?.[placed.items.indexOf(other)]?.outcome !== 'tooFew';
  const best = kemeny(placed);
  const { winner } = condorcet(placed);
  const circle = majorityCircle(placed);
  return {
    methods: methodOrders(ballots, needs, placed, best, unranked),
    kemeny: best?.kind === 'orders' ? compromiseOf(best, placed) : best,
    beatsAll:
      winner !== null && placed.items.every((other) => other === winner || told(winner, other))
        ? winner
        : null,
    circle: circle?.every((need, index) => told(need, circle[(index + 1) % circle.length] ?? need))
      ? circle
      : null,
    pairs: pairsSeen(pairwise(ballots, needs)),
  };
}

function compromiseOf({ distance, optimalCount }: KemenyOrders, { before }: Pairwise): Compromise {
  const comparisons = before.reduce((sum, row) => row.reduce((total, count) => total + count, sum), 0);
  return { kind: 'orders', distance, comparisons, orders: optimalCount };
}

function leavesUnranked({ tiers, noOpinion }: Ballot, needs: readonly string[]): boolean {
  const named = new Set([...tiers.flat(), ...noOpinion]);
  return needs.some((need) => !named.has(need));
}

function methodOrders(
  ballots: readonly Ballot[],
  items: readonly string[],
  pairs: Pairwise,
  best: KemenyOrders | KemenyRefusal | null,
  unranked: boolean,
): readonly MethodOrder[] {
  const own = singly(placedBorda(ballots, items));
  const ofAll = (places: readonly PlaceFound[]) =>
    items.map((item) => places[pairs.items.indexOf(item)] ?? null);
  const order = (method: CheckMethod, places: readonly PlaceFound[]): MethodOrder => ({
    method,
    places,
    differs: items.filter((_, index) => isOther(own[index] ?? null, places[index] ?? null)),
  });
  const rankedOnly = () => ballots.map((ballot) => comparingRankedOnly(ballot, items));
  return [
    order('borda', own),
    ...(unranked ? [order('rankedOnly', singly(placedBorda(rankedOnly(), items)))] : []),
    order('copeland', ofAll(singly(copeland(pairs)))),
    order('schulze', ofAll(singly(schulze(pairs)?.lines ?? null))),
    ...(best?.kind === 'orders' ? [order('kemeny', ofAll(best.places))] : []),
  ];
}

function singly(lines: readonly { readonly place: number | null }[] | null): readonly PlaceFound[] {
  return (lines ?? []).map(({ place }) => (place === null ? null : { best: place, worst: place }));
}

/** A place differs when the usual one does not lie within it. */
function isOther(usual: PlaceFound, found: PlaceFound): boolean {
  if (usual === null || found === null) return usual !== found;
  return usual.best < found.best || usual.best > found.worst;
}

function agreementOf(found: KendallsW): ListAgreement | null {
  const { estimate, reading, permutation } = found;
  if (found.base < FEWEST_BALLOTS || estimate === null || reading === null) return null;
  return {
    w: estimate,
    reading,
    base: found.base,
    leftOut: found.leftOut,
    p: permutation?.p ?? found.p,
    test: permutation ? (permutation.exact ? 'exact' : 'shuffles') : 'chiSquare',
    tables: permutation?.tables ?? 0,
  };
}

function firmnessOf(need: string, index: number, { spread, without, redrawn }: ListFigures): NeedFirmness {
  const left = without?.[index];
  const line = redrawn?.lines[index];
  const own = spread?.[index];
  // Fewer than five people on one need could be told apart, even where the list has five ballots.
  const shown = own !== undefined && own.base >= FEWEST_FOR_SPREAD ? own : null;
  const interval = shown && line?.interval;
  return {
    need,
    withoutOne:
      shown && left && left.best !== null && left.worst !== null
        ? { best: left.best, worst: left.worst }
        : null,
    redrawn: interval ? { best: interval.lower, worst: interval.upper } : null,
    first: shown ? (line?.placeChances[0] ?? null) : null,
    polarisation: shown?.polarisation ?? null,
    divided: shown?.divided ?? false,
  };
}
