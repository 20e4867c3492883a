// What stays below a level's requirement is a sum of cells of a table by level. A solver that sees it beside everything
// else works out no few people; told unguarded, it does.
import { describe, expect, it } from 'vitest';
import { discloseSideBySide } from '../../../analysis/disclosure/side-by-side.ts';
import type { ExploreInput } from '../../../analysis/explore/explore.ts';
import { sideBySideResults } from '../../../analysis/side-by-side/side-by-side.ts';
import { sideBySideSchema } from '../../../surveys/side-by-side.ts';
import { cracked, smallCells } from './cracked.ts';
import { backgrounds, question, randomSurvey, surveyOf } from './random-survey.ts';
import { everythingSeen, JointTable } from './seen.ts';
import { type Known, knownSum } from './solver.ts';

const label = { nl: 'Zo' };
const [level, by] = backgrounds;
const required: Readonly<Record<string, number>> = { '0': 1, '1': 2, '2': 1, '3': 2 };
const thresholds = [...new Set(Object.values(required))];
const declared = sideBySideSchema.parse({
  kind: 'required',
  code: 'x',
  label,
  bundles: [{ code: 'one', label, variables: [question] }],
  level,
  required,
  by,
});

/** The row and its groups; `everything` without any guard. */
function rowOf({ dataset, register }: ExploreInput, everything = false) {
  const input = { dataset, register, background: backgrounds, declared: [declared], everything };
  const results = sideBySideResults([declared], input);
  const [shown] = everything ? results : results.map(discloseSideBySide);
  return shown?.kind === 'required' ? shown.rows[0] : undefined;
}

/** The answers of levels, with the same requirement or all, that are counted. */
function cellsOf(table: JointTable, below: boolean, group?: string): readonly number[] {
  return Object.entries(required).flatMap(([code, least]) =>
    Array.from({ length: table.codes(question) }, (_, answer) => answer)
      .filter((answer) => Number(code) < table.codes(level) && (!below || answer < least))
      .flatMap((answer) =>
        table.cells({
          [level]: code,
          [question]: `${answer}`,
          ...(group === undefined ? {} : { [by]: group }),
        }),
      ),
  );
}

function seen(table: JointTable, row: ReturnType<typeof rowOf>): readonly Known[] {
  const shares = [
    { code: undefined, share: row?.everybody },
    ...(row?.groups ?? []).map(({ code, share }) => ({ code, share })),
  ];
  return shares.flatMap(({ code, share }) => [
    ...(share?.count == null ? [] : [knownSum(cellsOf(table, true, code), share.count)]),
    ...(share?.base == null ? [] : [knownSum(cellsOf(table, false, code), share.base)]),
  ]);
}

/** Answers of everybody of whom the same is required, where these are few: what is left by subtracting everybody's. */
function fewAtThreshold(table: JointTable): readonly (readonly number[])[] {
  return thresholds
    .flatMap((least) =>
      Array.from({ length: table.codes(question) }, (_, answer) =>
        Object.keys(required)
          .filter((code) => required[code] === least && Number(code) < table.codes(level))
          .flatMap((code) => table.cells({ [level]: code, [question]: `${answer}` })),
      ),
    )
    .filter((cells) => table.people(cells) > 0 && table.people(cells) < 5);
}

/** So many of each answer, level by level; the other backgrounds evenly. */
function surveyWith(counts: readonly (readonly number[])[]): ExploreInput {
  const levels = new Map<string, number>([...backgrounds.map((code) => [code, 2] as const), [question, 3]]);
  levels.set(level, counts.length);
  const rows = counts.flatMap((answers, own) =>
    answers.flatMap((count, answer) =>
      Array.from({ length: count }, (_, place) => [own, place % 2, Math.floor(place / 2) % 2, answer]),
    ),
  );
  return surveyOf(levels, rows);
}

describe('what stays below a level', () => {
  it.each([1, 2, 3, 5, 6, 8])(
    'tells nobody of survey %i who sees it beside everything else',
    (seed) => {
      const input = randomSurvey(seed, 200, 900);
      const table = new JointTable(input);
      const small = [...smallCells(table), ...fewAtThreshold(table)];
      const known = [...everythingSeen(input, table), ...seen(table, rowOf(input))];
      expect(cracked(table, known, Math.ceil(small.length / 14), small)).toEqual([]);
    },
    120_000,
  );

  it('would, if nothing guarded it', () => {
    // Twenty below, of whom seventeen gave the lowest answer, which is everybody's to see: three of level 1 are left.
    const input = surveyWith([
      [9, 20, 20],
      [8, 3, 30],
    ]);
    const table = new JointTable(input);
    const known = everythingSeen(input, table);
    const small = [...smallCells(table), ...fewAtThreshold(table)];
    expect(rowOf(input, true)?.everybody.count).toBe(20);
    expect(cracked(table, known, 1, small)).toEqual([]);
    expect(cracked(table, [...known, ...seen(table, rowOf(input, true))], 1, small)).not.toEqual([]);
    expect(rowOf(input)?.everybody).toMatchObject({ count: null, base: null, openness: 'withheld' });
    expect(cracked(table, [...known, ...seen(table, rowOf(input))], 1, small)).toEqual([]);
  }, 120_000);

  it('is told with its groups where every cell is large', () => {
    const input = surveyWith([
      [40, 40, 40],
      [40, 40, 40],
    ]);
    const row = rowOf(input);
    expect([row?.everybody.count, ...(row?.groups ?? []).map(({ share }) => share.count)]).toEqual([
      120, 60, 60,
    ]);
  });
});
