// The compact document a response is stored as: one byte per variable of the codebook.
import type { Answers } from './answers.ts';
import type { Codebook } from './codebook.ts';
import type { MissingReason } from './questionnaire.ts';
import type { Variable } from './variable.ts';

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
 * The response document: for each variable in codebook order the index of its category, or why it has none.
 * Words of text variables are not in it; their byte is the category "given".
 * @param shown names the variables the respondent was asked.
 * @throws RangeError when an answer is no code of its variable.
 */
export function packAnswers(
  codebook: Codebook,
  answers: Answers,
  shown: (variable: string) => boolean,
): Uint8Array {
  const document = new Uint8Array(codebook.variables.length);
  codebook.variables.forEach((variable, index) => {
    document[index] = byteOf(variable, answers[variable.name], shown(variable.name));
  });
  return document;
}

function byteOf(variable: Variable, answer: string | undefined, shown: boolean): number {
  if (!shown) return notShownByte;
  if (answer === undefined || answer === '') return skippedByte;
  if (variable.measure === 'text') return 0;
  const index = variable.categories.findIndex((category) => category.code === answer);
  if (index >= 0) return index;
  if (variable.measure === 'register') return 0;
  throw new RangeError(`"${answer}" is no code of ${variable.name}`);
}

/** Document → codes per variable; skipped and not shown are absent, text variables give the code `given`. */
export function unpackAnswers(codebook: Codebook, document: Uint8Array): Answers {
  const answers: Record<string, string> = {};
  codebook.variables.forEach((variable, index) => {
    const category = variable.categories[document[index] ?? skippedByte];
    if (category) answers[variable.name] = category.code;
  });
  return answers;
}
