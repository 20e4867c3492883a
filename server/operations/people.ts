// The team of a project: who comes in by an invitation, which roles somebody has, and who leaves. A line in the project's log for each.
import { dayOf } from '../../surveys/day.ts';
import type { Context } from '../context.ts';
import { addDataLine } from '../db/data-log.ts';
import type { Queries } from '../db/open.ts';
import {
  addInvitation,
  deleteInvitation,
  deleteInvitationsOf,
  giveRoles,
  invitationBy,
  partIn,
  peopleOf,
  projectsOfNobody,
  removePerson,
} from '../db/people.ts';
import { lastLead, usedToken } from '../errors.ts';
import { rolesAmong, type TeamRole, teamRoles } from '../identity/roles.ts';
import { hashToken, newToken } from '../identity/tokens.ts';

/** How long an invitation can be used, in days. */
export const invitationDays = 7;

type Writing = Pick<Context, 'writes' | 'now' | 'newId'>;

/**
 * The roles of an account in a project; null when it has no part in it or there is no such project. A demonstration is of nobody:
 * whoever was given no roles of their own there may try everything.
 */
export async function rolesIn(
  db: Queries,
  project: string,
  account: string,
): Promise<readonly TeamRole[] | null> {
  const part = await partIn(db, project, account);
  if (!part) return null;
  if (part.roles) return rolesAmong(part.roles);
  return part.demonstration ? teamRoles : null;
}

/**
 * Makes a one-time invitation with these roles.
 * @param by the account that makes it; empty for the command line.
 * @returns the token of its link, which is stored nowhere.
 */
export async function invite(
  { writes, now, newId }: Writing,
  project: string,
  {
    roles,
    forWhom,
    by,
  }: { readonly roles: readonly TeamRole[]; readonly forWhom: string; readonly by: string },
): Promise<string> {
  const token = newToken();
  const at = now();
  const expiresOn = dayOf(new Date(at.getTime() + invitationDays * 24 * 60 * 60 * 1000));
  await writes.run(async (db) => {
    await addInvitation(db, project, hashToken('invitation', token), {
      id: newId(),
      roles,
      forWhom,
      expiresOn,
    });
    await addDataLine(db, project, {
      ...lineBy(by, at),
      act: 'invited',
      details: { roles: [...roles] },
    });
  });
  return token;
}

/**
 * Brings an account into the team by an invitation; roles it has there stay.
 * @returns the project's code.
 * @throws ExpectedFailure when the invitation was used, taken back or is too old.
 */
export async function join(db: Queries, token: string, account: string, at: Date): Promise<string> {
  const hash = hashToken('invitation', token);
  const invitation = await invitationBy(db, hash, dayOf(at));
  if (!invitation || !(await deleteInvitation(db, { hash }))) throw usedToken();
  const { project } = invitation;
  const before = (await partIn(db, project, account))?.roles ?? [];
  const roles = rolesAmong([...before, ...invitation.roles]);
  await giveRoles(db, project, account, roles, at.toISOString());
  await addDataLine(db, project, { ...lineBy(account, at), act: 'joined', details: { roles: [...roles] } });
  return project;
}

/** Gives an account every role in the projects nobody is in, such as those made on the machine before there was one. */
export async function joinProjectsOfNobody(db: Queries, account: string, at: string): Promise<void> {
  for (const project of await projectsOfNobody(db)) await giveRoles(db, project, account, teamRoles, at);
}

/**
 * Gives somebody of the team these roles in place of those they had; none at all ends their part.
 * @throws ExpectedFailure when nobody would lead the project any more.
 */
export async function changeRoles(
  { writes, now }: Pick<Context, 'writes' | 'now'>,
  project: string,
  person: string,
  roles: readonly TeamRole[],
  by: string,
): Promise<void> {
  const at = now();
  await writes.run(async (db) => {
    const people = await peopleOf(db, project);
    const leads = people.filter(({ account, roles: had }) =>
      account === person ? roles.includes('lead') : had.includes('lead'),
    );
    if (leads.length === 0) throw lastLead();
    const before = people.find(({ account }) => account === person);
    if (!before) return;
    // Who leads no more leaves no way back in.
    if (before.roles.includes('lead') && !roles.includes('lead')) await deleteInvitationsOf(db, project);
    if (roles.length === 0) await removePerson(db, project, person);
    else await giveRoles(db, project, person, roles, at.toISOString());
    await addDataLine(db, project, {
      ...lineBy(by, at),
      act: 'rolesGiven',
      details: { person, roles: [...roles] },
    });
  });
}

function lineBy(account: string, at: Date) {
  return { at: at.toISOString(), account, reason: '', request: null };
}
