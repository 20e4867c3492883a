// The column map that brings our own CSV back: what `csvFile` writes, `import-responses` reads with it.
import type { Codebook } from '../../codebook.ts';
import type { Questionnaire } from '../../questionnaire.ts';
import { type ColumnMap, columnMapSchema } from '../column-map.ts';
import type { CsvSigns } from './csv-file.ts';
import { dayHeading, givenCell, notShownCell } from './data-record.ts';

/** The map of a file that `csvFile` wrote for this questionnaire: every column read, nothing left out. */
export function columnMapOf(
  questionnaire: Questionnaire,
  version: number,
  codebook: Codebook,
  { delimiter, decimal }: CsvSigns,
): ColumnMap {
  return columnMapSchema.parse({
    format: 'nodenkaart/column-map/1',
    survey: questionnaire.code,
    version,
    delimiter,
    decimal,
    guarded: true,
    skipped: [notShownCell, givenCell],
    day: { column: dayHeading(codebook), format: 'YYYY-MM-DD' },
    ...(codebook.registerVariable === null
      ? {}
      : { library: { column: codebook.registerVariable, by: 'code', unknown: 'open' } }),
    columns: codebook.variables
      .filter(({ measure }) => measure !== 'register')
      .map(({ name, measure }) =>
        measure === 'text' ? { column: name, words: name } : { column: name, variable: name },
      ),
  });
}
