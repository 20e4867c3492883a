// Sessions of signed-in people, by the hash of the session's id.
import type { Queries } from './open.ts';

/** The data of a session that has not expired. */
export async function sessionData(db: Queries, idHash: string, now: string): Promise<string | null> {
  const row = await db
    .selectFrom('sessions')
    .select('data')
    .where('id_hash', '=', idHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.data ?? null;
}

export async function saveSession(
  db: Queries,
  idHash: string,
  data: string,
  expiresAt: string,
): Promise<void> {
  await db
    .insertInto('sessions')
    .values({ id_hash: idHash, data, expires_at: expiresAt })
    .onConflict((conflict) => conflict.column('id_hash').doUpdateSet({ data, expires_at: expiresAt }))
    .execute();
}

export async function deleteSession(db: Queries, idHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('id_hash', '=', idHash).execute();
}

export async function deleteExpiredSessions(db: Queries, now: string): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<=', now).execute();
}
