// The shape of a questionnaire as JSON Schema, for editors and other programs. It changes only with the program.
import { createHash } from 'node:crypto';
import { Router } from 'express';
import { questionnaireJsonSchema, questionnaireSchemaPath } from '../../../surveys/editing/json-schema.ts';
import type { Context } from '../../context.ts';

export function schemaRoutes(ctx: Context): Router {
  const { baseUrl } = ctx.config;
  const body = JSON.stringify(questionnaireJsonSchema(baseUrl ?? ''), null, 2);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 12)}"`;
  const router = Router();
  router.get(questionnaireSchemaPath, (request, response) => {
    response.setHeader('ETag', tag);
    response.setHeader('Cache-Control', 'no-cache');
    // Editors on other addresses read it too; it says nothing about anybody.
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    if (request.headers['if-none-match'] === tag) {
      response.status(304).end();
      return;
    }
    response.type('application/schema+json').end(body);
  });
  return router;
}
