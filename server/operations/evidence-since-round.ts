// Whether the evidence of a need moved since the round in force closed. What was kept then is everything there was, so it
// is compared with everything there is: only that it moved comes out, never a score.
import { type EvidenceChange, evidenceChange } from '../../analysis/needs/evidence-change.ts';
import type { Context } from '../context.ts';
import { roundInForce, roundsOf } from '../db/panels.ts';
import { analyseProject } from './analyse-project.ts';

export interface ChangeSinceRound {
  readonly change: EvidenceChange;
  readonly round: number;
  /** The day the round closed. */
  readonly closedOn: string;
}

/** Null where no round closed, where it did not have this need, and where the evidence is what it was. */
export async function evidenceSinceRound(
  ctx: Context,
  project: string,
  need: string,
): Promise<ChangeSinceRound | null> {
  const round = roundInForce(await roundsOf(ctx.db.kysely, project));
  if (!round?.evidence || round.closedOn === null || !(need in round.evidence)) return null;
  const { needs } = await analyseProject(ctx, project, { reader: 'operator' });
  const now = needs.find(({ code }) => code === need)?.score ?? null;
  const change = evidenceChange(round.evidence[need] ?? null, now);
  return change && { change, round: round.round, closedOn: round.closedOn };
}
