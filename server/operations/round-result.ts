// The result of any closed round, for the panel's own pages and the team's. The newest one is also in the analysis
// of the project; this gives the earlier ones in the same way.
import { panelResult } from '../../analysis/panel/panel-result.ts';
import type { PanelResult } from '../../analysis/results.ts';
import type { Context } from '../context.ts';
import { membersOf, type Round } from '../db/panels.ts';
import { analyseProject } from './analyse-project.ts';
import { panelRound } from './panel-round.ts';

/** The group's order of a closed round. @throws RangeError for an open one: its ballots stay hidden. */
export async function roundResult(ctx: Context, project: string, round: Round): Promise<PanelResult> {
  if (round.state !== 'closed') throw new RangeError('an open round has no result');
  // Hidden scores still decide between equals: only the order comes out, as in the analysis of the project.
  const analysis = await analyseProject(ctx, project, { reader: 'operator' });
  if (analysis.panel?.round === round.round) return analysis.panel;
  const members = await membersOf(ctx.db.kysely, project);
  const needs = [...analysis.needs].sort((a, b) => (a.code < b.code ? -1 : 1));
  return panelResult(
    await panelRound(ctx.db.kysely, project, round, members.length),
    needs.map(({ code, parent, score }) => ({ code, parent, evidence: score })),
  );
}
