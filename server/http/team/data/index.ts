// The data of a project in the workspace: what everybody may take, and full answers with the data officer's approval.
import type { Router } from 'express';
import type { Context } from '../../../context.ts';
import { askRoutes } from './ask.ts';
import { openFileRoutes } from './open-files.ts';
import { overviewRoute } from './overview.ts';
import { requestRoutes } from './request.ts';
import { retentionRoute } from './retention.ts';

export function dataRoutes(ctx: Context, router: Router): void {
  overviewRoute(ctx, router);
  openFileRoutes(ctx, router);
  askRoutes(ctx, router);
  requestRoutes(ctx, router);
  retentionRoute(ctx, router);
}
