// What leaves as CSV, as JSON Lines or a line per answer comes back as it was: answers, words, library, day, and who was asked what.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../surveys/answers.ts';
import { type Codebook, codebookOf } from '../../../../surveys/codebook.ts';
import { shownNames } from '../../../../surveys/flow.ts';
import { csvReader, delimiters } from '../../../../surveys/formats/csv-records.ts';
import { columnMapOf } from '../../../../surveys/formats/data-files/column-map-of.ts';
import { csvFile } from '../../../../surveys/formats/data-files/csv-file.ts';
import { jsonLinesFile } from '../../../../surveys/formats/data-files/json-lines-file.ts';
import { longCsvFile } from '../../../../surveys/formats/data-files/long-csv-file.ts';
import { headingsOfOwn, jsonRowReader, longRow } from '../../../../surveys/formats/data-files/own-rows.ts';
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

/** Words that writers and readers break on; each stands as `cleanWords` keeps it. */
const hostile = [
  '=1+1',
  "'=1+1",
  '.notShown',
  '.given',
  '-5',
  '1,5',
  '2026-03-01',
  'null',
  '<script>"&\'</script>',
  'a;b,c\td|e\n"f"',
  'שלום \u202eevil',
  '👩🏽‍💻 \u2028 é',
  '{"day":1}',
  'x'.repeat(9_999),
];

/** Answers with some of the words changed into hostile ones. */
function withHostile(questionnaire: Questionnaire, answers: Answers, seed: number): Answers {
  const texts = codebookOf(questionnaire).variables.filter(({ measure }) => measure === 'text');
  const given = texts.filter(({ name }) => answers[name] !== undefined);
  return {
    ...answers,
    ...Object.fromEntries(
      given.map(({ name }, place) => [name, hostile[(seed + place) % hostile.length] ?? '']),
    ),
  };
}

describe('a file of our own without a map', () => {
  const forms = {
    'JSON Lines': (codebook: Codebook, text: string) => jsonRowReader(codebook)(text.trimEnd()),
    'a line per answer': (codebook: Codebook, text: string) => {
      const reader = csvReader(',');
      const records = [...reader.push(text), ...reader.end()].slice(1);
      return longRow(codebook, records);
    },
  };
  it.each(['JSON Lines', 'a line per answer'] as const)('%s gives every answer back', (form) => {
    fc.assert(
      fc.property(anyQuestionnaire, fc.nat({ max: 2 ** 30 }), fc.boolean(), (questionnaire, seed, old) => {
        const codebook = codebookOf(questionnaire);
        const answers = withHostile(questionnaire, answered(questionnaire, seed, anyRegister), seed);
        const { document, shown } = stored(questionnaire, answers);
        // What an older version did not ask was not shown, whatever the conditions say.
        const unanswered = codebook.variables.filter(({ name }) => answers[name] === undefined);
        for (const { name } of old ? unanswered : []) {
          document[codebook.position.get(name) ?? -1] = 255;
          shown.delete(name);
        }
        const signs = { delimiter: ',', decimal: '.' } as const;
        const writer = form === 'JSON Lines' ? jsonLinesFile(codebook) : longCsvFile(codebook, signs);
        const text = writer.head + writer.record(recordOf(codebook, document, answers, day)) + writer.end;
        const { cells, problems } = forms[form](codebook, text);
        expect(problems).toEqual([]);
        const map = columnMapOf(questionnaire, 1, codebook, signs);
        const reading = rowReader(questionnaire, map, headingsOfOwn(codebook), anyRegister);
        if (!('read' in reading)) throw new Error(JSON.stringify(reading.problems));
        const { row, problems: wrong } = reading.read(cells);
        if (row === null) throw new Error(JSON.stringify(wrong));
        expect({ answers: row.answers, day: row.day }).toEqual({ answers, day });
        expect(packAnswers(codebook, row.answers, (name) => row.shown.has(name))).toEqual(document);
      }),
      { numRuns: 200 },
    );
  });
});

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
