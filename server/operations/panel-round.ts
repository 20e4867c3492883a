// A closed round as the analysis takes it: what was handed in, without the members it came from.
import type { PanelRound } from '../../analysis/panel/panel-result.ts';
import type { Queries } from '../db/open.ts';
import { ballotsOf, type Round } from '../db/panels.ts';

/** The round with its submitted ballots; `members` were invited. */
export async function panelRound(
  db: Queries,
  project: string,
  { round, closedOn, evidence }: Round,
  members: number,
): Promise<PanelRound> {
  const ballots = await ballotsOf(db, project, round);
  const handedIn = ballots.filter(({ submitted }) => submitted).map(({ ballot }) => ballot);
  return { round, closedOn, members, ballots: handedIn, evidence };
}
