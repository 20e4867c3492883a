// The table of contents: middleware and routers in the order a request meets them.
import express, { type Express } from 'express';
import type { Context } from './context.ts';
import { errorPages, notFound } from './http/error-pages.ts';
import { favicon } from './http/favicon.ts';
import { readForm } from './http/forms.ts';
import { chooseLanguage } from './http/language.ts';
import { libraryRoutes } from './http/library/index.ts';
import { liveDoorRoutes } from './http/live/door.ts';
import { panelRoutes } from './http/panel/index.ts';
import {
  boardRoutes,
  callRoutes,
  followUpRoutes,
  publicFrameworkRoutes,
  publicRoutes,
  reportRoutes,
  schemaRoutes,
  workedExampleRoutes,
} from './http/public/index.ts';
import { respondRoutes } from './http/respond/index.ts';
import { requireSameOrigin } from './http/same-origin.ts';
import { securityHeaders } from './http/security-headers.ts';
import { teamRoutes } from './http/team/index.ts';

/**
 * The web application over a context. BASE_URL says what the outside sees; a proxy is believed about where a visitor comes
 * from only if it is one of `trustedProxies`, and about nothing else.
 */
export function createApp(ctx: Context): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  // Should even the error page fail, Express shows no stack trace.
  app.set('env', 'production');
  app.set('trust proxy', ctx.config.trustedProxies);

  app.get('/healthz', (_request, response) => {
    response.type('text/plain').end('ok');
  });
  app.use(securityHeaders(ctx.config.baseUrl));
  app.use('/assets', ctx.assets.serve);
  app.get('/favicon.ico', favicon(ctx.assets));
  app.use(['/r', '/worked-example'], chooseLanguage(ctx.texts.reportLanguages, ctx.config.baseUrl));
  // A team looks at its report in every language it is read in, and works on in its own.
  app.use(
    ['/team/:project/report/preview', '/team/:project/report/present', '/team/:project/report/draft'],
    chooseLanguage(ctx.texts.reportLanguages, ctx.config.baseUrl, { remembers: false }),
  );
  app.use(
    ['/team', '/p', '/live', '/call', '/frameworks'],
    chooseLanguage(ctx.texts.workspaceLanguages, ctx.config.baseUrl),
  );
  app.use(chooseLanguage(ctx.texts.languages, ctx.config.baseUrl));
  app.use(requireSameOrigin(ctx.config.baseUrl));
  // The workspace reads its own forms, once it knows who sends them.
  app.use('/team', teamRoutes(ctx));
  app.use(readForm);

  app.use('/s', respondRoutes(ctx));
  app.use('/p', panelRoutes(ctx));
  app.use('/live', liveDoorRoutes(ctx));
  app.use('/r', followUpRoutes(ctx), libraryRoutes(ctx), reportRoutes(ctx));
  app.use('/call', callRoutes(ctx));
  app.use('/board', boardRoutes(ctx));
  app.use('/worked-example', workedExampleRoutes(ctx));
  app.use('/frameworks', publicFrameworkRoutes(ctx));
  app.use(schemaRoutes(ctx));
  app.use(publicRoutes(ctx));

  app.use(notFound);
  app.use(errorPages(ctx));
  return app;
}
