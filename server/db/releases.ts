// Up to which response readers outside the team see the figures of a survey (docs/rules.md, Subtraction).
import type { Queries } from './open.ts';

export interface Release {
  /** The sequence number of the last response that is released; null before the first release. */
  readonly released: number | null;
  /** The last one that ever was: later than `released` where a withdrawal set the release back. */
  readonly furthest: number | null;
}

export async function releaseOf(db: Queries, survey: string): Promise<Release> {
  const row = await db
    .selectFrom('surveys')
    .select(['released_sequence', 'furthest_released'])
    .where('code', '=', survey)
    .executeTakeFirst();
  const released = row?.released_sequence ?? null;
  return { released, furthest: row?.furthest_released ?? released };
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
  const update = db
    .updateTable('surveys')
    .set({ released_sequence: to, furthest_released: null })
    .where('code', '=', survey);
  await (from === null
    ? update.where('released_sequence', 'is', null)
    : update.where('released_sequence', '=', from)
  ).execute();
}

/**
 * After one released response was deleted: takes the newest others out of the release too, so that it goes back by a whole
 * step. A response that was not released changes nothing. Call it in the transaction of the deletion.
 * @param others how many go with it; where there are fewer, nothing stays released.
 */
export async function setReleaseBack(
  db: Queries,
  survey: string,
  withdrawn: number,
  others: number,
): Promise<void> {
  const { released, furthest } = await releaseOf(db, survey);
  if (released === null || withdrawn > released) return;
  const rows = await db
    .selectFrom('responses')
    .select('sequence')
    .where('survey', '=', survey)
    .where('sequence', '<=', released)
    .orderBy('sequence', 'desc')
    .limit(others)
    .execute();
  const earliest = rows.length === others ? rows.at(-1)?.sequence : undefined;
  await db
    .updateTable('surveys')
    .set({ released_sequence: (earliest ?? 1) - 1, furthest_released: furthest })
    .where('code', '=', survey)
    .execute();
}
