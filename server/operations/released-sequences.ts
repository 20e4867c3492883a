// Up to which response each kind of reader sees a survey: the team every answer at once; for readers outside it figures
// move in steps of enough new persons, so that nobody can be found by comparing a page with how it was yesterday
// (RULINGS 4). The step is kept in the database by whoever may write; the worker is given where to stop.
import type { Reader } from '../../analysis/disclosure.ts';
import { releaseStep } from '../../analysis/report/release-step.ts';
import type { Context } from '../context.ts';
import { moveRelease, releasedSequence } from '../db/releases.ts';
import { lastSequenceOf, waitAtLeast } from '../db/responses.ts';
import { surveysOf } from '../db/surveys.ts';

/** Per survey the sequence number of the last response that counts. Null: all of them do. */
export type ReleasedSequences = Readonly<Record<string, number>> | null;

/** What this reader may see of a project's surveys now, after a step forward where enough persons answered since the last. */
export async function releasedFor(
  ctx: Pick<Context, 'db' | 'writes'>,
  project: string,
  reader: Reader,
): Promise<ReleasedSequences> {
  if (reader === 'operator' || reader === 'team') return null;
  const surveys = await surveysOf(ctx.db.kysely, project);
  const fielded = surveys.filter(({ state }) => state !== 'draft');
  const released = fielded.map(async ({ code }) => [code, await releasedOf(ctx, code)] as const);
  return Object.fromEntries(await Promise.all(released));
}

async function releasedOf(ctx: Pick<Context, 'db' | 'writes'>, survey: string): Promise<number> {
  const db = ctx.db.kysely;
  const released = await releasedSequence(db, survey);
  if (released !== null && !(await waitAtLeast(db, survey, released, releaseStep))) return released;
  const now = await lastSequenceOf(db, survey);
  await ctx.writes.run((transaction) => moveRelease(transaction, survey, released, now));
  // Another process may have stepped first, to another response: what is stored is what everybody sees.
  return (await releasedSequence(db, survey)) ?? now;
}
