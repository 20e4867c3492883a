// Routes of the coding desk: open answers read, masked and coded by people.
import type { Router } from 'express';
import type { Context } from '../../../context.ts';
import { answerRoutes } from './answer-page.ts';
import { answersListRoute } from './answers-list.ts';
import { overviewRoute } from './overview.ts';

export function codingRoutes(ctx: Context, router: Router): void {
  overviewRoute(ctx, router);
  answersListRoute(ctx, router);
  answerRoutes(ctx, router);
}
