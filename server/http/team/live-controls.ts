// The buttons of a session in the room, the same on the facilitator's desk and on the screen for the room.
import {
  type LiveStep,
  stageAfter,
  stageBefore,
  stageShown,
  stepsOf,
  type Topics,
} from '../../../analysis/panel/live-agenda.ts';
import type { LiveState } from '../../db/live-sessions.ts';
import { clockOf } from '../live/news.ts';

export interface LiveControls {
  readonly csrf: string;
  /** Where the buttons post to. */
  readonly act: string;
  /** Which of the two pages they are on. */
  readonly from: 'desk' | 'screen';
  readonly revision: number;
  readonly previous: boolean;
  /** What comes next; null at the end, and while the round has to be closed first. */
  readonly next: LiveStep | null;
  /** The next stage is another need of the same step. */
  readonly nextTopic: boolean;
  /** The round can be closed from this step; `busy` members have not handed in. */
  readonly closing: { readonly busy: number; readonly ballots: number; readonly tooFew: boolean } | null;
  readonly timer: 'none' | 'running' | 'paused';
  readonly clock: string;
}

export interface AgendaLine {
  readonly step: LiveStep;
  readonly here: boolean;
  readonly done: boolean;
}

/** The steps with the one that is shown. */
export function agendaOf(here: LiveStep, topics: Topics): readonly AgendaLine[] {
  const steps = stepsOf(topics);
  const at = steps.indexOf(here);
  return steps.map((step, index) => ({ step, here: index === at, done: index < at }));
}

/**
 * What can be pressed now.
 * @param topics needs that are talked about one by one; null where votes are no orders
 * @param fewest ballots below which no order is shown
 * @param now milliseconds since 1970
 */
export function controlsOf(
  state: LiveState,
  topics: Topics,
  page: {
    readonly csrf: string;
    readonly from: LiveControls['from'];
    readonly now: number;
    readonly fewest: number;
  },
): LiveControls {
  const { session, round, handedIn: ballots, members } = state;
  const closed = round.state === 'closed';
  const next = stageAfter(session.stage, closed, topics);
  return {
    csrf: page.csrf,
    act: `/team/${session.project}/panel/live/act`,
    from: page.from,
    revision: session.revision,
    previous: stageBefore(session.stage, closed, topics) !== null,
    next: next?.step ?? null,
    nextTopic: next?.step === 'divided' && next.item > 0,
    closing:
      stageShown(session.stage, closed, topics).step !== 'order'
        ? null
        : { busy: Math.max(0, members - ballots), ballots, tooFew: ballots < page.fewest },
    timer: session.timer.kind,
    clock: clockOf(session.timer, page.now),
  };
}
