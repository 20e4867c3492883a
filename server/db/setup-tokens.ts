// The one-time link by which the first account is made, as the hash of its token.
import type { Queries } from './open.ts';

/** Makes this the only link that works; links that were not used are gone. */
export async function replaceSetupToken(db: Queries, hash: string, createdAt: string): Promise<void> {
  await db.deleteFrom('setup_tokens').where('used_at', 'is', null).execute();
  await db.insertInto('setup_tokens').values({ hash, created_at: createdAt, used_at: null }).execute();
}

export async function setupTokenState(db: Queries, hash: string): Promise<'unknown' | 'unused' | 'used'> {
  const row = await db
    .selectFrom('setup_tokens')
    .select('used_at')
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (!row) return 'unknown';
  return row.used_at === null ? 'unused' : 'used';
}

/** Uses the link up. @returns false when it was used before or is unknown: of two at once, one wins. */
export async function useSetupToken(db: Queries, hash: string, at: string): Promise<boolean> {
  const row = await db
    .updateTable('setup_tokens')
    .set({ used_at: at })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('hash')
    .executeTakeFirst();
  return row !== undefined;
}
