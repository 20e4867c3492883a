// The compact document a response is stored as: one byte per variable of the codebook, and behind them eight bytes for
// each variable on a number line.
import type { Answers } from './answers.ts';
import type { Codebook } from './codebook.ts';
import { answerAt, placeOf } from './number-line.ts';
import type { MissingReason } from './questionnaire.ts';
import { isNumeric, type Variable } from './variable.ts';

/** Bytes that say why there is no category: a variable has at most 250 categories. */
export const notShownByte = 255;
export const skippedByte = 254;
export const maximumCategories = 250;

/** What a byte of a document means for its variable: a category's index, or why there is none. */
export function reasonOfByte(variable: Variable, byte: number): MissingReason | null {
  if (byte === notShownByte) return 'notShown';
  if (byte === skippedByte) return 'skipped';
  return variable.categories[byte]?.missing ?? null;
}

/**
 * The response document: for each variable in codebook order the index of its category, or why it has none. Behind
 * these bytes the place of each numeric variable as a 64-bit little-endian float, NaN where it has none; its byte is
 * the category "given". Words of text variables are not in it; their byte is "given" too.
 * @param shown names the variables the respondent was asked.
 * @throws RangeError when an answer is no code of its variable.
 */
export function packAnswers(
  codebook: Codebook,
  answers: Answers,
  shown: (variable: string) => boolean,
): Uint8Array {
  const document = new Uint8Array(documentLength(codebook));
  codebook.variables.forEach((variable, index) => {
    document[index] = byteOf(variable, answers[variable.name], shown(variable.name));
  });
  const numbers = new DataView(document.buffer, codebook.variables.length);
  codebook.numeric.forEach((name, index) => {
    const given = document[codebook.position.get(name) ?? -1] === 0;
    const place = given ? placeIn(codebook, name, answers[name] ?? '') : null;
    numbers.setFloat64(8 * index, place ?? Number.NaN, true);
  });
  return document;
}

/** How many bytes a response to this codebook takes. */
export function documentLength(codebook: Codebook): number {
  return codebook.variables.length + 8 * codebook.numeric.length;
}

/** The places of the numeric variables of a document, in the order of `codebook.numeric`; NaN where there is none. */
export function numbersIn(codebook: Codebook, document: Uint8Array): readonly number[] {
  const numbers = new DataView(document.buffer, document.byteOffset + codebook.variables.length);
  return codebook.numeric.map((_, index) => numbers.getFloat64(8 * index, true));
}

function placeIn(codebook: Codebook, name: string, answer: string): number | null {
  const variable = codebook.variables[codebook.position.get(name) ?? -1];
  return variable && isNumeric(variable) ? placeOf(variable.measure, answer) : null;
}

function byteOf(variable: Variable, answer: string | undefined, shown: boolean): number {
  if (!shown) return notShownByte;
  if (answer === undefined || answer === '') return skippedByte;
  if (variable.measure === 'text') return 0;
  const index = variable.categories.findIndex((category) => category.code === answer);
  if (index >= 0) return index;
  if (variable.measure === 'register') return 0;
  if (isNumeric(variable) && placeOf(variable.measure, answer) !== null) return 0;
  throw new RangeError(`"${answer}" is no code of ${variable.name}`);
}

/** Document → answers per variable; skipped and not shown are absent, text variables give the code `given`. */
export function unpackAnswers(codebook: Codebook, document: Uint8Array): Answers {
  const answers: Record<string, string> = {};
  codebook.variables.forEach((variable, index) => {
    const category = variable.categories[document[index] ?? skippedByte];
    if (category) answers[variable.name] = category.code;
  });
  const numbers = numbersIn(codebook, document);
  codebook.numeric.forEach((name, index) => {
    const variable = codebook.variables[codebook.position.get(name) ?? -1];
    const place = numbers[index] ?? Number.NaN;
    if (variable && isNumeric(variable) && !Number.isNaN(place))
      answers[name] = answerAt(variable.measure, place);
  });
  return answers;
}
