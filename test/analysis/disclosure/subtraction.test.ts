// Suppression cannot be undone: a solver that writes down everything a reader sees over the whole family of views
// cannot work out one cell of 1 to 4 people. It does crack a table whose complements are shown, so it is no dud.
import { describe, expect, it } from 'vitest';
import { analyseSurvey } from '../../../analysis/analyse-survey.ts';
import { Family } from '../../../analysis/disclosure/family.ts';
import { needsCatalogueSchema } from '../../../surveys/needs-catalogue.ts';
import { cracked, smallCells } from './cracked.ts';
import { backgrounds, question, randomSurvey, surveyOf } from './random-survey.ts';
import { everythingSeen, groupsIn, JointTable, summarySeen } from './seen.ts';
import { knownSum } from './solver.ts';

const noNeeds = needsCatalogueSchema.parse({
  format: 'nodenkaart/needs/1',
  needs: [],
  background: backgrounds,
});

describe('somebody who subtracts', () => {
  it.each([1, 2, 3, 5, 6])(
    'works out no small cell of survey %i, seeing everything there is',
    (seed) => {
      const input = randomSurvey(seed, 60, 600);
      const table = new JointTable(input);
      const small = smallCells(table).length;
      expect(small).toBeGreaterThan(0);
      expect(cracked(table, everythingSeen(input, table), Math.ceil(small / 12))).toEqual([]);
    },
    120_000,
  );

  it('cracks a weak table: small cells hidden and everything else shown', () => {
    const input = randomSurvey(5, 300, 600);
    const table = new JointTable(input);
    const small = new Set(smallCells(table).map((cells) => cells.join()));
    const groups = [[], ...groupsIn(table)].map((filters) =>
      Object.fromEntries(filters.map(({ variable, code }) => [variable, code])),
    );
    const answers = [undefined, ...Array.from({ length: table.codes(question) }, (_, answer) => `${answer}`)];
    const known = groups.flatMap((fixed) =>
      answers.flatMap((answer) => {
        const cells = table.cells(answer === undefined ? fixed : { ...fixed, [question]: answer });
        return small.has(cells.join()) ? [] : [knownSum(cells, table.people(cells))];
      }),
    );
    expect(cracked(table, known, 8).length).toBeGreaterThan(0);
  }, 120_000);

  it('cracks the same survey with the mean and the two highest answers of every group, so these go with a hidden cell', () => {
    const input = randomSurvey(1, 60, 600);
    const table = new JointTable(input);
    const { questionnaire, dataset, register } = input;
    const main = { survey: 's', main: true, version: 1, questionnaire, dataset, remarks: [] };
    const known = groupsIn(table).flatMap((filters) => {
      const { questions } = analyseSurvey(main, noNeeds, register, filters);
      const asked = questions.find(({ code }) => code === question);
      const [shown] = asked?.kind === 'distributions' ? asked.distributions : [];
      const fixed = Object.fromEntries(filters.map(({ variable, code }) => [variable, code]));
      return shown?.summary ? summarySeen(table, fixed, shown.summary) : [];
    });
    expect(known.length).toBeGreaterThan(0);
    expect(cracked(table, [...everythingSeen(input, table), ...known], 4)).not.toEqual([]);
  }, 120_000);

  it.each([1, 2, 6])(
    'works out nobody else of survey %i with their own answers beside everybody’s',
    (seed) => {
      const input = randomSurvey(seed, 60, 600);
      const table = new JointTable(input);
      const known = everythingSeen(input, table);
      for (const row of [0, 17]) {
        const own = Object.fromEntries(
          [...backgrounds, question].map((name) => {
            const byte = input.dataset.column(name)[row] as number;
            return [name, byte < table.codes(name) ? `${byte}` : null];
          }),
        );
        const cells = table.cells(own);
        const oneself = { ...knownSum(cells, 1), highest: Number.POSITIVE_INFINITY };
        const alone = `1 people in ${cells.join()}`;
        const found = cracked(table, [...known, oneself], Math.ceil(smallCells(table).length / 8));
        expect(found.filter((cell) => cell !== alone)).toEqual([]);
      }
    },
    120_000,
  );

  it('sees a table whose cells are all large untouched', () => {
    const levels = new Map([...backgrounds, question].map((code) => [code, 2]));
    const rows = Array.from({ length: 640 }, (_, place) => [
      place & 1,
      (place >> 1) & 1,
      (place >> 2) & 1,
      (place >> 3) & 1,
    ]);
    const input = surveyOf(levels, rows);
    const family = new Family(input.dataset, [], backgrounds);
    const hidden = groupsIn(new JointTable(input)).map(
      (filters) => family.hiddenAnswers(question, filters).size,
    );
    expect(new Set(hidden)).toEqual(new Set([0]));
  });
});

describe('what is hidden', () => {
  it('is the same whichever filter comes first, and in whatever order people answered', () => {
    const input = randomSurvey(7, 200, 400);
    const { dataset, questionnaire } = input;
    const columns = [...backgrounds, question].map((name) => dataset.column(name));
    const rows = Array.from({ length: dataset.size }, (_, row) =>
      columns.map((column) => ((column[row] as number) > 9 ? null : (column[row] as number))),
    );
    const levels = new Map(
      questionnaire.pages.flatMap((page) =>
        page.questions.map(({ code }) => [code, new JointTable(input).codes(code)] as const),
      ),
    );
    const turned = surveyOf(levels, rows.toReversed());
    const [first, second] = [input, turned].map((survey) => new Family(survey.dataset, [], backgrounds));
    for (const filters of groupsIn(new JointTable(input))) {
      const hidden = first?.hiddenAnswers(question, filters);
      expect(first?.hiddenAnswers(question, filters.toReversed())).toEqual(hidden);
      expect(second?.hiddenAnswers(question, filters)).toEqual(hidden);
    }
  });
});
