// report: a project's report in every form it takes, without a browser: a draft as it stands now, or a published version.
import { mkdir, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { ReportModel } from '../../analysis/report/model.ts';
import { type Context, openContext } from '../context.ts';
import { reportByCode, reportVersions } from '../db/reports.ts';
import { StartFailure, unknownReport } from '../errors.ts';
import { currentReport } from '../operations/build-report.ts';
import { readSnapshot } from '../operations/publish-report.ts';
import { paperNames, reportPaper } from '../operations/report-papers.ts';
import { reportFile } from '../report/html-file.ts';
import { type Command, readArguments, WrongUse } from './command.ts';

/** What is written: by the end of the file's name, or all of it in a folder. */
type Form = 'report.html' | (typeof paperNames)[number];
const forms: readonly Form[] = ['report.html', ...paperNames];
const formOfFile: Readonly<Record<string, Form>> = {
  '.html': 'report.html',
  '.pdf': 'report.pdf',
  '.docx': 'report.docx',
};

interface Chosen {
  readonly report: ReportModel;
  /** Null for a draft. */
  readonly hash: string | null;
}

export const report: Command = {
  name: 'report',
  run: async (args, io) => {
    const given = readArguments(args, { arguments: ['project'], texts: ['out', 'lang', 'version'] });
    const out = given.text('out');
    if (out === undefined) throw new WrongUse('missingOption', { name: 'out' });
    const known = io.texts.reportLanguages;
    const asked = given.text('lang');
    if (asked !== undefined && !known.includes(asked))
      throw new WrongUse('value', { name: 'lang', value: asked, allowed: known.join(', ') });
    const ctx = await openContext(io.config());
    try {
      const chosen = await chosenReport(ctx, given.argument('project'), given.text('version'));
      const single = formOfFile[extname(out)];
      const files = single
        ? [{ file: out, form: single, language: asked ?? 'nl' }]
        : (asked === undefined ? known : [asked]).flatMap((language) =>
            forms.map((form) => ({ file: join(out, form.replace('.', `-${language}.`)), form, language })),
          );
      if (!single) await writing(out, () => mkdir(out, { recursive: true }));
      for (const { file, form, language } of files) {
        const bytes = await outputOf(ctx, chosen, form, language);
        await writing(file, () => writeFile(file, bytes));
        io.print(io.texts.say(io.language, 'cli.report.done', { file }));
      }
      if (chosen.hash !== null) io.print(io.texts.say(io.language, 'cli.report.hash', { hash: chosen.hash }));
      return 0;
    } finally {
      await ctx.close();
    }
  },
};

/** The draft, the latest version, or the version of this number. @throws ExpectedFailure when there is none. */
async function chosenReport(ctx: Context, project: string, version: string | undefined): Promise<Chosen> {
  if (version === undefined) return { report: await currentReport(ctx, project), hash: null };
  if (version !== 'latest' && !/^[1-9]\d{0,5}$/.test(version))
    throw new WrongUse('value', { name: 'version', value: version, allowed: 'latest, 1, 2, …' });
  const [newest] = await reportVersions(ctx.db.kysely, project);
  if (!newest) throw unknownReport();
  const number = version === 'latest' ? newest.version : Number(version);
  const published = await reportByCode(ctx.db.kysely, newest.code, number);
  if (!published) throw unknownReport();
  return { report: readSnapshot(published), hash: published.hash };
}

function outputOf(
  ctx: Context,
  { report: model, hash }: Chosen,
  form: Form,
  language: string,
): string | Promise<Uint8Array> {
  return form === 'report.html'
    ? reportFile(ctx, model, hash, language)
    : reportPaper(ctx, form, model, hash, language);
}

async function writing(file: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartFailure('cannotWrite', { file, reason });
  }
}
