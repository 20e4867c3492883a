// A CSV as text → its proposal and everything made of it, without a file: what the tests of the proposal share.
import { type CsvRecord, csvReader, isBlank } from '../../../../surveys/formats/csv-records.ts';
import { headingRowsOf, namedHeadings } from '../../../../surveys/formats/heading-rows.ts';
import { columnFactsOf, type FileFacts } from '../../../../surveys/formats/propose/column-facts.ts';
import { delimiterOf } from '../../../../surveys/formats/propose/delimiter.ts';
import { mapOf } from '../../../../surveys/formats/propose/map-of-plan.ts';
import type { Part, Plan } from '../../../../surveys/formats/propose/plan.ts';
import { fileProfiler } from '../../../../surveys/formats/propose/profile.ts';
import { propose } from '../../../../surveys/formats/propose/propose.ts';
import { questionnaireOf } from '../../../../surveys/formats/propose/questionnaire-of-plan.ts';
import { rowReader } from '../../../../surveys/formats/row-reader.ts';
import { registerOf } from '../../../../surveys/register.ts';

const text = (words: string) => ({ nl: words });
const words = {
  welcome: { title: text('Welkom'), paragraph: text('Ingelezen') },
  notice: [{ title: text('Wie'), text: text('Wij') }],
  thanks: { title: text('Dank'), paragraph: text('Dank') },
  other: text('Iets anders'),
};
export const libraries = [{ code: 'b1', name: 'Bib Een', province: 'Limburg', sizeClass: '1-3' }];

export interface ReadText {
  readonly plan: Plan;
  readonly facts: FileFacts;
  readonly records: readonly CsvRecord[];
  readonly headings: readonly string[];
}

/** @throws Error when there are no rows. */
export function readText(csv: string): ReadText {
  const delimiter = delimiterOf(csv);
  const reader = csvReader(delimiter);
  const all = [...reader.push(csv), ...reader.end()].filter((record) => !isBlank(record));
  const count = headingRowsOf(all.slice(0, 5).map(({ cells }) => cells));
  const headings = namedHeadings(all.slice(0, count).map(({ cells }) => cells));
  const records = all.slice(count);
  const profiler = fileProfiler(headings);
  for (const { cells } of records) profiler.push(cells);
  const { rows, columns, sample, longRows, shortRows } = profiler.end();
  const facts = { rows, columns: columns.map((column) => columnFactsOf(column, rows)), longRows, shortRows };
  const known = {
    libraryCodes: new Set(libraries.map(({ code }) => code)),
    libraryNames: new Set(libraries.map(({ name }) => name.toLowerCase())),
  };
  return { plan: propose(facts, sample, known), facts, records, headings };
}

/** The questionnaire of a plan, its map, and what the rows then say. */
export function madeOf({ headings, records }: ReadText, plan: Plan) {
  const questionnaire = questionnaireOf(plan, {
    code: 'bevraging',
    title: 'Bevraging',
    language: 'nl',
    words,
  });
  const form = { delimiter: ',', encoding: 'utf-8', headingRows: 1 } as const;
  const map = mapOf(plan, 'bevraging', form, '2026-03-01', (key) => key);
  const reader = rowReader(questionnaire, map, headings, registerOf(libraries));
  return {
    questionnaire,
    map,
    problems: 'problems' in reader ? reader.problems : [],
    rows: 'problems' in reader ? [] : records.map(({ cells }) => reader.read(cells)),
  };
}

/** The part a heading is in. @throws Error when there is none. */
export function partOf({ plan }: ReadText, heading: string): Part {
  const found = plan.parts.find(({ columns }) => columns.some((column) => column.heading === heading));
  if (!found) throw new Error(`no column "${heading}"`);
  return found;
}

/** A CSV of these columns: heading → cells. */
export function csvOf(columns: Readonly<Record<string, readonly string[]>>): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const length = Math.max(...Object.values(columns).map((cells) => cells.length));
  const rows = Array.from({ length }, (_, row) => Object.values(columns).map((cells) => cells[row] ?? ''));
  return [Object.keys(columns), ...rows].map((row) => row.map(quoted).join(',')).join('\n');
}
