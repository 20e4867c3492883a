// Accounts of the team. Their passwords are stored as argon2 hashes and never leave this table but to be checked.
import type { Queries } from './open.ts';

export interface Account {
  readonly id: string;
  readonly email: string;
}

/** Adds an account. @throws a unique violation when the address has one. */
export async function createAccount(
  db: Queries,
  account: Account,
  passwordHash: string,
  createdAt: string,
): Promise<void> {
  await db
    .insertInto('accounts')
    .values({
      id: account.id,
      email: normalised(account.email),
      password_hash: passwordHash,
      created_at: createdAt,
    })
    .execute();
}

/** An account with the hash of its password, which sessions are held against. */
export async function accountById(
  db: Queries,
  id: string,
): Promise<(Account & { readonly passwordHash: string }) | null> {
  const row = await db
    .selectFrom('accounts')
    .select(['id', 'email', 'password_hash'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { id: row.id, email: row.email, passwordHash: row.password_hash } : null;
}

/** Gives an account another password. */
export async function setPassword(db: Queries, account: string, passwordHash: string): Promise<void> {
  await db.updateTable('accounts').set({ password_hash: passwordHash }).where('id', '=', account).execute();
}

/** The account of an e-mail address with the hash to check a password against. */
export async function credentialsOf(
  db: Queries,
  email: string,
): Promise<{ readonly id: string; readonly passwordHash: string } | null> {
  const row = await db
    .selectFrom('accounts')
    .select(['id', 'password_hash'])
    .where('email', '=', normalised(email))
    .executeTakeFirst();
  return row ? { id: row.id, passwordHash: row.password_hash } : null;
}

/** The addresses of these accounts, by id; of who has none any more there is none. */
export async function emailsOf(db: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('accounts').select(['id', 'email']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, email }) => [id, email]));
}

export async function anyAccount(db: Queries): Promise<boolean> {
  return (await db.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** People type their address with capitals and spaces; it is one address. */
function normalised(email: string): string {
  return email.trim().toLowerCase();
}
