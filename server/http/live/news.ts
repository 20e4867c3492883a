// What the screens of a session are told: enough to know whether their page is still right, and what runs on it.
import { type LiveTimer, secondsLeft, stageShown } from '../../../analysis/panel/live-agenda.ts';
import { countedWay } from '../../../analysis/panel/panel-result.ts';
import type { LiveState } from '../../db/live-sessions.ts';
import type { Message } from '../../texts.ts';

export interface LiveNews {
  /** Names the page as it should be: a screen that shows another one fetches it anew. */
  readonly page: string;
  /** How many handed in, in words. */
  readonly count: string;
  /** Null without a clock. */
  readonly timer: { readonly left: number; readonly running: boolean } | null;
  /** The step, for who listens. */
  readonly said: string;
  /** The round is closed: who is still at the cards goes to the result. */
  readonly closed: boolean;
}

export type Say = (message: Message) => string;

/** The page of no session. */
export const noSessionPage = 'none';

/**
 * What one screen is told.
 * @param page names the page this screen should show now
 * @param now milliseconds since 1970
 */
export function newsOf(state: LiveState | null, page: string, say: Say, now: number): LiveNews {
  if (!state) {
    return {
      page: noSessionPage,
      count: '',
      timer: null,
      said: say({ key: 'live.none.title' }),
      closed: false,
    };
  }
  const { step } = stepOf(state);
  return {
    page,
    count: say(countOf(state)),
    timer: timerNews(state.session.timer, now),
    said: say({ key: `live.step.${step}` }),
    closed: state.round.state === 'closed',
  };
}

/** "8 van de 11 hebben ingediend": never who. */
export function countOf({ handedIn, members }: LiveState): Message {
  return { key: 'live.count', values: { count: handedIn, members } };
}

/** The step that can be shown, with the need as it was asked for: how many there are is not known here. */
export function stepOf({ session, round }: LiveState) {
  const topics = countedWay(round) === null ? Number.POSITIVE_INFINITY : null;
  return stageShown(session.stage, round.state === 'closed', topics);
}

/** The page a member should see: where the session stands, whether the own order is in, and on which device of the room. */
export function memberPage(state: LiveState | null, member: string): string {
  if (!state) return noSessionPage;
  const { step, item } = stepOf(state);
  // Only the page of an open round says so; later a decision may make it unknown, and that is no other page.
  const own = state.round.state === 'open' && state.submitted.has(member) ? 'in' : 'out';
  return [state.session.id, step, item, state.round.state, own, state.inside.get(member) ?? ''].join('.');
}

function timerNews(timer: LiveTimer, now: number): LiveNews['timer'] {
  const left = secondsLeft(timer, now);
  return left === null ? null : { left, running: timer.kind === 'running' };
}

/** A clock as it is written: `4:05`. */
export function clockOf(timer: LiveTimer, now: number): string {
  const left = secondsLeft(timer, now);
  if (left === null) return '';
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
}
