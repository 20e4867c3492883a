// The account of who is signed in: another password.
import type { Request, Response, Router } from 'express';
import type { Context } from '../../context.ts';
import { accountById, setPassword } from '../../db/accounts.ts';
import { checkPassword, hashPassword, maximumPassword, minimumPassword } from '../../identity/passwords.ts';
import { beginSession, fieldOf } from './access.ts';
import { passwordMistakes } from './account-form.ts';
import type { FormMistake } from './round-form.ts';
import { countAttempt } from './sign-in-attempts.ts';
import { frameWithoutStations, wordsOf } from './workspace.ts';

export interface OwnAccountPage {
  readonly csrf: string;
  readonly title: string;
  readonly email: string;
  readonly minimum: number;
  readonly changed: boolean;
  readonly mistakes: readonly FormMistake[];
}

export function accountRoutes(ctx: Context, router: Router): void {
  router.get('/account', (request, response) => {
    show(ctx, response, [], request.query.changed === '1');
  });

  router.post('/account', async (request, response) => {
    const own = await accountById(ctx.db.kysely, response.locals.account?.id ?? '');
    const next = fieldOf(request, 'next');
    const mistakes: FormMistake[] = passwordMistakes(next).map((mistake) => ({ ...mistake, field: 'next' }));
    if (!own || !(await isOwn(ctx, request, own)))
      mistakes.unshift({ field: 'now', key: 'people.account.nowWrong', values: {} });
    if (!own || mistakes.length > 0) return show(ctx, response, mistakes, false);
    const hash = await hashPassword(next);
    await ctx.writes.run((db) => setPassword(db, own.id, hash));
    // Every other session of the account ends with the old password; this one goes on.
    await beginSession(ctx, request, own.id);
    response.redirect(303, '/team/account?changed=1');
  });
}

/** Guessing the password of a session somebody left open is held back as signing in is. */
async function isOwn(
  ctx: Context,
  request: Request,
  { email, passwordHash }: { readonly email: string; readonly passwordHash: string },
): Promise<boolean> {
  const given = fieldOf(request, 'now');
  const counted = await countAttempt(ctx, request, email);
  const right = given.length <= maximumPassword && (await checkPassword(passwordHash, given));
  if (right) await counted.wasRight();
  return right;
}

function show(ctx: Context, response: Response, mistakes: readonly FormMistake[], changed: boolean): void {
  const { say } = wordsOf(ctx, response);
  const title = say({ key: 'people.account.title' });
  const csrf = response.locals.csrf ?? '';
  const email = response.locals.account?.email ?? '';
  const page: OwnAccountPage = { csrf, title, email, minimum: minimumPassword, changed, mistakes };
  ctx.render(response, 'team/account', page, {
    title,
    layout: 'workspace',
    status: mistakes.length > 0 ? 422 : 200,
    styles: ['project.css', 'rounds.css'],
    workspace: frameWithoutStations(response),
  });
}
