// Who may come into the workspace: the session, the token every form must carry, and the signed-in account.
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { Context } from '../../context.ts';
import { type Account, accountById } from '../../db/accounts.ts';
import { expiredForm } from '../../errors.ts';
import { SessionStore } from '../../identity/session-store.ts';
import { hashToken, newToken, sameSecret } from '../../identity/tokens.ts';

/** Sessions for everything under /team. The cookie ends with the browser; the server forgets it sooner. */
export function workspaceSession(ctx: Context): readonly RequestHandler[] {
  const https = ctx.config.baseUrl?.startsWith('https://') ?? false;
  // Behind a TLS proxy the connection itself is plain; the outside address says what the browser sees.
  const asOutside: RequestHandler = (request, _response, next) => {
    Object.defineProperty(request, 'secure', { value: https });
    next();
  };
  const sessions = session({
    name: 'session',
    secret: ctx.sessionSecret,
    store: new SessionStore(ctx),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: https, path: '/team' },
  });
  return [asOutside, sessions];
}

/**
 * A form without the token of its session changes nothing. Signing in begins a session, so that form has none yet:
 * there the check that it came from our own page is enough, and whoever only looks leaves nothing behind.
 */
export const checkFormToken: RequestHandler = (request, _response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD' || request.path === '/sign-in') return next();
  // A form with a file is read, and its token checked, by the route itself: nobody else's bytes are stored.
  if (/^\/[^/]+\/own-data$/.test(request.path)) return next();
  const given = fieldOf(request, 'csrf');
  const expected = request.session.csrf;
  if (!expected || !sameSecret(given, expected)) throw expiredForm();
  next();
};

/** The token for a form of this session; the first form of a visitor begins the session. */
export function formToken(request: Request): string {
  request.session.csrf ??= newToken();
  return request.session.csrf;
}

/** The text of a form field; absent, or sent more than once, it is empty. */
export function fieldOf(request: Request, name: string): string {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return '';
  const value: unknown = Object.getOwnPropertyDescriptor(body, name)?.value;
  return typeof value === 'string' ? value : '';
}

/**
 * Begins a session of this account under a new id: an id somebody planted before is worth nothing. It lasts no longer than the
 * password it began with.
 */
export async function beginSession(ctx: Context, request: Request, account: string): Promise<void> {
  const own = await accountById(ctx.db.kysely, account);
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error: unknown) => (error ? reject(error) : resolve()));
  });
  request.session.account = account;
  request.session.password = hashToken('password', own?.passwordHash ?? '');
  request.session.csrf = newToken();
  await new Promise<void>((resolve, reject) => {
    request.session.save((error: unknown) => (error ? reject(error) : resolve()));
  });
}

export async function endSession(request: Request): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.destroy((error: unknown) => (error ? reject(error) : resolve()));
  });
}

/** Who is signed in; null for nobody, also where the password of the account is another since. */
export async function signedIn(ctx: Context, request: Request): Promise<Account | null> {
  const { account: id, password } = request.session;
  const account = id === undefined ? null : await accountById(ctx.db.kysely, id);
  if (!account || password !== hashToken('password', account.passwordHash)) return null;
  return { id: account.id, email: account.email };
}

/** Lets the signed-in account through, with it in `response.locals`; shows everybody else the sign-in page. */
export function requireAccount(ctx: Context): RequestHandler {
  return async (request, response, next) => {
    const account = await signedIn(ctx, request);
    if (!account) {
      response.redirect(303, `/team/sign-in?to=${encodeURIComponent(request.originalUrl)}`);
      return;
    }
    response.locals.account = account;
    response.locals.csrf = formToken(request);
    next();
  };
}
