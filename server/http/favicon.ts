// Browsers ask for /favicon.ico on their own, also where no page names an icon.
import type { RequestHandler } from 'express';
import type { Assets } from '../static.ts';

/** Answers with the icon of the pages. */
export function favicon(assets: Assets): RequestHandler {
  return (request, response, next) => {
    request.url = '/icon.svg';
    return assets.serve(request, response, next);
  };
}
