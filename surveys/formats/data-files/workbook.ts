// A workbook (.xlsx, ECMA-376), written and packed as it goes; every cell is a number, a date or words, never a formula.
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { xmlWords } from '../xml-words.ts';

export type Cell = { readonly words: string } | { readonly number: number } | { readonly day: number } | null;

/** A workbook while it is written: rows of one sheet after another. */
export interface Workbook {
  /** Adds rows to the sheet that is written now. */
  row(rows: readonly (readonly Cell[])[]): void;
  /** Ends the sheet and begins the next. @throws RangeError after the last. */
  nextSheet(): void;
  /** What is packed since the last time; empty until there is enough. */
  taken(): Uint8Array;
  /** Ends the last sheet and the file; what was not taken yet. */
  end(): Uint8Array;
}

/** A workbook with these sheets; the same rows give the same bytes. */
export function workbook(sheets: readonly string[]): Workbook {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const [name, content] of frame(sheets)) added(zip, name).push(strToU8(content), true);
  let place = 0;
  const begin = () => {
    place += 1;
    if (place > sheets.length) throw new RangeError(`a workbook of ${sheets.length} sheets has no next one`);
    return added(zip, `xl/worksheets/sheet${place}.xml`);
  };
  let sheet = begin();
  let row = 0;
  let waiting = sheetHead;
  return {
    row: (rows) => {
      for (const cells of rows) {
        row += 1;
        waiting += rowXml(row, cells);
      }
      if (waiting.length < portion) return;
      sheet.push(strToU8(waiting));
      waiting = '';
    },
    nextSheet: () => {
      sheet.push(strToU8(waiting + sheetEnd), true);
      sheet = begin();
      row = 0;
      waiting = sheetHead;
    },
    taken: () => joined(pieces.splice(0)),
    end: () => {
      sheet.push(strToU8(waiting + sheetEnd), true);
      zip.end();
      return joined(pieces.splice(0));
    },
  };
}

/** Rows of words as cells. */
export function wordCells(rows: readonly (readonly string[])[]): readonly (readonly Cell[])[] {
  return rows.map((cells) => cells.map((words) => ({ words })));
}

/** Characters that are packed in one go: small pieces take ten times as long. */
const portion = 200_000;

/** Fixed, so that the same data give the same file. */
const packedAt = new Date(1980, 0, 1);

function added(zip: Zip, name: string): ZipDeflate {
  const entry = new ZipDeflate(name, { level: 1 });
  entry.mtime = packedAt;
  zip.add(entry);
  return entry;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const piece of pieces) {
    whole.set(piece, place);
    place += piece.length;
  }
  return whole;
}

/** Days from where a spreadsheet begins to count to 1970. */
const daysBefore1970 = 25_569;

/** A day as a date of a spreadsheet; what is no day stays words. */
export function dayCell(day: string): Cell {
  const place = Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  return Number.isNaN(place) ? { words: day } : { day: place + daysBefore1970 };
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const sheetHead = `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>`;
const sheetEnd = '</sheetData></worksheet>';

function rowXml(row: number, cells: readonly Cell[]): string {
  let xml = `<row r="${row}">`;
  for (let column = 0; column < cells.length; column += 1)
    xml += cellXml(cells[column] ?? null, columnName(column) + row);
  return `${xml}</row>`;
}

function cellXml(cell: Cell, place: string): string {
  if (cell === null) return '';
  if ('number' in cell) return `<c r="${place}"><v>${cell.number}</v></c>`;
  if ('day' in cell) return `<c r="${place}" s="1"><v>${cell.day}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${words(cell.words)}</t></is></c>`;
}

/** A spreadsheet reads `_x000D_` in words as a character; such words get their underscore written out. */
function words(given: string): string {
  return xmlWords(given).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

const columnNames: string[] = [];

/** A, B … Z, AA …, from 0. */
function columnName(index: number): string {
  columnNames[index] ??= nameOfColumn(index);
  return columnNames[index];
}

function nameOfColumn(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** The files around the sheets. */
function frame(sheets: readonly string[]): readonly (readonly [name: string, content: string])[] {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006';
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const numbers = sheets.map((_, index) => index + 1);
  return [
    [
      '[Content_Types].xml',
      `${xml}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>${numbers.map((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${kind}.worksheet+xml"/>`).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map((name, index) => `<sheet name="${xmlWords(sheetName(name))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${xml}<Relationships xmlns="${packaged}/relationships">${numbers.map((number) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}<Relationship Id="rId${numbers.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${xml}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf numFmtId="14" applyNumberFormat="1" xfId="0"/></cellXfs></styleSheet>`,
    ],
  ];
}

/** Sheets have at most 31 characters in their name, and not these. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}
