// Up to which response readers outside the team see the figures of a survey (docs/rules.md, Subtraction).
import type { Grouping } from '../../analysis/disclosure/groupings.ts';
import type { Queries } from './open.ts';

export interface Release {
  /** The sequence number of the last response that is released; null before the first release. */
  readonly released: number | null;
  /** The last one that ever was: later than `released` where a withdrawal set the release back. */
  readonly furthest: number | null;
  /** The last response that figures about groups show; 0 where they show none. */
  readonly groups: number | null;
  /** The last one they ever showed, where somebody who was in them withdrew since; null where nobody did. */
  readonly groupsFurthest: number | null;
  /** The last response that views of groups in the report show, or last showed. */
  readonly views: number | null;
}

/** Which figures about groups take a step: those of signs and questions, and with them the views in the report. */
export interface GroupsAlong {
  readonly groups: boolean;
  readonly views: boolean;
}

export async function releaseOf(db: Queries, survey: string): Promise<Release> {
  const row = await db
    .selectFrom('surveys')
    .select([
      'released_sequence',
      'furthest_released',
      'groups_released',
      'groups_furthest',
      'views_released',
    ])
    .where('code', '=', survey)
    .executeTakeFirst();
  const released = row?.released_sequence ?? null;
  const groups = row?.groups_released ?? released;
  const groupsFurthest = row?.groups_furthest ?? null;
  return {
    released,
    furthest: row?.furthest_released ?? released,
    groups,
    groupsFurthest,
    views: row?.views_released ?? groupsFurthest ?? groups,
  };
}

/**
 * Moves the release from one response to a later one. Nothing happens when somebody else moved it meanwhile: two
 * steps that overlap would make one that is too small.
 * @param along which figures about groups go along; the others stay where they are.
 */
export async function moveRelease(
  db: Queries,
  survey: string,
  from: number | null,
  to: number,
  along: GroupsAlong,
): Promise<void> {
  const before = await releaseOf(db, survey);
  const update = db
    .updateTable('surveys')
    .set({
      released_sequence: to,
      furthest_released: null,
      groups_released: along.groups ? to : before.groups,
      groups_furthest: along.groups ? null : before.groupsFurthest,
      views_released: along.views ? to : before.views,
    })
    .where('code', '=', survey);
  await (from === null
    ? update.where('released_sequence', 'is', null)
    : update.where('released_sequence', '=', from)
  ).execute();
}

/**
 * After one released response was deleted: takes the newest others out of the release too, so that it goes back by a whole
 * step. Figures about groups show nothing more when the response was among theirs. A response that was not released
 * changes nothing. Call it in the transaction of the deletion.
 * @param others how many go with it; where there are fewer, nothing stays released.
 */
export async function setReleaseBack(
  db: Queries,
  survey: string,
  withdrawn: number,
  others: number,
): Promise<void> {
  const { released, furthest, groups, groupsFurthest } = await releaseOf(db, survey);
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
  const last = (earliest ?? 1) - 1;
  // What groups show of people the others no longer do would be the few between both.
  const close = groups !== null && groups > 0 && (withdrawn <= groups || last < groups);
  await db
    .updateTable('surveys')
    .set({
      released_sequence: last,
      furthest_released: furthest,
      groups_released: close ? 0 : groups,
      groups_furthest: close ? groups : groupsFurthest,
    })
    .where('code', '=', survey)
    .execute();
}

/** The groups of a survey that readers outside the team were ever shown a figure of. */
export async function groupsToldApart(db: Queries, survey: string): Promise<readonly Grouping[]> {
  const rows = await db
    .selectFrom('groups_told_apart')
    .select('grouping')
    .where('survey', '=', survey)
    .orderBy('grouping')
    .execute();
  // Only the function below writes this column, from this type.
  return rows.map(({ grouping }) => JSON.parse(grouping) as Grouping);
}

/** Keeps groups that are shown from now on; those that were kept before stay as they are. */
export async function tellGroupsApart(
  db: Queries,
  survey: string,
  groupings: readonly Grouping[],
): Promise<void> {
  if (groupings.length === 0) return;
  await db
    .insertInto('groups_told_apart')
    .values(groupings.map((grouping) => ({ survey, grouping: JSON.stringify(grouping) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
