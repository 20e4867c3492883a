// Routes anyone may read: the front page, privacy and accessibility, published reports.
import { Router } from 'express';
import type { Context } from '../../context.ts';

/** Pages at the top: front page, privacy, accessibility. */
export function publicRoutes(_ctx: Context): Router {
  return Router();
}

/** Published reports under /r. */
export function reportRoutes(_ctx: Context): Router {
  return Router();
}
