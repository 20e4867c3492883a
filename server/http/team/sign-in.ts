// Signing in and out of the workspace.
import type { Request, Response, Router } from 'express';
import type { Context } from '../../context.ts';
import { anyAccount, credentialsOf } from '../../db/accounts.ts';
import { listProjects } from '../../db/projects.ts';
import { checkPassword, maximumPassword } from '../../identity/passwords.ts';
import { beginSession, endSession, fieldOf } from './access.ts';
import { countAttempt } from './sign-in-attempts.ts';

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
    await beginSession(ctx, request, credentials.id);
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

/** Only a page of the workspace may be gone to after signing in. */
function destination(asked: string): string {
  return /^\/team(\/[\w./?=&%-]*)?$/.test(asked) && !asked.includes('//') ? asked : '/team';
}
