// Responses as columns: one byte per answer, one typed array per variable of the codebook; variables on a number line
// have a second column with their places. It is built once per
// survey and grows as responses come in; every figure is a pass over columns.

import type { Codebook } from '../surveys/codebook.ts';
import { documentLength, notShownByte, numbersIn, skippedByte } from '../surveys/response-document.ts';
import { isNumeric, type Variable } from '../surveys/variable.ts';

/** A response as the database gives it back: see `packAnswers` for the document. */
export interface StoredResponse {
  readonly sequence: number;
  readonly id: string;
  readonly version: number;
  readonly library: string | null;
  /** ISO date, days only. */
  readonly day: string;
  readonly document: Uint8Array;
}

export class Dataset {
  readonly codebook: Codebook;
  /** Number of responses. */
  size = 0;
  /** Sequence number of the newest response, 0 when empty: what came after it is new. */
  lastSequence = 0;
  /** Library per response as an index into `libraries`, -1 for none. */
  library = new Int32Array(0);
  readonly libraries: string[] = [];
  readonly ids: string[] = [];
  readonly days: string[] = [];
  readonly #sequences: number[] = [];
  readonly #version: number;
  readonly #columns: Uint8Array[];
  /** Places on the number line, for each name in `codebook.numeric`. */
  readonly #numbers: Float64Array[];
  readonly #libraryIndex = new Map<string, number>();
  readonly #versions = new Map<number, OlderVersion>();

  /** @param version the version of the questionnaire this codebook belongs to. */
  constructor(codebook: Codebook, version: number) {
    this.codebook = codebook;
    this.#version = version;
    this.#columns = codebook.variables.map(() => new Uint8Array(0));
    this.#numbers = codebook.numeric.map(() => new Float64Array(0));
  }

  /** Tells how documents of an earlier version read: by variable name and code, never by place. */
  addVersion(version: number, codebook: Codebook): void {
    this.#versions.set(version, translate(codebook, this.codebook));
  }

  /**
   * Adds responses in sequence order.
   * @throws RangeError when a document does not fit its version, or the version is unknown.
   */
  append(responses: readonly StoredResponse[]): void {
    this.#reserve(this.size + responses.length);
    for (const response of responses) {
      const row = this.size;
      if (response.version === this.#version) this.#copy(response.document, row);
      else this.#copyTranslated(response, row);
      this.library[row] = this.#indexOf(response.library);
      this.ids.push(response.id);
      this.days.push(response.day);
      this.#sequences.push(response.sequence);
      this.size += 1;
      this.lastSequence = response.sequence;
    }
  }

  /**
   * The responses up to and including this sequence number, as columns that do not grow. They share their bytes with
   * this dataset, so that a reader who sees an earlier state costs no memory of their own.
   */
  upTo(sequence: number): Dataset {
    const size = rowsUpTo(this.#sequences, sequence);
    const view = new Dataset(this.codebook, this.#version);
    view.size = size;
    view.lastSequence = this.#sequences[size - 1] ?? 0;
    view.library = this.library.subarray(0, size);
    // Libraries are numbered in the order they first answered: the first so many are those of the view.
    const libraries = view.library.reduce((most, index) => Math.max(most, index + 1), 0);
    view.libraries.push(...this.libraries.slice(0, libraries));
    for (let row = 0; row < size; row += 1) {
      view.ids.push(this.ids[row] as string);
      view.days.push(this.days[row] as string);
    }
    for (const [index, column] of this.#columns.entries()) view.#columns[index] = column.subarray(0, size);
    for (const [index, column] of this.#numbers.entries()) view.#numbers[index] = column.subarray(0, size);
    return view;
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

  #copy(document: Uint8Array, row: number): void {
    const expected = documentLength(this.codebook);
    if (document.length !== expected) {
      throw new RangeError(`a response of ${document.length} bytes does not fit a codebook of ${expected}`);
    }
    for (const [index, column] of this.#columns.entries()) column[row] = document[index] as number;
    if (this.#numbers.length === 0) return;
    const numbers = numbersIn(this.codebook, document);
    for (const [index, column] of this.#numbers.entries()) column[row] = numbers[index] as number;
  }

  #copyTranslated(response: StoredResponse, row: number): void {
    const older = this.#versions.get(response.version);
    if (!older) throw new RangeError(`version ${response.version} of the questionnaire is not known`);
    const numbers = numbersIn(older.codebook, response.document);
    for (const [index, column] of this.#numbers.entries())
      column[row] = numbers[older.numbers[index] ?? -1] ?? Number.NaN;
    for (const [index, { from, bytes }] of older.variables.entries()) {
      const byte = from < 0 ? notShownByte : (bytes[response.document[from] ?? skippedByte] ?? skippedByte);
      (this.#columns[index] as Uint8Array)[row] = byte;
    }
  }

  #indexOf(library: string | null): number {
    if (library === null) return -1;
    const known = this.#libraryIndex.get(library);
    if (known !== undefined) return known;
    this.libraries.push(library);
    this.#libraryIndex.set(library, this.libraries.length - 1);
    return this.libraries.length - 1;
  }

  #reserve(size: number): void {
    if (size <= this.library.length) return;
    const capacity = Math.max(size, this.library.length * 2, 64);
    const library = new Int32Array(capacity);
    library.set(this.library);
    this.library = library;
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
}

/** How many of these rising numbers are not above the limit. */
function rowsUpTo(sequences: readonly number[], limit: number): number {
  let [from, to] = [0, sequences.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sequences[middle] as number) <= limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Where a variable's byte comes from in an older document (-1: it was not asked), and what each byte means now. */
interface Translation {
  readonly from: number;
  readonly bytes: Uint8Array;
}

/** How documents of an earlier version read. */
interface OlderVersion {
  readonly codebook: Codebook;
  readonly variables: readonly Translation[];
  /** For each numeric variable of now its place among the numbers then; -1: it was not asked. */
  readonly numbers: readonly number[];
}

function translate(older: Codebook, current: Codebook): OlderVersion {
  const variables = current.variables.map((variable) => {
    const from = older.position.get(variable.name) ?? -1;
    const bytes = new Uint8Array(256).fill(skippedByte);
    bytes[notShownByte] = notShownByte;
    older.variables[from]?.categories.forEach((category, index) => {
      // A number has no meaning as words or as another kind of number: a day is no month.
      if (category.missing === null && !sameLine(older.variables[from], variable)) return;
      const now = variable.categories.findIndex(({ code }) => code === category.code);
      if (now >= 0) bytes[index] = now;
    });
    return { from, bytes };
  });
  const numbers = current.numeric.map((name) => {
    const before = older.variables[older.position.get(name) ?? -1];
    const now = current.variables[current.position.get(name) ?? -1];
    return sameLine(before, now) ? older.numeric.indexOf(name) : -1;
  });
  return { codebook: older, variables, numbers };
}

function sameLine(before: Variable | undefined, now: Variable | undefined): boolean {
  if (!before || !now) return false;
  return isNumeric(before) || isNumeric(now) ? before.measure === now.measure : true;
}
