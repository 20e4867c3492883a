// What leaves as CSV comes back by its own column map as it was: answers, words, library, day, and who was asked what.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answers } from '../../../../surveys/answers.ts';
import { codebookOf } from '../../../../surveys/codebook.ts';
import { shownNames } from '../../../../surveys/flow.ts';
import { csvReader, delimiters } from '../../../../surveys/formats/csv-records.ts';
import { columnMapOf } from '../../../../surveys/formats/data-files/column-map-of.ts';
import { csvFile } from '../../../../surveys/formats/data-files/csv-file.ts';
import { rowReader } from '../../../../surveys/formats/row-reader.ts';
import type { Questionnaire } from '../../../../surveys/questionnaire.ts';
import { packAnswers } from '../../../../surveys/response-document.ts';
import { anyQuestionnaire, anyRegister } from '../../arbitrary-questionnaire.ts';
import { answered } from '../../simulated-respondent.ts';
import { recordOf } from './record-of.ts';

const day = '2026-03-01';

/** What is stored of these answers. */
function stored(questionnaire: Questionnaire, answers: Answers) {
  const codebook = codebookOf(questionnaire);
  const shown = new Set(shownNames(questionnaire, answers, anyRegister));
  return { document: packAnswers(codebook, answers, (name) => shown.has(name)), shown };
}

it('gives every answer back, whatever questionnaire it is and whatever separates the cells', () => {
  fc.assert(
    fc.property(
      anyQuestionnaire,
      fc.nat({ max: 2 ** 30 }),
      fc.constantFrom(...delimiters),
      fc.constantFrom('.' as const, ',' as const),
      (questionnaire, seed, delimiter, decimal) => {
        const codebook = codebookOf(questionnaire);
        const answers = answered(questionnaire, seed, anyRegister);
        const { document, shown } = stored(questionnaire, answers);
        const writer = csvFile(codebook, { delimiter, decimal });
        const reader = csvReader(delimiter);
        const text = writer.head + writer.record(recordOf(codebook, document, answers, day)) + writer.end;
        const [head, row] = [...reader.push(text), ...reader.end()].map(({ cells }) => cells);
        const map = columnMapOf(questionnaire, 1, codebook, { delimiter, decimal });
        const reading = rowReader(questionnaire, map, head ?? [], anyRegister);
        if (!('read' in reading)) throw new Error(JSON.stringify(reading.problems));
        const result = reading.read(row ?? []);
        if (result.row === null) throw new Error(JSON.stringify(result.problems));
        const back = result.row;
        expect({ ...back, shown: new Set(back.shown) }).toMatchObject({ answers, day, shown });
        expect(stored(questionnaire, back.answers).document).toEqual(document);
      },
    ),
    { numRuns: 300 },
  );
});
