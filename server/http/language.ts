// Which language a request is answered in: the one asked for (and remembered), else the one remembered, else Dutch.
import type { RequestHandler } from 'express';
import type { Texts } from '../texts.ts';
import { cookieOf } from './cookies.ts';

const year = 365 * 24 * 60 * 60 * 1000;

/** Sets `response.locals.language` to one of the languages of the screens. */
export function chooseLanguage(texts: Texts, baseUrl: string | null): RequestHandler {
  const secure = baseUrl?.startsWith('https:') ?? false;
  const known = (language: unknown): language is string =>
    typeof language === 'string' && texts.languages.includes(language);
  return (request, response, next) => {
    const asked = request.query.lang;
    if (known(asked)) {
      response.cookie('language', asked, { maxAge: year, sameSite: 'lax', httpOnly: true, secure });
      response.locals.language = asked;
    } else {
      const remembered = cookieOf(request, 'language');
      response.locals.language = known(remembered) ? remembered : 'nl';
    }
    next();
  };
}
