// Files with answers, read by the programs they are made for: R with haven and readxl, and the schema of DDI.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templatesFolder } from '../../server/paths.ts';
import type { Answers } from '../../surveys/answers.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { shownNames } from '../../surveys/flow.ts';
import { csvFile } from '../../surveys/formats/data-files/csv-file.ts';
import type { DataRecord, DataWriter } from '../../surveys/formats/data-files/data-record.ts';
import { ddiCodebook } from '../../surveys/formats/data-files/ddi-codebook.ts';
import { rScript } from '../../surveys/formats/data-files/r-script.ts';
import { spssColumns } from '../../surveys/formats/data-files/spss-columns.ts';
import { spssFile } from '../../surveys/formats/data-files/spss-file.ts';
import { codebookRows, xlsxFile } from '../../surveys/formats/data-files/xlsx-file.ts';
import { inLanguage, questionnaireSchema } from '../../surveys/questionnaire.ts';
import { packAnswers } from '../../surveys/response-document.ts';
import { isNumeric, isOpen, type Variable } from '../../surveys/variable.ts';
import { findProgram } from '../set-up/find-program.ts';
import { anyRegister } from '../surveys/arbitrary-questionnaire.ts';
import { recordOf } from '../surveys/formats/data-files/record-of.ts';
import { answered } from '../surveys/simulated-respondent.ts';
import { words } from './file-words.ts';

const questionnaire = questionnaireSchema.parse(
  JSON.parse(readFileSync(join(templatesFolder, 'gallery', 'questionnaire.json'), 'utf8')),
);
const codebook = codebookOf(questionnaire);
/** Words that other writers break on: long ones, a formula, a script, quotes and lines, right to left, no letters. */
const hostile = [
  'é'.repeat(700),
  '=HYPERLINK("http://x.example","klik")',
  "'=1+1",
  '<script>alert(1)</script> & "zo"',
  'een\nregel\tverder; en, nog',
  'שלום עולם',
  '👩🏽‍💻 _x000D_ 100 %',
  '.notShown',
];

interface Sent {
  readonly answers: Answers;
  readonly shown: ReadonlySet<string>;
  readonly record: DataRecord;
}

const sent: readonly Sent[] = Array.from({ length: 40 }, (_, seed) => {
  const answers: Record<string, string> = { ...answered(questionnaire, seed + 1, anyRegister) };
  const texts = codebook.variables.filter(({ name, measure }) => measure === 'text' && answers[name]);
  texts.forEach(({ name }, place) => {
    answers[name] = hostile[(seed + place) % hostile.length] ?? '';
  });
  const shown = new Set(shownNames(questionnaire, answers, anyRegister));
  const document = packAnswers(codebook, answers, (name) => shown.has(name));
  return { answers, shown, record: recordOf(codebook, document, answers, '2026-03-01') };
});

let folder: string;
let rscript: string;
let xmllint: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nodenkaart-files-'));
  rscript = findProgram(['/usr/bin/Rscript'], 'r-base-core');
  findProgram(['/usr/lib/R/site-library/haven/DESCRIPTION'], 'r-cran-haven');
  findProgram(['/usr/lib/R/site-library/readxl/DESCRIPTION'], 'r-cran-readxl');
  xmllint = findProgram(['/usr/bin/xmllint'], 'libxml2-utils');
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, writer: DataWriter<string | Uint8Array>): string {
  const pieces = [writer.head, ...sent.map(({ record }) => writer.record(record)), writer.end];
  const file = join(folder, name);
  writeFileSync(file, Buffer.concat(pieces.map((piece) => Buffer.from(piece))));
  return file;
}

/** Runs R; what it leaves in `cells`, a table of words, comes back as rows by column name. */
function fromR(script: string): readonly Readonly<Record<string, string>>[] {
  const out = join(folder, 'cells.csv');
  const last = `write.csv(cells, ${JSON.stringify(out)}, row.names = FALSE, na = "<none>", fileEncoding = "UTF-8")`;
  execFileSync(rscript, ['-e', `${script}\n${last}`], {
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  return Papa.parse<Record<string, string>>(readFileSync(out, 'utf8'), { header: true, skipEmptyLines: true })
    .data;
}

/** What a statistician should read: the label of a code or a reason, a number, a date, words. */
function expected({ answers, shown }: Sent, variable: Variable): string {
  if (!shown.has(variable.name)) return words.reasons.notShown;
  const answer = answers[variable.name];
  if (answer === undefined || answer === '') return words.reasons.skipped;
  const category = variable.categories.find(({ code }) => code === answer);
  return category ? inLanguage(category.label, 'nl') : answer;
}

describe('an SPSS file, read by haven', () => {
  it('has every answer with its label, every reason as a user-missing value, and all words', () => {
    const columns = spssColumns(codebook, words, new Map(codebook.variables.map(({ name }) => [name, 1400])));
    write('answers.sav', spssFile(columns, 'Galerij', { day: '01 Jan 00', time: '00:00:00' }));
    const rows = fromR(`
      library(haven)
      read <- read_sav("answers.sav", user_na = TRUE)
      cells <- as.data.frame(lapply(read, function(column) {
        label <- if (is.labelled(column)) as.character(as_factor(column, levels = "default")) else as.character(column)
        paste0(ifelse(is.na(column), "missing|", "given|"), label)
      }), check.names = FALSE)`);
    expect(Object.keys(rows[0] ?? {})).toEqual(columns.map(({ name }) => name));
    for (const [index, one] of sent.entries()) {
      for (const variable of codebook.variables) {
        const cell = (own: string) => rows[index]?.[own.replaceAll('-', '_')] ?? '';
        const { name, measure } = variable;
        const answer = one.answers[name] ?? '';
        const category = variable.categories.find(({ code }) => code === answer);
        const missing = !one.shown.has(name) || answer === '' || (category?.missing ?? null) !== null;
        const said = expected(one, variable);
        if (['text', 'register', 'day', 'month'].includes(measure)) {
          const own = measure === 'day' || measure === 'month' ? 'missing|NA' : 'given|';
          // haven reads a month as SPSS stores it: its first day in seconds since 14 October 1582.
          const given = measure === 'month' ? String(Date.parse(`${said}-01`) / 1000 + 12_219_379_200) : said;
          expect(cell(name), `${name} of ${index}`).toBe(missing ? own : `given|${given}`);
          expect(cell(`${name}_missing`), `${name} of ${index}`).toBe(
            missing ? `given|${said}` : 'missing|NA',
          );
        } else if (isNumeric(variable) && !missing)
          expect(Number(cell(name).replace('given|', '')), `${name} of ${index}`).toBe(Number(said));
        else expect(cell(name), `${name} of ${index}`).toBe(`${missing ? 'missing' : 'given'}|${said}`);
      }
    }
  });
});

describe('a CSV with its script, read by R', () => {
  it('becomes factors with their labels, numbers and dates, with the reasons apart', () => {
    write('answers.csv', csvFile(codebook, { delimiter: ';', decimal: ',' }));
    writeFileSync(
      join(folder, 'answers.R'),
      rScript(codebook, 'answers.csv', { delimiter: ';', decimal: ',' }, words),
    );
    const rows = fromR(`
      source("answers.R", encoding = "UTF-8")
      cells <- as.data.frame(lapply(names(answers), function(name)
        ifelse(is.na(missing[[name]]), paste0("given|", as.character(answers[[name]])), paste0("missing|", missing[[name]]))))
      names(cells) <- names(answers)`);
    for (const [index, one] of sent.entries()) {
      for (const variable of codebook.variables) {
        const answer = one.answers[variable.name] ?? '';
        const category = variable.categories.find(({ code }) => code === answer);
        const reason = one.shown.has(variable.name)
          ? answer === ''
            ? 'skipped'
            : (category?.missing ?? null)
          : 'notShown';
        const cell = rows[index]?.[variable.name] ?? '';
        const about = `${variable.name} of ${index}`;
        if (reason !== null) expect(cell, about).toBe(`missing|${reason}`);
        else if (isNumeric(variable) && variable.measure === 'number')
          expect(Number(cell.slice('given|'.length)), about).toBe(Number(answer));
        else expect(cell, about).toBe(`given|${isOpen(variable) ? answer : expected(one, variable)}`);
      }
    }
  });
});

describe('a workbook, read by readxl', () => {
  it('has a page to read first, the codebook and every answer, and no formula', () => {
    const sheets = { readme: 'Lees mij', codebook: 'Codeboek', data: 'Antwoorden' };
    const rowsOfCodebook = [['v', 'q', 'i', 'c', 'l', 'm'], ...codebookRows(codebook, words)];
    write(
      'answers.xlsx',
      xlsxFile(codebook, { sheets, readme: ['Zo lees je dit', ...hostile], codebook: rowsOfCodebook }),
    );
    const rows = fromR(`
      library(readxl)
      stopifnot(identical(excel_sheets("answers.xlsx"), c("Lees mij", "Codeboek", "Antwoorden")))
      stopifnot(nrow(read_excel("answers.xlsx", "Codeboek")) == ${rowsOfCodebook.length - 1})
      cells <- as.data.frame(read_excel("answers.xlsx", "Antwoorden", col_types = "text"))`);
    for (const [index, one] of sent.entries()) {
      for (const variable of codebook.variables) {
        const answer = one.answers[variable.name] ?? '';
        const cell = rows[index]?.[variable.name] ?? '';
        const about = `${variable.name} of ${index}`;
        if (!one.shown.has(variable.name)) expect(cell, about).toBe('.notShown');
        else if (answer === '') expect(cell, about).toBe('<none>');
        else if (variable.measure === 'day' && /^\d{4}-/.test(answer))
          expect(Number(cell), about).toBe(Date.parse(answer) / 86_400_000 + 25_569);
        else expect(cell, about).toBe(answer);
      }
    }
  });
});

describe('a DDI codebook', () => {
  it('is valid by its schema', () => {
    const file = join(folder, 'codebook.xml');
    writeFileSync(
      file,
      ddiCodebook(questionnaire, codebook, { name: 'answers.csv', records: sent.length }, words),
    );
    const schema = join(import.meta.dirname, '../fixtures/ddi-codebook-2.5/codebook.xsd');
    expect(() =>
      execFileSync(xmllint, ['--noout', '--nonet', '--schema', schema, file], { stdio: 'pipe' }),
    ).not.toThrow();
  });

  it('fails the schema when it is broken', () => {
    const file = join(folder, 'broken.xml');
    const whole = ddiCodebook(questionnaire, codebook, { name: 'answers.csv', records: sent.length }, words);
    writeFileSync(file, whole.replace('<labl>', '<label>').replace('</labl>', '</label>'));
    const schema = join(import.meta.dirname, '../fixtures/ddi-codebook-2.5/codebook.xsd');
    expect(() =>
      execFileSync(xmllint, ['--noout', '--nonet', '--schema', schema, file], { stdio: 'pipe' }),
    ).toThrow();
  });
});
