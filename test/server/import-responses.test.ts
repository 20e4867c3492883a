// Importing CSV files into a real database: two real surveys, and everything that can be wrong with a file.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../server/db/open.ts';
import { countResponses, responsesSince } from '../../server/db/responses.ts';
import { markSurveyClosed, surveyByCode } from '../../server/db/surveys.ts';
import { textsOf } from '../../server/db/texts.ts';
import { problemSentence, refusalLines } from '../../server/import-messages.ts';
import { importResponses } from '../../server/operations/import-responses.ts';
import { textsFolder } from '../../server/paths.ts';
import { loadTexts } from '../../server/texts.ts';
import { codebookOf, variableNamed } from '../../surveys/codebook.ts';
import { reasonOfByte, unpackAnswers } from '../../surveys/response-document.ts';
import { addProject, filesOf } from '../conformance/imported-case.ts';
import { newTestDatabase, type TestDatabase } from '../set-up/test-database.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const training = join(fixtures, 'carpentries-instructor-training');
const longTerm = join(fixtures, 'carpentries-longterm');
const words = loadTexts(textsFolder);

let folder: string;
let own: TestDatabase;
let db: Database;
const newId = () => randomUUID();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nodenkaart-import-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  own = await newTestDatabase();
  db = await openDatabase(own.address);
  for (const name of ['carpentries-instructor-training', 'carpentries-longterm']) {
    await addProject({ db }, filesOf(name));
  }
});
afterEach(async () => {
  await db.close();
  await own.drop();
});

/** A file with this content, by default made from the long-term survey's first lines. */
function fileOf(content: string | Buffer, name = 'data.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const longTermLines = readFileSync(join(longTerm, 'data.csv'), 'utf8').split('\n');
/** The headings and the first rows; `change` rewrites the text. */
function sample(rows: number, change: (text: string) => string = (text) => text): string {
  return change(`${longTermLines.slice(0, rows + 1).join('\n')}\n`);
}
function importing(file: string, survey = 'carpentries-longterm', map = join(longTerm, 'map.json')) {
  return importResponses({ db, newId }, { survey, file, map });
}
/** Imports what must be refused, checks that nothing was stored, and gives the sentences. */
async function refused(file: string, map = join(longTerm, 'map.json')): Promise<readonly string[]> {
  const outcome = await importing(file, 'carpentries-longterm', map);
  expect(await countResponses(db.kysely, 'carpentries-longterm')).toBe(0);
  if (!outcome.problems) throw new Error('this should have been refused');
  return refusalLines(words, 'en', outcome)
    .slice(1)
    .map((line) => line.replaceAll(folder, '…'));
}
function mapWith(change: object): string {
  const map: object = JSON.parse(readFileSync(join(longTerm, 'map.json'), 'utf8'));
  return fileOf(JSON.stringify({ ...map, ...change }), 'map.json');
}

describe('importing a real survey', () => {
  it('stores every respondent of the instructor training, asked or not asked, with day and words', async () => {
    const survey = 'instructor-training';
    const outcome = await importing(join(training, 'data.csv'), survey, join(training, 'map.json'));
    expect(outcome).toEqual({ imported: 967, problems: null });
    const stored = await responsesSince(db.kysely, survey, 0, 1000);
    expect(stored).toHaveLength(967);
    expect(stored[0]).toMatchObject({ sequence: 1, version: 1, library: null, day: '2018-09-08' });
    expect(new Set(stored.map(({ id }) => id)).size).toBe(967);
    expect(await textsOf(db.kysely, survey, 'event.other.text')).toHaveLength(129);
    expect(await textsOf(db.kysely, survey, 'complete.other.text')).toHaveLength(12);

    const questionnaire = (await surveyByCode(db.kysely, survey))?.questionnaire;
    if (!questionnaire) throw new Error('the survey is gone');
    const codebook = codebookOf(questionnaire);
    const reasons = (name: string) => {
      const variable = variableNamed(codebook, name);
      const place = codebook.position.get(name) ?? -1;
      const found = stored.map(({ document }) => reasonOfByte(variable, document[place] ?? -1) ?? 'figure');
      return Object.fromEntries(
        [...new Set(found)].map((key) => [key, found.filter((one) => one === key).length]),
      );
    };
    // 707 took the earlier form, which did not ask it; of the 260 others 23 skipped it.
    expect(reasons('ability.mcq')).toEqual({ notShown: 707, skipped: 23, figure: 237 });
    expect(reasons('agree.recommend')).toEqual({ notShown: 260, skipped: 40, figure: 667 });
    expect(reasons('pace')).toEqual({ skipped: 58, figure: 909 });
  });

  it('stores every respondent of the long-term survey, ticks with their base', async () => {
    expect(await importing(join(longTerm, 'data.csv'))).toEqual({ imported: 476, problems: null });
    const [first] = await responsesSince(db.kysely, 'carpentries-longterm', 0, 1);
    const questionnaire = (await surveyByCode(db.kysely, 'carpentries-longterm'))?.questionnaire;
    if (!first || !questionnaire) throw new Error('the survey is gone');
    const answers = unpackAnswers(codebookOf(questionnaire), first.document);
    expect(answers).toMatchObject({
      country: 'no',
      'field.life': '1',
      'field.social': '0',
      'field.other': '1',
      'field.other.text': 'given',
      workshops: '3',
    });
  });

  it('adds to what is there: the next import follows in sequence', async () => {
    await importing(fileOf(sample(3)));
    await importing(fileOf(sample(2)));
    const stored = await responsesSince(db.kysely, 'carpentries-longterm', 0, 10);
    expect(stored.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
  });

  it('tells how far it is, from nothing to done', async () => {
    const told: number[] = [];
    const map = join(longTerm, 'map.json');
    const request = { survey: 'carpentries-longterm', file: join(longTerm, 'data.csv'), map };
    await importResponses({ db, newId }, { ...request, progress: (done) => told.push(done) });
    expect(told.at(-1)).toBe(1);
    expect(told.toSorted((a, b) => a - b)).toEqual(told);
  });
});

describe('files that are written differently and are still read', () => {
  it.each([
    ['with a byte order mark', (text: string) => `\uFEFF${text}`],
    ['with CRLF line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    [
      'with empty lines and rows of empty cells at the end',
      (text: string) => `${text}\n\n${','.repeat(74)}\n`,
    ],
  ])('%s', async (_how, change) => {
    expect(await importing(fileOf(sample(5, change)))).toEqual({ imported: 5, problems: null });
  });

  it('with semicolons, when the map says so', async () => {
    const rows = sample(5, (text) =>
      text.replaceAll(/"[^"]*"/g, (cell) => cell.replaceAll(',', ' /')).replaceAll(',', ';'),
    );
    const codes = JSON.parse(readFileSync(join(longTerm, 'map.json'), 'utf8')).columns.map(
      ({ is: _is, ...column }: { is?: readonly string[] }) => column,
    );
    const map = mapWith({ delimiter: ';', columns: codes });
    expect(await importing(fileOf(rows), 'carpentries-longterm', map)).toEqual({
      imported: 5,
      problems: null,
    });
  });

  it('with "NA" as somebody’s own words', async () => {
    const headings = longTermLines[0] ?? '';
    const cells = headings.split(',').map((heading) => (heading === 'Position-Other' ? 'NA' : ''));
    await importing(fileOf(`${headings}\n${cells.join(',')}\n`));
    const stored = await textsOf(db.kysely, 'carpentries-longterm', 'position_words');
    expect(stored.map((row) => row.words)).toEqual(['NA']);
  });
});

describe('a file that is refused, whole', () => {
  it('written with another delimiter', async () => {
    const file = fileOf(sample(3, (text) => text.replaceAll(',', ';')));
    expect(await refused(file)).toEqual([
      '…/data.csv, line 1: 1 column was found with “,” between columns. This file probably uses “;”.',
    ]);
  });

  it('in Latin-1, naming the line of the first wrong character', async () => {
    const text = sample(4).split('\n');
    const file = fileOf(
      Buffer.from([...text.slice(0, 3), `Cura\u00e7ao${text[3]}`, ...text.slice(4)].join('\n'), 'latin1'),
    );
    expect(await refused(file)).toEqual([
      '…/data.csv, line 4: there is a character here that is not UTF-8. Save the file again as CSV UTF-8.',
    ]);
  });

  it('in UTF-16', async () => {
    const file = fileOf(Buffer.from(`\uFEFF${sample(2)}`, 'utf16le'));
    expect(await refused(file)).toEqual(['…/data.csv: this file is UTF-16. Save it again as CSV UTF-8.']);
  });

  it('without a heading, or with one twice', async () => {
    const missing = fileOf(sample(2, (text) => text.replace('How-Long-Ago', 'How-Long')));
    expect(await refused(missing)).toEqual([
      '…/data.csv, line 1, column “How-Long-Ago”: this column is not in the file.',
      '…/data.csv, line 1, column “How-Long”: the column map does not know this column. Add it, or list it under “ignored” with a reason.',
    ]);
    const double = fileOf(sample(2, (text) => text.replace('Column3,', 'Column2,')));
    expect(await refused(double)).toEqual([
      '…/data.csv, line 1, column “Column2”: this heading stands twice: in column 5 and in column 6.',
      '…/data.csv, line 1, column “Column3”: this column is not in the file.',
    ]);
  });

  it('with unknown codes in the last rows, with line, column and value', async () => {
    const file = fileOf(
      `${sample(400)}${sample(2, (text) => text.replace(/^.*\n/, '').replace('Norway', 'Noorwegen').replace('Git', '"Git,\nhub"'))}`,
    );
    const told = await refused(file);
    expect(told[0]).toBe(
      '…/data.csv, line 402, column “Country”: “Noorwegen” is not a known value. Known are: “USA”, “Canada”, “UK”, “Australia”, “Norway”, “South Africa”, “New Zealand”, “Spain”, “The Netherlands”, “Sweden”, “Switzerland”, “France”, ….',
    );
    expect(told[1]).toContain('line 402, column “Column14”: “Git,\nhub” is not a known value');
    expect(told).toHaveLength(2);
  });

  it('with a mistake after quoted line breaks, on the line an editor shows', async () => {
    const headings = (longTermLines[0] ?? '').split(',');
    const row = (given: Readonly<Record<string, string>>) =>
      headings.map((heading) => given[heading] ?? '').join(',');
    const rows = [
      row({ 'Position-Other': '"one\n\ntwo"' }),
      row({ Country: 'Canada' }),
      row({ Country: 'Nowhere' }),
    ];
    expect(await refused(fileOf(`${headings.join(',')}\n${rows.join('\n')}\n`))).toEqual([
      expect.stringMatching(/^…\/data.csv, line 6, column “Country”: “Nowhere”/),
    ]);
  });

  it('with more mistakes than can be read: the first twenty, and how many more', async () => {
    const file = fileOf(
      sample(100, (text) => text.replaceAll(/^([^,]*),/gm, 'Nowhere,').replace('Nowhere', 'Country')),
    );
    const told = await refused(file);
    expect(told).toHaveLength(21);
    expect(told.at(-1)).toBe('… and 80 more mistakes.');
  });

  it('with a row that is too short, or a quote that is never closed', async () => {
    expect(await refused(fileOf(`${sample(2)}Norway,Postdoc\n`))).toEqual([
      '…/data.csv, line 4: this row has 2 cells, the headings have 75.',
    ]);
    expect(await refused(fileOf(`${sample(2)}"Norway,Postdoc\n${sample(3)}`))).toEqual([
      expect.stringMatching(/^…\/data.csv, line 4: a quote/),
    ]);
  });

  it('that is not there, empty, or has headings alone', async () => {
    expect(await refused(join(folder, 'nothing.csv'))).toEqual(['…/nothing.csv: there is no such file.']);
    expect(await refused(folder)).toEqual(['…: this is not a file.']);
    expect(await refused(fileOf(''))).toEqual(['…/data.csv: this file is empty.']);
    expect(await refused(fileOf(sample(0)))).toEqual(['…/data.csv: there is nothing under the headings.']);
  });

  it('because its map is for another version or another survey', async () => {
    expect(await refused(fileOf(sample(2)), mapWith({ version: 2 }))).toEqual([
      '…/map.json: this column map is for version 2 of the questionnaire; version 1 is in force. Check it and change its version.',
    ]);
    expect(await refused(fileOf(sample(2)), join(training, 'map.json'))).toEqual([
      expect.stringContaining(
        'this column map is for “instructor-training”, not for “carpentries-longterm”.',
      ),
    ]);
  });

  it('because its map is no JSON, or not a column map, with the place of the mistake', async () => {
    const broken = fileOf('{\n  "format": "nodenkaart/column-map/1",\n  oops\n}', 'map.json');
    expect(await refused(fileOf(sample(2)), broken)).toEqual([
      expect.stringMatching(/^…\/map.json, line 3: this is not valid JSON \(character 3\): /),
    ]);
    const wrong = await refused(fileOf(sample(2)), mapWith({ columns: [{ column: 'Country', codes: 5 }] }));
    expect(wrong).toEqual([expect.stringMatching(/^…\/map.json: at “columns\[0\]\.codes”: /)]);
  });

  it('because it was imported before, under whatever name, also twice at once', async () => {
    const file = fileOf(sample(3));
    expect(await importing(file)).toEqual({ imported: 3, problems: null });
    const copy = await importing(fileOf(sample(3), 'copy.csv'));
    expect(refusalLines(words, 'nl', copy as never).slice(1)).toEqual([
      expect.stringContaining('dit bestand is al eens ingelezen in carpentries-longterm, met 3 antwoorden.'),
    ]);
    const other = fileOf(sample(4), 'other.csv');
    const both = await Promise.all([importing(other), importing(other)]);
    expect(both.filter(({ problems }) => problems === null)).toHaveLength(1);
    expect(await countResponses(db.kysely, 'carpentries-longterm')).toBe(7);
  });

  it('because the survey is closed', async () => {
    await markSurveyClosed(db.kysely, 'carpentries-longterm', '2024-02-01T00:00:00Z');
    expect(await refused(fileOf(sample(2)))).toEqual([
      expect.stringContaining('the survey carpentries-longterm is closed.'),
    ]);
  });
});

it('knows no survey of another name', async () => {
  await expect(importing(fileOf(sample(1)), 'nowhere')).rejects.toMatchObject({ key: 'unknownSurvey' });
});

it('has Dutch and English words for every problem it can tell', () => {
  const files = ['column-map', 'row-reader', 'headings', 'register-csv'].map(
    (name) => `surveys/formats/${name}.ts`,
  );
  const servers = ['csv-file', 'json-file', 'operations/import-responses', 'operations/import-register'];
  const source = [...files, ...servers.map((name) => `server/${name}.ts`)]
    .map((name) => readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8'))
    .join('\n');
  const keys = [...source.matchAll(/problem\(\s*'(\w+)'/g)].map(([, key]) => key ?? '');
  expect(keys.length).toBeGreaterThan(25);
  for (const key of keys) {
    for (const language of words.workspaceLanguages) {
      expect(words.has(language, `import.problem.${key}`), `${language} ${key}`).toBe(true);
    }
  }
  const values = {
    key: 'dayMissing',
    column: 'Datum',
    values: { column: 'Datum' },
    file: 'a.csv',
    line: 1200,
  };
  expect(problemSentence(words, 'nl', values)).toBe('a.csv, regel 1200, kolom “Datum”: er staat geen datum.');
});
