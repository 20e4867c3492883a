// How often members opened the evidence of a need in a round. Who did is not known here, nor when.
import type { Queries } from './open.ts';
import { holdOpen } from './panels.ts';

/** Counts one opening; a round that is closed, or is not there, counts none. */
export async function countOpening(db: Queries, project: string, round: number, need: string): Promise<void> {
  if (!(await holdOpen(db, project, round))) return;
  await db
    .insertInto('card_openings')
    .values({ project, round, need, times: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['project', 'round', 'need'])
        .doUpdateSet((before) => ({ times: before('card_openings.times', '+', 1) })),
    )
    .execute();
}

/** Openings by need; a need whose evidence nobody opened is absent. */
export async function openingsOf(
  db: Queries,
  project: string,
  round: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('card_openings')
    .select(['need', 'times'])
    .where('project', '=', project)
    .where('round', '=', round)
    .execute();
  return new Map(rows.map(({ need, times }) => [need, times]));
}
