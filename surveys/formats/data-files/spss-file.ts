// The data as an SPSS system file (.sav): read as it is by SPSS, PSPP, Stata, Jamovi and R's haven.
import { ByteBuffer, utf8 } from './byte-buffer.ts';
import type { DataRecord, DataWriter } from './data-record.ts';
import type { SpssColumn } from './spss-columns.ts';
import { bias, segmentWidths, spssDictionary } from './spss-dictionary.ts';

/** Bytes of words that each segment of a long string holds. */
const segmentContent = 255;
/** Marks of the compression, for the next eight bytes. */
const [endOfFile, asItIs, eightSpaces, noValue] = [252, 253, 254, 255];

/**
 * A writer of a system file.
 * @param moment when it was made, `01 Jan 26` and `12:00:00`: part of the file.
 */
export function spssFile(
  columns: readonly SpssColumn[],
  title: string,
  moment: { readonly day: string; readonly time: string },
): DataWriter<Uint8Array> {
  const elements = new Elements();
  return {
    head: spssDictionary(columns, title, moment),
    record: (record) => {
      for (const column of columns) writeCell(elements, column, record);
      return elements.take();
    },
    get end() {
      return elements.finish();
    },
  };
}

function writeCell(elements: Elements, column: SpssColumn, record: DataRecord): void {
  const value = column.of(record);
  if (typeof value === 'number') {
    elements.number(value);
    return;
  }
  const bytes = utf8(value);
  const widths = typeof column.kind === 'object' ? segmentWidths(column.kind.bytes) : [];
  widths.forEach((width, segment) => {
    const part = bytes.subarray(segment * segmentContent, (segment + 1) * segmentContent);
    for (let start = 0; start < width; start += 8) elements.words(part.subarray(start, start + 8));
  });
}

/** Elements of eight bytes, compressed: eight marks, then the bytes of those marked "as it is". */
class Elements {
  readonly #done = new ByteBuffer();
  readonly #waiting = new ByteBuffer();
  readonly #marks = new Uint8Array(8);
  #count = 0;

  number(value: number): void {
    if (Number.isNaN(value)) this.#mark(noValue);
    else if (Number.isInteger(value) && value > -bias && value <= 251 - bias) this.#mark(value + bias);
    else {
      this.#waiting.float64(value);
      this.#mark(asItIs);
    }
  }

  words(bytes: Uint8Array): void {
    if (bytes.every((byte) => byte === 0x20)) {
      this.#mark(eightSpaces);
      return;
    }
    this.#waiting.padded(bytes, 8);
    this.#mark(asItIs);
  }

  /** The groups that are full. */
  take(): Uint8Array {
    return this.#done.take();
  }

  /** What is left, with the mark that nothing follows. */
  finish(): Uint8Array {
    this.#mark(endOfFile);
    while (this.#count > 0) this.#mark(0);
    return this.take();
  }

  #mark(mark: number): void {
    this.#marks[this.#count] = mark;
    this.#count += 1;
    if (this.#count < 8) return;
    const waiting = this.#waiting.take();
    this.#done.padded(this.#marks, 8).padded(waiting, waiting.length);
    this.#count = 0;
  }
}
