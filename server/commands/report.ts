// report: a project's report in every form it takes, without a browser: a draft as it stands now, or a published version; or the
// page of each of its libraries as PDF, of what was published alone.
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { ReportModel } from '../../analysis/report/model.ts';
import { type Context, openContext } from '../context.ts';
import { reportByCode, reportVersions } from '../db/reports.ts';
import { StartFailure, unknownReport } from '../errors.ts';
import { type FigureKind, reportFigures } from '../figures-file.ts';
import { currentReport } from '../operations/build-report.ts';
import { libraryPdfs } from '../operations/library-files.ts';
import { readSnapshot } from '../operations/publish-report.ts';
import { paperNames, reportPaper } from '../operations/report-papers.ts';
import { reportFile } from '../report/html-file.ts';
import { slidesFile } from '../report/slides/slides-file.ts';
import { type Command, type CommandIo, readArguments, WrongUse } from './command.ts';
import { withProgress } from './progress.ts';

/** What is written: by the end of the file's name, or all of it in a folder. */
type Form = 'report.html' | 'slides.html' | (typeof paperNames)[number] | `figures.${FigureKind}`;
const forms: readonly Form[] = ['report.html', 'slides.html', ...paperNames, 'figures.csv', 'figures.xlsx'];
const formOfFile: Readonly<Record<string, Form>> = {
  '.html': 'report.html',
  '.pdf': 'report.pdf',
  '.docx': 'report.docx',
  '.csv': 'figures.csv',
  '.xlsx': 'figures.xlsx',
};

/** The form a file's name asks for; undefined for a folder. `slides.html`, also behind other words, is the slides. */
function formOf(out: string): Form | undefined {
  return /(^|[-_.])slides\.html$/.test(basename(out)) ? 'slides.html' : formOfFile[extname(out)];
}

interface Chosen {
  readonly report: ReportModel;
  /** Null for a draft. */
  readonly hash: string | null;
}
interface Published extends Chosen {
  readonly hash: string;
}

export const report: Command = {
  name: 'report',
  run: async (args, io) => {
    const given = readArguments(args, {
      arguments: ['project'],
      texts: ['out', 'lang', 'version'],
      flags: ['libraries'],
    });
    const out = given.text('out');
    if (out === undefined) throw new WrongUse('missingOption', { name: 'out' });
    const known = io.texts.reportLanguages;
    const language = given.text('lang') ?? null;
    if (language !== null && !known.includes(language))
      throw new WrongUse('value', { name: 'lang', value: language, allowed: known.join(', ') });
    const libraries = given.flag('libraries');
    if (libraries && formOfFile[extname(out)]) throw new WrongUse('folder', { name: 'out', value: out });
    const ctx = await openContext(io.config());
    try {
      const project = given.argument('project');
      const version = given.text('version');
      const chosen = version === undefined && !libraries ? null : await published(ctx, project, version);
      if (libraries && chosen) await writeLibraries(ctx, chosen, { out, language }, io);
      else await writeReport(ctx, chosen ?? (await draft(ctx, project)), { out, language }, io);
      if (chosen) io.print(io.texts.say(io.language, 'cli.report.hash', { hash: chosen.hash }));
      return 0;
    } finally {
      await ctx.close();
    }
  },
};

interface Wish {
  readonly out: string;
  /** Null where none was asked for. */
  readonly language: string | null;
}

/** @throws ExpectedFailure for an unknown project. */
async function draft(ctx: Context, project: string): Promise<Chosen> {
  return { report: await currentReport(ctx, project), hash: null };
}

/** The version of this number; the latest without one. @throws ExpectedFailure when there is none. */
async function published(ctx: Context, project: string, version = 'latest'): Promise<Published> {
  if (version !== 'latest' && !/^[1-9]\d{0,5}$/.test(version))
    throw new WrongUse('value', { name: 'version', value: version, allowed: 'latest, 1, 2, …' });
  const [newest] = await reportVersions(ctx.db.kysely, project);
  if (!newest) throw unknownReport();
  const number = version === 'latest' ? newest.version : Number(version);
  const found = await reportByCode(ctx.db.kysely, newest.code, number);
  if (!found) throw unknownReport();
  return { report: readSnapshot(found), hash: found.hash };
}

async function writeReport(
  ctx: Context,
  chosen: Chosen,
  { out, language: asked }: Wish,
  io: CommandIo,
): Promise<void> {
  const single = formOf(out);
  const files = single
    ? [{ file: out, form: single, language: asked ?? 'nl' }]
    : (asked === null ? io.texts.reportLanguages : [asked]).flatMap((language) =>
        forms.map((form) => ({ file: join(out, form.replace('.', `-${language}.`)), form, language })),
      );
  if (!single) await writing(out, () => mkdir(out, { recursive: true }));
  for (const { file, form, language } of files) {
    const bytes = await outputOf(ctx, chosen, form, language);
    await writing(file, () => writeFile(file, bytes));
    io.print(io.texts.say(io.language, 'cli.report.done', { file }));
  }
}

/** Writes each page as it is made, so that memory holds one of them. */
async function writeLibraries(
  ctx: Context,
  { report: model, hash }: Published,
  { out, language }: Wish,
  io: CommandIo,
): Promise<void> {
  const total = model.libraries?.libraries.length ?? 0;
  if (total === 0) throw new StartFailure('noLibraries', { version: model.version });
  await writing(out, () => mkdir(out, { recursive: true }));
  const count = await withProgress(io, async (progress) => {
    let made = 0;
    for await (const { name, content } of libraryPdfs(ctx, model, hash, language ?? 'nl')) {
      const file = join(out, name);
      await writing(file, () => writeFile(file, content));
      made += 1;
      progress(made / total);
    }
    return made;
  });
  io.print(io.texts.say(io.language, 'cli.report.libraries', { count, folder: out }));
}

function outputOf(
  ctx: Context,
  { report: model, hash }: Chosen,
  form: Form,
  language: string,
): string | Uint8Array | Promise<Uint8Array> {
  if (form === 'slides.html') return slidesFile(ctx, model, hash, language);
  if (form === 'report.html') return reportFile(ctx, model, hash, language);
  if (form === 'figures.csv') return reportFigures('csv', model, hash, ctx.texts, language);
  if (form === 'figures.xlsx') return reportFigures('xlsx', model, hash, ctx.texts, language);
  return reportPaper(ctx, form, model, hash, language);
}

async function writing(file: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartFailure('cannotWrite', { file, reason });
  }
}
