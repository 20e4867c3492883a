// Which language a request is answered in: the one asked for (and remembered), else the one remembered, else Dutch.
// Only languages the pages of that address have: who reads French elsewhere sees the workspace in Dutch.
import type { RequestHandler } from 'express';
import { cookieOf } from './cookies.ts';

const year = 365 * 24 * 60 * 60 * 1000;

/**
 * Sets `response.locals.language` to one of these languages, and `response.locals.languages` to all of them.
 * What an earlier one chose stays: the addresses with fewer languages come first.
 * @param remembers whether the language asked for is the reader's from now on; a glance at another is not.
 */
export function chooseLanguage(
  languages: readonly string[],
  baseUrl: string | null,
  { remembers = true }: { readonly remembers?: boolean } = {},
): RequestHandler {
  const secure = baseUrl?.startsWith('https:') ?? false;
  const known = (language: unknown): language is string =>
    typeof language === 'string' && languages.includes(language);
  return (request, response, next) => {
    const chosen: { readonly languages?: readonly string[] } = response.locals;
    if (chosen.languages) return next();
    response.locals.languages = languages;
    const asked = request.query.lang;
    if (known(asked)) {
      if (remembers)
        response.cookie('language', asked, { maxAge: year, sameSite: 'lax', httpOnly: true, secure });
      response.locals.language = asked;
    } else {
      const remembered = cookieOf(request, 'language');
      response.locals.language = known(remembered) ? remembered : 'nl';
    }
    next();
  };
}
