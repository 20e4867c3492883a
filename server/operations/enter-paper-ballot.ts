// Keeps a ballot that was filled in on paper, and says so in the log: who reads it later knows whose hand typed it.
import type { Context } from '../context.ts';
import { addToLog } from '../db/panel-log.ts';
import { type Ballot, ballotOf, holdOpen, storeBallot } from '../db/panels.ts';
import { ballotThere, roundClosed } from '../errors.ts';

/** @throws ExpectedFailure when the round is closed, or the member handed in on a screen in the meantime. */
export async function enterPaperBallot(
  ctx: Context,
  project: string,
  account: string,
  { round, member, ballot, typed }: Pick<Ballot, 'round' | 'member' | 'ballot' | 'typed'>,
): Promise<void> {
  const at = ctx.now().toISOString();
  await ctx.writes.run(async (db) => {
    // Whoever saves on a screen waits from here on.
    if (!(await holdOpen(db, project, round))) throw roundClosed();
    const there = await ballotOf(db, project, round, member);
    if (there?.submitted) throw ballotThere();
    const key = { project, round, member };
    await storeBallot(db, { ...key, ballot, typed, submitted: true, savedAt: at });
    const details = { member };
    await addToLog(db, project, { act: 'paperBallot', account, at, round, reason: '', details });
  });
  ctx.live.changed(project);
}
