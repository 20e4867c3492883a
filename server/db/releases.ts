// Up to which response readers outside the team see the figures of a survey (RULINGS 4).
import type { Queries } from './open.ts';

/** The sequence number of the last response that is released; null before the first release. */
export async function releasedSequence(db: Queries, survey: string): Promise<number | null> {
  const row = await db
    .selectFrom('surveys')
    .select('released_sequence')
    .where('code', '=', survey)
    .executeTakeFirst();
  return row?.released_sequence ?? null;
}

/**
 * Moves the release from one response to a later one. Nothing happens when somebody else moved it meanwhile: two
 * steps that overlap would make one that is too small.
 */
export async function moveRelease(
  db: Queries,
  survey: string,
  from: number | null,
  to: number,
): Promise<void> {
  const update = db.updateTable('surveys').set({ released_sequence: to }).where('code', '=', survey);
  await (from === null
    ? update.where('released_sequence', 'is', null)
    : update.where('released_sequence', '=', from)
  ).execute();
}
