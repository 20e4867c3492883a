// CSV text → records with the line they start on. Takes the text in pieces, so that a file of any size can be read;
// knows nothing of questionnaires. PapaParse does the parsing; this adds line numbers and what is wrong with a record.
import Papa from 'papaparse';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** One record of a CSV file. */
export interface CsvRecord {
  /** The line of the file, from 1, on which the record starts; quoted line breaks count. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quote inside a quoted cell that is not doubled, or one that is never closed. */
  readonly problem: 'badQuote' | 'openQuote' | null;
}

type LineBreak = '\n' | '\r';

interface CsvReader {
  /** The records that are complete with this piece of text. */
  push(text: string): readonly CsvRecord[];
  /** What was left: the last record when the file has no line break at its end. */
  end(): readonly CsvRecord[];
}

/** A record longer than this has an open quote: it would swallow the rest of the file. */
const longestRecord = 1_000_000;

/** Reads CSV text piece by piece. Line breaks may be LF, CRLF, both mixed, or CR alone; a byte order mark is dropped. */
export function csvReader(delimiter: Delimiter): CsvReader {
  let rest = '';
  let line = 1;
  let parser: Papa.Parser | null = null;
  let lineBreak: LineBreak = '\n';
  let broken = false;

  function parse(last: boolean): readonly CsvRecord[] {
    if (broken || rest === '') return [];
    if (!parser) {
      const found = lineBreakOf(rest, last);
      if (!found) return [];
      lineBreak = found;
      parser = new Papa.Parser({ delimiter, newline: lineBreak });
    }
    // The low-level parser is what PapaParse's own streams use; its types leave the result open.
    const parsed: Papa.ParseResult<string[]> = parser.parse(rest, 0, !last);
    const wrong = new Map(parsed.errors.map((error) => [error.row, error.code]));
    const records = parsed.data.map((cells, index) => recordOf(cells, wrong.get(index)));
    rest = last ? '' : rest.slice(parsed.meta.cursor);
    if (rest.length > longestRecord) {
      broken = true;
      return [...records, { line, cells: [], problem: 'openQuote' }];
    }
    return last && lastIsEmpty(records) ? records.slice(0, -1) : records;
  }

  function recordOf(cells: string[], error: string | undefined): CsvRecord {
    const start = line;
    const end = cells.length - 1;
    // Parsing on LF leaves the CR of a CRLF at the end of an unquoted last cell.
    if (lineBreak === '\n' && cells[end]?.endsWith('\r')) cells[end] = cells[end].slice(0, -1);
    line += 1 + cells.reduce((sum, cell) => sum + lineBreaksIn(cell), 0);
    const problem = error === undefined ? null : error === 'MissingQuotes' ? 'openQuote' : 'badQuote';
    return { line: start, cells, problem };
  }

  let first = true;
  return {
    push(text) {
      rest += first && text.startsWith('\uFEFF') ? text.slice(1) : text;
      if (text !== '') first = false;
      return parse(false);
    },
    end: () => parse(true),
  };
}

/** Whether a record is an empty line or a row of empty cells, which spreadsheets leave at the end of a file. */
export function isBlank(record: CsvRecord): boolean {
  return record.problem === null && record.cells.every((cell) => cell.trim() === '');
}

/**
 * The delimiter a heading line was most likely written with, judged by how often each stands outside quotes;
 * null when there is none, so that the file has one column.
 */
export function likelyDelimiter(heading: string): Delimiter | null {
  const unquoted = heading.replaceAll(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => ({ delimiter, count: unquoted.split(delimiter).length - 1 }));
  const best = counts.reduce((most, next) => (next.count > most.count ? next : most));
  return best.count > 0 ? best.delimiter : null;
}

/** LF when the first line break outside quotes has one, CR when it stands alone; null when more text is needed. */
function lineBreakOf(text: string, last: boolean): LineBreak | null {
  let quoted = false;
  for (let place = 0; place < text.length; place += 1) {
    const character = text[place];
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === '\n') return '\n';
    else if (!quoted && character === '\r') {
      const next = text[place + 1];
      if (next === undefined && !last) return null;
      return next === '\n' ? '\n' : '\r';
    }
  }
  return last || text.length > longestRecord ? '\n' : null;
}

function lineBreaksIn(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\r|\n/g) ?? []).length : 0;
}

/** After a final line break the parser gives one more, empty record. */
function lastIsEmpty(records: readonly CsvRecord[]): boolean {
  const last = records.at(-1);
  return last !== undefined && last.problem === null && last.cells.length === 1 && last.cells[0] === '';
}
