// The data as JSON Lines: an object per response, with the codes given and, apart from them, why others are missing.
import type { Codebook } from '../../codebook.ts';
import { notShownByte, reasonOfByte } from '../../response-document.ts';
import { isNumeric } from '../../variable.ts';
import { answersAsText, type DataWriter } from './data-record.ts';

/**
 * A writer of JSON Lines (jsonlines.org), UTF-8. Each line has `day`, `library` (null where none is known), `answers`
 * (variable → code, number, date or words) and `missing` (variable → reason). A variable stands in one of the two; a
 * typed missing answer stands in both, its code among the answers; words that are not kept any more are null.
 */
export function jsonLinesFile(codebook: Codebook): DataWriter<string> {
  const texts = answersAsText(codebook, (words) => words);
  return {
    head: '',
    record: (record) => {
      const given = texts(record);
      const answers: Record<string, string | number | null> = {};
      const missing: Record<string, string> = {};
      codebook.variables.forEach((variable, index) => {
        const byte = record.bytes[index] ?? notShownByte;
        const reason = reasonOfByte(variable, byte);
        if (reason) missing[variable.name] = reason;
        if (reason && variable.categories[byte] === undefined) return;
        const answer = given[index] ?? '';
        const number = byte === 0 && isNumeric(variable) && variable.measure === 'number';
        const gone = byte === 0 && variable.measure === 'text' && !(variable.name in record.words);
        answers[variable.name] = gone ? null : number ? Number(answer) : answer;
      });
      return `${JSON.stringify({ day: record.day, library: record.library, answers, missing })}\n`;
    },
    end: '',
  };
}
