// The one-time link by which the first account is made.
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { createAccount } from '../../db/accounts.ts';
import { setupTokenState, useSetupToken } from '../../db/setup-tokens.ts';
import { unknownToken, usedToken } from '../../errors.ts';
import { hashPassword, maximumPassword, minimumPassword } from '../../identity/passwords.ts';
import { teamRoles } from '../../identity/roles.ts';
import { hashToken } from '../../identity/tokens.ts';
import { beginSession, fieldOf, formToken } from './access.ts';

export function setUpRoutes(ctx: Context, router: Router): void {
  router.get('/set-up/:token', async (request, response) => {
    await requireUnused(ctx, request.params.token);
    show(ctx, request, response, request.params.token, []);
  });
  router.post('/set-up/:token', async (request, response) => {
    const { token } = request.params;
    await requireUnused(ctx, token);
    const email = fieldOf(request, 'email').trim();
    const password = fieldOf(request, 'password');
    const mistakes = mistakesIn(email, password);
    if (mistakes.length > 0) return show(ctx, request, response, token, mistakes);
    const account = await makeFirstAccount(ctx, token, email, password);
    await beginSession(request, account);
    response.redirect(303, '/team');
  });
}

export interface Mistake {
  /** The field it is about, which is also the id its link goes to. */
  readonly field: 'email' | 'password';
  readonly key: string;
  readonly values: Readonly<Record<string, number>>;
}

function mistakesIn(email: string, password: string): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  if (email.length > 200 || !z.email().safeParse(email).success) {
    mistakes.push({ field: 'email', key: 'team.setUp.emailWrong', values: {} });
  }
  if (password.length < minimumPassword) {
    mistakes.push({
      field: 'password',
      key: 'team.setUp.passwordShort',
      values: { minimum: minimumPassword },
    });
  }
  if (password.length > maximumPassword) {
    mistakes.push({
      field: 'password',
      key: 'team.setUp.passwordLong',
      values: { maximum: maximumPassword },
    });
  }
  return mistakes;
}

async function requireUnused(ctx: Context, token: string): Promise<void> {
  const state = await setupTokenState(ctx.db.kysely, hashToken('setup', token));
  if (state === 'unknown') throw unknownToken();
  if (state === 'used') throw usedToken();
}

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
    await createAccount(db, { id, email, roles: teamRoles }, passwordHash, at);
  });
  return id;
}

function show(
  ctx: Context,
  request: Request,
  response: Response,
  token: string,
  mistakes: readonly Mistake[],
): void {
  ctx.render(
    response,
    'team/set-up',
    {
      csrf: formToken(request),
      action: `/team/set-up/${token}`,
      email: fieldOf(request, 'email'),
      minimum: minimumPassword,
      mistakes,
      emailMistake: mistakes.find((mistake) => mistake.field === 'email') ?? null,
      passwordMistake: mistakes.find((mistake) => mistake.field === 'password') ?? null,
    },
    {
      title: ctx.texts.say(response.locals.language, 'team.setUp.title'),
      layout: 'workspace',
      styles: ['project.css'],
      status: mistakes.length > 0 ? 422 : 200,
    },
  );
}
