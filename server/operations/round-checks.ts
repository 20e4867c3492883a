// The job of checking a closed round's order: the same ballots counted in other ways, and how firm every place is. For
// the team's page alone, on the worker: the exact compromise of twenty needs takes a good part of a second.
import { type ListChecks, panelChecks } from '../../analysis/panel/panel-checks.ts';
import { membersOf, type Round } from '../db/panels.ts';
import type { JobContext } from '../worker/job-context.ts';
import { panelRound } from './panel-round.ts';
import { projectAnalysis } from './project-analysis.ts';

/** Per list with a result. @throws RangeError for an open round: its ballots stay hidden. */
export async function roundChecks(
  ctx: JobContext,
  { project, round }: { readonly project: string; readonly round: Round },
): Promise<readonly ListChecks[]> {
  if (round.state !== 'closed') throw new RangeError('an open round has no result');
  // Hidden scores still decide between equals: only the order comes out.
  const { needs } = await projectAnalysis(ctx, { project, reader: 'operator', released: null, filters: [] });
  const members = await membersOf(ctx.db.kysely, project);
  const inOrder = [...needs]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, parent, score }) => ({ code, parent, evidence: score }));
  return panelChecks(await panelRound(ctx.db.kysely, project, round, members.length), inOrder);
}
