// The table of contents: middleware and routers in the order a request meets them.
import express, { type Express } from 'express';
import type { Context } from './context.ts';
import { errorPages, notFound } from './http/error-pages.ts';
import { favicon } from './http/favicon.ts';
import { chooseLanguage } from './http/language.ts';
import { panelRoutes } from './http/panel/index.ts';
import { publicRoutes, reportRoutes, schemaRoutes } from './http/public/index.ts';
import { respondRoutes } from './http/respond/index.ts';
import { requireSameOrigin } from './http/same-origin.ts';
import { securityHeaders } from './http/security-headers.ts';
import { teamRoutes } from './http/team/index.ts';
import { readUploadForm } from './http/upload-form.ts';

/** The web application over a context. It trusts no proxy header; BASE_URL says what the outside sees. */
export function createApp(ctx: Context): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  // Should even the error page fail, Express shows no stack trace.
  app.set('env', 'production');

  app.get('/healthz', (_request, response) => {
    response.type('text/plain').end('ok');
  });
  app.use(securityHeaders(ctx.config.baseUrl));
  app.use('/assets', ctx.assets.serve);
  app.get('/favicon.ico', favicon(ctx.assets));
  app.use(['/team', '/p', '/r'], chooseLanguage(ctx.texts.workspaceLanguages, ctx.config.baseUrl));
  app.use(chooseLanguage(ctx.texts.languages, ctx.config.baseUrl));
  app.use(requireSameOrigin(ctx.config.baseUrl));
  // A whole questionnaire can be pasted here; the next reader leaves alone what was read.
  app.post(
    ['/team/:project/definition-file', '/team/:project/surveys/new'],
    express.urlencoded({ extended: false, limit: '3mb', parameterLimit: 50 }),
  );
  app.post('/team/:project/register', ...readUploadForm);
  // A file of another tool has a field for every answer of every question.
  app.post(
    '/team/:project/own-data/:import',
    express.urlencoded({ extended: false, limit: '5mb', parameterLimit: 50_000 }),
  );
  app.use(express.urlencoded({ extended: false, limit: '200kb', parameterLimit: 2000 }));

  app.use('/s', respondRoutes(ctx));
  app.use('/p', panelRoutes(ctx));
  app.use('/r', reportRoutes(ctx));
  app.use('/team', teamRoutes(ctx));
  app.use(schemaRoutes(ctx));
  app.use(publicRoutes(ctx));

  app.use(notFound);
  app.use(errorPages(ctx));
  return app;
}
