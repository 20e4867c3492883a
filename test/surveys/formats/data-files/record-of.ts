// A response as a record of a file, from its answers.
import type { Answers } from '../../../../surveys/answers.ts';
import type { Codebook } from '../../../../surveys/codebook.ts';
import type { DataRecord } from '../../../../surveys/formats/data-files/data-record.ts';
import { numbersIn } from '../../../../surveys/response-document.ts';

/** The record of a stored document, with the words and the library of these answers. */
export function recordOf(
  codebook: Codebook,
  document: Uint8Array,
  answers: Answers,
  day: string,
): DataRecord {
  const texts = codebook.variables.filter(({ measure }) => measure === 'text').map(({ name }) => name);
  const library = codebook.registerVariable === null ? null : (answers[codebook.registerVariable] ?? null);
  return {
    day,
    library,
    bytes: document.subarray(0, codebook.variables.length),
    numbers: numbersIn(codebook, document),
    words: Object.fromEntries(texts.flatMap((name) => (answers[name] ? [[name, answers[name]]] : []))),
  };
}
