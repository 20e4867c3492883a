// What one response says as files that leave the house tell it, and how a file is written from such records one by one.
import type { Codebook } from '../../codebook.ts';
import { answerAt } from '../../number-line.ts';
import { notShownByte, skippedByte } from '../../response-document.ts';
import { isNumeric, type NumericMeasure, type Variable } from '../../variable.ts';

/** One response, read by one codebook. */
export interface DataRecord {
  /** The day it was sent, `2024-03-01`. */
  readonly day: string;
  /** Code of the library in the register. */
  readonly library: string | null;
  /** A byte per variable of the codebook: see `packAnswers`. */
  readonly bytes: Uint8Array;
  /** The places of `codebook.numeric`, NaN where there is none. */
  readonly numbers: readonly number[] | Float64Array;
  /** Words per text variable. */
  readonly words: Readonly<Record<string, string>>;
}

/** A file as it is written: a head, something for each record, an end. None of it holds more than one record. */
export interface DataWriter<Piece extends string | Uint8Array> {
  readonly head: Piece;
  record(record: DataRecord): Piece;
  readonly end: Piece;
}

/** The heading of the day a response was sent; no question's, whose variable of that name would be another thing. */
export function dayHeading(codebook: Codebook): string {
  let name = 'response_day';
  while (codebook.position.has(name)) name += '_';
  return name;
}

/**
 * A cell that has no answer, in files of text: a dot and the reason. No code has a dot, so that it is mistaken for no
 * answer; what was skipped is an empty cell.
 */
export const notShownCell = '.notShown';

/** Something was given whose words are not kept any more. */
export const givenCell = '.given';

/** What each byte of a variable stands for in a file of text: the code, nothing (skipped), or the reason. */
function codePerByte(variable: Variable): readonly string[] {
  return Array.from({ length: 256 }, (_, byte) => {
    if (byte === notShownByte) return notShownCell;
    return byte === skippedByte ? '' : (variable.categories[byte]?.code ?? '');
  });
}

/**
 * What a record says per variable, as text: codes, numbers with a point and dates as they are stored, the library's code,
 * words; and where there is no answer what `codePerByte` says.
 * @param words what becomes of words on their way into this kind of file.
 * @param decimal the sign before the decimals of numbers.
 */
export function answersAsText(
  codebook: Codebook,
  words: (given: string) => string,
  decimal: '.' | ',' = '.',
): (record: DataRecord) => string[] {
  const codes = codebook.variables.map(codePerByte);
  const numberPlace = codebook.variables.map(({ name }) => codebook.numeric.indexOf(name));
  return (record) =>
    codebook.variables.map((variable, index) => {
      const byte = record.bytes[index] ?? skippedByte;
      if (byte === 0) {
        if (isNumeric(variable))
          return numberAt(variable.measure, record.numbers[numberPlace[index] ?? -1], decimal);
        if (variable.measure === 'register') return record.library ?? givenCell;
        if (variable.measure === 'text') {
          const given = record.words[variable.name];
          return given === undefined ? givenCell : words(given);
        }
      }
      return codes[index]?.[byte] ?? '';
    });
}

function numberAt(measure: NumericMeasure, place: number | undefined, decimal: '.' | ','): string {
  if (place === undefined || Number.isNaN(place)) return givenCell;
  const answer = answerAt(measure, place);
  return measure === 'number' && decimal === ',' ? answer.replace('.', ',') : answer;
}
