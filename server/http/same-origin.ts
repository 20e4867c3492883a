// Forms are only accepted from our own pages: a page of another site cannot post in somebody's name.
import type { RequestHandler } from 'express';
import { otherSite } from '../errors.ts';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a request that changes something and that the browser says comes from another site.
 * A request without both headers is no browser acting for somebody, or one whose cookies SameSite=Lax held back.
 */
export function requireSameOrigin(baseUrl: string | null): RequestHandler {
  const ourOrigin = baseUrl === null ? null : new URL(baseUrl).origin;
  return (request, _response, next) => {
    if (harmless.has(request.method)) return next();
    const site = request.headers['sec-fetch-site'];
    const { origin, host } = request.headers;
    if (site === 'same-origin' || site === 'none') return next();
    if (site === undefined && origin === undefined) return next();
    if (site === undefined && origin && (origin === ourOrigin || hostOf(origin) === host)) return next();
    throw otherSite();
  };
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
