// What is read beside something else in a project, asked of the worker.
import type { Reader } from '../../analysis/disclosure.ts';
import type { SideBySideResult } from '../../analysis/side-by-side/results.ts';
import type { Context } from '../context.ts';
import { releasedFor } from './released-sequences.ts';

/** @throws ExpectedFailure when there is no such project. */
export async function projectSideBySide(
  ctx: Pick<Context, 'db' | 'writes' | 'analysis'>,
  project: string,
  reader: Reader,
): Promise<readonly SideBySideResult[]> {
  const released = await releasedFor(ctx, project, reader);
  return ctx.analysis.ask('sideBySide', { project, reader, released });
}
