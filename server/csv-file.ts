// A CSV file on disk → records, as a stream: any size in little memory. Checks that the file is in the encoding it should
// be in, which is UTF-8 unless its column map says otherwise.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Issue } from '../surveys/editing/schema-problems.ts';
import { type ImportProblem, problem } from '../surveys/formats/column-map.ts';
import { type CsvRecord, csvReader, type Delimiter } from '../surveys/formats/csv-records.ts';
import { type Encoding, encodingGuesser } from '../surveys/formats/encoding.ts';
import type { Message } from './texts.ts';

/** A problem and where it is: the file, and the line in it where there is one. */
export interface LocatedProblem extends ImportProblem {
  readonly file: string;
  readonly line: number | null;
  /** What the schema of a JSON file found; its words are made where it is told. */
  readonly issue?: Issue;
  /** What does not fit together in it: a key of the words and their values. */
  readonly reason?: Message;
}

/** The file itself cannot be read as it is: missing, not UTF-8, a quote is never closed, or not what its schema says. */
export class FileFailure extends Error {
  /** All there is to say, in the order of the file. */
  readonly problems: readonly LocatedProblem[];

  constructor(
    file: string,
    line: number | null,
    ...found: readonly (ImportProblem & Pick<LocatedProblem, 'issue'>)[]
  ) {
    super(found[0]?.key);
    this.name = 'FileFailure';
    this.problems = found.map((each) => ({ ...each, file, line }));
  }

  /** Problems of several files together. */
  static of(problems: readonly LocatedProblem[]): FileFailure {
    const failure = new FileFailure('', null);
    return Object.assign(failure, { problems });
  }
}

/** So many problems are told; the rest are counted. */
export const problemsTold = 20;

/** The first of these, and how many more there are. */
export function firstProblems(problems: readonly LocatedProblem[]): {
  readonly problems: readonly LocatedProblem[];
  readonly more: number;
} {
  return { problems: problems.slice(0, problemsTold), more: Math.max(0, problems.length - problemsTold) };
}

/** The size of a file in bytes. @throws FileFailure when there is no such file. */
export async function sizeOf(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (!found.isFile()) throw new FileFailure(file, null, problem('notAFile', null));
    return found.size;
  } catch (error) {
    throw error instanceof FileFailure ? error : new FileFailure(file, null, problem('fileMissing', null));
  }
}

/** SHA-256 of a file's bytes. @throws FileFailure when it cannot be read. */
export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of bytesOf(file)) hash.update(bytes);
  return hash.digest('base64url');
}

/** What a file is made of, in one pass over its bytes. @throws FileFailure when it cannot be read. */
export async function lookAtFile(
  file: string,
): Promise<{ readonly hash: string; readonly encoding: Encoding }> {
  const hash = createHash('sha256');
  const guess = encodingGuesser();
  for await (const bytes of bytesOf(file)) {
    hash.update(bytes);
    guess.push(bytes);
  }
  return { hash: hash.digest('base64url'), encoding: guess.end() };
}

/**
 * The records of a CSV file in order.
 * @param read is told how many bytes were read, piece by piece.
 * @throws FileFailure when the file cannot be read, is not UTF-8 or has a broken quote.
 */
export async function* csvRecords(
  file: string,
  delimiter: Delimiter,
  read: (bytes: number) => void = () => undefined,
  encoding: Encoding = 'utf-8',
): AsyncGenerator<CsvRecord> {
  const reader = csvReader(delimiter);
  for await (const text of textOf(file, read, encoding)) yield* sound(file, reader.push(text));
  yield* sound(file, reader.end());
}

/**
 * The lines of a text file one by one, with their number from 1; empty ones are passed over.
 * @throws FileFailure as `csvRecords`, and for a line that is longer than any response.
 */
export async function* linesOf(
  file: string,
  read: (bytes: number) => void,
): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  let rest = '';
  let line = 0;
  for await (const text of textOf(file, read, 'utf-8')) {
    const parts = (rest + (line === 0 && rest === '' ? text.replace(/^\uFEFF/, '') : text)).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > longestLine)
      throw new FileFailure(file, line + parts.length + 1, problem('lineTooLong', null));
    for (const part of parts) {
      line += 1;
      if (part.trim() !== '') yield { line, text: part };
    }
  }
  if (rest.trim() !== '') yield { line: line + 1, text: rest };
}

/** Characters: a response with every open question filled to the brim is far shorter. */
const longestLine = 20_000_000;

/** The first 64 kB of a file as text, as far as they go. */
export async function startOfFile(file: string, encoding: Encoding): Promise<string> {
  for await (const text of textOf(file, () => undefined, encoding)) return text.replace(/^\uFEFF/, '');
  return '';
}

/** The first line of a file, as far as the first 64 kB go. */
export async function firstLine(file: string): Promise<string> {
  for await (const text of textOf(file, () => undefined, 'utf-8')) {
    return firstLineOf(text);
  }
  return '';
}

/** The first line of a text that has anything in it. */
export function firstLineOf(text: string): string {
  return text.replace(/^[\uFEFF\r\n]+/, '').split(/\r\n|\n|\r/, 1)[0] ?? '';
}

/**
 * The records of a CSV that is a text already, as `csvRecords` gives those of a file.
 * @param name what its problems call it.
 * @throws FileFailure when a quote in it is broken.
 */
export function* textRecords(name: string, text: string, delimiter: Delimiter): Generator<CsvRecord> {
  const reader = csvReader(delimiter);
  yield* sound(name, reader.push(text));
  yield* sound(name, reader.end());
}

function* sound(file: string, records: readonly CsvRecord[]): Generator<CsvRecord> {
  for (const record of records) {
    if (record.problem !== null) throw new FileFailure(file, record.line, problem(record.problem, null));
    yield record;
  }
}

/** The file as text in pieces. @throws FileFailure naming the line of the first byte that is not UTF-8. */
async function* textOf(
  file: string,
  read: (bytes: number) => void,
  encoding: Encoding,
): AsyncGenerator<string> {
  if (encoding !== 'utf-8') {
    yield* otherTextOf(file, read, encoding);
    return;
  }
  // The byte order mark is kept here and dropped by the CSV reader, so that every line counts its own characters.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let lines = 1;
  let rest = Buffer.alloc(0);
  for await (const bytes of bytesOf(file)) {
    read(bytes.length);
    if (lines === 1 && rest.length === 0 && isUtf16(bytes)) {
      throw new FileFailure(file, null, problem('encodingUtf16', null));
    }
    try {
      yield decoder.decode(bytes, { stream: true });
    } catch {
      throw new FileFailure(file, lines + badLineOf(Buffer.concat([rest, bytes])), problem('encoding', null));
    }
    // Only from its last line on can a character be cut off at the end of a piece.
    const lastBreak = bytes.lastIndexOf(lineFeed);
    rest = lastBreak < 0 ? Buffer.concat([rest, bytes]) : Buffer.from(bytes.subarray(lastBreak + 1));
    lines += countOf(bytes, lineFeed);
  }
  try {
    yield decoder.decode();
  } catch {
    throw new FileFailure(file, lines, problem('encoding', null));
  }
}

/** A file in another encoding as text: what the bytes say is taken, for nearly all of them say something. */
async function* otherTextOf(
  file: string,
  read: (bytes: number) => void,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for await (const bytes of bytesOf(file)) {
    read(bytes.length);
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}

const lineFeed = 0x0a;

async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  try {
    // A stream without an encoding gives buffers; its type leaves that open.
    const stream: AsyncIterable<Buffer> = createReadStream(file);
    yield* stream;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const key = code === 'ENOENT' ? 'fileMissing' : code === 'EISDIR' ? 'notAFile' : 'fileUnreadable';
    throw new FileFailure(file, null, problem(key, null));
  }
}

/** UTF-16 has a byte order mark of its own, or a zero byte beside every Latin letter. */
function isUtf16(bytes: Buffer): boolean {
  const first = bytes.subarray(0, 2).toString('hex');
  return first === 'fffe' || first === 'feff' || countOf(bytes.subarray(0, 200), 0) > 20;
}

/** How many lines precede the first one that is not UTF-8. */
function badLineOf(bytes: Buffer): number {
  let start = 0;
  for (let line = 0; start < bytes.length; line += 1) {
    const next = bytes.indexOf(lineFeed, start);
    const end = next < 0 ? bytes.length : next;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return 0;
}

function countOf(bytes: Buffer, byte: number): number {
  let count = 0;
  for (let place = bytes.indexOf(byte); place >= 0; place = bytes.indexOf(byte, place + 1)) count += 1;
  return count;
}
