// Seconds and memory for the answers of 50 000 people as a file of each kind: the demonstration's answers and words, again
// and again, with a column per variable of its questionnaire.
import { createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Context } from '../../server/context.ts';
import { dataFileWords } from '../../server/data-file-words.ts';
import { responsePages } from '../../server/db/response-pages.ts';
import { insertResponses } from '../../server/db/responses.ts';
import { type Survey, surveyByCode } from '../../server/db/surveys.ts';
import { createDemonstration } from '../../server/operations/create-demonstration.ts';
import { dataFile } from '../../server/operations/data-file.ts';
import { orderOfRequest } from '../../server/operations/order-of-request.ts';
import { templatesFolder } from '../../server/paths.ts';
import { readDemonstration, readTemplateFolder } from '../../server/template-folder.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { answerKinds, type DataFileKind } from '../../surveys/formats/data-files/data-file-kinds.ts';
import { inEmptyDatabase } from './in-empty-database.ts';

const people = 50_000;

export async function benchExport(): Promise<void> {
  await inEmptyDatabase(async (ctx, folder) => {
    const survey = await fill(ctx);
    const columns = codebookOf(survey.questionnaire).variables.length + 1;
    console.log(`${people} responses of ${columns} columns`);
    console.log('     kind  seconds processor       MB  memory above start, MB');
    for (const kind of answerKinds) await measure(ctx, survey, kind, join(folder, `answers.${kind}`));
    console.log('the same for a request: rows in an order of its own');
    const placeOf = orderOfRequest(ctx.sessionSecret, survey.project, 1);
    for (const kind of answerKinds)
      await measure(ctx, survey, kind, join(folder, `request.${kind}`), placeOf);
  });
}

async function fill(ctx: Context): Promise<Survey> {
  const folder = join(templatesFolder, 'ooo');
  await createDemonstration(ctx, 'ooo', await readTemplateFolder(folder), await readDemonstration(folder));
  const survey = await surveyByCode(ctx.db.kysely, 'ooo');
  if (!survey) throw new Error('the demonstration has no survey');
  const own = [];
  for await (const page of responsePages(ctx.db.kysely, survey.code)) own.push(...page);
  for (let count = own.length; count < people; count += own.length) {
    const copies = own.slice(0, people - count).map(({ words, ...response }) => ({
      ...response,
      texts: words,
      id: ctx.newId(),
      receiptHash: null,
      seed: null,
    }));
    await ctx.db.kysely.transaction().execute((db) => insertResponses(db, survey.code, copies));
  }
  return survey;
}

async function measure(
  ctx: Context,
  survey: Survey,
  kind: DataFileKind,
  file: string,
  placeOf?: (sequence: number) => number,
): Promise<void> {
  const words = dataFileWords(ctx.texts, 'nl', survey);
  const order = placeOf ? { placeOf } : {};
  const wish = { kind, delimiter: ';' as const, csvName: 'answers.csv', words, ...order };
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const [start, used] = [performance.now(), process.cpuUsage()];
  await pipeline(Readable.from(dataFile(ctx.db, survey, wish)), createWriteStream(file));
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  clearInterval(watch);
  const cells = [
    kind,
    seconds.toFixed(2),
    ((user + system) / 1e6).toFixed(2),
    (statSync(file).size / 1e6).toFixed(1),
    ((most - before) / 1e6).toFixed(0),
  ];
  console.log(cells.map((cell) => cell.padStart(9)).join(' '));
}
