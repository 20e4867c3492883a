// Reading CSV text in pieces: what the records are and on which line they start, however the text is cut.
import { describe, expect, it } from 'vitest';
import {
  type CsvRecord,
  csvReader,
  type Delimiter,
  isBlank,
  likelyDelimiter,
} from '../../../surveys/formats/csv-records.ts';

function readAll(text: string, delimiter: Delimiter = ',', size = text.length || 1): readonly CsvRecord[] {
  const reader = csvReader(delimiter);
  const records: CsvRecord[] = [];
  for (let start = 0; start < text.length; start += size) {
    records.push(...reader.push(text.slice(start, start + size)));
  }
  return [...records, ...reader.end()];
}
const cells = (records: readonly CsvRecord[]) => records.map((record) => record.cells);
const lines = (records: readonly CsvRecord[]) => records.map((record) => record.line);

describe('records of a CSV', () => {
  const tricky = 'a,b\r\n"x, y","two\r\nlines"\r\n\r\n"say ""no""",é\r\nlast,"one"';

  it('are the same however the text is cut', () => {
    const whole = readAll(tricky);
    for (let size = 1; size < tricky.length; size += 1) expect(readAll(tricky, ',', size)).toEqual(whole);
    expect(cells(whole)).toEqual([
      ['a', 'b'],
      ['x, y', 'two\r\nlines'],
      [''],
      ['say "no"', 'é'],
      ['last', 'one'],
    ]);
  });

  it('start on the line an editor shows, also after quoted line breaks', () => {
    expect(lines(readAll(tricky))).toEqual([1, 2, 4, 5, 6]);
  });

  it('need no line break at the end, and none is added', () => {
    expect(cells(readAll('a,b\n1,2'))).toEqual(cells(readAll('a,b\n1,2\n')));
  });

  it('may end with LF, CRLF, both or CR', () => {
    const expected = [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ];
    for (const text of ['a,b\n1,2\n3,4\n', 'a,b\r\n1,2\r\n3,4\r\n', 'a,b\r\n1,2\n3,4\r\n', 'a,b\r1,2\r3,4']) {
      expect(cells(readAll(text))).toEqual(expected);
    }
  });

  it('lose a byte order mark', () => {
    expect(cells(readAll('\uFEFFa,b\n1,2'))[0]).toEqual(['a', 'b']);
  });

  it('tell a quote that is never closed, on the line where it opens', () => {
    expect(readAll('a,b\n1,2\n3,"four\n5,6\n').at(-1)).toMatchObject({ line: 3, problem: 'openQuote' });
  });

  it('tell a quote inside a quoted cell that is not doubled', () => {
    expect(readAll('a,b\n1,"say "no" now"\n5,6\n')[1]).toMatchObject({ line: 2, problem: 'badQuote' });
  });

  it('stop at an open quote instead of keeping the rest of a large file', () => {
    const reader = csvReader(',');
    reader.push('a,b\n1,"open\n');
    const text = 'x,y\n'.repeat(100_000);
    const found = [1, 2, 3, 4].flatMap(() => reader.push(text));
    expect(found).toEqual([{ line: 2, cells: [], problem: 'openQuote' }]);
    expect(reader.end()).toEqual([]);
  });

  it('without any content are none', () => {
    expect(readAll('')).toEqual([]);
    expect(readAll('\n').map(isBlank)).toEqual([true]);
    expect(readAll(' , ;,\n').map(isBlank)).toEqual([false]);
    expect(readAll(' , ,\n').map(isBlank)).toEqual([true]);
  });
});

describe('the likely delimiter', () => {
  it('is the one that stands most often outside quotes', () => {
    expect(likelyDelimiter('a;b;c')).toBe(';');
    expect(likelyDelimiter('"a,b,c,d";e;f')).toBe(';');
    expect(likelyDelimiter('a\tb')).toBe('\t');
    expect(likelyDelimiter('a')).toBeNull();
  });
});
