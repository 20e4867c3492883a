// What a second person coded of remarks, to see whether two people do it alike.
import type { Codes } from '../../analysis/coding/double-coding.ts';
import type { Queries } from './open.ts';

export interface NewSecondCoding {
  readonly survey: string;
  readonly remark: string;
  readonly codes: Codes;
  /** Who coded it, and when. */
  readonly account: string;
  readonly at: string;
}

/** Keeps a second coding; one of the same remark makes room for it. */
export async function saveSecondCoding(
  db: Queries,
  { survey, remark, codes, account, at }: NewSecondCoding,
): Promise<void> {
  const coded = {
    services: JSON.stringify(codes.services),
    themes: JSON.stringify(codes.themes),
    account,
    coded_at: at,
  };
  await db
    .insertInto('second_codings')
    .values({ survey, remark, ...coded })
    .onConflict((there) => there.columns(['survey', 'remark']).doUpdateSet(coded))
    .execute();
}

/** The second codings of a survey by the id of their remark. */
export async function secondCodingsOf(db: Queries, survey: string): Promise<ReadonlyMap<string, Codes>> {
  const rows = await db
    .selectFrom('second_codings')
    .select(['remark', 'services', 'themes'])
    .where('survey', '=', survey)
    .execute();
  return new Map(
    rows.map(({ remark, services, themes }) => [
      remark,
      // Both columns are only written by saveSecondCoding above, from these types.
      {
        services: JSON.parse(services) as readonly string[],
        themes: JSON.parse(themes) as readonly string[],
      },
    ]),
  );
}
