// Devices of members who have no personal link at hand. Each asks with words of its own and waits; the facilitator lets
// it in as one member. Until then its token opens nothing, and it is worth nothing after the session.
import type { Queries } from './open.ts';
import type { LiveDevicesRow } from './tables/panels.ts';

export interface LiveDevice {
  readonly id: string;
  readonly session: string;
  /** Who it says to be. */
  readonly says: string;
  /** The word on its screen. */
  readonly word: string;
  /** The member it was let in as; null while it waits, and when it gave way. */
  readonly member: string | null;
  /** Another device of the same person came in its place: this one may do nothing any more. */
  readonly gaveWay: boolean;
}

/** Most devices one session knows at a time. */
const mostDevices = 100;

/** Keeps a device that asks to come in. @returns whether there was room for one more. */
export async function addDevice(
  db: Queries,
  device: Omit<LiveDevice, 'member' | 'gaveWay'>,
  tokenHash: string,
  at: string,
): Promise<boolean> {
  const { length } = await devicesOf(db, device.session);
  if (length >= mostDevices) return false;
  await db
    .insertInto('live_devices')
    .values({ ...device, token_hash: tokenHash, member: null, asked_at: at, gave_way_at: null })
    .execute();
  return true;
}

/** The devices of a session that wait or were let in, first come first. */
export async function devicesOf(db: Queries, session: string): Promise<readonly LiveDevice[]> {
  const rows = await db
    .selectFrom('live_devices')
    .selectAll()
    .where('session', '=', session)
    .where('gave_way_at', 'is', null)
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
  return rows.map(deviceOf);
}

/** The device a token belongs to. */
export async function deviceByToken(db: Queries, tokenHash: string): Promise<LiveDevice | null> {
  const row = await db
    .selectFrom('live_devices')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row ? deviceOf(row) : null;
}

/** Lets a waiting device in as a member; the device that was in as that member gives way. */
export async function letDeviceIn(
  db: Queries,
  session: string,
  id: string,
  member: string,
  at: string,
): Promise<void> {
  await db
    .updateTable('live_devices')
    .set({ member: null, gave_way_at: at })
    .where('session', '=', session)
    .where('member', '=', member)
    .execute();
  await db.updateTable('live_devices').set({ member }).where('id', '=', id).execute();
}

/** Whether a member saved the ballot of this round with the own link: then no device of the room may be that member. */
export async function votesByOwnLink(
  db: Queries,
  project: string,
  round: number,
  member: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('ballots')
    .select('member')
    .where('project', '=', project)
    .where('round', '=', round)
    .where('member', '=', member)
    .where('own_key', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes a device out, waiting or let in. */
export async function removeDevice(db: Queries, session: string, id: string): Promise<void> {
  await db.deleteFrom('live_devices').where('session', '=', session).where('id', '=', id).execute();
}

/** Takes every device out that waits. */
export async function removeWaiting(db: Queries, session: string): Promise<void> {
  await db
    .deleteFrom('live_devices')
    .where('session', '=', session)
    .where('member', 'is', null)
    .where('gave_way_at', 'is', null)
    .execute();
}

function deviceOf({ id, session, says, word, member, gave_way_at }: LiveDevicesRow): LiveDevice {
  return { id, session, says, word, member, gaveWay: gave_way_at !== null };
}
