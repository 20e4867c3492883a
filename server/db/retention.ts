// What is kept of people and until when: counted before it goes, and erased. And the figures that stay of a survey whose
// answers went.
import type { KeptNeeds, KeptSurvey } from '../../analysis/report/kept-analysis.ts';
import type { SurveyAnalysis } from '../../analysis/results/survey.ts';
import type { FigureRow } from '../../analysis/tables/figure-row.ts';
import type { Queries } from './open.ts';
import { deleteQuotesNotReleased, forgetQuoteSources } from './quote-sources.ts';

/** When each survey of a project that was ever open was closed, the main one first. */
export async function closingsOf(
  db: Queries,
  project: string,
): Promise<readonly { readonly survey: string; readonly closedAt: string | null }[]> {
  const rows = await db
    .selectFrom('surveys')
    .select(['code', 'closed_at'])
    .where('project', '=', project)
    .where('state', '!=', 'draft')
    .orderBy('position')
    .execute();
  return rows.map(({ code, closed_at }) => ({ survey: code, closedAt: closed_at }));
}

/** The moment of the first report of a project; null without one. */
export async function firstReportAt(db: Queries, project: string): Promise<string | null> {
  const row = await db
    .selectFrom('reports')
    .select(({ fn }) => fn.min('published_at').as('at'))
    .where('project', '=', project)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** How many open answers of a survey have words, and how many coded remarks. */
export async function countWords(db: Queries, survey: string): Promise<number> {
  const count = async (query: Promise<{ count: string | number | bigint } | undefined>) =>
    Number((await query)?.count ?? 0);
  const texts = db
    .selectFrom('texts')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('survey', '=', survey);
  const remarks = db
    .selectFrom('remarks')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('survey', '=', survey)
    .where('text', '!=', '');
  return (await count(texts.executeTakeFirst())) + (await count(remarks.executeTakeFirst()));
}

/**
 * Erases people's own words of a survey: that something was said, and how it was coded, stays. Call it in a transaction.
 * @returns how many texts went.
 */
export async function eraseWords(db: Queries, survey: string): Promise<number> {
  const texts = await db.deleteFrom('texts').where('survey', '=', survey).executeTakeFirst();
  await deleteQuotesNotReleased(db, survey);
  await db.updateTable('coded_answers').set({ words: null }).where('survey', '=', survey).execute();
  const remarks = await db
    .updateTable('remarks')
    .set({ text: '' })
    .where('survey', '=', survey)
    .where('text', '!=', '')
    .executeTakeFirst();
  return Number(texts.numDeletedRows) + Number(remarks.numUpdatedRows);
}

/** Erases the remarks of a survey with their codes, and says how many. */
export async function eraseRemarks(db: Queries, survey: string): Promise<number> {
  await forgetQuoteSources(db, survey);
  const { numDeletedRows } = await db.deleteFrom('remarks').where('survey', '=', survey).executeTakeFirst();
  return Number(numDeletedRows);
}

/** Erases the offers of a project made in this month or before, and says how many. */
export async function eraseOffers(db: Queries, project: string, month: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('contact_offers')
    .where('project', '=', project)
    .where('month', '<=', month)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Readers whose figures stay. */
export type KeptReader = 'team' | 'public';

/**
 * Keeps figures of a survey, or of what rests on all surveys of a project (no survey), as this reader may see them, and for
 * the next report its analysis. What was kept before stays: answers may be half gone by now.
 */
export async function keepFigures(
  db: Queries,
  survey: { readonly project: string; readonly survey: string },
  reader: KeptReader,
  {
    rows,
    analysis,
  }: { readonly rows: readonly FigureRow[]; readonly analysis: SurveyAnalysis | KeptNeeds | null },
  keptOn: string,
): Promise<void> {
  const kept = { rows: JSON.stringify(rows), analysis: analysis && JSON.stringify(analysis) };
  await db
    .insertInto('kept_figures')
    .values({ ...survey, reader, kept_on: keptOn, ...kept })
    .onConflict((conflict) => conflict.columns(['project', 'survey', 'reader']).doNothing())
    .execute();
}

/** Of what figures were kept, and when. */
export interface KeptFigures {
  /** Empty for what rests on all surveys of the project. */
  readonly survey: string;
  /** Day from which its answers went. */
  readonly keptOn: string;
}

/** The surveys of a project of which only figures are left, and the project itself where its figures were kept. */
export async function keptSurveys(db: Queries, project: string): Promise<readonly KeptFigures[]> {
  const rows = await db
    .selectFrom('kept_figures')
    .select(['survey', ({ fn }) => fn.min('kept_on').as('kept_on')])
    .where('project', '=', project)
    .groupBy('survey')
    .orderBy('survey')
    .execute();
  return rows.map(({ survey, kept_on }) => ({ survey, keptOn: kept_on }));
}

/** The surveys of a project whose answers had their time, with the day from which they went. */
export async function erasedSurveys(db: Queries, project: string): Promise<readonly KeptFigures[]> {
  return (await keptSurveys(db, project)).filter(({ survey }) => survey !== '');
}

/** What a report is made of where answers of a project are gone. */
export interface KeptAnalysis {
  readonly surveys: ReadonlyMap<string, KeptSurvey>;
  readonly needs: KeptNeeds;
}

/**
 * What stayed for the next report.
 * @returns null where all answers are there; `nothing` where some went before their analysis was kept.
 */
export async function keptAnalysis(db: Queries, project: string): Promise<KeptAnalysis | 'nothing' | null> {
  const rows = await db
    .selectFrom('kept_figures')
    .select(['survey', 'kept_on', 'analysis'])
    .where('project', '=', project)
    .where('reader', '=', 'public' satisfies KeptReader)
    .execute();
  if (rows.length === 0) return null;
  const whole = rows.find(({ survey }) => survey === '');
  if (!whole?.analysis || rows.some(({ analysis }) => analysis === null)) return 'nothing';
  const surveys = rows.flatMap(({ survey, kept_on: keptOn, analysis }): [string, KeptSurvey][] =>
    // Only written by keepFigures above, from these types.
    survey === '' ? [] : [[survey, { keptOn, analysis: JSON.parse(analysis ?? '') as SurveyAnalysis }]],
  );
  return { surveys: new Map(surveys), needs: JSON.parse(whole.analysis) as KeptNeeds };
}

/** The figures that stayed of a survey, or of the project (no survey); null where its answers are there. */
export async function keptFigures(
  db: Queries,
  project: string,
  survey: string,
  reader: KeptReader,
): Promise<readonly FigureRow[] | null> {
  const row = await db
    .selectFrom('kept_figures')
    .select('rows')
    .where('project', '=', project)
    .where('survey', '=', survey)
    .where('reader', '=', reader)
    .executeTakeFirst();
  // Only written by keepFigures above, from this type.
  return row ? (JSON.parse(row.rows) as readonly FigureRow[]) : null;
}
