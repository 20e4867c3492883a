// export: the answers of a survey as a file for a spreadsheet, a statistics program or an archive.
import { createWriteStream, existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Delimiter } from '../../surveys/formats/csv-records.ts';
import {
  answerKinds,
  type DataFileKind,
  dataFileKinds,
} from '../../surveys/formats/data-files/data-file-kinds.ts';
import { type Context, openContext } from '../context.ts';
import { dataFileWords } from '../data-file-words.ts';
import { addDataLine } from '../db/data-log.ts';
import { countResponses } from '../db/responses.ts';
import { type Survey, surveyByCode } from '../db/surveys.ts';
import { StartFailure, unknownSurvey } from '../errors.ts';
import { dataFile } from '../operations/data-file.ts';
import { type Counted, countedPieces } from '../operations/leaving-file.ts';
import { type Command, readArguments, WrongUse } from './command.ts';
import { exportApproved } from './export-request.ts';
import { withProgress } from './progress.ts';

const kindByEnding: Readonly<Record<string, DataFileKind>> = {
  '.csv': 'csv',
  '.jsonl': 'jsonl',
  '.xlsx': 'xlsx',
  '.sav': 'sav',
  '.r': 'r',
  '.xml': 'ddi',
  '.json': 'map',
};
const separators: Readonly<Record<string, Delimiter>> = { comma: ',', semicolon: ';', tab: '\t' };

export const exportAnswers: Command = {
  name: 'export',
  run: async (args, io) => {
    const given = readArguments(args, {
      arguments: ['survey'],
      texts: ['out', 'as', 'separator', 'csv', 'lang', 'request'],
    });
    const file = given.text('out');
    if (file === undefined) throw new WrongUse('missingOption', { name: 'out' });
    const entry = given.text('request');
    // What was approved says itself in which form it leaves.
    const settled = ['as', 'separator', 'csv'].find((name) => given.text(name) !== undefined);
    if (entry !== undefined && settled) throw new WrongUse('besideRequest', { name: settled });
    const language = oneOf('lang', given.text('lang') ?? 'nl', io.texts.workspaceLanguages);
    const separator = oneOf('separator', given.text('separator') ?? 'comma', Object.keys(separators));
    const ctx = await openContext(io.config());
    try {
      const survey = await surveyByCode(ctx.db.kysely, given.argument('survey'));
      if (!survey) throw unknownSurvey(given.argument('survey'));
      // Answers that were sent on may be the only copy somebody has: nothing is written over.
      if (existsSync(file)) throw new StartFailure('fileExists', { file });
      const words = dataFileWords(ctx.texts, language, survey);
      const count = await countResponses(ctx.db.kysely, survey.code);
      if (entry !== undefined) {
        await exportApproved(ctx, survey, { entry, file, count, words }, io);
        io.print(io.texts.say(io.language, 'cli.export.doneRequest', { file, count, request: entry }));
        return 0;
      }
      const kind = kindOf(given.text('as'), file);
      const wish = {
        kind,
        delimiter: separators[separator] ?? ',',
        csvName: given.text('csv') ?? `${basename(file, extname(file))}.csv`,
        words,
      };
      await withProgress(io, async (progress) => {
        const whole = dataFile(ctx.db, survey, wish, (written) => progress(written / Math.max(1, count)));
        const { pieces, counted } = countedPieces(whole);
        await pipeline(Readable.from(pieces), createWriteStream(file, { flags: 'wx' }));
        if (answerKinds.some((each) => each === kind)) await tell(ctx, survey, kind, count, counted());
      });
      io.print(io.texts.say(io.language, 'cli.export.done', { file, count }));
      return 0;
    } finally {
      await ctx.close();
    }
  },
};

/** Who runs the program may take everything; the log tells it all the same. */
async function tell(
  ctx: Context,
  { project, code }: Survey,
  kind: DataFileKind,
  rows: number,
  counted: Counted,
): Promise<void> {
  const details = { survey: code, kind, rows, ...counted };
  const at = ctx.now().toISOString();
  await ctx.writes.run((db) =>
    addDataLine(db, project, { act: 'exported', details, at, account: '', request: null, reason: '' }),
  );
}

function kindOf(asked: string | undefined, file: string): DataFileKind {
  const kind = asked ?? kindByEnding[extname(file).toLowerCase()] ?? '';
  const known = dataFileKinds.find((name) => name === kind);
  if (!known) throw new WrongUse('value', { name: 'as', value: kind, allowed: dataFileKinds.join(', ') });
  return known;
}

function oneOf(name: string, value: string, allowed: readonly string[]): string {
  if (!allowed.includes(value)) throw new WrongUse('value', { name, value, allowed: allowed.join(', ') });
  return value;
}
