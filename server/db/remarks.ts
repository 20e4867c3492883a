// Remarks: fragments of open answers, coded by service and theme.
import { chunksOf } from './chunks.ts';
import type { Queries } from './open.ts';
import type { RemarksRow } from './schema.ts';

export interface Remark {
  readonly id: string;
  /** Id of the response it comes from. */
  readonly response: string;
  readonly question: string;
  readonly text: string;
  readonly services: readonly string[];
  readonly themes: readonly string[];
  readonly valence: 'praise' | 'criticism' | 'question';
}

export async function insertRemarks(db: Queries, survey: string, remarks: readonly Remark[]): Promise<void> {
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

/** The coded remarks of a survey by id. */
export async function remarksOf(db: Queries, survey: string): Promise<readonly Remark[]> {
  const rows = await db
    .selectFrom('remarks')
    .selectAll()
    .where('survey', '=', survey)
    .orderBy('id')
    .execute();
  return rows.map(remarkOf);
}

function remarkOf({ survey: _survey, services, themes, ...remark }: RemarksRow): Remark {
  // Both columns are only written by insertRemarks above, from these types.
  return {
    ...remark,
    services: JSON.parse(services) as readonly string[],
    themes: JSON.parse(themes) as readonly string[],
  };
}
