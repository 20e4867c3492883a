// The data as CSV with a line per response and variable: one value per line, its reason beside it where it is missing.
import type { Codebook } from '../../codebook.ts';
import { reasonOfByte, skippedByte } from '../../response-document.ts';
import { byteOrderMark, csvLines } from '../csv-lines.ts';
import { type CsvSigns, guardedWords } from './csv-file.ts';
import { answersAsText, type DataWriter } from './data-record.ts';
import { headingsOfLong } from './own-rows.ts';

/**
 * A writer of CSV in UTF-8 with its mark. Columns: the response's number in this file from 1, its day, the variable, the
 * answer as in `csvFile` (empty where there is none) and the reason where it counts as missing.
 */
export function longCsvFile(codebook: Codebook, { delimiter, decimal }: CsvSigns): DataWriter<string> {
  const answers = answersAsText(codebook, guardedWords, decimal);
  const line = csvLines(delimiter);
  let number = 0;
  return {
    head: byteOrderMark + line(headingsOfLong(codebook)),
    record: (record) => {
      number += 1;
      const given = answers(record);
      return codebook.variables
        .map((variable, index) => {
          const byte = record.bytes[index] ?? skippedByte;
          const reason = reasonOfByte(variable, byte) ?? '';
          const answer = variable.categories[byte] ? (given[index] ?? '') : '';
          return line([String(number), record.day, variable.name, answer, reason]);
        })
        .join('');
    },
    end: '',
  };
}
