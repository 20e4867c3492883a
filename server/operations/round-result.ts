// The job of counting any closed round, for the panel's own pages and the team's. The newest one is also in the analysis
// of the project; this gives the earlier ones in the same way.
import { panelResult } from '../../analysis/panel/panel-result.ts';
import type { PanelResult } from '../../analysis/results/panel.ts';
import { membersOf, type Round } from '../db/panels.ts';
import type { JobContext } from '../worker/job-context.ts';
import { panelRound } from './panel-round.ts';
import { projectAnalysis } from './project-analysis.ts';

/** The group's order of a closed round. @throws RangeError for an open one: its ballots stay hidden. */
export async function roundResult(
  ctx: JobContext,
  { project, round }: { readonly project: string; readonly round: Round },
): Promise<PanelResult> {
  if (round.state !== 'closed') throw new RangeError('an open round has no result');
  // Hidden scores still decide between equals: only the order comes out, as in the analysis of the project.
  const analysis = await projectAnalysis(ctx, { project, reader: 'operator', released: null, filters: [] });
  if (analysis.panel?.round === round.round) return analysis.panel;
  const members = await membersOf(ctx.db.kysely, project);
  const needs = [...analysis.needs].sort((a, b) => (a.code < b.code ? -1 : 1));
  return panelResult(
    await panelRound(ctx.db.kysely, project, round, members.length),
    needs.map(({ code, parent, score }) => ({ code, parent, evidence: score })),
  );
}
