// Reading cookies of a request. Writing them is Express's `response.cookie`.
import type { Request } from 'express';

/** The value of a cookie, or null when the browser sent none of that name. */
export function cookieOf(request: Request, name: string): string | null {
  const header = request.headers.cookie;
  if (!header) return null;
  for (const part of header.split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim() === name) return decoded(part.slice(equals + 1).trim());
  }
  return null;
}

/** A hand-made cookie may hold a broken escape: such a cookie is no cookie. */
function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
