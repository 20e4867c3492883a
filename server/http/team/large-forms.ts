// Forms of the workspace that are larger than others: their bytes are looked at only when somebody signed in sends them.
import express, { type RequestHandler, type Router } from 'express';
import type { Context } from '../../context.ts';
import { expiredForm } from '../../errors.ts';
import { readUploadForm } from '../upload-form.ts';
import { signedIn } from './access.ts';

/** To be mounted after the session and before the token is looked for, which is in the form. */
export function largeForms(ctx: Context, router: Router): void {
  const known = refuseStrangers(ctx);
  // A whole questionnaire can be pasted here.
  router.post(
    ['/:project/definition-file', '/:project/surveys/new'],
    known,
    express.urlencoded({ extended: false, limit: '3mb', parameterLimit: 50 }),
  );
  router.post(['/:project/register', '/:project/outside'], known, ...readUploadForm);
  // A file of another tool has a field for every answer of every question.
  router.post(
    '/:project/own-data/:import',
    known,
    express.urlencoded({ extended: false, limit: '5mb', parameterLimit: 50_000 }),
  );
}

/** Without an account the form cannot be of any session: it is refused as one that expired, and the line is let go of. */
function refuseStrangers(ctx: Context): RequestHandler {
  return async (request, response, next) => {
    if (await signedIn(ctx, request)) return next();
    response.setHeader('Connection', 'close');
    throw expiredForm();
  };
}
