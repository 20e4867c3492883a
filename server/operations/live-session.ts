// What the facilitator does with a session in the room: start it, move it on, close its round, end it.
import {
  extendTimer,
  type LiveStage,
  type LiveTimer,
  pauseTimer,
  resumeTimer,
  stageAfter,
  stageBefore,
  startTimer,
  type Topics,
} from '../../analysis/panel/live-agenda.ts';
import { topicCount } from '../../analysis/panel/live-topics.ts';
import { countedWay } from '../../analysis/panel/panel-result.ts';
import type { Context } from '../context.ts';
import { devicesOf, letDeviceIn, removeDevice, removeWaiting, votesByOwnLink } from '../db/live-devices.ts';
import {
  changeSession,
  endSession,
  type LiveSession,
  type LiveState,
  liveState,
  runningSession,
  startSession,
} from '../db/live-sessions.ts';
import type { Queries } from '../db/open.ts';
import { addToLog } from '../db/panel-log.ts';
import { ballotOf, membersOf, roundsOf } from '../db/panels.ts';
import { isUniqueViolation } from '../db/portable.ts';
import { noRoundForSession, noSession } from '../errors.ts';
import { hashToken, roomCode } from '../identity/tokens.ts';
import { closeRound } from './close-round.ts';

/** One press of a button on the facilitator's screen. `minutes` is only read where time is given. */
export interface LiveAct {
  readonly kind: string;
  /** Of the screen that was pressed. */
  readonly revision: number;
  readonly minutes: number;
}

/** Starts a session of the open round. @throws ExpectedFailure without one. Where a session runs, it goes on. */
export async function startLive(ctx: Context, project: string, account: string): Promise<void> {
  const id = ctx.newId();
  const at = ctx.now().toISOString();
  try {
    await ctx.writes.run(async (db) => {
      if (await runningSession(db, project)) return;
      const round = (await roundsOf(db, project)).find(({ state }) => state === 'open')?.round;
      if (round === undefined) throw noRoundForSession();
      await startSession(db, { id, project, round }, codeHashOf(ctx, id), at);
      await addToLog(db, project, { act: 'sessionStarted', account, at, round, reason: '', details: {} });
    });
  } catch (error) {
    // Somebody else pressed at the same moment: theirs is the session.
    if (!isUniqueViolation(error)) throw error;
  }
  ctx.live.changed(project);
}

/** What is stored of the code of a session. */
export function codeHashOf({ sessionSecret }: Pick<Context, 'sessionSecret'>, session: string): string {
  return hashToken('room', roomCode(sessionSecret, session));
}

/** The session that runs, with everything its screens show. @throws ExpectedFailure when none does. */
export async function runningState(ctx: Context, project: string): Promise<LiveState> {
  const state = await liveState(ctx.db.kysely, project);
  if (!state) throw noSession();
  return state;
}

/** How many needs are talked about one by one; null where votes are no orders, and 0 while orders are not in yet. */
export async function topicsOf(
  ctx: Pick<Context, 'analysis'>,
  { round, session }: Pick<LiveState, 'round' | 'session'>,
): Promise<Topics> {
  if (round.state === 'open') return countedWay(round) === null ? 0 : null;
  const result = await ctx.analysis.ask('roundResult', { project: session.project, round });
  return topicCount(round, result);
}

/**
 * Does what was pressed. A press on a screen that is not the newest does nothing, and neither does an unknown one.
 * @throws ExpectedFailure when no session runs.
 */
export async function actLive(ctx: Context, project: string, account: string, act: LiveAct): Promise<void> {
  const state = await runningState(ctx, project);
  if (act.revision !== state.session.revision) return;
  if (act.kind === 'end') return endLive(ctx, state, account);
  const next = await afterAct(ctx, state, account, act);
  if (next) await ctx.writes.run((db) => changeSession(db, state.session, next));
  ctx.live.changed(project);
}

async function afterAct(
  ctx: Context,
  state: LiveState,
  account: string,
  { kind, minutes }: LiveAct,
): Promise<{ readonly stage: LiveStage; readonly timer: LiveTimer } | null> {
  const { stage, timer } = state.session;
  const closed = state.round.state === 'closed';
  const now = ctx.now().getTime();
  const move = (to: LiveStage | null) => to && { stage: to, timer };
  switch (kind) {
    case 'next':
      return move(stageAfter(stage, closed, await topicsOf(ctx, state)));
    case 'previous':
      return move(stageBefore(stage, closed, await topicsOf(ctx, state)));
    case 'close':
      if (closed) return null;
      await closeRound(ctx, state.session.project, state.round.round, account);
      return { stage: { step: 'beside', item: 0 }, timer: { kind: 'none' } };
    case 'start':
      return Number.isFinite(minutes) ? { stage, timer: startTimer(minutes, now) } : null;
    case 'pause':
      return { stage, timer: pauseTimer(timer, now) };
    case 'resume':
      return { stage, timer: resumeTimer(timer, now) };
    case 'extend':
      return { stage, timer: extendTimer(timer, 1, now) };
    case 'stop':
      return { stage, timer: { kind: 'none' } };
    default:
      return null;
  }
}

async function endLive(ctx: Context, { session }: LiveState, account: string): Promise<void> {
  await ctx.writes.run((db) => endWithLine(db, session, account, ctx.now().toISOString()));
  ctx.live.changed(session.project);
}

/** Ends a session, which the log tells. Where it is over already nothing happens. */
export async function endWithLine(
  db: Queries,
  { id, project, round }: Pick<LiveSession, 'id' | 'project' | 'round'>,
  account: string,
  at: string,
): Promise<void> {
  if (!(await endSession(db, id, at))) return;
  await addToLog(db, project, { act: 'sessionEnded', account, at, round, reason: '', details: {} });
}

/**
 * What came of letting a device in; a member whose ballot is kept by the own link comes in by that link alone, and where
 * another device would read what was saved the facilitator first says that it is the same person.
 */
export type LetIn = 'in' | 'chooseMember' | 'ownLink' | 'samePerson';

/**
 * Lets a device that waits in as this member, which the log tells. `chooseMember` when either was not there.
 * @param same the member of whom the facilitator said that it is the same person as before; empty when nothing was said
 */
export async function letIn(
  ctx: Context,
  project: string,
  account: string,
  { device, member, same }: { readonly device: string; readonly member: string; readonly same: string },
): Promise<LetIn> {
  const at = ctx.now().toISOString();
  const done = await ctx.writes.run(async (db): Promise<LetIn> => {
    const session = await runningSession(db, project);
    const known = (await membersOf(db, project)).some(({ code }) => code === member);
    if (!session || !known) return 'chooseMember';
    if (await votesByOwnLink(db, project, session.round, member)) return 'ownLink';
    const devices = await devicesOf(db, session.id);
    if (!devices.some(({ id, member: as }) => id === device && as === null)) return 'chooseMember';
    const inside = devices.some(({ member: as }) => as === member);
    const saved = await ballotOf(db, project, session.round, member);
    if ((inside || saved) && same !== member) return 'samePerson';
    await letDeviceIn(db, session.id, device, member, at);
    const details = { member, before: inside || saved ? 1 : 0 };
    const line = { account, at, round: session.round, reason: '', details };
    await addToLog(db, project, { act: 'deviceLetIn', ...line });
    return 'in';
  });
  ctx.live.changed(project);
  return done;
}

/** Sends a device away, also one that was let in; every one that waits where none is named. */
export async function sendAway(ctx: Context, project: string, device: string | null): Promise<void> {
  await ctx.writes.run(async (db) => {
    const session = await runningSession(db, project);
    if (!session) return;
    if (device === null) await removeWaiting(db, session.id);
    else await removeDevice(db, session.id, device);
  });
  ctx.live.changed(project);
}
