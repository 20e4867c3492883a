// A closed round as the analysis takes it: what was handed in, without the members it came from.
import type { PanelRound } from '../../analysis/panel/panel-result.ts';
import type { Queries } from '../db/open.ts';
import { handedIn } from '../db/panel-decisions.ts';
import { movesOf } from '../db/panel-log.ts';
import type { Round } from '../db/panels.ts';

/** The round with its submitted ballots; `members` are those of now, for rounds that did not keep their number. */
export async function panelRound(
  db: Queries,
  project: string,
  { round, closedOn, evidence, invited, lists, way, frozenOn, rationale }: Round,
  members: number,
): Promise<PanelRound> {
  const ballots = await handedIn(db, project, round);
  const moves = await movesOf(db, project, round);
  const decision = frozenOn === null ? null : { day: frozenOn, rationale: rationale ?? '' };
  return { round, closedOn, members: invited ?? members, ballots, evidence, lists, moves, way, decision };
}
