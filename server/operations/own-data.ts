// Files of other tools in the workspace: kept while the team corrects the proposal, and let go of when they are done.
import { createReadStream } from 'node:fs';
import { problem } from '../../surveys/formats/column-map.ts';
import type { Context } from '../context.ts';
import { librariesOf } from '../db/libraries.ts';
import {
  changeOwnData,
  claimToForget,
  deleteOwnData,
  deletePiece,
  importsSilentSince,
  insertOwnData,
  insertPiece,
  type OwnData,
  ownDataBefore,
} from '../db/own-data.ts';
import { deleteSomeResponses } from '../db/responses.ts';
import { settingNamed } from '../db/settings.ts';
import { deleteDraftSurvey, surveysOf } from '../db/surveys.ts';
import { languageOfFile } from '../own-data-words.ts';

/** Bytes of a file that are written together. */
const pieceSize = 512 * 1024;
/** Responses taken away together. */
const batchSize = 500;
/** How long a file nobody goes on with is kept, and how long an import may be silent. */
const daysKept = 2;

/**
 * Reads a file and keeps it with what is proposed for it.
 * @param name of the file, as it was called where it came from.
 * @returns its id; or the survey it was imported into before.
 * @throws FileFailure when it is no CSV that can be read.
 */
export async function startOwnData(
  ctx: Context,
  project: string,
  { file, name }: { readonly file: string; readonly name: string },
): Promise<{ readonly id: string } | { readonly survey: string }> {
  const libraries = await librariesOf(ctx.db.kysely, project);
  const { plan, facts, form, hash } = await ctx.analysis.ask('proposedQuestionnaire', {
    file,
    libraries: libraries.map(({ code, name: words }) => ({ code, name: words })),
  });
  for (const { code } of await surveysOf(ctx.db.kysely, project)) {
    if ((await settingNamed(ctx.db.kysely, importMark(code, hash))) !== null) return { survey: code };
  }
  const id = ctx.newId();
  const title = name.replace(/\.[A-Za-z]{1,4}$/, '');
  const language = languageOfFile(facts.columns);
  const data = { id, project, name, hash, form, facts, plan, title, language } as const;
  const updatedAt = ctx.now().toISOString();
  const begun = { state: 'choosing', progress: 0, problems: [], survey: null, updatedAt } as const;
  await ctx.writes.run((db) => insertOwnData(db, { ...data, ...begun }));
  let part = 0;
  // A stream without an encoding gives buffers; its type leaves that open.
  const pieces: AsyncIterable<Buffer> = createReadStream(file, { highWaterMark: pieceSize });
  for await (const piece of pieces) {
    const number = part;
    await ctx.writes.run((db) => insertPiece(db, id, number, piece));
    part += 1;
  }
  return { id };
}

/** The setting that says a file was imported into a survey. */
export function importMark(survey: string, hash: string): string {
  return `import/${survey}/${hash}`;
}

/** Lets go of the bytes of a file, piece by piece. */
export async function forgetFile(ctx: Pick<Context, 'writes'>, id: string): Promise<void> {
  for (let part = 0; ; part += 1) {
    const number = part;
    if (!(await ctx.writes.run((db) => deletePiece(db, id, number)))) return;
  }
}

/**
 * Lets go of a file because somebody asked. Says whether it did: in another tab its import may have begun, and then its
 * bytes are being read.
 */
export async function forgetOnWish(
  ctx: Pick<Context, 'writes'>,
  project: string,
  id: string,
): Promise<boolean> {
  const claimed = await ctx.writes.run((db) => claimToForget(db, project, id));
  if (claimed) await forgetOwnData(ctx, project, id);
  return claimed;
}

/** Lets go of a file and of everything that was made of it so far. */
export async function forgetOwnData(
  ctx: Pick<Context, 'writes'>,
  project: string,
  id: string,
): Promise<void> {
  await forgetFile(ctx, id);
  await ctx.writes.run((db) => deleteOwnData(db, project, id));
}

/** Takes away what an import that did not end left: its responses, and the survey nobody saw. */
export async function undoImport(ctx: Pick<Context, 'writes'>, survey: string): Promise<void> {
  let taken = batchSize;
  while (taken === batchSize) {
    taken = await ctx.writes.run((db) => deleteSomeResponses(db, survey, batchSize));
  }
  await ctx.writes.run((db) => deleteDraftSurvey(db, survey));
}

/** Undoes an import and says why beside its file, which is kept: it can be tried again. */
export async function failImport(
  ctx: Pick<Context, 'now' | 'writes'>,
  id: string,
  survey: string,
  problems: OwnData['problems'],
): Promise<void> {
  await undoImport(ctx, survey);
  const failed = { state: 'failed', survey: null, problems } as const;
  await ctx.writes.run((db) => changeOwnData(db, id, failed, ctx.now().toISOString()));
}

/**
 * Undoes imports that a stop of the server cut short.
 * @param silent milliseconds since an import last said how far it is; 0 where no other process can be importing.
 */
export async function undoCutShort(
  ctx: Pick<Context, 'db' | 'now' | 'writes'>,
  silent: number,
): Promise<void> {
  const moment = new Date(ctx.now().getTime() - silent).toISOString();
  for (const { id, name, survey } of await importsSilentSince(ctx.db.kysely, moment)) {
    await failImport(ctx, id, survey, [{ ...problem('cutShort', null), file: name, line: null }]);
  }
}

/** Lets go of files nobody goes on with, and of imports that a stop of the server cut short. */
export async function purgeOwnData(ctx: Pick<Context, 'db' | 'now' | 'writes'>): Promise<void> {
  const moment = new Date(ctx.now().getTime() - daysKept * 24 * 60 * 60 * 1000).toISOString();
  for (const { id, project, unfinished } of await ownDataBefore(ctx.db.kysely, moment)) {
    if (unfinished !== null) await undoImport(ctx, unfinished);
    await forgetOwnData(ctx, project, id);
  }
}
