// Makes a survey of a corrected plan and imports its file: read on the worker thread, stored as a draft nobody sees in
// small commits between which others get their turn, and only when every row is in a fielded and closed survey. What goes
// wrong is undone; what a stop of the server cut short is undone at the next start.
import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeBeside, codeFrom } from '../../surveys/editing/starts.ts';
import { problem } from '../../surveys/formats/column-map.ts';
import { mapOf } from '../../surveys/formats/propose/map-of-plan.ts';
import { questionnaireOf } from '../../surveys/formats/propose/questionnaire-of-plan.ts';
import { registerOf } from '../../surveys/register.ts';
import type { Context } from '../context.ts';
import { FileFailure, sizeOf } from '../csv-file.ts';
import { librariesOf } from '../db/libraries.ts';
import { changeOwnData, claimOwnData, type OwnData, pieceOf } from '../db/own-data.ts';
import { insertResponses } from '../db/responses.ts';
import { addSetting } from '../db/settings.ts';
import { fieldVersion, surveyCodes } from '../db/surveys.ts';
import { importedWords } from '../own-data-words.ts';
import { closeSurvey } from './close-survey.ts';
import { newSurvey } from './new-survey.ts';
import { failImport, forgetFile, importMark, undoImport } from './own-data.ts';
import { readPortions } from './read-own-rows.ts';
import type { RowSource } from './response-rows.ts';

/**
 * Begins the import of a file. The promise that comes back ends with it; what goes wrong is kept beside the file.
 * Returns null when somebody else began it already.
 */
export async function beginImport(
  ctx: Context,
  data: OwnData,
  language: string,
): Promise<{ readonly ended: Promise<void> } | null> {
  const wish = codeFrom(data.title)
    .toLowerCase()
    .replace(/^[_-]+/, '');
  const free = codeBeside(await surveyCodes(ctx.db.kysely), wish === '' ? 'csv' : wish);
  const setting = { code: free, title: data.title, language: data.language };
  const questionnaire = questionnaireOf(data.plan, {
    ...setting,
    words: importedWords(ctx.texts, data.language),
  });
  const survey = await newSurvey(ctx, data.project, questionnaire);
  const at = ctx.now().toISOString();
  if (!(await ctx.writes.run((db) => claimOwnData(db, data.id, survey, at)))) {
    await undoImport(ctx, survey);
    return null;
  }
  const why = (key: string) => ctx.texts.say(language, `own-data.why.${key}`);
  const map = mapOf(data.plan, survey, data.form, at.slice(0, 10), why);
  const made = { ...questionnaire, code: survey };
  return { ended: importAll(ctx, data, { questionnaire: made, map, mapFile: data.name }) };
}

type Made = Pick<RowSource, 'questionnaire' | 'map' | 'mapFile'>;

async function importAll(ctx: Context, data: OwnData, made: Made): Promise<void> {
  const survey = made.questionnaire.code;
  const folder = await mkdtemp(join(tmpdir(), 'nodenkaart-csv-'));
  try {
    const file = join(folder, 'answers.csv');
    await writePieces(ctx, data, file);
    const libraries = registerOf(await librariesOf(ctx.db.kysely, data.project));
    const source = { ...made, file, libraries, size: Math.max(1, await sizeOf(file)) };
    const count = await importRows(ctx, data.id, source, join(folder, 'rows'));
    await finish(ctx, data, made, count);
  } catch (error) {
    const problems =
      error instanceof FileFailure
        ? error.problems.slice(0, 5)
        : [{ ...problem('unexpected', null), file: '', line: null }];
    if (!(error instanceof FileFailure)) ctx.log.error('import failed', error);
    await failImport(
      ctx,
      data.id,
      survey,
      problems.map((each) => ({ ...each, file: data.name })),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @throws Error when the bytes that are kept are not those that were given. */
async function writePieces(ctx: Context, { id, hash }: OwnData, file: string): Promise<void> {
  const written = createHash('sha256');
  const handle = await open(file, 'wx', 0o600);
  try {
    for (let part = 0; ; part += 1) {
      const piece = await pieceOf(ctx.db.kysely, id, part);
      if (piece === null) break;
      written.update(piece);
      await handle.write(piece);
    }
  } finally {
    await handle.close();
  }
  // A file somebody was letting go of would look like a shorter one.
  if (written.digest('base64url') !== hash) throw new Error('the file that is kept is not whole');
}

/** Reads the rows on the worker thread, and stores them portion by portion, others going first in between. */
async function importRows(ctx: Context, id: string, source: RowSource, into: string): Promise<number> {
  const count = await ctx.analysis.ask('ownRows', { source, into });
  let [stored, told] = [0, 0];
  for await (const portion of readPortions(into)) {
    stored += portion.length;
    // Nobody needs to hear of every commit.
    const progress = Math.floor((100 * stored) / Math.max(1, count));
    const news = progress > told;
    told = progress;
    const responses = portion.map((row) => ({ ...row, id: ctx.newId() }));
    const at = ctx.now().toISOString();
    await ctx.writes.run(async (db) => {
      await insertResponses(db, source.questionnaire.code, responses);
      if (news) await changeOwnData(db, id, { progress }, at);
    });
  }
  return count;
}

/** From a draft to a closed survey, with the mark that refuses the same file, in one commit. */
async function finish(ctx: Context, data: OwnData, { questionnaire }: Made, count: number): Promise<void> {
  const survey = questionnaire.code;
  const at = ctx.now().toISOString();
  const fielded = await ctx.writes.run(async (db) => {
    if (!(await fieldVersion(db, questionnaire, 0, at))) return false;
    await closeSurvey(db, survey, at);
    await addSetting(db, importMark(survey, data.hash), String(count));
    await changeOwnData(db, data.id, { state: 'done', progress: 100 }, at);
    return true;
  });
  if (!fielded) throw new FileFailure(data.name, null, problem('surveyClosed', null, { survey }));
  await forgetFile(ctx, data.id);
}
