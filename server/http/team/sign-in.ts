// Signing in and out of the workspace.
import type { Request, Response, Router } from 'express';
import type { Context } from '../../context.ts';
import { anyAccount, credentialsOf } from '../../db/accounts.ts';
import { listProjects } from '../../db/projects.ts';
import { tooManyAttempts } from '../../errors.ts';
import { checkPassword, maximumPassword } from '../../identity/passwords.ts';
import { hashToken } from '../../identity/tokens.ts';
import { beginSession, endSession, fieldOf } from './access.ts';

export function signInRoutes(ctx: Context, router: Router): void {
  router.get('/sign-in', (request, response) => show(ctx, request, response, false));
  router.post('/sign-in', async (request, response) => {
    const email = fieldOf(request, 'email').slice(0, 200);
    const password = fieldOf(request, 'password');
    const counted = await countAttempt(ctx, request, email);
    const credentials = await credentialsOf(ctx.db.kysely, email);
    const right =
      password.length <= maximumPassword &&
      (await checkPassword(credentials?.passwordHash ?? null, password));
    if (!right || !credentials) return show(ctx, request, response, true);
    await counted.wasRight();
    await beginSession(request, credentials.id);
    response.redirect(303, destination(fieldOf(request, 'to')));
  });
}

/** Signing out; it stands behind requireAccount. */
export function signOutRoute(router: Router): void {
  router.post('/sign-out', async (request, response) => {
    await endSession(request);
    response.clearCookie('session', { path: '/team' });
    response.redirect(303, '/team/sign-in');
  });
}

async function show(ctx: Context, request: Request, response: Response, failed: boolean): Promise<void> {
  const asked = request.method === 'GET' ? request.query.to : fieldOf(request, 'to');
  const projects = await listProjects(ctx.db.kysely);
  ctx.render(
    response,
    'team/sign-in',
    {
      to: destination(typeof asked === 'string' ? asked : ''),
      email: fieldOf(request, 'email'),
      failed,
      noAccount: !(await anyAccount(ctx.db.kysely)),
    },
    {
      title: ctx.texts.say(response.locals.language, 'team.signIn.title'),
      layout: 'workspace',
      styles: ['project.css'],
      demonstration: projects.length > 0 && projects.every((project) => project.demonstration),
      status: failed ? 422 : 200,
    },
  );
}

/**
 * Counts before the password is looked at, so that guessing many at once does not help; a right one is taken back.
 * Who is stopped at the nearest limit does not count further, so that nobody uses up the limit of somebody else's
 * e-mail address from one place.
 */
async function countAttempt(ctx: Context, request: Request, email: string) {
  const { signInByBoth, signInByAddress, signInByEmail } = ctx.limits;
  const address = request.ip ?? '';
  const emailKey = keyOf(email);
  const bothKey = `${emailKey} ${address}`;
  const refuse = (seconds: number) => {
    if (seconds > 0) throw tooManyAttempts(Math.ceil(seconds / 60));
  };
  refuse(await signInByBoth.attempt(bothKey));
  refuse(await signInByAddress.attempt(address));
  refuse(await signInByEmail.attempt(emailKey));
  return {
    wasRight: async () => {
      await signInByBoth.forget(bothKey);
      await signInByAddress.takeBack(address);
      await signInByEmail.takeBack(emailKey);
    },
  };
}

/** Addresses people tried are not kept as they are. */
function keyOf(email: string): string {
  return hashToken('email', email.trim().toLowerCase());
}

/** Only a page of the workspace may be gone to after signing in. */
function destination(asked: string): string {
  return /^\/team(\/[\w./?=&%-]*)?$/.test(asked) && !asked.includes('//') ? asked : '/team';
}
