// What a second person coded of remarks, to see whether two people do it alike, and whether they agreed on codes since.
import type { CodedBy } from '../../analysis/coding/double-coding.ts';
import type { Queries } from './open.ts';

export interface NewSecondCoding {
  readonly survey: string;
  readonly remark: string;
  readonly codes: CodedBy;
  /** What the first coder had chosen then. */
  readonly first: CodedBy;
  /** Who coded it, and when. */
  readonly account: string;
  readonly at: string;
}

/** Keeps a second coding, once: it is blind only the first time. */
export async function saveSecondCoding(
  db: Queries,
  { survey, remark, codes, first, account, at }: NewSecondCoding,
): Promise<void> {
  await db
    .insertInto('second_codings')
    .values({
      survey,
      remark,
      services: JSON.stringify(codes.services),
      themes: JSON.stringify(codes.themes),
      valence: codes.valence,
      first: JSON.stringify(first),
      account,
      coded_at: at,
      agreed_by: null,
      agreed_at: null,
    })
    .onConflict((there) => there.columns(['survey', 'remark']).doNothing())
    .execute();
}

/** Says of a remark coded twice that both agreed on the codes it has from now on. */
export async function markAgreed(
  db: Queries,
  survey: string,
  remark: string,
  by: { readonly account: string; readonly at: string },
): Promise<void> {
  await db
    .updateTable('second_codings')
    .set({ agreed_by: by.account, agreed_at: by.at })
    .where('survey', '=', survey)
    .where('remark', '=', remark)
    .execute();
}

export interface SecondCoding {
  readonly second: CodedBy;
  /** What the first had chosen then; null for what is older than that was kept. */
  readonly first: CodedBy | null;
  /** Who coded it the second time. */
  readonly account: string;
  readonly agreed: boolean;
}

/** The second codings of a survey by the id of their remark. */
export async function secondCodingsOf(
  db: Queries,
  survey: string,
): Promise<ReadonlyMap<string, SecondCoding>> {
  const rows = await db
    .selectFrom('second_codings')
    .select(['remark', 'services', 'themes', 'valence', 'first', 'account', 'agreed_at'])
    .where('survey', '=', survey)
    .execute();
  return new Map(
    rows.map(({ remark, services, themes, valence, first, account, agreed_at }) => [
      remark,
      // These columns are only written by saveSecondCoding above, from these types.
      {
        second: {
          services: JSON.parse(services) as readonly string[],
          themes: JSON.parse(themes) as readonly string[],
          valence,
        },
        first: first === null ? null : (JSON.parse(first) as CodedBy),
        account,
        agreed: agreed_at !== null,
      },
    ]),
  );
}
