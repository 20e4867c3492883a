// Accounts of the team. Their passwords are stored as argon2 hashes and never leave this table but to be checked.
import type { Queries } from './open.ts';

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly roles: readonly string[];
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
      roles: JSON.stringify(account.roles),
      created_at: createdAt,
    })
    .execute();
}

export async function accountById(db: Queries, id: string): Promise<Account | null> {
  const row = await db
    .selectFrom('accounts')
    .select(['id', 'email', 'roles'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { ...row, roles: JSON.parse(row.roles) as readonly string[] } : null;
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

export async function anyAccount(db: Queries): Promise<boolean> {
  return (await db.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** How many accounts there are. */
export async function countAccounts(db: Queries): Promise<number> {
  const { count } = await db
    .selectFrom('accounts')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** People type their address with capitals and spaces; it is one address. */
function normalised(email: string): string {
  return email.trim().toLowerCase();
}
