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

type Purging = Pick<Context, 'db' | 'writes' | 'analysis'>;

/**
 * Erases what is over by now in every project, and writes it in the project's log. Demonstrations are of nobody and stay.
 * @param now the moment it is.
 */
export async function purgeKept(ctx: Purging, now: Date): Promise<void> {
  const at = now.toISOString();
  const today = at.slice(0, 10);
  for (const { code, demonstration } of await listProjects(ctx.db.kysely)) {
    if (demonstration) continue;
    const over = (await keptUntil(ctx.db.kysely, code)).filter(({ goesOn }) => (goesOn ?? '9') <= today);
    for (const each of over) {
      // One after another: each is done and told before the next begins.
      if (each.what === 'answers') await purgeAnswers(ctx, code, each, at);
      else if (each.what === 'words')
        await ctx.writes.run(async (db) => {
          await eraseWords(db, each.survey);
          await tell(db, code, each, at);
        });
    }
    const offers = over.filter(({ what }) => what === 'offers');
    const count = offers.reduce((sum, each) => sum + each.count, 0);
    if (count > 0)
      await ctx.writes.run(async (db) => {
        await eraseOffers(db, code, monthsAfter(today, -keptMonths.offers - 1).slice(0, 7));
        await tell(db, code, { what: 'offers', survey: '', count }, at);
      });
  }
}

/** Responses erased in one commit: respondents of other surveys have their turn in between. */
const erasedAtOnce = 2_000;

/** First the figures that stay are kept, then the answers go, portion by portion; what is cut short goes on the next day. */
async function purgeAnswers(
  ctx: Purging,
  project: string,
  { survey, count }: Pick<KeptUntil, 'survey' | 'count'>,
  at: string,
): Promise<void> {
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
  for (;;) {
    const gone = await ctx.writes.run(async (db) => {
      const some = await deleteSomeResponses(db, survey, erasedAtOnce);
      await countErasure(db, survey);
      return some;
    });
    if (gone < erasedAtOnce) break;
  }
  await ctx.writes.run((db) => tell(db, project, { what: 'answers', survey, count }, at));
}

async function tell(db: Queries, project: string, details: Erased, at: string): Promise<void> {
  const { what, survey, count } = details;
  const line = { at, account: '', request: null, reason: '' };
  await addDataLine(db, project, { ...line, act: 'erased', details: { what, survey, count } });
}
