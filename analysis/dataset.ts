// Responses as columns: one byte per answer, one typed array per variable of the codebook; variables on a number line
// have a second column with their places. It is built once per survey and grows as responses come in; every figure is a
// pass over columns. Nothing is kept per response but small integers.

import type { Codebook } from '../surveys/codebook.ts';
import { documentLength, notShownByte, numbersIn } from '../surveys/response-document.ts';
import { countUpTo, Names } from './names-by-number.ts';
import { byteNow, type OlderVersion, translate } from './older-versions.ts';

/** A response as the database gives it back: see `packAnswers` for the document. */
export interface StoredResponse {
  readonly sequence: number;
  readonly version: number;
  readonly library: string | null;
  /** ISO date, days only. */
  readonly day: string;
  readonly document: Uint8Array;
}

export class Dataset {
  readonly codebook: Codebook;
  /** The same for a dataset and the views of it: two with one origin and as many responses have the same columns. */
  origin: object = this;
  /** Number of responses. */
  size = 0;
  /** Sequence number of the newest response, 0 when empty: what came after it is new. */
  lastSequence = 0;
  /** Sequence numbers of responses that do not fit their version: they are in no column, and so in no figure. */
  unreadable: readonly number[] = [];
  /** Library per response as an index into `libraries`, -1 for none. */
  library = new Int32Array(0);
  /** Day per response as an index into `days`. */
  day = new Int32Array(0);
  #libraryNames = new Names();
  #dayNames = new Names();
  /** Sequence number per response, rising. */
  #sequences = new Int32Array(0);
  readonly #version: number;
  readonly #columns: Uint8Array[];
  /** Places on the number line, for each name in `codebook.numeric`. */
  readonly #numbers: Float64Array[];
  readonly #versions = new Map<number, OlderVersion>();

  /** @param version the version of the questionnaire this codebook belongs to. */
  constructor(codebook: Codebook, version: number) {
    this.codebook = codebook;
    this.#version = version;
    this.#columns = codebook.variables.map(() => new Uint8Array(0));
    this.#numbers = codebook.numeric.map(() => new Float64Array(0));
  }

  /** Codes of the libraries that answered, in the order they first did. */
  get libraries(): readonly string[] {
    return this.#libraryNames.all;
  }

  /** The days on which responses came, in the order they first did. */
  get days(): readonly string[] {
    return this.#dayNames.all;
  }

  /** Tells how documents of an earlier version read. */
  addVersion(version: number, codebook: Codebook): void {
    this.#versions.set(version, translate(codebook, this.codebook));
  }

  /**
   * Adds responses in sequence order.
   * @throws RangeError when a document does not fit its version, or the version is unknown.
   */
  append(responses: Iterable<StoredResponse>): void {
    for (const response of responses) {
      const row = this.size;
      if (row >= this.#sequences.length) this.reserve(1);
      if (response.version === this.#version) this.#copy(response.document, row);
      else this.#copyTranslated(response, row);
      this.library[row] = response.library === null ? -1 : this.#libraryNames.numberOf(response.library, row);
      this.day[row] = this.#dayNames.numberOf(response.day, row);
      this.#sequences[row] = response.sequence;
      this.size += 1;
      this.lastSequence = response.sequence;
    }
  }

  /** Adds the responses that fit their version, in sequence order, and notes those that do not. */
  appendReadable(responses: readonly StoredResponse[]): void {
    const broken = responses.filter((response) => !this.#fits(response));
    this.append(broken.length === 0 ? responses : responses.filter((response) => !broken.includes(response)));
    if (broken.length === 0) return;
    this.unreadable = [...this.unreadable, ...broken.map(({ sequence }) => sequence)];
    this.lastSequence = Math.max(this.lastSequence, responses.at(-1)?.sequence ?? 0);
  }

  /** Makes room for so many more responses at once, and some to spare: growing copies every column. */
  reserve(more: number): void {
    const needed = this.size + more;
    if (needed <= this.#sequences.length) return;
    const capacity = Math.max(64, needed + (needed >> 3));
    this.library = grownIntegers(this.library, capacity);
    this.day = grownIntegers(this.day, capacity);
    this.#sequences = grownIntegers(this.#sequences, capacity);
    for (const [index, column] of this.#columns.entries()) {
      const grown = new Uint8Array(capacity);
      grown.set(column);
      this.#columns[index] = grown;
    }
    for (const [index, column] of this.#numbers.entries()) {
      const grown = new Float64Array(capacity);
      grown.set(column);
      this.#numbers[index] = grown;
    }
  }

  /**
   * The responses up to and including this sequence number, as columns that do not grow. They share their bytes with
   * this dataset, so that a reader who sees an earlier state costs no memory of their own.
   */
  upTo(sequence: number): Dataset {
    const size = countUpTo(this.#sequences.subarray(0, this.size), sequence);
    const view = new Dataset(this.codebook, this.#version);
    view.origin = this.origin;
    view.size = size;
    view.lastSequence = this.#sequences[size - 1] ?? 0;
    view.unreadable = this.unreadable.filter((each) => each <= sequence);
    view.library = this.library.subarray(0, size);
    view.day = this.day.subarray(0, size);
    view.#sequences = this.#sequences.subarray(0, size);
    view.#libraryNames = this.#libraryNames.before(size);
    view.#dayNames = this.#dayNames.before(size);
    for (const [index, column] of this.#columns.entries()) view.#columns[index] = column.subarray(0, size);
    for (const [index, column] of this.#numbers.entries()) view.#numbers[index] = column.subarray(0, size);
    return view;
  }

  /**
   * The responses without these, as if they had never come; who is reading this dataset goes on undisturbed.
   * @param sequences their sequence numbers, in any order; what is not there is passed over.
   */
  without(sequences: readonly number[]): Dataset {
    const rows = sequences.map((sequence) => this.rowOf(sequence)).filter((row) => row >= 0);
    const stretches = stretchesBetween(
      [...new Set(rows)].sort((one, other) => one - other),
      this.size,
    );
    const rest = new Dataset(this.codebook, this.#version);
    for (const [version, older] of this.#versions) rest.#versions.set(version, older);
    rest.reserve(this.size);
    for (const [from, to] of stretches) {
      rest.library.set(this.library.subarray(from, to), rest.size);
      rest.day.set(this.day.subarray(from, to), rest.size);
      rest.#sequences.set(this.#sequences.subarray(from, to), rest.size);
      for (const [index, column] of this.#columns.entries())
        rest.#columns[index]?.set(column.subarray(from, to), rest.size);
      for (const [index, column] of this.#numbers.entries())
        rest.#numbers[index]?.set(column.subarray(from, to), rest.size);
      rest.size += to - from;
    }
    rest.unreadable = this.unreadable.filter((each) => !sequences.includes(each));
    // What could not be read was looked at too.
    rest.lastSequence = Math.max(rest.#sequences[rest.size - 1] ?? 0, rest.unreadable.at(-1) ?? 0);
    rest.#libraryNames = this.#libraryNames.renumber(rest.library, rest.size);
    rest.#dayNames = this.#dayNames.renumber(rest.day, rest.size);
    return rest;
  }

  /**
   * These responses, as if after this sequence number nobody had been shown these variables. Columns that are not among
   * them are shared.
   */
  notShownAfter(sequence: number, variables: readonly string[]): Dataset {
    const view = this.upTo(this.lastSequence);
    view.origin = view;
    const from = countUpTo(this.sequences, sequence);
    for (const name of variables) {
      view.#columns[this.codebook.position.get(name) ?? -1] = this.column(name)
        .slice()
        .fill(notShownByte, from);
      const numbers = this.codebook.numeric.indexOf(name);
      if (numbers >= 0) view.#numbers[numbers] = this.numbers(name).slice().fill(Number.NaN, from);
    }
    return view;
  }

  /** Sequence number per response, rising. */
  get sequences(): Int32Array {
    return this.#sequences.subarray(0, this.size);
  }

  /** The row of the response with this sequence number; -1 when it is not here. */
  rowOf(sequence: number): number {
    const row = countUpTo(this.sequences, sequence) - 1;
    return row >= 0 && this.#sequences[row] === sequence ? row : -1;
  }

  /** The bytes of a variable for every response. @throws RangeError when there is no such variable. */
  column(variable: string): Uint8Array {
    const column = this.#columns[this.codebook.position.get(variable) ?? -1];
    if (!column) throw new RangeError(`the dataset has no variable "${variable}"`);
    return column.subarray(0, this.size);
  }

  /**
   * The place on the number line for every response, NaN where there is none: see number-line.ts for what it counts.
   * @throws RangeError when there is no such variable, or it has no number line.
   */
  numbers(variable: string): Float64Array {
    const column = this.#numbers[this.codebook.numeric.indexOf(variable)];
    if (!column) throw new RangeError(`the dataset has no numbers of "${variable}"`);
    return column.subarray(0, this.size);
  }

  #fits({ version, document }: StoredResponse): boolean {
    const own = version === this.#version ? this.codebook : this.#versions.get(version)?.codebook;
    return own !== undefined && document.length === documentLength(own);
  }

  #copy(document: Uint8Array, row: number): void {
    const expected = documentLength(this.codebook);
    if (document.length !== expected) {
      throw new RangeError(`a response of ${document.length} bytes does not fit a codebook of ${expected}`);
    }
    const columns = this.#columns;
    for (let index = 0; index < columns.length; index += 1)
      (columns[index] as Uint8Array)[row] = document[index] as number;
    if (this.#numbers.length === 0) return;
    const numbers = numbersIn(this.codebook, document);
    for (let index = 0; index < this.#numbers.length; index += 1)
      (this.#numbers[index] as Float64Array)[row] = numbers[index] as number;
  }

  #copyTranslated(response: StoredResponse, row: number): void {
    const older = this.#versions.get(response.version);
    if (!older) throw new RangeError(`version ${response.version} of the questionnaire is not known`);
    const numbers = numbersIn(older.codebook, response.document);
    for (let index = 0; index < this.#numbers.length; index += 1)
      (this.#numbers[index] as Float64Array)[row] = numbers[older.numbers[index] ?? -1] ?? Number.NaN;
    for (let index = 0; index < older.variables.length; index += 1) {
      const variable = older.variables[index] as OlderVersion['variables'][number];
      (this.#columns[index] as Uint8Array)[row] = byteNow(variable, response.document);
    }
  }
}

function grownIntegers(integers: Int32Array, capacity: number) {
  const grown = new Int32Array(capacity);
  grown.set(integers);
  return grown;
}

/** What lies between these rising rows: from each first row up to, not including, each last. */
function stretchesBetween(rows: readonly number[], size: number): readonly (readonly [number, number])[] {
  const starts = [0, ...rows.map((row) => row + 1)];
  return starts
    .map((start, index) => [start, rows[index] ?? size] as const)
    .filter(([from, to]) => from < to);
}
