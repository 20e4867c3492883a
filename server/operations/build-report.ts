// The report of a project as it would be published now: what the public may see, with the project's records.
import type { ReportModel } from '../../analysis/report/model.ts';
import { dayOf } from '../../surveys/day.ts';
import type { Context } from '../context.ts';
import { releasedFor } from './released-sequences.ts';

/**
 * Builds the next version of a project's report without keeping it; what the team hides is in it, marked.
 * `toMend`: also where words stand in it that nobody released, for the team alone.
 * @throws ExpectedFailure when there is no such project.
 * @throws UnreleasedQuote, RangeError as `buildReport` does.
 */
export async function currentReport(
  ctx: Context,
  project: string,
  { toMend = false }: { readonly toMend?: boolean } = {},
): Promise<ReportModel> {
  const released = await releasedFor(ctx, project, 'public');
  const publishedOn = dayOf(ctx.now());
  return ctx.analysis.ask('reportAsItStands', { project, released, publishedOn, toMend });
}
