// Offers of people who want to do more than answer: a talk, the sounding board, ambassador. Nothing here leads to an
// answer, and the list never tells who came first.
import type { Queries } from './open.ts';

export interface ContactOffer {
  /** Given by chance: the order of offers by id is no order in time. */
  readonly id: string;
  readonly email: string;
  readonly interests: readonly string[];
  readonly motives: readonly string[];
  /** `2024-03`: never finer. */
  readonly month: string;
}

/** Keeps an offer. The very same offer a second time, as after a double click, changes nothing. */
export async function insertContactOffer(db: Queries, project: string, offer: ContactOffer): Promise<void> {
  const content = {
    project,
    email: offer.email,
    interests: JSON.stringify(offer.interests),
    motives: JSON.stringify(offer.motives),
    month: offer.month,
  };
  let same = db.selectFrom('contact_offers').select('id');
  for (const [column, value] of Object.entries(content)) {
    same = same.where(column as keyof typeof content, '=', value);
  }
  if (await same.executeTakeFirst()) return;
  await db
    .insertInto('contact_offers')
    .values({ id: offer.id, ...content })
    .execute();
}

/** The offers of a project by id. */
export async function contactOffersOf(db: Queries, project: string): Promise<readonly ContactOffer[]> {
  const rows = await db
    .selectFrom('contact_offers')
    .select(['id', 'email', 'interests', 'motives', 'month'])
    .where('project', '=', project)
    .orderBy('id')
    .execute();
  // Both columns are only written by insertContactOffer above, from these types.
  return rows.map((row) => ({
    ...row,
    interests: JSON.parse(row.interests) as readonly string[],
    motives: JSON.parse(row.motives) as readonly string[],
  }));
}

/** Erases an offer, on the request of whoever made it. */
export async function deleteContactOffer(db: Queries, project: string, id: string): Promise<void> {
  await db.deleteFrom('contact_offers').where('project', '=', project).where('id', '=', id).execute();
}
