// Hostile words in questions, options and answers through every file that leaves: they run nothing, and other programs read
// them as they were given.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowsOfQuestion } from '../../analysis/tables/question-rows.ts';
import { figuresFile } from '../../server/figures-file.ts';
import { textsFolder } from '../../server/paths.ts';
import { loadTexts } from '../../server/texts.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { csvFile, withoutGuard } from '../../surveys/formats/data-files/csv-file.ts';
import type { DataWriter } from '../../surveys/formats/data-files/data-record.ts';
import { ddiCodebook } from '../../surveys/formats/data-files/ddi-codebook.ts';
import { jsonLinesFile } from '../../surveys/formats/data-files/json-lines-file.ts';
import { longCsvFile } from '../../surveys/formats/data-files/long-csv-file.ts';
import { codebookCsv, codebookJson } from '../../surveys/formats/data-files/open-codebook.ts';
import { rScript } from '../../surveys/formats/data-files/r-script.ts';
import { spssColumns } from '../../surveys/formats/data-files/spss-columns.ts';
import { spssFile } from '../../surveys/formats/data-files/spss-file.ts';
import { codebookRows, xlsxFile } from '../../surveys/formats/data-files/xlsx-file.ts';
import { questionnaireSchema } from '../../surveys/questionnaire.ts';
import { packAnswers } from '../../surveys/response-document.ts';
import { findProgram } from '../set-up/find-program.ts';
import { recordOf } from '../surveys/formats/data-files/record-of.ts';
import { words } from './file-words.ts';

/** What breaks writers and readers; no answer begins or ends with a blank, as none that is stored does. */
const hostile = [
  '<script>alert(1)</script>&amp;"\'',
  '=HYPERLINK("http://x.example","klik")',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  "'=1+1",
  "''=1",
  '.notShown',
  '.given',
  '2024-03-01',
  '1/2',
  '1e5',
  '007',
  '1,5',
  'TRUE',
  'NA',
  '#N/A',
  'een\nregel\tverder; en, nog | en "zo"',
  'שלום \u202e\u05d0 \u2066',
  '👩🏽‍💻 é e\u0301 ﷽',
  '_x000D_ %s $x {x \\n \\',
  '"); file.create("gehackt"); ("',
  '$(touch gehackt)`touch gehackt`',
  ']]><!--x--><?php',
  'é'.repeat(5_000),
];
/** With what stands for half a character in a file of UTF-8. */
const wellFormed = (words: string) => Buffer.from(words).toString();

/** Only in questions and options: no database keeps them in an answer. */
const broken = ['\tna een tab', '\r=1', 'a\u0000b\u0001c\u001bd', 'half \ud83d teken', 'x'.repeat(100_000)];

const labels = [...hostile, ...broken];
const questionnaire = questionnaireSchema.parse({
  format: 'nodenkaart/questionnaire/1',
  code: 'boos',
  languages: ['nl'],
  title: { nl: hostile[0] },
  welcome: { title: { nl: 'Dag' }, paragraphs: [{ nl: 'Dag' }] },
  notice: [{ title: { nl: 'Wie' }, text: { nl: 'Wij' } }],
  thanks: { title: { nl: 'Dank' }, paragraphs: [{ nl: 'Dank' }] },
  pages: [
    {
      code: 'p',
      title: { nl: 'Deel' },
      questions: [
        {
          type: 'single',
          code: 'keuze',
          label: { nl: '=1+1' },
          options: labels.map((label, index) => ({ code: `o${index}`, label: { nl: label } })),
        },
        ...labels.map((label, index) => ({
          type: 'text',
          code: `t${index}`,
          label: { nl: label },
          maxLength: 10_000,
        })),
      ],
    },
  ],
});
const codebook = codebookOf(questionnaire);
const texts = loadTexts(textsFolder);
/** Each person chooses another option and writes all hostile words, each time at another question. */
const people = labels.map((_, person) => {
  const own = Object.fromEntries(
    labels.map((__, index) => [`t${index}`, hostile[(index + person) % hostile.length] ?? '']),
  );
  const answers: Readonly<Record<string, string>> = { keuze: `o${person}`, ...own };
  return {
    answers,
    record: recordOf(
      codebook,
      packAnswers(codebook, answers, () => true),
      answers,
      '2026-03-01',
    ),
  };
});

let folder: string;
let rscript: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nodenkaart-hostile-'));
  rscript = findProgram(['/usr/bin/Rscript'], 'r-base-core');
  findProgram(['/usr/lib/R/site-library/haven/DESCRIPTION'], 'r-cran-haven');
  findProgram(['/usr/bin/xmllint'], 'libxml2-utils');
  findProgram(['/usr/lib/R/site-library/readxl/DESCRIPTION'], 'r-cran-readxl');
}, 600_000);
afterAll(() => {
  const ran = existsSync(join(folder, 'gehackt'));
  rmSync(folder, { recursive: true });
  expect(ran, 'something in a file was run').toBe(false);
});

function bytesOf(writer: DataWriter<string | Uint8Array>): Buffer {
  const pieces = [writer.head, ...people.map(({ record }) => writer.record(record)), writer.end];
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
}
const tableOf = (text: string, delimiter: string) =>
  Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
    delimiter,
  }).data;
const runsAsFormula = (cell: string) => /^[=+\-@\t\r\n]/.test(cell);

function inR(script: string): readonly Readonly<Record<string, string>>[] {
  const out = join(folder, 'out.csv');
  const last = `write.csv(cells, ${JSON.stringify(out)}, row.names = FALSE, na = "<none>", fileEncoding = "UTF-8")`;
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  writeFileSync(join(folder, 'run.R'), `${script}\n${last}\n`);
  execFileSync(rscript, ['run.R'], { cwd: folder, env, stdio: 'pipe' });
  return tableOf(readFileSync(out, 'utf8'), ',');
}

it.each([';', ',', '\t'] as const)(
  'CSV with %j: nothing begins as a formula, every word comes back',
  (delimiter) => {
    const rows = tableOf(bytesOf(csvFile(codebook, { delimiter, decimal: ',' })).toString(), delimiter);
    for (const [index, { answers }] of people.entries())
      for (const [name, answer] of Object.entries(answers)) {
        const cell = rows[index]?.[name] ?? '';
        expect(runsAsFormula(cell), cell).toBe(false);
        expect(withoutGuard(cell)).toBe(answer);
      }
  },
);

it('a line per answer and JSON Lines have every word', () => {
  const long = tableOf(bytesOf(longCsvFile(codebook, { delimiter: ',', decimal: '.' })).toString(), ',');
  const lines = bytesOf(jsonLinesFile(codebook)).toString().trimEnd().split('\n');
  expect(lines).toHaveLength(people.length);
  for (const [index, { answers }] of people.entries()) {
    const own = long.filter(({ response }) => response === String(index + 1));
    expect(own.some(({ answer = '' }) => runsAsFormula(answer))).toBe(false);
    expect(
      Object.fromEntries(own.map(({ variable, answer = '' }) => [variable, withoutGuard(answer)])),
    ).toEqual(answers);
    expect(JSON.parse(lines[index] ?? '').answers).toEqual(answers);
  }
});

it('SPSS, read by haven, has every word and label', () => {
  const widths = new Map(codebook.variables.map(({ name }) => [name, 10_000]));
  const file = spssFile(spssColumns(codebook, words, widths), 'Boos', { day: '01 Jan 00', time: '00:00:00' });
  writeFileSync(join(folder, 'a.sav'), bytesOf(file));
  const rows = inR(`
    library(haven)
    read <- read_sav("a.sav", user_na = TRUE)
    cells <- as.data.frame(lapply(read, function(column)
      if (is.labelled(column)) as.character(as_factor(column, levels = "default")) else as.character(column)))`);
  for (const [index, { answers }] of people.entries())
    for (const [name, answer] of Object.entries(answers)) {
      if (name !== 'keuze') expect(rows[index]?.[name], name).toBe(answer);
      else if (hostile.includes(labels[index] ?? '') && (labels[index] ?? '').length < 100)
        // A value label has no lines, and is as long as SPSS lets it be.
        expect(rows[index]?.[name]?.replace(/\s+/g, ' ')).toBe(labels[index]?.replace(/\s+/g, ' '));
    }
});

it('the script for R runs nothing of theirs and gives every word and label back', () => {
  const signs = { delimiter: ';', decimal: ',' } as const;
  writeFileSync(join(folder, 'a.csv'), bytesOf(csvFile(codebook, signs)));
  writeFileSync(join(folder, 'a.R'), rScript(codebook, 'a.csv', signs, words));
  const rows = inR(`
    source("a.R", encoding = "UTF-8")
    cells <- as.data.frame(lapply(answers, as.character), check.names = FALSE)`);
  for (const [index, { answers }] of people.entries())
    for (const [name, answer] of Object.entries(answers))
      expect(rows[index]?.[name], `${name} of ${index}`).toBe(
        name === 'keuze' ? wellFormed(labels[index] ?? '').replaceAll('\u0000', '') : answer,
      );
});

it('a workbook, read by readxl, has no formula and every word of answers and codebook', () => {
  const sheets = { readme: 'Lees', codebook: 'Codes', data: 'Data' };
  const codes = codebookRows(codebook, words);
  const rowsOfCodebook = [['v', 'q', 'i', 'c', 'l', 'm'], ...codes];
  const bytes = bytesOf(xlsxFile(codebook, { sheets, readme: hostile, codebook: rowsOfCodebook }));
  for (const [name, content] of Object.entries(unzipSync(bytes)))
    expect(strFromU8(content).includes('<f>'), name).toBe(false);
  writeFileSync(join(folder, 'a.xlsx'), bytes);
  const read = (sheet: string) =>
    inR(`
      library(readxl)
      cells <- as.data.frame(read_excel("a.xlsx", "${sheet}", col_types = "text", na = character(0), trim_ws = FALSE))`);
  const rows = read('Data');
  for (const [index, { answers }] of people.entries())
    for (const [name, answer] of Object.entries(answers))
      expect(rows[index]?.[name], `${name} of ${index}`).toBe(answer);
  // XML knows no half characters, nor most of those that control.
  const own = (label: string) => label.replace(/\p{Cs}|(?![\t\n\r])\p{Cc}/gu, '');
  expect(read('Codes').map(({ l }) => (l === '<none>' ? '' : l))).toEqual(
    codes.map((row) => own(row[4] ?? '')),
  );
});

it('the codebooks hold every label: DDI by its schema, CSV guarded, JSON as it is', () => {
  const ddi = ddiCodebook(questionnaire, codebook, { name: '<a>&.csv', records: 3 }, words);
  writeFileSync(join(folder, 'a.xml'), ddi);
  const schema = join(import.meta.dirname, '../fixtures/ddi-codebook-2.5/codebook.xsd');
  execFileSync('/usr/bin/xmllint', ['--noout', '--nonet', '--huge', '--schema', schema, 'a.xml'], {
    cwd: folder,
    stdio: 'pipe',
  });
  const csv = tableOf(codebookCsv(questionnaire, codebook), ',').filter(
    ({ variable }) => variable === 'keuze',
  );
  expect(csv.map(({ code_label_nl = '' }) => withoutGuard(code_label_nl))).toEqual(labels);
  expect(csv.some((row) => Object.values(row).some(runsAsFormula))).toBe(false);
  const json = JSON.parse(codebookJson(questionnaire, codebook));
  expect(
    json.questions[0].variables[0].codes.map(({ label }: { label: { nl: string } }) => label.nl),
  ).toEqual(labels);
});

it('figures as a table: no cell runs, every label is there', () => {
  const share = {
    count: 5,
    base: 50,
    estimate: 0.1,
    interval: null,
    missing: null,
    unit: 'respondents',
    method: 'wilson',
    openness: 'full',
  } as const;
  const rows = labels.flatMap((label, index) =>
    rowsOfQuestion(
      { kind: 'text', code: `t${index}`, type: 'text', label: { nl: label }, page: 'p', given: share },
      { survey: 'boos' },
    ),
  );
  const head = { title: '=1+1', hash: null };
  const csv = tableOf(Buffer.from(figuresFile('csv', rows, head, texts, 'nl')).toString(), ',');
  expect(csv.map(({ label = '' }) => withoutGuard(label))).toEqual(labels.map((label) => wellFormed(label)));
  expect(csv.some((row) => Object.values(row).some(runsAsFormula))).toBe(false);
  for (const [name, content] of Object.entries(unzipSync(figuresFile('xlsx', rows, head, texts, 'nl'))))
    expect(strFromU8(content).includes('<f>'), name).toBe(false);
});
