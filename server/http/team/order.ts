// The page that tells how sure the order of the needs is.
import type { Router } from 'express';
import type { Context } from '../../context.ts';
import { projectOrders } from '../../operations/project-orders.ts';
import { orderPage } from './order-view.ts';
import { openWorkspace, showStation } from './workspace.ts';

export function orderRoutes(ctx: Context, router: Router): void {
  router.get('/:project/order', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const orders = await projectOrders(ctx, workspace.project.code, 'team');
    const page = orderPage(workspace.analysis, orders, workspace);
    await showStation(ctx, response, workspace, 'team/order', page, {
      station: 'needs',
      title: page.finding,
      charts: true,
      styles: ['order.css'],
    });
  });
}
