// Somebody of the team, signed in on a running server, whose forms carry the token of the session.

import { createAccount } from '../../server/db/accounts.ts';
import { hashPassword } from '../../server/identity/passwords.ts';
import { joinProjectsOfNobody } from '../../server/operations/people.ts';
import { type Page, Visitor } from '../set-up/start-app.ts';
import type { PanelServer } from './panel-project.ts';

export interface TeamMember {
  get(path: string): Promise<Page>;
  /** Posts with the token of the session unless the fields have their own. */
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Page>;
}

/** Makes an account and signs it in. */
export async function signedIn({ ctx, base }: PanelServer): Promise<TeamMember> {
  const password = 'een lang wachtwoord';
  const account = { id: 'a1', email: 'lead@example.org' };
  await createAccount(ctx.db.kysely, account, await hashPassword(password), '2024-01-01T00:00:00Z');
  await joinProjectsOfNobody(ctx.db.kysely, account.id, '2024-01-01T00:00:00Z');
  const visitor = new Visitor(base);
  const tokenOf = ({ text }: Page) =>
    /name="csrf" value="([^"]*)"/.exec(text)?.[1]?.replaceAll('&#x3D;', '=') ?? '';
  const form = await visitor.get('/team/sign-in');
  await visitor.post('/team/sign-in', { csrf: tokenOf(form), to: '', email: account.email, password });
  const csrf = tokenOf(await visitor.get('/team'));
  return {
    get: (path) => visitor.get(path),
    post: (path, fields = {}) => visitor.post(path, { csrf, ...fields }),
  };
}
