// Offers of people who want to do more than answer: a talk, the sounding board, ambassador, a visit. Nothing here leads to
// an answer, and the list never tells who came first.
import type { Queries } from './open.ts';

export interface ContactOffer {
  /** Given by chance: the order of offers by id is no order in time. */
  readonly id: string;
  readonly email: string;
  readonly interests: readonly string[];
  readonly motives: readonly string[];
  /** `2024-03`: never finer. */
  readonly month: string;
  /** What it is about on the board; null for who did not say yes to stand on it. */
  readonly board: { readonly topics: readonly string[] } | null;
}
/** Two people of the board whom the team brought together. */
export interface Introduction {
  readonly ask: string;
  readonly offer: string;
}

/** Keeps an offer. The very same offer a second time, as after a double click, changes nothing. */
export async function insertContactOffer(db: Queries, project: string, offer: ContactOffer): Promise<void> {
  const content = {
    project,
    email: offer.email,
    interests: JSON.stringify(offer.interests),
    motives: JSON.stringify(offer.motives),
    month: offer.month,
    topics: JSON.stringify(offer.board?.topics ?? []),
    on_board: offer.board ? 1 : 0,
  };
  let same = db.selectFrom('contact_offers').select('id');
  for (const [column, value] of Object.entries(content)) {
    same = same.where(column as keyof typeof content, '=', value);
  }
  // Who stands on the board has an address of their own for each form they sent: that one must open.
  if (offer.board ? await offerWithId(db, offer.id) : await same.executeTakeFirst()) return;
  await db
    .insertInto('contact_offers')
    .values({ id: offer.id, ...content })
    .execute();
}

function offerWithId(db: Queries, id: string) {
  return db.selectFrom('contact_offers').select('id').where('id', '=', id).executeTakeFirst();
}

/** The offers of a project by id. */
export async function contactOffersOf(db: Queries, project: string): Promise<readonly ContactOffer[]> {
  const rows = await db
    .selectFrom('contact_offers')
    .select(['id', 'email', 'interests', 'motives', 'month', 'topics', 'on_board'])
    .where('project', '=', project)
    .orderBy('id')
    .execute();
  // The lists are only written by insertContactOffer above, from these types.
  return rows.map(({ topics, on_board, ...row }) => ({
    ...row,
    interests: JSON.parse(row.interests) as readonly string[],
    motives: JSON.parse(row.motives) as readonly string[],
    board: on_board === 1 ? { topics: JSON.parse(topics) as readonly string[] } : null,
  }));
}

/** Erases an offer with everybody it was brought together with, on the request of whoever made it. */
export async function deleteContactOffer(db: Queries, project: string, id: string): Promise<void> {
  await db.deleteFrom('contact_offers').where('project', '=', project).where('id', '=', id).execute();
}

/** Who was brought together in a project. */
export async function introductionsOf(db: Queries, project: string): Promise<readonly Introduction[]> {
  return db
    .selectFrom('contact_matches')
    .select(['ask', 'offer'])
    .where('project', '=', project)
    .orderBy('ask')
    .orderBy('offer')
    .execute();
}

/** Brings two people of the board together; once more changes nothing. */
export async function introduce(db: Queries, project: string, two: Introduction): Promise<void> {
  await db
    .insertInto('contact_matches')
    .values({ project, ...two })
    .onConflict((conflict) => conflict.columns(['ask', 'offer']).doNothing())
    .execute();
}
