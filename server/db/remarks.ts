// Remarks: fragments of open answers, coded by service and theme.
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
  readonly valence: 'praise' | 'criticism' | 'question';
}

/** A remark with the sequence number of the response it comes from. */
export type Remark = Omit<NewRemark, 'response'> & { readonly response: number };

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

/** The coded remarks of a survey by id, in responses up to and including this sequence number; null: in all. */
export async function remarksOf(
  db: Queries,
  survey: string,
  upTo: number | null = null,
): Promise<readonly Remark[]> {
  const all = db
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
      'responses.sequence as response',
    ])
    .where('remarks.survey', '=', survey)
    .orderBy('remarks.id');
  const rows = await (upTo === null ? all : all.where('responses.sequence', '<=', upTo)).execute();
  return rows.map(remarkOf);
}

type StoredRemark = Pick<RemarksRow, 'id' | 'question' | 'text' | 'services' | 'themes' | 'valence'> & {
  readonly response: number;
};

function remarkOf({ services, themes, ...remark }: StoredRemark): Remark {
  // Both columns are only written by insertRemarks above, from these types.
  return {
    ...remark,
    services: JSON.parse(services) as readonly string[],
    themes: JSON.parse(themes) as readonly string[],
  };
}
