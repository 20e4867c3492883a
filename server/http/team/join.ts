// The link of an invitation to the team of a project: who has an account comes in, anybody else makes one first.
import type { Request, Response, Router } from 'express';
import { dayOf } from '../../../surveys/day.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { type Account, createAccount, credentialsOf } from '../../db/accounts.ts';
import { invitationBy } from '../../db/people.ts';
import { projectByCode } from '../../db/projects.ts';
import { usedToken } from '../../errors.ts';
import { hashPassword } from '../../identity/passwords.ts';
import { hashToken } from '../../identity/tokens.ts';
import { join } from '../../operations/people.ts';
import { beginSession, formToken, signedIn } from './access.ts';
import { type AccountPage, readAccountForm, showAccountForm } from './account-form.ts';
import { wordsOf } from './workspace.ts';

export interface JoinPage {
  readonly csrf: string;
  readonly action: string;
  readonly title: string;
  readonly email: string;
}

type Asked = Request<{ token: string }>;

export function joinRoutes(ctx: Context, router: Router): void {
  router.get('/join/:token', async (request: Asked, response) => {
    const words = await wordsFor(ctx, request, response);
    const account = await signedIn(ctx, request);
    if (account) return askSure(ctx, request, response, words, account);
    showAccountForm(ctx, request, response, words, []);
  });

  router.post('/join/:token', async (request: Asked, response) => {
    const words = await wordsFor(ctx, request, response);
    const { token } = request.params;
    const account = await signedIn(ctx, request);
    if (account) {
      const project = await ctx.writes.run((db) => join(db, token, account.id, ctx.now()));
      return response.redirect(303, `/team/${project}`);
    }
    const { email, password, mistakes } = readAccountForm(request);
    if (mistakes.length > 0) return showAccountForm(ctx, request, response, words, mistakes);
    const id = ctx.newId();
    const passwordHash = await hashPassword(password);
    const at = ctx.now();
    const project = await ctx.writes.run(async (db) => {
      if (await credentialsOf(db, email)) return null;
      await createAccount(db, { id, email }, passwordHash, at.toISOString());
      return join(db, token, id, at);
    });
    if (project === null) {
      const taken = { field: 'email' as const, key: 'people.join.taken', values: {} };
      return showAccountForm(ctx, request, response, words, [taken]);
    }
    await beginSession(ctx, request, id);
    response.redirect(303, `/team/${project}`);
  });
}

/** @throws ExpectedFailure when the invitation opens nothing. */
async function wordsFor(
  ctx: Context,
  request: Asked,
  response: Response,
): Promise<Pick<AccountPage, 'action' | 'title' | 'intro' | 'signIn'>> {
  const { token } = request.params;
  const invitation = await invitationBy(ctx.db.kysely, hashToken('invitation', token), dayOf(ctx.now()));
  const project = invitation && (await projectByCode(ctx.db.kysely, invitation.project));
  if (!project) throw usedToken();
  const { language, say } = wordsOf(ctx, response);
  const action = `/team/join/${token}`;
  return {
    action,
    title: say({ key: 'people.join.title', values: { project: inLanguage(project.title, language) } }),
    intro: say({ key: 'people.join.intro' }),
    signIn: `/team/sign-in?to=${encodeURIComponent(action)}`,
  };
}

/** Opening a link changes nothing: who is signed in says yes. */
function askSure(
  ctx: Context,
  request: Asked,
  response: Response,
  { action, title }: Pick<AccountPage, 'action' | 'title'>,
  { email }: Account,
): void {
  const page: JoinPage = { csrf: formToken(request), action, title, email };
  ctx.render(response, 'team/join', page, {
    title,
    layout: 'workspace',
    workspace: { email, csrf: page.csrf, project: null, stations: [] },
  });
}
