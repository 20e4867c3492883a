// Up to which response each kind of reader sees a survey: the team every answer at once; for readers outside it figures
// move in steps of enough new persons, so that nobody can be found by comparing a page with how it was yesterday
// (docs/rules.md, Subtraction). A withdrawal lowers them at once, by a whole step: the newest others wait with it until enough new persons
// came. The step is kept in the database by whoever may write; the worker is given where to stop.
import { minimums } from '../../analysis/disclosure/minimums.ts';
import type { Reader } from '../../analysis/disclosure.ts';
import { releaseStep } from '../../analysis/report/release-step.ts';
import type { Context } from '../context.ts';
import { moveRelease, releaseOf } from '../db/releases.ts';
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
  const { released, furthest } = await releaseOf(db, survey);
  if (
    released !== null &&
    !(await waitAtLeast(db, survey, furthest ?? released, stepAfter(released, furthest)))
  )
    return released;
  const now = await lastSequenceOf(db, survey);
  await ctx.writes.run((transaction) => moveRelease(transaction, survey, released, now));
  // Another process may have stepped first, to another response: what is stored is what everybody sees.
  return (await releaseOf(db, survey)).released ?? now;
}

/**
 * How many new persons a step takes. Beside an earlier page, who withdrew since would be one person on new ones: then
 * there are as many new ones as the base of a cross.
 */
function stepAfter(released: number, furthest: number | null): number {
  return furthest !== null && furthest > released ? minimums.cross : releaseStep;
}
