/** Whether a panel should order once more: it stops when its order is stable, not when it agrees. */
import { SAME_SCORE } from '../statistics/competition-rank.ts';

export type StoppingAdvice = 'stopStable' | 'stopMaximumRounds' | 'mayStopStrongAgreement' | 'continue';

export interface RoundState {
  /** Kendall's W of this round; null when it does not exist. */
  readonly agreement: number | null;
  /** Kendall's tau-b between this group order and the previous one; null in the first round. */
  readonly likePrevious: number | null;
  /** Number of this round, from 1. */
  readonly round: number;
  /** 3 when left out. */
  readonly maximumRounds?: number | undefined;
}

const STABLE_FROM = 0.9;
const STRONG_FROM = 0.7;

/**
 * Advice after a round, the first that holds: the order hardly changed, the last round is reached, agreement
 * is strong (the facilitator decides), else go on.
 * Source: von der Gracht 2012, stability rather than consensus as the criterion; bands of Schmidt 1997.
 *
 * @example adviseRound({ agreement: 0.55, likePrevious: 0.93, round: 2 }) // 'stopStable'
 */
export function adviseRound(state: RoundState): StoppingAdvice {
  const { agreement, likePrevious, round, maximumRounds = 3 } = state;
  if (likePrevious !== null && likePrevious >= STABLE_FROM - SAME_SCORE) return 'stopStable';
  if (round >= maximumRounds) return 'stopMaximumRounds';
  if (agreement !== null && agreement >= STRONG_FROM - SAME_SCORE) return 'mayStopStrongAgreement';
  return 'continue';
}
