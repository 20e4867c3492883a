// Figures as a file anybody can work on with: a line per figure, as CSV or as a workbook with a page that says how to read it.
import type { ReportModel } from '../analysis/report/model.ts';
import type { FigureRow, Words } from '../analysis/tables/figure-row.ts';
import { rowsOfReport } from '../analysis/tables/report-rows.ts';
import { byteOrderMark, csvLines } from '../surveys/formats/csv-lines.ts';
import { guardedWords } from '../surveys/formats/data-files/csv-file.ts';
import { type Cell, wordCells, workbook } from '../surveys/formats/data-files/workbook.ts';
import { inLanguage, missingReasonSchema } from '../surveys/questionnaire.ts';
import type { Texts } from './texts.ts';

export const figureKinds = ['csv', 'xlsx'] as const;
export type FigureKind = (typeof figureKinds)[number];

export const figureTypes: Readonly<Record<FigureKind, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export interface FiguresHead {
  /** What the figures are of. */
  readonly title: string;
  /** SHA-256 of the snapshot they come from; null for figures of now. */
  readonly hash: string | null;
}

/** Names of the columns: the same in every language, so that a program that reads them goes on working. */
const columns = [
  'part',
  'survey',
  'code',
  'variable',
  'label',
  'item',
  'by',
  'group',
  'answer',
  'answer_label',
  'statistic',
  'count',
  'base',
  'estimate',
  'interval_low',
  'interval_high',
  'unit',
  'method',
  'openness',
  'note',
  ...missingReasonSchema.options.map((reason) => `missing_${reason}`),
] as const;

/** The file; the same figures give the same bytes. Words are those of the language, numbers have a point. */
export function figuresFile(
  kind: FigureKind,
  rows: readonly FigureRow[],
  head: FiguresHead,
  texts: Texts,
  language: string,
): Uint8Array {
  const cells = rows.map((row) => cellsOf(row, texts, language));
  if (kind === 'csv') {
    const line = csvLines(',');
    const lines = cells.map((own) => line(own.map((cell) => textOf(cell))));
    return Buffer.from(byteOrderMark + line(columns) + lines.join(''));
  }
  const say = (key: string, values = {}) => texts.say(language, `report.tables.${key}`, values);
  const readme = [
    say('title', { title: head.title }),
    ...(head.hash === null ? [] : [say('hash', { hash: head.hash })]),
    ...['rows', 'estimate', 'base', 'openness', 'missing', 'reuse'].map((key) => say(`readme.${key}`)),
  ];
  const book = workbook([say('sheets.readme'), say('sheets.figures')]);
  book.row(wordCells(readme.map((words) => [words])));
  book.nextSheet();
  book.row(wordCells([columns]));
  book.row(cells);
  return book.end();
}

/** The figures of a report as such a file. @param hash of the snapshot; null for a draft. */
export function reportFigures(
  kind: FigureKind,
  report: ReportModel,
  hash: string | null,
  texts: Texts,
  language: string,
): Uint8Array {
  const title = inLanguage(report.title, language);
  return figuresFile(kind, rowsOfReport(report), { title, hash }, texts, language);
}

function cellsOf(row: FigureRow, texts: Texts, language: string): readonly Cell[] {
  const words = (said: Words | null): Cell => {
    const own = said === null ? '' : typeof said === 'string' ? said : inLanguage(said, language);
    return own === '' ? null : { words: own };
  };
  const number = (value: number | string | null | undefined): Cell =>
    typeof value === 'number' ? { number: value } : words(value ?? null);
  const note = row.openness === 'full' ? '' : texts.say(language, `report.tables.openness.${row.openness}`);
  return [
    ...[row.part, row.survey, row.code, row.variable, row.label, row.item, row.by, row.group].map(words),
    ...[row.answer, row.answerLabel, row.statistic].map(words),
    ...[row.count, row.base, row.estimate, row.interval?.lower, row.interval?.upper].map(number),
    ...[row.unit, row.method, row.openness, note].map(words),
    ...missingReasonSchema.options.map((reason) => number(row.missing?.[reason])),
  ];
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if ('words' in cell) return guardedWords(cell.words);
  return String('number' in cell ? cell.number : cell.day);
}
