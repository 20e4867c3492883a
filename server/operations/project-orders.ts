// How sure the order of a project's needs is, asked of the worker. Used by the team's pages and the command line.
import type { Reader } from '../../analysis/disclosure.ts';
import type { NeedOrder } from '../../analysis/results/needs.ts';
import type { Context } from '../context.ts';
import { releasedFor } from './released-sequences.ts';

/** @throws ExpectedFailure when there is no such project. */
export async function projectOrders(
  ctx: Pick<Context, 'db' | 'writes' | 'analysis'>,
  project: string,
  reader: Reader,
): Promise<readonly NeedOrder[]> {
  const released = await releasedFor(ctx, project, reader);
  return ctx.analysis.ask('needOrders', { project, reader, released });
}
