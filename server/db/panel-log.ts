// The log of a panel: who did what and why. Lines are only added; the database refuses anything else.
import type { HandMove } from '../../analysis/panel/hand-moves.ts';
import type { Queries } from './open.ts';

export const panelActs = [
  'roundOpened',
  'roundClosed',
  'memberAdded',
  'memberRemoved',
  'linkMade',
  'nameShown',
  'nameHidden',
  'callOpened',
  'callClosed',
  'needMoved',
  'frozen',
  'sessionStarted',
  'sessionEnded',
  'deviceLetIn',
  'paperBallot',
] as const;
export type PanelAct = (typeof panelActs)[number];

export interface LogLine {
  readonly act: PanelAct;
  /** Id of the account of the team; empty for what happened by itself. */
  readonly account: string;
  readonly at: string;
  readonly round: number | null;
  /** Why, in the words of whoever did it; empty where none is asked. */
  readonly reason: string;
  /** What the act was about, such as the need and its places. No names of members. */
  readonly details: Readonly<Record<string, string | number>>;
}

/** A line with its number and the address of the account, or null when the account is gone. */
export interface StoredLine extends LogLine {
  readonly entry: number;
  readonly email: string | null;
}

/**
 * Adds a line after the last one. Call it inside a transaction: until its end the project's row is held, so that lines of
 * several processes come one after the other.
 */
export async function addToLog(db: Queries, project: string, line: LogLine): Promise<void> {
  // The same value again: what counts is that nobody else's transaction passes this row meanwhile.
  await db.updateTable('projects').set({ code: project }).where('code', '=', project).execute();
  const last = await db
    .selectFrom('panel_log')
    .select((each) => each.fn.max('entry').as('entry'))
    .where('project', '=', project)
    .executeTakeFirst();
  await db
    .insertInto('panel_log')
    .values({ ...line, project, entry: (last?.entry ?? 0) + 1, details: JSON.stringify(line.details) })
    .execute();
}

/** Whether a device of the room was let in as this member in a round. */
export async function wasDeviceLetIn(
  db: Queries,
  project: string,
  round: number,
  member: string,
): Promise<boolean> {
  const lines = await db
    .selectFrom('panel_log')
    .select('details')
    .where('project', '=', project)
    .where('round', '=', round)
    .where('act', '=', 'deviceLetIn')
    .execute();
  // Only addToLog above writes this column, from this type.
  return lines.some(({ details }) => (JSON.parse(details) as LogLine['details']).member === member);
}

/** The whole log, oldest first. */
export async function logOf(db: Queries, project: string): Promise<readonly StoredLine[]> {
  const rows = await db
    .selectFrom('panel_log')
    .leftJoin('accounts', 'accounts.id', 'panel_log.account')
    .selectAll('panel_log')
    .select('accounts.email')
    .where('project', '=', project)
    .orderBy('entry')
    .execute();
  return rows.map(({ project: _project, details, act, ...line }) => ({
    ...line,
    // Both columns are only written by addToLog above, from these types.
    act: act as PanelAct,
    details: JSON.parse(details) as LogLine['details'],
  }));
}

/** The moves by hand of a round, in order: they are lines of the log and stand nowhere else. */
export async function movesOf(db: Queries, project: string, round: number): Promise<readonly HandMove[]> {
  const lines = (await logOf(db, project)).filter((line) => line.act === 'needMoved' && line.round === round);
  return lines.map(({ details, reason }) => ({
    need: String(details.need),
    to: Number(details.to),
    reason,
  }));
}
