// The worked example of a round in which orders were made: invented ballots (example.json) taken through the functions that
// count a real round, with every number in between, so that a reader can do each step by hand.
import { type Ballot, places } from '../ballot.ts';
import { type BordaLine, borda, tallyBallot } from '../borda.ts';
import { finalOrder, type OrderedNeed } from '../final-order.ts';
import file from './example.json' with { type: 'json' };

/** Needs that stand together on one ballot and so share the mean of the places they cover. */
export interface SharedPlaces {
  readonly member: string;
  readonly needs: readonly string[];
  /** The places they cover, from 1. */
  readonly covers: readonly number[];
  readonly place: number;
  /** They stand together because the member left them without a place. */
  readonly unranked: boolean;
}

/** The places of one need over all ballots. */
export interface PlacesOfNeed {
  readonly need: string;
  /** In the order of the members, multiples of a half. */
  readonly places: readonly number[];
  readonly sum: number;
  readonly meanPlace: number;
  /** Place in the group's order; needs with the same mean share it. */
  readonly place: number;
}

/** How a need does once somebody has no opinion: needs it leaves behind, of those it was compared with. */
export interface ComparedNeed {
  readonly need: string;
  /** Per member the needs it leaves behind, a tie being a half; null where the member has no opinion on it. */
  readonly behind: readonly (number | null)[];
  readonly won: number;
  readonly compared: number;
  readonly meanPlace: number;
  readonly place: number;
}

export interface CountedList {
  readonly members: readonly string[];
  readonly needs: readonly string[];
  readonly ballots: readonly Ballot[];
  /** In the order of the needs. */
  readonly lines: readonly PlacesOfNeed[];
}

export interface OrderExample {
  readonly top: CountedList;
  readonly shared: readonly SharedPlaces[];
  /** The list inside one of the needs. */
  readonly within: CountedList & { readonly parent: string };
  readonly joining: {
    readonly member: string;
    readonly ballot: Ballot;
    /** All members, the one who joins last. */
    readonly members: readonly string[];
    readonly lines: readonly ComparedNeed[];
    /** The need without an opinion, and its mean place had it been left without a place instead. */
    readonly without: string;
    readonly leftLast: { readonly place: number; readonly meanPlace: number };
  };
  readonly evidence: Readonly<Record<string, number>>;
  readonly final: readonly OrderedNeed[];
}

/** The example with all steps, always the same; linear in its few ballots. @example orderExample().top.lines[0]?.meanPlace // 1.7 */
export function orderExample(): OrderExample {
  const { members, needs, ballots, joining } = file.order;
  const top = countedList(members, needs, ballots);
  const within = {
    parent: file.order.within.parent,
    ...countedList(members, file.order.within.needs, file.order.within.ballots),
  };
  return {
    top,
    shared: members.flatMap((member, index) => sharedOn(ballots[index] as Ballot, member, needs)), // a ballot per member
    within,
    joining: joined(joining.member, joining.ballot, top),
    evidence: file.order.evidence,
    final: finalList(top, within, file.order.evidence),
  };
}

/** Ballots of these members about these needs with the places and the mean place of each; every need has an opinion. */
export function countedList(
  members: readonly string[],
  needs: readonly string[],
  ballots: readonly Ballot[],
): CountedList {
  const rows = ballots.map((ballot) => places(ballot, needs));
  const lines = linesOf(ballots, needs);
  return {
    members,
    needs,
    ballots,
    lines: lines.map(({ item, meanPlace, place }, index) => {
      const own = rows.map((row) => row[index] ?? 0);
      return {
        need: item,
        places: own,
        sum: own.reduce((sum, each) => sum + each, 0),
        meanPlace: meanPlace ?? 0,
        place: place ?? 0,
      };
    }),
  };
}

const linesOf = (ballots: readonly Ballot[], needs: readonly string[]): readonly BordaLine[] =>
  borda(ballots, needs) ?? [];

/** Groups of needs that share places on a ballot, ties first; a need that stands alone is in none. */
export function sharedOn(ballot: Ballot, member: string, needs: readonly string[]): readonly SharedPlaces[] {
  const own = places(ballot, needs);
  const placeOf = (need: string) => own[needs.indexOf(need)] ?? 0;
  const unranked = needs.filter((need) => ![...ballot.tiers.flat(), ...ballot.noOpinion].includes(need));
  const group = (tied: readonly string[], isUnranked: boolean): SharedPlaces => {
    const place = placeOf(tied[0] ?? '');
    const first = place - (tied.length - 1) / 2;
    return {
      member,
      needs: tied,
      covers: tied.map((_, index) => first + index),
      place,
      unranked: isUnranked,
    };
  };
  return [
    ...ballot.tiers.filter((tier) => tier.length > 1).map((tier) => group(tier, false)),
    ...(unranked.length > 1 ? [group(unranked, true)] : []),
  ];
}

function joined(member: string, ballot: Ballot, top: CountedList): OrderExample['joining'] {
  const { needs } = top;
  const ballots = [...top.ballots, ballot];
  const tallies = ballots.map((each) => tallyBallot(each, needs));
  const [without = ''] = ballot.noOpinion;
  const asLast: Ballot = { tiers: ballot.tiers, noOpinion: [] };
  return {
    member,
    ballot,
    members: [...top.members, member],
    lines: linesOf(ballots, needs).map(({ item, meanPlace, place, comparisons }, index) => {
      const behind = ballots.map(({ noOpinion }, at) =>
        noOpinion.includes(item) ? null : (tallies[at]?.won[index] ?? 0),
      );
      return {
        need: item,
        behind,
        won: behind.reduce<number>((sum, each) => sum + (each ?? 0), 0),
        compared: comparisons,
        meanPlace: meanPlace ?? 0,
        place: place ?? 0,
      };
    }),
    without,
    leftLast: {
      place: places(asLast, needs)[needs.indexOf(without)] ?? 0,
      meanPlace: linesOf([...top.ballots, asLast], needs)[needs.indexOf(without)]?.meanPlace ?? 0,
    },
  };
}

/** The panel leads and evidence decides between needs that are exactly level, as in every final list. */
function finalList(
  top: CountedList,
  within: OrderExample['within'],
  evidence: Readonly<Record<string, number>>,
): readonly OrderedNeed[] {
  const scored = ({ ballots, needs }: CountedList, parent: string | null) =>
    linesOf(ballots, needs).map(({ item, score100 }) => ({
      id: item,
      parent,
      panel: score100,
      evidence: evidence[item] ?? null,
    }));
  return finalOrder([...scored(top, null), ...scored(within, within.parent)]);
}
