// The one-time link by which the first account is made.
import type { Router } from 'express';
import type { Context } from '../../context.ts';
import { createAccount } from '../../db/accounts.ts';
import { setupTokenState, useSetupToken } from '../../db/setup-tokens.ts';
import { unknownToken, usedToken } from '../../errors.ts';
import { hashPassword } from '../../identity/passwords.ts';
import { hashToken } from '../../identity/tokens.ts';
import { joinProjectsOfNobody } from '../../operations/people.ts';
import { beginSession } from './access.ts';
import { readAccountForm, showAccountForm } from './account-form.ts';
import { wordsOf } from './workspace.ts';

export function setUpRoutes(ctx: Context, router: Router): void {
  const wordsFor = (response: Parameters<typeof wordsOf>[1], token: string) => {
    const { say } = wordsOf(ctx, response);
    return {
      action: `/team/set-up/${token}`,
      title: say({ key: 'team.setUp.title' }),
      intro: say({ key: 'team.setUp.intro' }),
      signIn: null,
    };
  };
  router.get('/set-up/:token', async (request, response) => {
    const { token } = request.params;
    await requireUnused(ctx, token);
    showAccountForm(ctx, request, response, wordsFor(response, token), []);
  });
  router.post('/set-up/:token', async (request, response) => {
    const { token } = request.params;
    await requireUnused(ctx, token);
    const { email, password, mistakes } = readAccountForm(request);
    if (mistakes.length > 0)
      return showAccountForm(ctx, request, response, wordsFor(response, token), mistakes);
    const account = await makeFirstAccount(ctx, token, email, password);
    await beginSession(ctx, request, account);
    response.redirect(303, '/team');
  });
}

async function requireUnused(ctx: Context, token: string): Promise<void> {
  const state = await setupTokenState(ctx.db.kysely, hashToken('setup', token));
  if (state === 'unknown') throw unknownToken();
  if (state === 'used') throw usedToken();
}

/** The first account has every role in the projects that are there and nobody's. */
async function makeFirstAccount(
  ctx: Context,
  token: string,
  email: string,
  password: string,
): Promise<string> {
  const id = ctx.newId();
  const passwordHash = await hashPassword(password);
  const at = ctx.now().toISOString();
  await ctx.writes.run(async (db) => {
    if (!(await useSetupToken(db, hashToken('setup', token), at))) throw usedToken();
    await createAccount(db, { id, email }, passwordHash, at);
    await joinProjectsOfNobody(db, id, at);
  });
  return id;
}
