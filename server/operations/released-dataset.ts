// The responses readers outside the team see: their figures move in steps of enough new persons, so that nobody can be
// found by comparing a page with how it was yesterday (RULINGS 4).
import type { Dataset } from '../../analysis/dataset.ts';
import { releaseStep } from '../../analysis/report/release-step.ts';
import type { Context } from '../context.ts';
import { moveRelease, releasedSequence } from '../db/releases.ts';
import type { Survey } from '../db/surveys.ts';

/** The survey's responses up to the last release, after a step forward when enough persons answered since. */
export async function releasedDataset(ctx: Context, survey: Survey): Promise<Dataset> {
  const whole = await ctx.datasets.of(survey);
  const released = await releasedSequence(ctx.db.kysely, survey.code);
  if (released !== null) {
    const view = whole.upTo(released);
    if (whole.size - view.size < releaseStep) return view;
  }
  const now = whole.lastSequence;
  await ctx.writes.run((db) => moveRelease(db, survey.code, released, now));
  // Another process may have stepped first, to another response: what is stored is what everybody sees.
  const stored = (await releasedSequence(ctx.db.kysely, survey.code)) ?? now;
  return (stored > now ? await ctx.datasets.of(survey) : whole).upTo(stored);
}
