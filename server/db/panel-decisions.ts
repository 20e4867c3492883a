// The decision of a panel: freezing a round, after which nothing in it changes and, where ballots were confidential,
// nobody can say any more whose was whose.
import type { CastBallot } from '../../analysis/panel/ways/vote.ts';
import type { Queries } from './open.ts';
import { commentsOf } from './panel-comments.ts';
import { ballotsOf } from './panels.ts';

/** The ballots of a round that were handed in, without the members they came from. */
export async function handedIn(db: Queries, project: string, round: number): Promise<readonly CastBallot[]> {
  const [linked, loose] = await Promise.all([
    ballotsOf(db, project, round),
    db
      .selectFrom('loose_ballots')
      .select('ballot')
      .where('project', '=', project)
      .where('round', '=', round)
      .execute(),
  ]);
  // Sorted on what they say: the result is the same before and after nobody knows whose they were.
  const ballots = [
    ...linked.filter(({ submitted }) => submitted).map(({ ballot }) => ballot),
    // Only loosenBallots below writes this column, from the column of ballots.
    ...loose.map(({ ballot }) => JSON.parse(ballot) as CastBallot),
  ].map((ballot) => ({ ballot, words: JSON.stringify(ballot) }));
  return ballots.sort((a, b) => (a.words < b.words ? -1 : 1)).map(({ ballot }) => ballot);
}

/** The ballot of a decided round that this key belongs to; null when it is nobody's. */
export async function ballotByOwnKey(
  db: Queries,
  project: string,
  round: number,
  ownKey: string,
): Promise<CastBallot | null> {
  const row = await db
    .selectFrom('loose_ballots')
    .select('ballot')
    .where('project', '=', project)
    .where('round', '=', round)
    .where('own_key', '=', ownKey)
    .executeTakeFirst();
  // As above.
  return row ? (JSON.parse(row.ballot) as CastBallot) : null;
}

/**
 * Freezes the decision of a closed round for good and breaks the link between members and confidential ballots:
 * what is left is a key that only the secret of a member's own link gives back.
 * @returns whether it was closed and not frozen yet.
 */
export async function freezeRound(
  db: Queries,
  project: string,
  round: number,
  decision: { readonly day: string; readonly rationale: string },
  newId: () => string,
): Promise<boolean> {
  const confidential = await db
    .selectFrom('panel_rounds')
    .select('round')
    .where('project', '=', project)
    .where('mode', '=', 'confidential')
    .execute();
  const frozen = await db
    .updateTable('panel_rounds')
    .set({ frozen_on: decision.day, rationale: decision.rationale })
    .where('project', '=', project)
    .where('round', '=', round)
    .where('state', '=', 'closed')
    .where('frozen_on', 'is', null)
    .returning('round')
    .executeTakeFirst();
  if (!frozen) return false;
  for (const each of confidential) await loosenBallots(db, project, each.round, newId);
  return true;
}

async function loosenBallots(
  db: Queries,
  project: string,
  round: number,
  newId: () => string,
): Promise<void> {
  const here = { project, round };
  const ballots = (await ballotsOf(db, project, round))
    .filter(({ submitted }) => submitted)
    .map(({ ballot, ownKey }) => ({ id: newId(), ballot: JSON.stringify(ballot), own_key: ownKey ?? null }));
  // A database keeps rows as they came: in the members' order they would still tell whose they are.
  for (const loose of ballots.sort(byKey(({ id }) => id)))
    await db
      .insertInto('loose_ballots')
      .values({ ...here, ...loose })
      .execute();
  const comments = await commentsOf(db, project, round);
  for (const table of ['ballots', 'ballot_starts', 'panel_comments'] as const) {
    await db.deleteFrom(table).where('project', '=', project).where('round', '=', round).execute();
  }
  const loose = comments.map(({ need, words }) => ({ need, words, member: newId() }));
  for (const comment of loose.sort(byKey(({ member }) => member)))
    await db
      .insertInto('panel_comments')
      .values({ ...here, ...comment })
      .execute();
}

/** The order of chance keys. */
function byKey<T>(key: (row: T) => string): (one: T, other: T) => number {
  return (one, other) => (key(one) < key(other) ? -1 : 1);
}
