// Keeps a ballot that was filled in on paper, and says so in the log: who reads it later knows whose hand typed it. What
// its member saved on a device meanwhile gives way only when the team was told of it and said yes.
import type { Context } from '../context.ts';
import { addToLog } from '../db/panel-log.ts';
import { type Ballot, ballotOf, holdOpen, storeBallot } from '../db/panels.ts';
import { ballotThere, roundClosed } from '../errors.ts';

export interface PaperBallot extends Pick<Ballot, 'round' | 'member' | 'ballot' | 'typed'> {
  /** The draft that the team let go for it (`draftName`); empty where it was told of none. */
  readonly over: string;
}

/** Names what a member saved and did not hand in: whose it is, and as it was then. A later save has another name. */
export function draftName({ member, savedAt }: Pick<Ballot, 'member' | 'savedAt'>): string {
  return `${member} ${savedAt}`;
}

/**
 * Keeps the ballot, unless a draft stands that `over` does not name: then nothing is kept.
 * @returns whether it was kept
 * @throws ExpectedFailure when the round is closed, or the member handed in on a screen in the meantime.
 */
export async function enterPaperBallot(
  ctx: Context,
  project: string,
  account: string,
  { round, member, ballot, typed, over }: PaperBallot,
): Promise<boolean> {
  const at = ctx.now().toISOString();
  const kept = await ctx.writes.run(async (db) => {
    // Whoever saves on a screen waits from here on.
    if (!(await holdOpen(db, project, round))) throw roundClosed();
    const there = await ballotOf(db, project, round, member);
    if (there?.submitted) throw ballotThere();
    if (there && over !== draftName(there)) return false;
    const key = { project, round, member };
    await storeBallot(db, { ...key, ballot, typed, submitted: true, savedAt: at });
    const details = { member, draft: there ? 1 : 0 };
    await addToLog(db, project, { act: 'paperBallot', account, at, round, reason: '', details });
    return true;
  });
  if (kept) ctx.live.changed(project);
  return kept;
}
