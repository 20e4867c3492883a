// Who answered: libraries of the register with at least one answer, which is another measure than the number of answers.
import type { Dataset } from './dataset.ts';
import type { Coverage, CoverageGroup } from './results.ts';
import { shareOfAll } from './share.ts';

/** A library of the register with the facts coverage is split by. */
export interface RegisterLibrary {
  readonly code: string;
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
  const answers = new Map<string, number>();
  for (let row = 0; row < dataset.size; row += 1) {
    const library = dataset.libraries[dataset.library[row] as number];
    if (library !== undefined) answers.set(library, (answers.get(library) ?? 0) + 1);
  }
  return answers;
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
  const counts = new Map<string, number>();
  for (const day of dataset.days) counts.set(day, (counts.get(day) ?? 0) + 1);
  let total = 0;
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, answers]) => {
      total += answers;
      return { day, answers, total };
    });
}
