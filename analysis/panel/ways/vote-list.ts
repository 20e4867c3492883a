// The votes on one list of needs as the group's order: by the way's own count, with ties kept. Piles are ballots and are
// counted as such; the other ways come here.
import type { PanelList } from '../../results/panel.ts';
import { SAME_SCORE } from '../../statistics/competition-rank.ts';
import { finalOrder } from '../final-order.ts';
import { applyMoves, besideCount, type HandMove, type UncountedPlace } from '../hand-moves.ts';
import { exploresOnly, type WayResult } from './vote.ts';

/** What the votes on a list count to, where they are no ballots. */
export type CountedVotes = Exclude<WayResult, { way: 'piles' }>;

export interface VotedList {
  readonly parent: string | null;
  readonly counted: CountedVotes;
  /** Votes that said something about this list. */
  readonly ballots: number;
  readonly evidence: ReadonlyMap<string, number | null>;
  readonly moves: readonly HandMove[];
}

/**
 * The group's order of one list. Exact ties are decided by the evidence as after ballots (docs/rules.md, Panel), except where the
 * way only explores: there they stay. A need that too few members judged stands last, without a score.
 */
export function voteList({ parent, counted, ballots, evidence, moves }: VotedList): PanelList {
  const scores = scoresOf(counted);
  const explores = exploresOnly(counted.way);
  const placed = finalOrder(
    scores.map(({ need, key }) => ({
      id: need,
      panel: key,
      evidence: evidence.get(need) ?? null,
      ...(explores ? { tieBreak: null } : {}),
    })),
  ).map(({ id, place, panelRank, evidenceRank, flag }) => ({
    need: id,
    rank: place,
    ballotPlace: panelRank,
    evidencePlace: evidenceRank,
    flag,
  }));
  const order = applyMoves(placed, moves);
  const scoreOf = new Map(scores.map((line) => [line.need, line]));
  const level = (one: string, other: string | undefined) => {
    const [first, second] = [scoreOf.get(one)?.key ?? null, scoreOf.get(other ?? '')?.key ?? null];
    return first !== null && second !== null && Math.abs(first - second) <= SAME_SCORE;
  };
  const places = order.map(
    ({ need, rank }, index): UncountedPlace => ({
      need,
      rank,
      meanPlace: null,
      score: scoreOf.get(need)?.score ?? null,
      lowest: null,
      highest: null,
      disagreement: null,
      divided: false,
      withoutOne: null,
      equalToNext: level(need, order[index + 1]?.need),
    }),
  );
  return {
    parent,
    ballots,
    order: besideCount(places, placed, moves),
    agreement: null,
    votes: counted,
    ...(order === placed ? {} : { byHand: true as const }),
  };
}

interface ScoredNeed {
  readonly need: string;
  /** What the order is made on, more first; null when too few members judged the need. */
  readonly key: number | null;
  /** 0-100; null too where the order is on two scales. */
  readonly score: number | null;
}

/** Points as a share of the most a need could get, best less worst moved to 0-100, worths in percent. */
function scoresOf(counted: CountedVotes): readonly ScoredNeed[] {
  const scored = (need: string, score: number | null) => ({ need, key: score, score });
  switch (counted.way) {
    case 'points': {
      const most = Math.max(1, ...counted.lines.map(({ points }) => points));
      return counted.lines.map(({ need, points }) => scored(need, (100 * points) / most));
    }
    case 'sets':
      return counted.lines.map(({ need, score }) => scored(need, score === null ? null : 50 * (1 + score)));
    case 'pairs':
      return counted.lines.map(({ need, worth }) => scored(need, worth === null ? null : 100 * worth));
    case 'grid':
      // The most impact first and, with as much impact, the least effort: medians are at most 5.
      return counted.lines.map(({ need, impact, effort }) => ({
        need,
        key: impact === null || effort === null ? null : 10 * impact - effort,
        score: null,
      }));
  }
}
