// What is kept of people goes when its time is over (docs/rules.md, What is kept): what would go when can be seen before,
// and everything that went is a line in the log. The clock is an argument.
import { rowsOfProject } from '../../analysis/tables/survey-rows.ts';
import { answersGoOn, keptMonths, monthsAfter, offersGoOn, wordsGoOn } from '../../surveys/retention.ts';
import type { Context } from '../context.ts';
import { contactOffersOf } from '../db/contact-offers.ts';
import { addDataLine, type Erased } from '../db/data-log.ts';
import type { Queries } from '../db/open.ts';
import { listProjects } from '../db/projects.ts';
import { countResponses, deleteSomeResponses } from '../db/responses.ts';
import {
  closingsOf,
  countWords,
  eraseOffers,
  eraseRemarks,
  eraseWords,
  firstReportAt,
  type KeptReader,
  keepFigures,
} from '../db/retention.ts';
import { countErasure } from '../db/surveys.ts';
import { analyseProject } from './analyse-project.ts';

/** Something that is kept until a day. */
export interface KeptUntil {
  readonly what: Erased['what'];
  /** Empty for what belongs to the project. */
  readonly survey: string;
  readonly count: number;
  /** Null where its time has not begun to run: the survey is open, or there is no report yet. */
  readonly goesOn: string | null;
}

/** Everything of a project that goes by itself, with the day from which it does: what the officer sees before. */
export async function keptUntil(db: Queries, project: string): Promise<readonly KeptUntil[]> {
  const reported = await firstReportAt(db, project);
  const kept: KeptUntil[] = [];
  for (const { survey, closedAt } of await closingsOf(db, project)) {
    const end = { closedOn: closedAt?.slice(0, 10) ?? null, reportedOn: reported?.slice(0, 10) ?? null };
    kept.push({ what: 'words', survey, count: await countWords(db, survey), goesOn: wordsGoOn(end) });
    kept.push({
      what: 'answers',
      survey,
      count: await countResponses(db, survey),
      goesOn: answersGoOn(end),
    });
  }
  const offers = await contactOffersOf(db, project);
  const months = [...new Set(offers.map(({ month }) => month))].sort();
  for (const month of months) {
    const count = offers.filter((offer) => offer.month === month).length;
    kept.push({ what: 'offers', survey: '', count, goesOn: offersGoOn(month) });
  }
  return kept.filter(({ count }) => count > 0);
}

type Purging = Pick<Context, 'db' | 'writes' | 'analysis' | 'log'>;

/**
 * Erases what is over by now in every project, and writes it in the project's log. Demonstrations are of nobody and stay.
 * What fails is told in the server's log and tried again the next time.
 * @param now the moment it is.
 */
export async function purgeKept(ctx: Purging, now: Date): Promise<void> {
  const at = now.toISOString();
  for (const { code, demonstration } of await listProjects(ctx.db.kysely)) {
    if (demonstration) continue;
    try {
      await purgeProject(ctx, code, at);
    } catch (error) {
      ctx.log.error(`erasing what is over in ${code} failed`, error);
    }
  }
}

/** Counted again in the commit that erases, so that another process that was first is not told twice. */
async function purgeProject(ctx: Purging, project: string, at: string): Promise<void> {
  const today = at.slice(0, 10);
  const over = (await keptUntil(ctx.db.kysely, project)).filter(({ goesOn }) => (goesOn ?? '9') <= today);
  for (const { what, survey } of over) {
    if (what === 'answers') await purgeAnswers(ctx, project, survey, at);
    if (what !== 'words') continue;
    await ctx.writes.run(async (db) => {
      const count = await countWords(db, survey);
      await eraseWords(db, survey);
      if (count > 0) await tell(db, project, { what, survey, count }, at);
    });
  }
  if (!over.some(({ what }) => what === 'offers')) return;
  await ctx.writes.run(async (db) => {
    const count = await eraseOffers(db, project, monthsAfter(today, -keptMonths.offers - 1).slice(0, 7));
    if (count > 0) await tell(db, project, { what: 'offers', survey: '', count }, at);
  });
}

/** Responses erased in one commit: respondents of other surveys have their turn in between. */
const erasedAtOnce = 2_000;

/** First the figures that stay are kept, then the answers go, portion by portion; what is cut short goes on the next day. */
async function purgeAnswers(ctx: Purging, project: string, survey: string, at: string): Promise<void> {
  const readers: readonly KeptReader[] = ['team', 'public'];
  const figures = await Promise.all(
    readers.map(async (reader) => {
      const rows = rowsOfProject(await analyseProject(ctx, project, { reader }));
      // Needs rest on all surveys of the project.
      return { reader, rows: rows.filter((row) => row.survey === survey || row.survey === '') };
    }),
  );
  await ctx.writes.run(async (db) => {
    for (const { reader, rows } of figures)
      await keepFigures(db, { project, survey }, reader, rows, at.slice(0, 10));
    await eraseRemarks(db, survey);
  });
  let count = 0;
  for (;;) {
    const gone = await ctx.writes.run(async (db) => {
      const some = await deleteSomeResponses(db, survey, erasedAtOnce);
      await countErasure(db, survey);
      return some;
    });
    count += gone;
    if (gone < erasedAtOnce) break;
  }
  if (count > 0) await ctx.writes.run((db) => tell(db, project, { what: 'answers', survey, count }, at));
}

async function tell(db: Queries, project: string, details: Erased, at: string): Promise<void> {
  const { what, survey, count } = details;
  const line = { at, account: '', request: null, reason: '' };
  await addDataLine(db, project, { ...line, act: 'erased', details: { what, survey, count } });
}
