// Who is in the team of a project and with which roles, and the one-time invitations to come in, as hashes.
import type { Queries } from './open.ts';

export interface Person {
  readonly account: string;
  readonly email: string;
  readonly roles: readonly string[];
  /** When they came in, as an ISO moment. */
  readonly since: string;
}

export interface Invitation {
  readonly id: string;
  readonly roles: readonly string[];
  /** Whom it was made for, in the words of who made it. */
  readonly forWhom: string;
  /** The last day it can be used. */
  readonly expiresOn: string;
}

/** The team of a project, the longest there first. */
export async function peopleOf(db: Queries, project: string): Promise<readonly Person[]> {
  const rows = await db
    .selectFrom('project_people')
    .innerJoin('accounts', 'accounts.id', 'project_people.account')
    .select(['account', 'email', 'project_people.roles', 'since'])
    .where('project', '=', project)
    .orderBy('since')
    .orderBy('email')
    .execute();
  return rows.map((row) => ({ ...row, roles: rolesFrom(row.roles) }));
}

/** An account's part in a project: the roles it was given, or null for none, and whether the project is a demonstration; null: no such project. */
export async function partIn(
  db: Queries,
  project: string,
  account: string,
): Promise<{ readonly roles: readonly string[] | null; readonly demonstration: boolean } | null> {
  const row = await db
    .selectFrom('projects')
    .leftJoin('project_people', (join) =>
      join.onRef('project_people.project', '=', 'projects.code').on('project_people.account', '=', account),
    )
    .select(['demonstration', 'project_people.roles'])
    .where('code', '=', project)
    .executeTakeFirst();
  if (!row) return null;
  return { roles: row.roles === null ? null : rolesFrom(row.roles), demonstration: row.demonstration === 1 };
}

/** Gives an account these roles in a project, in place of those it had there. */
export async function giveRoles(
  db: Queries,
  project: string,
  account: string,
  roles: readonly string[],
  at: string,
): Promise<void> {
  const stored = JSON.stringify(roles);
  await db
    .insertInto('project_people')
    .values({ project, account, roles: stored, since: at })
    .onConflict((conflict) => conflict.columns(['project', 'account']).doUpdateSet({ roles: stored }))
    .execute();
}

export async function removePerson(db: Queries, project: string, account: string): Promise<void> {
  await db
    .deleteFrom('project_people')
    .where('project', '=', project)
    .where('account', '=', account)
    .execute();
}

/** Projects nobody is in, such as one made on the machine before there was an account. */
export async function projectsOfNobody(db: Queries): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('projects')
    .select('code')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('project_people')
            .select('account')
            .whereRef('project_people.project', '=', 'projects.code'),
        ),
      ),
    )
    .execute();
  return rows.map(({ code }) => code);
}

export async function addInvitation(
  db: Queries,
  project: string,
  hash: string,
  { id, roles, forWhom, expiresOn }: Invitation,
): Promise<void> {
  await db
    .insertInto('project_invitations')
    .values({ hash, id, project, roles: JSON.stringify(roles), for_whom: forWhom, expires_on: expiresOn })
    .execute();
}

/** The invitations of a project that can still be used. */
export async function invitationsOf(
  db: Queries,
  project: string,
  today: string,
): Promise<readonly Invitation[]> {
  const rows = await db
    .selectFrom('project_invitations')
    .select(['id', 'roles', 'for_whom', 'expires_on'])
    .where('project', '=', project)
    .where('expires_on', '>=', today)
    .orderBy('expires_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    roles: rolesFrom(row.roles),
    forWhom: row.for_whom,
    expiresOn: row.expires_on,
  }));
}

/** What an invitation opens; null when it is unknown, used or too old. */
export async function invitationBy(
  db: Queries,
  hash: string,
  today: string,
): Promise<{ readonly project: string; readonly roles: readonly string[] } | null> {
  const row = await db
    .selectFrom('project_invitations')
    .select(['project', 'roles'])
    .where('hash', '=', hash)
    .where('expires_on', '>=', today)
    .executeTakeFirst();
  return row ? { project: row.project, roles: rolesFrom(row.roles) } : null;
}

/** Uses an invitation up, or takes it back by its id. @returns whether it was there: of two at once, one wins. */
export async function deleteInvitation(
  db: Queries,
  which: { readonly hash: string } | { readonly project: string; readonly id: string },
): Promise<boolean> {
  const from = db.deleteFrom('project_invitations');
  const chosen =
    'hash' in which
      ? from.where('hash', '=', which.hash)
      : from.where('project', '=', which.project).where('id', '=', which.id);
  const { numDeletedRows } = await chosen.executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Deletes every invitation of a project that was not used. */
export async function deleteInvitationsOf(db: Queries, project: string): Promise<void> {
  await db.deleteFrom('project_invitations').where('project', '=', project).execute();
}

/** Deletes the invitations whose last day is over. Says how many. */
export async function deleteInvitationsBefore(db: Queries, today: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('project_invitations')
    .where('expires_on', '<', today)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Only the functions above write roles. */
function rolesFrom(stored: string): readonly string[] {
  return JSON.parse(stored) as readonly string[];
}
