// Who answered: libraries of the register with at least one answer, which is another measure than the number of answers.
import type { Dataset } from './dataset.ts';
import type { Coverage, CoverageGroup } from './results/survey.ts';
import { shareOfAll } from './share.ts';

/** A library of the register with the facts coverage is split by. */
export interface RegisterLibrary {
  readonly code: string;
  readonly name?: string;
  readonly province: string;
  readonly sizeClass: string;
}

/** Coverage of the register; null without a register. Answers from a library outside it count as without library. */
export function coverageOf(dataset: Dataset, register: readonly RegisterLibrary[]): Coverage | null {
  if (register.length === 0) return null;
  const answers = answersPerLibrary(dataset);
  const known = new Set(register.map(({ code }) => code));
  const answered = register.filter(({ code }) => answers.has(code));
  const fromRegister = [...answers].filter(([code]) => known.has(code)).map(([, count]) => count);
  const groups = (of: (library: RegisterLibrary) => string) => coverageGroups(register, answers, of);
  return {
    libraries: shareOfAll(answered.length, register.length, 'libraries'),
    withoutLibrary: dataset.size - fromRegister.reduce((sum, count) => sum + count, 0),
    answersPerLibrary: [...new Set(fromRegister)]
      .sort((one, other) => one - other)
      .map((count) => ({
        answers: count,
        libraries: fromRegister.filter((other) => other === count).length,
      })),
    byProvince: groups(({ province }) => province),
    bySizeClass: groups(({ sizeClass }) => sizeClass),
    missing: missingGroups(register, answers),
    perDay: perDay(dataset),
  };
}

function answersPerLibrary(dataset: Dataset): ReadonlyMap<string, number> {
  const counts = countNumbers(dataset.library, dataset.size, dataset.libraries.length);
  return new Map(dataset.libraries.map((library, index) => [library, counts[index] as number]));
}

/** How often each number from 0 occurs in the first rows of a column; -1 is counted nowhere. */
function countNumbers(column: Int32Array, rows: number, numbers: number): Uint32Array {
  const counts = new Uint32Array(numbers);
  for (let row = 0; row < rows; row += 1) {
    const number = column[row] as number;
    if (number >= 0) counts[number] = (counts[number] as number) + 1;
  }
  return counts;
}

/** In the order in which the register first names each group. */
function coverageGroups(
  register: readonly RegisterLibrary[],
  answers: ReadonlyMap<string, number>,
  groupOf: (library: RegisterLibrary) => string,
): readonly CoverageGroup[] {
  return [...new Set(register.map(groupOf))].map((group) => {
    const libraries = register.filter((library) => groupOf(library) === group);
    const count = libraries.filter(({ code }) => answers.has(code)).length;
    return {
      group,
      share: shareOfAll(count, libraries.length, 'libraries'),
    };
  });
}

function missingGroups(register: readonly RegisterLibrary[], answers: ReadonlyMap<string, number>) {
  const groups = new Map<
    string,
    { province: string; sizeClass: string; register: number; answered: number }
  >();
  for (const { code, province, sizeClass } of register) {
    const key = JSON.stringify([province, sizeClass]);
    const group = groups.get(key) ?? { province, sizeClass, register: 0, answered: 0 };
    group.register += 1;
    if (answers.has(code)) group.answered += 1;
    groups.set(key, group);
  }
  return [...groups.values()];
}

function perDay(dataset: Dataset): Coverage['perDay'] {
  const counts = countNumbers(dataset.day, dataset.size, dataset.days.length);
  let total = 0;
  return dataset.days
    .map((day, index) => ({ day, answers: counts[index] as number }))
    .sort((one, other) => (one.day < other.day ? -1 : 1))
    .map(({ day, answers }) => {
      total += answers;
      return { day, answers, total };
    });
}
