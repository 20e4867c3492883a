// What is kept of people goes when its time is over (docs/rules.md, What is kept): what would go when can be seen before,
// and everything that went is a line in the log. The clock is an argument.
import { neededLater } from '../../analysis/report/kept-analysis.ts';
import { rowsOfProject } from '../../analysis/tables/survey-rows.ts';
import { answersGoOn, keptMonths, monthsAfter, offersGoOn, wordsGoOn } from '../../surveys/retention.ts';
import type { Context } from '../context.ts';
import { contactOffersOf } from '../db/contact-offers.ts';
import { addDataLine, type Erased } from '../db/data-log.ts';
import type { Queries } from '../db/open.ts';
import { holdProject, listProjects } from '../db/projects.ts';
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
import type { LogFields } from '../log.ts';
import { analyseProject } from './analyse-project.ts';
import { unreadableAnswers } from './unreadable-answers.ts';

/** Something that is kept until a day. */
export interface KeptUntil {
  readonly what: Exclude<Erased['what'], 'remarks' | 'unreadable'>;
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
 * What fails in one project or survey is told in the log of the server and holds nothing else up; the next day it is tried again.
 * @param now the moment it is.
 */
export async function purgeKept(ctx: Purging, now: Date): Promise<void> {
  for (const { code, demonstration } of await listProjects(ctx.db.kysely)) {
    // One after another: each is done and told before the next begins.
    if (!demonstration) await tried(ctx, { project: code }, () => purgeProject(ctx, code, now.toISOString()));
  }
}

async function purgeProject(ctx: Purging, project: string, at: string): Promise<void> {
  const today = at.slice(0, 10);
  const over = (await keptUntil(ctx.db.kysely, project)).filter(({ goesOn }) => (goesOn ?? '9') <= today);
  const surveysWith = (what: Erased['what']) =>
    over.filter((each) => each.what === what).map(({ survey }) => survey);
  for (const survey of surveysWith('words'))
    await tried(ctx, { project, survey }, () =>
      erase(ctx, project, at, async (db) => ({ what: 'words', survey, count: await eraseWords(db, survey) })),
    );
  if (surveysWith('offers').length > 0) {
    const month = monthsAfter(today, -keptMonths.offers).slice(0, 7);
    await tried(ctx, { project }, () =>
      erase(ctx, project, at, async (db) => ({
        what: 'offers',
        survey: '',
        count: await eraseOffers(db, project, month),
      })),
    );
  }
  const surveys = surveysWith('answers');
  if (surveys.length === 0) return;
  await keepFiguresOf(ctx, project, surveys, today);
  for (const survey of surveys)
    await tried(ctx, { project, survey }, () => eraseAnswers(ctx, project, survey, at));
}

/** Does what may fail. The log gets the kind of failure and no more: its message may quote what somebody answered. */
async function tried(ctx: Purging, where: LogFields, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    ctx.log.error('purge failed', error instanceof Error ? error.name : 'Error', where);
  }
}

/** Keeps the figures of all surveys that go, before the first answer of the project does: needs rest on them together. */
async function keepFiguresOf(
  ctx: Purging,
  project: string,
  surveys: readonly string[],
  keptOn: string,
): Promise<void> {
  const readers: readonly KeptReader[] = ['team', 'public'];
  const figures = await Promise.all(
    readers.map(async (reader) => {
      const analysis = await analyseProject(ctx, project, { reader });
      return { reader, rows: rowsOfProject(analysis), analysis };
    }),
  );
  await ctx.writes.run(async (db) => {
    await holdProject(db, project);
    for (const { reader, rows, analysis } of figures)
      for (const survey of ['', ...surveys]) {
        const own = rows.filter((row) => row.survey === survey);
        const ofSurvey = analysis.surveys.find((each) => each.survey === survey) ?? neededLater(analysis);
        const kept = { rows: own, analysis: reader === 'public' ? ofSurvey : null };
        await keepFigures(db, { project, survey }, reader, kept, keptOn);
      }
  });
}

/** Responses erased in one commit: respondents of other surveys have their turn in between. */
const erasedAtOnce = 2_000;

/**
 * The answers go portion by portion, each with its line; what is cut short goes on the next day. What cannot be read is in
 * no figure that stays, so it is not let go: the log of the server and that of the project name it, and an officer decides.
 */
async function eraseAnswers(ctx: Purging, project: string, survey: string, at: string): Promise<void> {
  await erase(ctx, project, at, async (db) => ({
    what: 'words',
    survey,
    count: await eraseWords(db, survey),
  }));
  await erase(ctx, project, at, async (db) => ({
    what: 'remarks',
    survey,
    count: await eraseRemarks(db, survey),
  }));
  const left = await unreadableAnswers(ctx.db.kysely, survey);
  if (left.length > 0)
    ctx.log.error('answers cannot be read and stay', 'UnreadableAnswers', {
      project,
      survey,
      sequences: left.join(', '),
    });
  for (;;) {
    const gone = await erase(ctx, project, at, async (db) => {
      const count = await deleteSomeResponses(db, survey, erasedAtOnce, left);
      await countErasure(db, survey);
      return { what: 'answers', survey, count, ...(left.length > 0 ? { left } : {}) };
    });
    if (gone < erasedAtOnce) break;
  }
}

/**
 * Erases in one transaction with the line that tells it, and says how much went. The project is held first: another process
 * that erases too waits, then finds less. Where nothing is left nothing is told.
 */
async function erase(
  ctx: Purging,
  project: string,
  at: string,
  work: (db: Queries) => Promise<Erased>,
): Promise<number> {
  return ctx.writes.run(async (db) => {
    await holdProject(db, project);
    const details = await work(db);
    const line = { at, account: '', request: null, reason: '' };
    if (details.count > 0) await addDataLine(db, project, { ...line, act: 'erased', details });
    return details.count;
  });
}
