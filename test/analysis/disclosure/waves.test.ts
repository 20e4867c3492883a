// Two waves side by side, subtracted: a solver that has both waves' figures and those of the libraries in both cannot work
// out one to four libraries that gave an answer, in both waves or outside.
import { describe, expect, it } from 'vitest';
import { analyseSurvey } from '../../../analysis/analyse-survey.ts';
import { discloseWaves } from '../../../analysis/disclosure/waves.ts';
import { discloseWhole, type Reader } from '../../../analysis/disclosure.ts';
import type { WaveLine } from '../../../analysis/results/waves.ts';
import { seededRandom } from '../../../analysis/statistics/seeded-random.ts';
import { compareWaves, type Wave } from '../../../analysis/waves/compare-waves.ts';
import { catalogue, datasetOf, questionnaire } from '../small-survey.ts';
import { type Known, knownSum, rangeOf } from './solver.ts';

type Row = Parameters<typeof datasetOf>[0][number];
const roles = ['desk', 'lead'] as const;
/** How many libraries of both waves went from a role to a role, and how many of either wave alone have it. */
interface Moves {
  readonly both: readonly (readonly number[])[];
  readonly onlyFirst: readonly number[];
  readonly onlySecond: readonly number[];
}

function wave(survey: string, rows: readonly Row[], reader: Reader): Wave {
  const dataset = datasetOf(rows);
  const input = { survey, main: true, version: 1, questionnaire, dataset, remarks: [] };
  const { questions } = discloseWhole(analyseSurvey(input, catalogue, []), reader);
  return { survey, title: questionnaire.title, questionnaire, dataset, questions };
}

/** The lines of the role, one per answer. */
function linesOf({ both, onlyFirst, onlySecond }: Moves, reader: Reader = 'team'): readonly WaveLine[] {
  const [first, second]: [Row[], Row[]] = [[], []];
  for (const [was, line] of both.entries())
    for (const [is, count] of line.entries())
      for (let one = 0; one < count; one += 1) {
        const library = `both${was}${is}${one}`;
        first.push({ library, role: roles[was] ?? '' });
        second.push({ library, role: roles[is] ?? '' });
      }
  for (const [rows, name, counts] of [
    [first, 'then', onlyFirst],
    [second, 'now', onlySecond],
  ] as const)
    for (const [role, count] of counts.entries())
      for (let one = 0; one < count; one += 1)
        rows.push({ library: `${name}${role}${one}`, role: roles[role] ?? '' });
  const compared = compareWaves(wave('een', first, reader), wave('twee', second, reader));
  const shown = reader === 'operator' ? compared : discloseWaves(compared);
  return shown.questions.find(({ code }) => code === 'role')?.lines ?? [];
}

// Cells: four of then by now, two of the first wave alone, two of the second alone.
const size = 8;
const moved = (was: number, is: number) => was * 2 + is;

/** What a reader writes down of these lines. */
function written(lines: readonly WaveLine[]): readonly Known[] {
  const known: Known[] = [];
  const see = (cells: readonly number[], value: number | null | undefined) => {
    if (value !== null && value !== undefined) known.push(knownSum(cells, Math.round(value * 1e6) / 1e6));
  };
  for (const [role, { first, second, panel }] of lines.entries()) {
    const other = 1 - role;
    see([moved(role, role), moved(role, other), 4 + role], first.count);
    see([moved(role, role), moved(other, role), 6 + role], second.count);
    see([0, 1, 2, 3, 4, 5], first.base);
    see([0, 1, 2, 3, 6, 7], second.base);
    if (!panel) continue;
    see([0, 1, 2, 3], panel.libraries);
    see([moved(role, 0), moved(role, 1)], panel.first === null ? null : panel.first * panel.libraries);
    see([moved(0, role), moved(1, role)], panel.second === null ? null : panel.second * panel.libraries);
    see([moved(other, role)], panel.up);
    see([moved(role, other)], panel.down);
    see([moved(0, 0), moved(1, 1)], panel.same);
  }
  return known;
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** Cells of 1 to 4 libraries that are known exactly. */
function cracked({ both, onlyFirst, onlySecond }: Moves, lines: readonly WaveLine[]): readonly string[] {
  const known = written(lines);
  const people = [...both.flat(), ...onlyFirst, ...onlySecond];
  const asked = [
    ...people.map((_, cell) => [cell]),
    // Where nobody stands outside the panel it is everybody, and everybody's figures are no cross.
    ...[0, 1].flatMap((role) => [
      ...(sumOf(onlyFirst) > 0 ? [[moved(role, 0), moved(role, 1)]] : []),
      ...(sumOf(onlySecond) > 0 ? [[moved(0, role), moved(1, role)]] : []),
    ]),
  ];
  return asked.flatMap((cells) => {
    const count = sumOf(cells.map((cell) => people[cell] ?? 0));
    if (count < 1 || count > 4) return [];
    const { lowest, highest } = rangeOf(size, known, cells);
    return Math.ceil(lowest - 1e-6) === Math.floor(highest + 1e-6) ? [`${count} in ${cells.join()}`] : [];
  });
}

function randomMoves(seed: number): Moves {
  const random = seededRandom(seed);
  const some = () => Math.floor(24 * random() ** 2);
  const two = () => [some(), some()];
  return { both: [two(), two()], onlyFirst: two(), onlySecond: two() };
}

describe('somebody who subtracts two waves', () => {
  it('works out no one to four libraries of a hundred random pairs, and is told something of many', () => {
    let told = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const moves = randomMoves(seed);
      const lines = linesOf(moves);
      if (lines.some(({ panel }) => panel?.first != null)) told += 1;
      expect([seed, cracked(moves, lines)]).toEqual([seed, []]);
    }
    expect(told).toBeGreaterThan(5);
  }, 60_000);

  it('cracks what the operator sees', () => {
    const weak = Array.from({ length: 20 }, (_, seed) => randomMoves(seed + 1));
    expect(weak.filter((moves) => cracked(moves, linesOf(moves, 'operator')).length > 0)).not.toEqual([]);
  }, 60_000);

  it('sees pairs whose cells are all large untouched', () => {
    const moves: Moves = {
      both: [
        [10, 6],
        [7, 12],
      ],
      onlyFirst: [8, 9],
      onlySecond: [11, 5],
    };
    expect(linesOf(moves).map(({ panel }) => panel)).toEqual(
      linesOf(moves, 'operator').map(({ panel }) => panel),
    );
  });
});
