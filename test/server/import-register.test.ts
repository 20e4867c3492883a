// A register read from CSV into a real database: all of it or nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { librariesOf } from '../../server/db/libraries.ts';
import { type Database, openDatabase } from '../../server/db/open.ts';
import { createProject, projectByCode } from '../../server/db/projects.ts';
import { insertResponses } from '../../server/db/responses.ts';
import { createSurvey } from '../../server/db/surveys.ts';
import { refusalLines } from '../../server/import-messages.ts';
import { importRegister } from '../../server/operations/import-register.ts';
import { textsFolder } from '../../server/paths.ts';
import { loadTexts } from '../../server/texts.ts';
import { needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import { questionnaireSchema } from '../../surveys/questionnaire.ts';
import { reportTemplateSchema } from '../../surveys/report-template.ts';
import { newTestDatabase, type TestDatabase } from '../set-up/test-database.ts';

const words = loadTexts(textsFolder);
const now = () => new Date('2024-03-01T10:00:00Z');
const text = { nl: 'Klein' };
let folder: string;
let own: TestDatabase;
let db: Database;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nodenkaart-register-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  own = await newTestDatabase();
  db = await openDatabase(own.address);
  await createProject(
    db.kysely,
    {
      code: 'klein',
      title: text,
      catalogue: needsCatalogueSchema.parse({
        format: 'nodenkaart/needs/1',
        needs: [{ code: 'N1', label: text }],
      }),
      reportTemplate: reportTemplateSchema.parse({
        format: 'nodenkaart/report/1',
        code: 'klein',
        project: text,
        title: text,
      }),
      demonstration: false,
    },
    '2024-01-01T00:00:00Z',
  );
});
afterEach(async () => {
  await db.close();
  await own.drop();
});

function importing(content: string, date?: string) {
  const file = join(folder, 'register.csv');
  writeFileSync(file, content);
  return importRegister({ db, now }, { project: 'klein', file, ...(date ? { date } : {}) });
}
async function refused(content: string): Promise<readonly string[]> {
  const before = await librariesOf(db.kysely, 'klein');
  const outcome = await importing(content);
  expect(await librariesOf(db.kysely, 'klein')).toEqual(before);
  if (!outcome.problems) throw new Error('this should have been refused');
  return refusalLines(words, 'nl', outcome)
    .slice(1)
    .map((line) => line.replaceAll(folder, '…'));
}
const good = 'code;naam;provincie;grootte\nlinde;De Linde;Limburg;klein\nberk;De Berk;Antwerpen;groot\n';

describe('a register in CSV', () => {
  it('takes the place of the one there was, with its day', async () => {
    expect(await importing('code,name,province,size\nolm,De Olm,Limburg,klein\n', '2023-12-31')).toEqual({
      imported: 1,
      problems: null,
    });
    expect((await projectByCode(db.kysely, 'klein'))?.registerDate).toBe('2023-12-31');
    expect(await importing(good)).toEqual({ imported: 2, problems: null });
    expect((await librariesOf(db.kysely, 'klein')).map(({ code }) => code)).toEqual(['berk', 'linde']);
    expect((await projectByCode(db.kysely, 'klein'))?.registerDate).toBe('2024-03-01');
  });

  it('with a mistake in one row changes nothing', async () => {
    await importing(good);
    expect(await refused(`${good}linde;Weer;Limburg;klein\n;Naamloos;Limburg;klein\n`)).toEqual([
      '…/register.csv, regel 4, kolom “code”: “linde” staat ook op regel 2.',
      '…/register.csv, regel 5, kolom “code”: deze cel is leeg.',
    ]);
  });

  it('without a column, without rows or without anything is refused', async () => {
    expect(await refused('code;naam;provincie\nlinde;De Linde;Limburg\n')).toEqual([
      expect.stringContaining('er is geen kolom met een van deze koppen: size class'),
    ]);
    expect(await refused('code;naam;provincie;grootte\n')).toEqual([
      '…/register.csv: onder de kopregel staat niets.',
    ]);
    expect(await refused('')).toEqual(['…/register.csv: dit bestand is leeg.']);
  });

  it('must keep the libraries that have answered', async () => {
    await importing(good);
    const questionnaire = questionnaireSchema.parse({
      format: 'nodenkaart/questionnaire/1',
      code: 'klein',
      languages: ['nl'],
      title: text,
      welcome: { title: text, paragraphs: [text] },
      notice: [{ title: text, text }],
      thanks: { title: text, paragraphs: [text] },
      pages: [{ code: 'een', title: text, questions: [{ type: 'register', code: 'bib', label: text }] }],
    });
    await createSurvey(db.kysely, 'klein', 0, questionnaire, '2024-01-01T00:00:00Z');
    const response = {
      id: 'a',
      version: 1,
      library: 'berk',
      day: '2024-02-01',
      receiptHash: null,
      seed: null,
      texts: {},
    };
    await insertResponses(db.kysely, 'klein', [{ ...response, document: new Uint8Array([0]) }]);
    expect(await refused('code;naam;provincie;grootte\nlinde;De Linde;Limburg;klein\n')).toEqual([
      '…/register.csv: bib “berk” heeft geantwoord maar staat niet in dit register.',
    ]);
  });

  it('is refused for a project that is not there', async () => {
    const request = importRegister({ db, now }, { project: 'nergens', file: join(folder, 'register.csv') });
    await expect(request).rejects.toMatchObject({ key: 'unknownProject' });
  });
});
