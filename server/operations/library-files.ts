// Writes the pages of all libraries as PDFs in one zip, one after the other in the worker: who answers a questionnaire or asks
// for a figure has a turn after every page. How far it is stands in the database, so that every process can tell.
import type { ReportModel } from '../../analysis/report/model.ts';
import { zipFile } from '../../surveys/formats/zip-file.ts';
import type { Context } from '../context.ts';
import {
  beginLibraryFiles,
  countLibraryFiles,
  endLibraryFiles,
  type LibraryFiles,
} from '../db/library-files.ts';
import type { PublishedReport } from '../db/reports.ts';
import { libraryView } from '../report/library-view.ts';
import { libraryPaper } from '../report/pdf/library-paper.ts';
import { reportWords } from '../report/report-words.ts';

/** Milliseconds without a sign of life after which a job that says it runs has lost its server. */
const longestStill = 60_000;
/** Milliseconds between two signs of life while no page is finished. */
const signOfLife = 10_000;

/** Whether a job stands still because its server stopped: it has to be started again. */
export function isLost({ state, seenAt }: LibraryFiles, now: Date): boolean {
  return state === 'running' && now.getTime() - Date.parse(seenAt) > longestStill;
}

export interface LibraryFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** The page of every library of a report as a PDF, one at a time. @param hash of the report's snapshot. */
export async function* libraryPdfs(
  ctx: Pick<Context, 'texts' | 'analysis'>,
  report: ReportModel,
  hash: string,
  language: string,
): AsyncGenerator<LibraryFile> {
  for (const { code } of report.libraries?.libraries ?? []) {
    const file = await libraryFile(ctx, report, code, hash, language);
    if (file) yield file;
  }
}

/**
 * The page of one library as a PDF; null where the report has no such library.
 * @param hash of the report's snapshot.
 * @throws Error that names the library: one page that cannot be set stops them all, and has to be found.
 */
export async function libraryFile(
  ctx: Pick<Context, 'texts' | 'analysis'>,
  report: ReportModel,
  code: string,
  hash: string,
  language: string,
): Promise<LibraryFile | null> {
  const words = reportWords(ctx.texts, language);
  const view = libraryView(report, code, words);
  if (!view) return null;
  try {
    const content = await ctx.analysis.ask('libraryPdf', libraryPaper(view, report.publishedOn, hash, words));
    return { name: `${fileName(code)}.pdf`, content };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`the page of library ${code} was not set: ${why}`, { cause: error });
  }
}

/** A code as part of a file's name: whatever a register calls a library, it stays in its folder. */
export function fileName(code: string): string {
  return code.replaceAll(/[^A-Za-z0-9_-]/g, '_') || '_';
}

/**
 * Begins the job and says at once that it runs; what goes wrong later is its state.
 * @returns when it is over, for who wants to wait.
 */
export async function startLibraryFiles(
  ctx: Context,
  published: PublishedReport,
  report: ReportModel,
  language: string,
): Promise<{ readonly over: Promise<void> }> {
  const job: LibraryFiles = {
    id: ctx.newId(),
    version: published.version,
    language,
    state: 'running',
    made: 0,
    total: report.libraries?.libraries.length ?? 0,
    seenAt: ctx.now().toISOString(),
  };
  await ctx.writes.run((db) => beginLibraryFiles(db, published.project, job));
  return {
    over: write(ctx, published, report, job).catch((error: unknown) =>
      fail(ctx, published.project, job.id, error),
    ),
  };
}

async function write(
  ctx: Context,
  { project, hash }: PublishedReport,
  report: ReportModel,
  { id, language }: LibraryFiles,
): Promise<void> {
  const zip = zipFile(report.publishedOn);
  let made = 0;
  const told = () => {
    const progress = { id, made, seenAt: ctx.now().toISOString() };
    return ctx.writes.run((db) => countLibraryFiles(db, project, progress));
  };
  // A page waits as long as the worker is busy with what others asked: the job is not lost meanwhile. What cannot be
  // written now is written with the next page.
  const signs = setInterval(() => void told().catch(() => undefined), signOfLife);
  try {
    for await (const { name, content } of libraryPdfs(ctx, report, hash, language)) {
      zip.add(name, content);
      made += 1;
      if (!(await told())) return;
    }
  } finally {
    clearInterval(signs);
  }
  await ctx.writes.run((db) => endLibraryFiles(db, project, id, 'done', zip.finish()));
}

/** A server that stops cannot say so any more: then the job is found standing still. */
async function fail(ctx: Context, project: string, id: string, error: unknown): Promise<void> {
  ctx.log.error('library-files-failed', error, { project });
  await ctx.writes.run((db) => endLibraryFiles(db, project, id, 'failed')).catch(() => undefined);
}
