// Closes a panel round, and keeps the evidence of that moment with it: ties are decided once, not again with every answer.
import type { Context } from '../context.ts';
import { addToLog } from '../db/panel-log.ts';
import { keepEvidence, closeRound as markClosed, type RoundEvidence } from '../db/panels.ts';
import { roundClosed } from '../errors.ts';
import { analyseProject } from './analyse-project.ts';

/**
 * Closes the round today. `account` is who did it, for the log.
 * @throws ExpectedFailure when it was closed in the meantime.
 */
export async function closeRound(
  ctx: Context,
  project: string,
  round: number,
  account: string | null,
): Promise<void> {
  const at = ctx.now().toISOString();
  const evidence = await evidenceNow(ctx, project);
  await ctx.writes.run(async (db) => {
    if (!(await markClosed(db, project, round, at.slice(0, 10)))) throw roundClosed();
    await keepEvidence(db, project, round, evidence);
    const line = { act: 'roundClosed', account: account ?? '', at, round, reason: '', details: {} } as const;
    await addToLog(db, project, line);
  });
}

/** Keeps today's evidence with a round that was made closed. */
export async function freezeEvidence(ctx: Context, project: string, round: number): Promise<void> {
  const evidence = await evidenceNow(ctx, project);
  await ctx.writes.run((db) => keepEvidence(db, project, round, evidence));
}

/** The score of every need, as it decides between equals: nobody reads it, only the order comes out. */
async function evidenceNow(ctx: Context, project: string): Promise<RoundEvidence> {
  const { needs } = await analyseProject(ctx, project, { reader: 'operator' });
  return Object.fromEntries(needs.map(({ code, score }) => [code, score]));
}
