// The words of open answers. They are written with their response, in db/responses.
import type { Queries } from './open.ts';

export interface ResponseText {
  readonly response: string;
  readonly words: string;
}

/** What was written under one text variable, by response id. */
export async function textsOf(
  db: Queries,
  survey: string,
  variable: string,
): Promise<readonly ResponseText[]> {
  return db
    .selectFrom('texts')
    .select(['response', 'words'])
    .where('survey', '=', survey)
    .where('variable', '=', variable)
    .orderBy('response')
    .execute();
}

/** The words of one response, by text variable. */
export async function textsOfResponse(
  db: Queries,
  survey: string,
  response: string,
): Promise<Readonly<Record<string, string>>> {
  const rows = await db
    .selectFrom('texts')
    .select(['variable', 'words'])
    .where('survey', '=', survey)
    .where('response', '=', response)
    .execute();
  return Object.fromEntries(rows.map(({ variable, words }) => [variable, words]));
}
