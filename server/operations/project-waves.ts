// The waves of a project beside each other, asked of the worker. Used by the team's page and the command line.
import type { Reader } from '../../analysis/disclosure.ts';
import type { WaveComparison } from '../../analysis/results/waves.ts';
import type { Context } from '../context.ts';
import { releasedFor } from './released-sequences.ts';

/** @throws ExpectedFailure when there is no such project. */
export async function projectWaves(
  ctx: Pick<Context, 'db' | 'writes' | 'analysis'>,
  project: string,
  reader: Reader,
): Promise<readonly WaveComparison[]> {
  const released = await releasedFor(ctx, project, reader);
  return ctx.analysis.ask('waveComparisons', { project, reader, released });
}
