// Routes of this audience, in the order a request meets them.
import { Router } from 'express';
import type { Context } from '../../context.ts';

export function respondRoutes(_ctx: Context): Router {
  return Router();
}
