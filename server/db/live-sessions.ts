// Sessions in the room: starting one, moving it on, and reading where it stands with how many handed in.
import type { LiveStage, LiveStep, LiveTimer } from '../../analysis/panel/live-agenda.ts';
import type { Queries } from './open.ts';
import { membersOf, type Round, roundsOf } from './panels.ts';
import type { LiveSessionsRow } from './tables/panels.ts';

export interface LiveSession {
  readonly id: string;
  readonly project: string;
  readonly round: number;
  readonly stage: LiveStage;
  readonly timer: LiveTimer;
  /** Goes up with every act: an act on an older screen is none. */
  readonly revision: number;
}

/** Everything the screens of a session are drawn from; what was ordered is not in it. */
export interface LiveState {
  /** Another key whenever a screen has something new to show. */
  readonly key: string;
  readonly session: LiveSession;
  readonly round: Round;
  /** Codes of members who handed in; shown by name in a named round alone, and not known of ballots that are loose. */
  readonly submitted: ReadonlySet<string>;
  /** Ballots that were handed in, also after a decision made them nobody's. */
  readonly handedIn: number;
  readonly members: number;
  /** Devices that wait for the facilitator. */
  readonly waiting: number;
  /** The device that was let in as a member, by member. */
  readonly inside: ReadonlyMap<string, string>;
}

/** Begins a session. @throws a unique violation when the project has one that runs. */
export async function startSession(
  db: Queries,
  session: Pick<LiveSession, 'id' | 'project' | 'round'>,
  codeHash: string,
  at: string,
): Promise<void> {
  await db
    .insertInto('live_sessions')
    .values({
      ...session,
      code_hash: codeHash,
      step: 'join',
      item: 0,
      revision: 1,
      timer_ends_at: null,
      timer_left: null,
      started_at: at,
      ended_at: null,
    })
    .execute();
}

/** The session of a project that runs now. */
export async function runningSession(db: Queries, project: string): Promise<LiveSession | null> {
  const row = await db
    .selectFrom('live_sessions')
    .selectAll()
    .where('project', '=', project)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row ? sessionOf(row) : null;
}

/** The session of this id, while it runs. */
export async function sessionById(db: Queries, id: string): Promise<LiveSession | null> {
  const row = await db
    .selectFrom('live_sessions')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row ? sessionOf(row) : null;
}

/** The session a code on the screen leads to, while it runs. */
export async function sessionByCode(db: Queries, codeHash: string): Promise<LiveSession | null> {
  const row = await db
    .selectFrom('live_sessions')
    .selectAll()
    .where('code_hash', '=', codeHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row ? sessionOf(row) : null;
}

/**
 * Moves a session on, from the revision its screen showed.
 * @returns whether it did: pressed twice, or on an older screen, nothing happens.
 */
export async function changeSession(
  db: Queries,
  { id, revision }: Pick<LiveSession, 'id' | 'revision'>,
  { stage, timer }: Pick<LiveSession, 'stage' | 'timer'>,
): Promise<boolean> {
  const changed = await db
    .updateTable('live_sessions')
    .set({
      step: stage.step,
      item: stage.item,
      timer_ends_at: timer.kind === 'running' ? new Date(timer.endsAt).toISOString() : null,
      timer_left: timer.kind === 'paused' ? timer.left : null,
      revision: revision + 1,
    })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

/** Ends a session: its code and the devices let in by it lead nowhere any more, and what they said is gone. */
export async function endSession(db: Queries, id: string, at: string): Promise<boolean> {
  const ended = await db
    .updateTable('live_sessions')
    .set({ ended_at: at, timer_ends_at: null, timer_left: null })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  await db.deleteFrom('live_devices').where('session', '=', id).execute();
  return ended !== undefined;
}

/** The sessions that began before a moment and that nobody ended. */
export async function sessionsBefore(db: Queries, moment: string): Promise<readonly LiveSession[]> {
  const rows = await db
    .selectFrom('live_sessions')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('started_at', '<', moment)
    .execute();
  return rows.map(sessionOf);
}

/** Where the session of a project stands; null when none runs. */
export async function liveState(db: Queries, project: string): Promise<LiveState | null> {
  const session = await runningSession(db, project);
  if (!session) return null;
  const [rounds, members, submitted, loose, devices] = await Promise.all([
    roundsOf(db, project),
    membersOf(db, project),
    db
      .selectFrom('ballots')
      .select('member')
      .where('project', '=', project)
      .where('round', '=', session.round)
      .where('submitted', '=', 1)
      .execute(),
    db
      .selectFrom('loose_ballots')
      .select('id')
      .where('project', '=', project)
      .where('round', '=', session.round)
      .execute(),
    db
      .selectFrom('live_devices')
      .select(['id', 'member', 'gave_way_at'])
      .where('session', '=', session.id)
      .execute(),
  ]);
  const round = rounds.find((each) => each.round === session.round);
  if (!round) return null;
  const invited = round.invited ?? members.length;
  const handedIn = submitted.length + loose.length;
  const inside = new Map(devices.flatMap(({ id, member }) => (member === null ? [] : [[member, id]])));
  const waiting = devices.filter(({ member, gave_way_at: gone }) => member === null && gone === null).length;
  // With the devices that gave way: one let in while another knocks is something new too.
  const counts = [handedIn, invited, waiting, inside.size, devices.length].join('.');
  return {
    key: `${session.id}.${session.revision}.${round.state}.${counts}`,
    session,
    round,
    submitted: new Set(submitted.map(({ member }) => member)),
    handedIn,
    members: invited,
    waiting,
    inside,
  };
}

function sessionOf(row: LiveSessionsRow): LiveSession {
  const { id, project, round, item, revision } = row;
  // Only startSession and changeSession above write this column, from this type.
  const step = row.step as LiveStep;
  return { id, project, round, revision, stage: { step, item }, timer: timerOf(row) };
}

function timerOf({ timer_ends_at, timer_left }: LiveSessionsRow): LiveTimer {
  if (timer_ends_at !== null) return { kind: 'running', endsAt: Date.parse(timer_ends_at) };
  return timer_left === null ? { kind: 'none' } : { kind: 'paused', left: timer_left };
}
