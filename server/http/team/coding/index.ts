// Routes of the coding desk: open answers read, masked and coded by people.
import type { Router } from 'express';
import type { Context } from '../../../context.ts';
import { answerRoutes } from './answer-page.ts';
import { answersListRoute } from './answers-list.ts';
import { beginRoutes } from './begin.ts';
import { codebookRoutes } from './codebook-page.ts';
import { overviewRoute } from './overview.ts';
import { quoteFormRoutes } from './quote-form.ts';
import { quotesRoutes } from './quotes-page.ts';

export function codingRoutes(ctx: Context, router: Router): void {
  overviewRoute(ctx, router);
  beginRoutes(ctx, router);
  codebookRoutes(ctx, router);
  answersListRoute(ctx, router);
  answerRoutes(ctx, router);
  quoteFormRoutes(ctx, router);
  quotesRoutes(ctx, router);
}
