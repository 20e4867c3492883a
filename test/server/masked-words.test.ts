// What a coder takes out of an answer is out of everything that leaves it: the quote made of it, and the files that go.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataFileWords } from '../../server/data-file-words.ts';
import { addQuoteSource } from '../../server/db/quote-sources.ts';
import { putRecord, recordsOf } from '../../server/db/records.ts';
import { surveyByCode } from '../../server/db/surveys.ts';
import { changeAnswer } from '../../server/operations/code-answer.ts';
import { type DataFileWish, dataFile } from '../../server/operations/data-file.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
const key = { survey: 'ooo', question: 'D3', response: '' };
const said = 'Mevrouw Verzonnen van de balie heeft me alles geleerd.';
beforeAll(async () => {
  app = await startDemonstration();
  const { kysely } = app.ctx.db;
  const row = await kysely
    .selectFrom('texts')
    .select('response')
    .where('survey', '=', key.survey)
    .where('variable', '=', key.question)
    .executeTakeFirstOrThrow();
  Object.assign(key, row);
  await kysely
    .updateTable('texts')
    .set({ words: said })
    .where('survey', '=', key.survey)
    .where('variable', '=', key.question)
    .where('response', '=', key.response)
    .execute();
  const quote = { code: 'eigen', needs: ['N1'], text: { nl: said }, source: { nl: 'x' }, released: true };
  await app.ctx.writes.run(async (db) => {
    await putRecord(db, 'ooo', 'quote', quote);
    await addQuoteSource(db, 'ooo', { ...key, quote: quote.code });
  });
});
afterAll(() => app?.stop());

async function fileWith(chosen: boolean): Promise<string> {
  const survey = await surveyByCode(app.ctx.db.kysely, 'ooo');
  if (!survey) throw new Error('the demonstration has a survey');
  const fields = new Set([key.question]);
  const wish: DataFileWish = {
    kind: 'jsonl',
    delimiter: ',',
    csvName: 'ooo.csv',
    words: dataFileWords(app.ctx.texts, 'nl', survey),
    ...(chosen ? { chosen: { fields, mask: (words) => words } } : {}),
  };
  const pieces: string[] = [];
  for await (const piece of dataFile(app.ctx.db, survey, wish)) pieces.push(piece.toString());
  return pieces.join('');
}

test('PRV-11 and PRV-12: a name taken out is out of the quote, which waits for its release again, and of what leaves', async () => {
  expect(await fileWith(true)).toContain('Mevrouw Verzonnen');
  const { revision } = (await app.ctx.db.kysely
    .selectFrom('coded_answers')
    .select('revision')
    .where('response', '=', key.response)
    .where('question', '=', key.question)
    .executeTakeFirst()) ?? { revision: 0 };
  const change = { kind: 'mask', words: 'Mevrouw Verzonnen' } as const;
  expect(await changeAnswer(app.ctx, key, revision, change, 'a1')).toBe('kept');
  const quote = (await recordsOf(app.ctx.db.kysely, 'ooo')).quote.find(({ code }) => code === 'eigen');
  expect(quote?.text.nl).toBe('[…] van de balie heeft me alles geleerd.');
  expect(quote?.released).toBe(false);
  const leaving = await fileWith(true);
  expect(leaving).not.toContain('Verzonnen');
  expect(leaving).toContain('van de balie heeft me alles geleerd.');
  // Whoever runs the machine keeps the answers whole, to bring them back.
  expect(await fileWith(false)).toContain('Mevrouw Verzonnen');
});
