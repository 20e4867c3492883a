// People of a team around data that leave: the data officer, and colleagues who have every role but that one.
import { createAccount } from '../../server/db/accounts.ts';
import { giveRoles } from '../../server/db/people.ts';
import { hashPassword } from '../../server/identity/passwords.ts';
import { type TeamRole, teamRoles } from '../../server/identity/roles.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp } from '../set-up/start-demonstration.ts';

export interface Person {
  get(path: string): Promise<Page>;
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Page>;
}

const tokenOf = ({ text }: Page) =>
  /name="csrf" value="([^"]*)"/.exec(text)?.[1]?.replaceAll('&#x3D;', '=') ?? '';

async function person(visitor: Visitor): Promise<Person> {
  const csrf = tokenOf(await visitor.get('/team'));
  return {
    get: (path) => visitor.get(path),
    post: (path, fields = {}) => visitor.post(path, { csrf, ...fields }),
  };
}

/** Who made the first account has this role too. */
export async function dataOfficer(app: App): Promise<Person> {
  const visitor = app.visitor();
  await signInThroughSetUp(visitor);
  return person(visitor);
}

/** Somebody with an account of their own; with every role but the data officer's where none are given. */
export async function colleague(
  app: App,
  id: string,
  roles: readonly TeamRole[] = teamRoles.filter((role) => role !== 'dataOfficer'),
): Promise<Person> {
  const [email, password] = [`${id}@bib.example`, 'een lang wachtwoord'];
  const at = '2026-01-01T00:00:00Z';
  await createAccount(app.ctx.db.kysely, { id, email }, await hashPassword(password), at);
  await giveRoles(app.ctx.db.kysely, 'ooo', id, roles, at);
  const visitor = app.visitor();
  const csrf = tokenOf(await visitor.get('/team/sign-in'));
  await visitor.post('/team/sign-in', { csrf, to: '', email, password });
  return person(visitor);
}
