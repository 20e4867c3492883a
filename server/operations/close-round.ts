// Closes a panel round, and keeps the evidence of that moment with it: ties are decided once, not again with every answer.
import type { Context } from '../context.ts';
import { keepEvidence, closeRound as markClosed, type RoundEvidence } from '../db/panels.ts';
import { analyseProject } from './analyse-project.ts';

/** Closes the round today. */
export async function closeRound(ctx: Context, project: string, round: number): Promise<void> {
  const day = ctx.now().toISOString().slice(0, 10);
  const evidence = await evidenceNow(ctx, project);
  await ctx.writes.run(async (db) => {
    await markClosed(db, project, round, day);
    await keepEvidence(db, project, round, evidence);
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
