// The end of the line: no page found, or something thrown on the way. Never a stack trace.
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Context } from '../context.ts';
import { failureOf, unknownPage } from '../errors.ts';
import { isDemonstration } from './demonstration.ts';
import { outcomeOf } from './outcome.ts';

/** Nothing above answered. */
export const notFound: RequestHandler = () => {
  throw unknownPage();
};

/** Shows what went wrong in plain words; logs what nobody expected, without the address's query or any field. */
export function errorPages(ctx: Context): ErrorRequestHandler {
  return async (thrown: unknown, request, response, next) => {
    const failure = failureOf(thrown);
    if (failure.status === 500) {
      ctx.log.error('request failed', thrown, { method: request.method, route: request.baseUrl });
    }
    if (response.headersSent) return next(thrown);
    const language = response.locals.language ?? 'nl';
    const title = ctx.texts.say(language, `errors.${failure.key}.title`, failure.values);
    const text = ctx.texts.say(language, `errors.${failure.key}.text`, failure.values);
    const demonstration = await isDemonstration(ctx, request.originalUrl.split('?')[0] ?? '');
    const options = { title, status: failure.status, language, demonstration };
    const project = failure.outcomeOf;
    const told = project === null ? null : { outcome: await outcomeOf(ctx.db.kysely, project) };
    ctx.render(response, 'error', { title, text, told }, options);
  };
}
