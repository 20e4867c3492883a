// Remarks: fragments of open answers, coded by service and theme.
import type { Valence } from '../../surveys/coding/valence.ts';
import { chunksOf } from './chunks.ts';
import type { Queries } from './open.ts';
import type { RemarksRow } from './tables/responses.ts';

export interface NewRemark {
  readonly id: string;
  /** Id of the response it comes from. */
  readonly response: string;
  readonly question: string;
  readonly text: string;
  readonly services: readonly string[];
  readonly themes: readonly string[];
  readonly valence: Valence;
  /** Who codes it; null in a demonstration, of which nobody is the coder. */
  readonly account: string | null;
  /** Among the remarks of its answer, from 0. */
  readonly place: number;
}

/** A remark with the sequence number of the response it comes from. */
export type Remark = Omit<NewRemark, 'response' | 'place'> & { readonly response: number };

/** What a remark says: everything that can be changed about it. */
export type RemarkContent = Pick<NewRemark, 'text' | 'services' | 'themes' | 'valence' | 'account'>;

/** Adds remarks of answers. Call it inside a transaction. */
export async function insertRemarks(
  db: Queries,
  survey: string,
  remarks: readonly NewRemark[],
): Promise<void> {
  for (const chunk of chunksOf(remarks)) {
    await db
      .insertInto('remarks')
      .values(
        chunk.map((remark) => ({
          ...remark,
          survey,
          services: JSON.stringify(remark.services),
          themes: JSON.stringify(remark.themes),
        })),
      )
      .execute();
  }
}

/** One remark of a survey; null where it has none of this id. */
export async function remarkById(db: Queries, survey: string, id: string): Promise<Remark | null> {
  const row = await selectedRemarks(db, survey).where('remarks.id', '=', id).executeTakeFirst();
  return row ? withCodes(row) : null;
}

/** The coded remarks of a survey by id, in responses up to and including this sequence number; null: in all. */
export async function remarksOf(
  db: Queries,
  survey: string,
  upTo: number | null = null,
): Promise<readonly Remark[]> {
  const all = selectedRemarks(db, survey).orderBy('remarks.id');
  const rows = await (upTo === null ? all : all.where('responses.sequence', '<=', upTo)).execute();
  return rows.map(withCodes);
}

function selectedRemarks(db: Queries, survey: string) {
  return db
    .selectFrom('remarks')
    .innerJoin('responses', (join) =>
      join.onRef('responses.survey', '=', 'remarks.survey').onRef('responses.id', '=', 'remarks.response'),
    )
    .select([
      'remarks.id',
      'remarks.question',
      'remarks.text',
      'remarks.services',
      'remarks.themes',
      'remarks.valence',
      'remarks.account',
      'responses.sequence as response',
    ])
    .where('remarks.survey', '=', survey);
}

/** A remark of one answer. */
export type AnswerRemark = RemarkContent & Pick<NewRemark, 'id'>;

/** The remarks of these answers to a question, by the id of their response, in the order they were made. */
export async function remarksOfAnswers(
  db: Queries,
  survey: string,
  question: string,
  responses: readonly string[],
): Promise<ReadonlyMap<string, readonly AnswerRemark[]>> {
  const found = new Map<string, AnswerRemark[]>();
  for (const chunk of chunksOf(responses)) {
    const rows = await db
      .selectFrom('remarks')
      .select(['id', 'response', 'text', 'services', 'themes', 'valence', 'account'])
      .where('survey', '=', survey)
      .where('question', '=', question)
      .where('response', 'in', chunk)
      .orderBy('place')
      .orderBy('id')
      .execute();
    for (const { response, ...row } of rows) {
      const own = found.get(response) ?? [];
      own.push(withCodes(row));
      found.set(response, own);
    }
  }
  return found;
}

/** Changes what a remark says. @returns whether the answer has it. */
export async function updateRemark(
  db: Queries,
  survey: string,
  { id, response, question }: Pick<NewRemark, 'id' | 'response' | 'question'>,
  content: RemarkContent,
): Promise<boolean> {
  const changed = await db
    .updateTable('remarks')
    .set({
      ...content,
      services: JSON.stringify(content.services),
      themes: JSON.stringify(content.themes),
    })
    .where('survey', '=', survey)
    .where('id', '=', id)
    .where('response', '=', response)
    .where('question', '=', question)
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

/** Gives a remark other codes; who coded it first stays. */
export async function recodeRemark(
  db: Queries,
  survey: string,
  id: string,
  { services, themes, valence }: Pick<NewRemark, 'services' | 'themes' | 'valence'>,
): Promise<void> {
  await db
    .updateTable('remarks')
    .set({ services: JSON.stringify(services), themes: JSON.stringify(themes), valence })
    .where('survey', '=', survey)
    .where('id', '=', id)
    .execute();
}

/** Takes a remark out of its answer. @returns whether it was there. */
export async function deleteRemark(
  db: Queries,
  survey: string,
  { id, response, question }: Pick<NewRemark, 'id' | 'response' | 'question'>,
): Promise<boolean> {
  const gone = await db
    .deleteFrom('remarks')
    .where('survey', '=', survey)
    .where('id', '=', id)
    .where('response', '=', response)
    .where('question', '=', question)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** Both columns are only written above, from these types. */
function withCodes<R extends Pick<RemarksRow, 'services' | 'themes'>>(
  row: R,
): Omit<R, 'services' | 'themes'> & Pick<NewRemark, 'services' | 'themes'> {
  return {
    ...row,
    services: JSON.parse(row.services) as readonly string[],
    themes: JSON.parse(row.themes) as readonly string[],
  };
}
