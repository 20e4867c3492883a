// Beside a member's ballot: the order the cards were first shown in, what else was drawn for them, and a few words about
// a need.
import type { Offer } from '../../analysis/panel/ways/vote.ts';
import type { Queries } from './open.ts';
import type { RoundLists } from './panels.ts';

/** What is offered per list of a round. */
export type RoundOffers = Readonly<Record<string, Offer>>;

/** Keeps the first order of a member's cards, and the sets or pairs drawn for them; what was kept first stays. */
export async function keepStart(
  db: Queries,
  project: string,
  round: number,
  member: string,
  { lists, offers }: { readonly lists: RoundLists; readonly offers: RoundOffers | null },
): Promise<void> {
  await db
    .insertInto('ballot_starts')
    .values({
      project,
      round,
      member,
      lists: JSON.stringify(lists),
      offers: offers && JSON.stringify(offers),
    })
    .onConflict((conflict) => conflict.columns(['project', 'round', 'member']).doNothing())
    .execute();
}

/** The first order of this member's cards per round; rounds that kept none are absent. */
export async function startsOf(
  db: Queries,
  project: string,
  member: string,
): Promise<ReadonlyMap<number, RoundLists>> {
  const rows = await db
    .selectFrom('ballot_starts')
    .select(['round', 'lists'])
    .where('project', '=', project)
    .where('member', '=', member)
    .execute();
  // Only keepStart above writes this column, from this type.
  return new Map(rows.map(({ round, lists }) => [round, JSON.parse(lists) as RoundLists]));
}

/** What was drawn for this member in a round; null where cards are ordered or nothing was drawn yet. */
export async function offersOf(
  db: Queries,
  project: string,
  round: number,
  member: string,
): Promise<RoundOffers | null> {
  const row = await db
    .selectFrom('ballot_starts')
    .select('offers')
    .where('project', '=', project)
    .where('round', '=', round)
    .where('member', '=', member)
    .executeTakeFirst();
  // Only keepStart above writes this column, from this type.
  return row?.offers ? (JSON.parse(row.offers) as RoundOffers) : null;
}

/** Puts what a member says about needs in the place of what they said; empty words take it away. */
export async function saveComments(
  db: Queries,
  at: { readonly project: string; readonly round: number; readonly member: string },
  comments: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [need, words] of comments) {
    await db
      .deleteFrom('panel_comments')
      .where('project', '=', at.project)
      .where('round', '=', at.round)
      .where('member', '=', at.member)
      .where('need', '=', need)
      .execute();
    if (words === '') continue;
    await db
      .insertInto('panel_comments')
      .values({ ...at, need, words })
      .execute();
  }
}

/** What one member says about needs, by need. */
export async function commentsBy(
  db: Queries,
  at: { readonly project: string; readonly round: number; readonly member: string },
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('panel_comments')
    .select(['need', 'words'])
    .where('project', '=', at.project)
    .where('round', '=', at.round)
    .where('member', '=', at.member)
    .execute();
  return new Map(rows.map(({ need, words }) => [need, words]));
}

export interface Comment {
  readonly member: string;
  readonly need: string;
  readonly words: string;
}

/**
 * What was said in a round by those who handed in, sorted on the words, so that the order tells nothing about who said
 * it. What stands beside a ballot that was only saved is for its member alone.
 */
export async function commentsOf(db: Queries, project: string, round: number): Promise<readonly Comment[]> {
  const drafts = db
    .selectFrom('ballots')
    .select('member')
    .where('project', '=', project)
    .where('round', '=', round)
    .where('submitted', '=', 0);
  const rows = await db
    .selectFrom('panel_comments')
    .select(['member', 'need', 'words'])
    .where('project', '=', project)
    .where('round', '=', round)
    .where('member', 'not in', drafts)
    .execute();
  return rows.sort((a, b) => (a.words < b.words ? -1 : 1));
}
