// Responses get sequence numbers in the order they were stored, and a receipt is stored once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../server/db/open.ts';
import { createProject } from '../../server/db/projects.ts';
import {
  countResponses,
  insertResponses,
  type NewResponse,
  responseByReceipt,
  responsesSince,
} from '../../server/db/responses.ts';
import { createSurvey, markSurveyClosed, surveyByCode, surveysOf } from '../../server/db/surveys.ts';
import { textsOf } from '../../server/db/texts.ts';
import { createWriteQueue } from '../../server/db/write-queue.ts';
import { needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import { questionnaireSchema } from '../../surveys/questionnaire.ts';
import { reportTemplateSchema } from '../../surveys/report-template.ts';
import { newTestDatabase, type TestDatabase } from '../set-up/test-database.ts';

const both = (words: string) => ({ nl: words, en: words });
const questionnaire = questionnaireSchema.parse({
  format: 'nodenkaart/questionnaire/1',
  code: 'kort',
  languages: ['nl', 'en'],
  title: both('Kort'),
  welcome: { title: both('Kort'), paragraphs: [both('Welkom')] },
  notice: [{ title: both('Privacy'), text: both('Niets') }],
  thanks: { title: both('Bedankt'), paragraphs: [both('Klaar')] },
  pages: [
    {
      code: 'p',
      title: both('P'),
      questions: [{ type: 'text', code: 'T', label: both('T'), maxLength: 99 }],
    },
  ],
});

let place: TestDatabase;
let database: Database;
beforeEach(async () => {
  place = await newTestDatabase();
  database = await openDatabase(place.address);
  const catalogue = needsCatalogueSchema.parse({
    format: 'nodenkaart/needs/1',
    needs: [{ code: 'N1', label: both('N1') }],
  });
  const reportTemplate = reportTemplateSchema.parse({
    format: 'nodenkaart/report/1',
    code: 'kort',
    project: both('Kort'),
    title: both('Kort'),
  });
  const project = { code: 'kort', title: both('Kort'), catalogue, reportTemplate, demonstration: false };
  await createProject(database.kysely, project, '2024-01-01T00:00:00Z');
  await createSurvey(database.kysely, 'kort', 0, questionnaire, '2024-01-01T00:00:00Z');
});
afterEach(async () => {
  await database.close();
  await place.drop();
});

const response = (name: string, receiptHash: string | null = name): NewResponse => ({
  id: name,
  version: 1,
  library: null,
  day: '2024-03-01',
  receiptHash,
  seed: null,
  document: new Uint8Array([0, 254, 255]),
  texts: { T: `words of ${name}` },
});
const insert = (...responses: NewResponse[]) =>
  database.kysely.transaction().execute((db) => insertResponses(db, 'kort', responses));

describe('responses', () => {
  it('are counted over numbers that lie far apart', async () => {
    await insert(response('a'));
    for (const last_sequence of [99_999, 250_000]) {
      await database.kysely.updateTable('surveys').set({ last_sequence }).execute();
      await insert(response(`after ${last_sequence}`), response(`second after ${last_sequence}`));
    }
    expect(await countResponses(database.kysely, 'kort')).toBe(5);
    expect(await countResponses(database.kysely, 'nergens')).toBe(0);
  });

  it('are numbered from 1 in the order they were stored, and read back byte for byte', async () => {
    expect(await insert(response('a'), response('b'))).toEqual(['inserted', 'inserted']);
    await insert(response('c'));
    const stored = await responsesSince(database.kysely, 'kort', 0, 10);
    expect(stored.map(({ id, sequence }) => [id, sequence])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    expect([...(stored[0]?.document ?? [])]).toEqual([0, 254, 255]);
  });

  it('that are new are those after a sequence number, as many as asked', async () => {
    await insert(...['a', 'b', 'c', 'd'].map((name) => response(name)));
    const stored = await responsesSince(database.kysely, 'kort', 1, 2);
    expect(stored.map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('under a receipt that is there already are not stored again, and neither are their words', async () => {
    await insert(response('a', 'receipt'));
    expect(await insert(response('again', 'receipt'), response('b'))).toEqual(['duplicate', 'inserted']);
    expect(await countResponses(database.kysely, 'kort')).toBe(2);
    expect((await responseByReceipt(database.kysely, 'kort', 'receipt'))?.id).toBe('a');
    const words = await textsOf(database.kysely, 'kort', 'T');
    expect(words.map((text) => text.words)).toEqual(['words of a', 'words of b']);
  });

  it('sent twenty times at once under one receipt are stored once', async () => {
    const writes = createWriteQueue(database);
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        writes.run((db) => insertResponses(db, 'kort', [response(`try-${index}`, 'receipt')])),
      ),
    );
    expect(results.flat().filter((result) => result === 'inserted')).toHaveLength(1);
    expect(await countResponses(database.kysely, 'kort')).toBe(1);
  });

  it('without a receipt, as imported ones are, do not stand in each other’s way', async () => {
    expect(await insert(response('a', null), response('b', null))).toEqual(['inserted', 'inserted']);
    expect(await responseByReceipt(database.kysely, 'kort', 'a')).toBeNull();
  });

  it('come in thousands at once', async () => {
    await insert(...Array.from({ length: 1203 }, (_, index) => response(`r${index}`)));
    expect(await countResponses(database.kysely, 'kort')).toBe(1203);
    expect((await responsesSince(database.kysely, 'kort', 1202, 5)).map(({ id }) => id)).toEqual(['r1202']);
  });
});

describe('a survey', () => {
  it('is found with its definition, and stays as it was when it closes', async () => {
    const open = await surveyByCode(database.kysely, 'kort');
    expect(open).toMatchObject({ project: 'kort', position: 0, state: 'open', version: 1, questionnaire });
    await markSurveyClosed(database.kysely, 'kort', '2024-04-01T00:00:00Z');
    expect((await surveysOf(database.kysely, 'kort')).map(({ state }) => state)).toEqual(['closed']);
    expect(await surveyByCode(database.kysely, 'ander')).toBeNull();
  });
});
