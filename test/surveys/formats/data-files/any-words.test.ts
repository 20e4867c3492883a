// Any words at all, as an answer is stored, through every file of answers: read back they are the same, and none begins a
// cell as a formula.
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { codebookOf } from '../../../../surveys/codebook.ts';
import { csvFile, withoutGuard } from '../../../../surveys/formats/data-files/csv-file.ts';
import type { DataWriter } from '../../../../surveys/formats/data-files/data-record.ts';
import { jsonLinesFile } from '../../../../surveys/formats/data-files/json-lines-file.ts';
import { longCsvFile } from '../../../../surveys/formats/data-files/long-csv-file.ts';
import { xlsxFile } from '../../../../surveys/formats/data-files/xlsx-file.ts';
import { cleanWords } from '../../../../surveys/question-types/other-text.ts';
import { questionnaireSchema } from '../../../../surveys/questionnaire.ts';
import { packAnswers } from '../../../../surveys/response-document.ts';
import { recordOf } from './record-of.ts';

const codebook = codebookOf(
  questionnaireSchema.parse({
    format: 'nodenkaart/questionnaire/1',
    code: 'woorden',
    languages: ['nl'],
    title: { nl: 'Woorden' },
    welcome: { title: { nl: 'Dag' }, paragraphs: [{ nl: 'Dag' }] },
    notice: [{ title: { nl: 'Wie' }, text: { nl: 'Wij' } }],
    thanks: { title: { nl: 'Dank' }, paragraphs: [{ nl: 'Dank' }] },
    pages: [
      {
        code: 'p',
        title: { nl: 'Deel' },
        questions: [{ type: 'text', code: 'zeg', label: { nl: 'Zeg' }, maxLength: 10_000 }],
      },
    ],
  }),
);

/** Any characters, halves and controls among them, often behind a sign that spreadsheets act on; as `cleanWords` keeps them. */
const words = fc
  .tuple(
    fc.constantFrom(
      '',
      "'",
      "''",
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '.',
      '.notShown',
      '.given',
      '_x0041_',
      '2024-03-01',
      '{"',
    ),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
        .map((codes) => String.fromCharCode(...codes)),
    ),
    fc.constantFrom('', '"', ';', ',\n', 'x'.repeat(100_000)),
  )
  .map((parts) => cleanWords(parts.join('')))
  .filter((given) => given !== '');

function written(writer: DataWriter<string | Uint8Array>, given: string): Buffer {
  const answers = { zeg: given };
  const record = recordOf(
    codebook,
    packAnswers(codebook, answers, () => true),
    answers,
    '2026-03-01',
  );
  return Buffer.concat([writer.head, writer.record(record), writer.end].map((piece) => Buffer.from(piece)));
}
const rowsOf = (file: Buffer, delimiter: string) =>
  Papa.parse<string[]>(file.toString().replace(/^\uFEFF/, ''), { delimiter, newline: '\r\n' }).data;

function holds(check: (given: string) => void, numRuns = 300): void {
  fc.assert(fc.property(words, check), { numRuns });
}

it.each([',', ';', '\t'] as const)('CSV with %j', (delimiter) => {
  holds((given) => {
    const [, row] = rowsOf(written(csvFile(codebook, { delimiter, decimal: '.' }), given), delimiter);
    expect(row?.[1]).not.toMatch(/^[=+\-@\t\r\n]/);
    expect(withoutGuard(row?.[1] ?? '')).toBe(given);
  });
});

it('CSV with a line per answer', () => {
  holds((given) => {
    const [, row] = rowsOf(written(longCsvFile(codebook, { delimiter: ',', decimal: '.' }), given), ',');
    expect(row?.[3]).not.toMatch(/^[=+\-@\t\r\n]/);
    expect(withoutGuard(row?.[3] ?? '')).toBe(given);
  });
});

it('JSON Lines', () => {
  holds((given) => {
    const text = written(jsonLinesFile(codebook), given).toString();
    expect(text.indexOf('\n')).toBe(text.length - 1);
    expect(JSON.parse(text).answers.zeg).toBe(given);
  });
});

it('a workbook', () => {
  const sheets = { readme: 'Lees', codebook: 'Codes', data: 'Data' };
  holds((given) => {
    const file = written(xlsxFile(codebook, { sheets, readme: [given], codebook: [[given]] }), given);
    const sheet = strFromU8(unzipSync(file)['xl/worksheets/sheet3.xml'] ?? new Uint8Array());
    const [, , cell] = [...sheet.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(
      ([, inner]) => inner ?? '',
    );
    expect(sheet).not.toContain('<f>');
    const plain = cell
      ?.replaceAll('&quot;', '"')
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&')
      .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    // XML has no such characters.
    expect(plain).toBe(given.replace(/[\uFFFE\uFFFF]/g, ''));
  }, 80);
});
