// After the ballots: moving a need by hand, and freezing the decision. Both are lines of the log with their reason.
import { exploresOnly } from '../../analysis/panel/ways/vote.ts';
import type { Context } from '../context.ts';
import type { Queries } from '../db/open.ts';
import { freezeRound } from '../db/panel-decisions.ts';
import { addToLog } from '../db/panel-log.ts';
import { type Round, roundsOf } from '../db/panels.ts';
import { anotherRoundOpen, panelDecided } from '../errors.ts';

/** Moves a need of a closed round. @throws ExpectedFailure after the decision, or when a newer round exists. */
export async function moveByHand(
  ctx: Context,
  project: string,
  round: number,
  account: string,
  move: { readonly need: string; readonly from: number; readonly to: number; readonly reason: string },
): Promise<void> {
  const { reason, ...details } = move;
  const at = ctx.now().toISOString();
  await ctx.writes.run(async (db) => {
    await refuseDecision(db, project, round);
    await addToLog(db, project, { act: 'needMoved', account, at, round, reason, details });
  });
}

/**
 * Freezes the decision: from here on nothing in the round changes, and nobody can say whose confidential ballot was whose.
 * @throws ExpectedFailure when it was frozen before, or a newer round exists.
 */
export async function decideRound(
  ctx: Context,
  project: string,
  round: number,
  account: string,
  rationale: string,
): Promise<void> {
  const at = ctx.now().toISOString();
  await ctx.writes.run(async (db) => {
    await refuseDecision(db, project, round);
    const frozen = await freezeRound(db, project, round, { day: at.slice(0, 10), rationale }, ctx.newId);
    if (!frozen) throw panelDecided();
    await addToLog(db, project, { act: 'frozen', account, at, round, reason: rationale, details: {} });
  });
}

async function refuseDecision(db: Queries, project: string, round: number): Promise<void> {
  const rounds = await roundsOf(db, project);
  if (rounds.some((each) => each.round === round && each.frozenOn !== null)) throw panelDecided();
  if (newestToDecide(rounds)?.round !== round) throw anotherRoundOpen();
}

/**
 * The newest round: the only one a decision can be made on, and only once it is closed. A closed one that did no more than
 * explore makes the round before it no older.
 */
export function newestToDecide(rounds: readonly Round[]): Round | undefined {
  return rounds.findLast(({ state, way }) => state === 'open' || !exploresOnly(way));
}
