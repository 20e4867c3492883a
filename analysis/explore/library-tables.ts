// The same tables with every library counted once: a library's figure is the mean of its answers (docs/rules.md, Libraries and people and Intervals), and
// a share of libraries is the mean of those. Persons and libraries never stand in one table.
import { variableNamed } from '../../surveys/codebook.ts';
import type { Question } from '../../surveys/questionnaire.ts';
import { type Category, isNumeric, type Variable } from '../../surveys/variable.ts';
import type { RegisterLibrary } from '../coverage.ts';
import type { Dataset } from '../dataset.ts';
import { noneMissing, type Share } from '../figure.ts';
import type { Mask } from '../library-counts.ts';
import { summarise } from '../statistics/summary.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { ordinalAssociation, type Tested } from './association.ts';
import { type CrossCounts, countCross } from './cross-counts.ts';
import { type CrossDraft, hasOptionsApart, isChosen, ofTable } from './cross-tables.ts';
import type { CrossGroup, CrossRow, GroupSummary } from './explored.ts';
import { isRegisterFact, noGroup, type Split } from './splits.ts';

/** What a library's figure is the mean of: per category 1 or 0, or a value. Null: no figure. */
type Values = readonly (number | null)[];

/** The tables of these variables by the groups of a split, or of everybody together without one. */
export function libraryDrafts(
  dataset: Dataset,
  register: readonly RegisterLibrary[],
  question: Question,
  variables: readonly Variable[],
  split: Split | null,
  mask: Mask,
): readonly CrossDraft[] {
  const known = variables.map(({ name }) => variableNamed(dataset.codebook, name));
  const tables = new LibraryTables(dataset, register, split, mask);
  if (hasOptionsApart(question)) return known.length === 0 ? [] : [tables.options(question, known)];
  return known.map((variable) => (isNumeric(variable) ? tables.numbers(variable) : tables.answers(variable)));
}

/** Libraries' means of one value in every group, and over all their answers (last). */
type Means = readonly (readonly number[])[];

class LibraryTables {
  readonly #dataset: Dataset;
  readonly #split: Split | null;
  readonly #mask: Mask;
  readonly #groups: Split['groups'];
  /** Libraries in the register: per group where the split is a fact of the register, and in all. */
  readonly #populations: readonly (number | undefined)[];

  constructor(dataset: Dataset, register: readonly RegisterLibrary[], split: Split | null, mask: Mask) {
    this.#dataset = dataset;
    this.#split = split;
    this.#mask = mask;
    this.#groups = split?.groups ?? [];
    const fact = split && isRegisterFact(split.variable) ? split.variable : null;
    const inGroup = (code: string) =>
      fact === null || mask !== null
        ? undefined
        : register.filter((library) => library[fact] === code).length;
    this.#populations = [
      ...this.#groups.map(({ code }) => inGroup(code)),
      mask === null && register.length > 0 ? register.length : undefined,
    ];
  }

  answers(variable: Variable): CrossDraft {
    const figures = variable.categories.flatMap((category, byte) =>
      category.missing === null ? [{ ...category, byte }] : [],
    );
    const ordered = figures.length > 2 && figures.every(({ value }) => value !== null);
    const counted = countCross(this.#dataset, variable, this.#split, this.#mask);
    const means = (valueIn: (category: Category, byte: number) => number | null) =>
      this.#meansOf(
        counted,
        variable.categories.map((category, byte) =>
          category.missing === null ? valueIn(category, byte) : null,
        ),
      );
    const values = ordered ? means(({ value }) => value) : null;
    const shares = figures.map(({ byte: own }) => means((_, byte) => Number(byte === own)));
    const tested = values ?? (figures.length === 2 ? shares[0] : undefined);
    return {
      table: {
        ...this.#head(variable, shares[0]),
        groups: this.#groupsOf(shares[0], values),
        rows: figures.map(({ code, label, value }, place) =>
          this.#row({ code, label, value }, shares[place]),
        ),
      },
      tested: [tested ? this.#test(tested) : null],
      perRow: false,
    };
  }

  options(question: Question, variables: readonly Variable[]): CrossDraft {
    const shares = variables.map((variable) => {
      const chosen = isChosen(variable);
      return this.#meansOf(
        countCross(this.#dataset, variable, this.#split, this.#mask),
        variable.categories.map(({ missing, code }) => (missing === null ? Number(chosen(code)) : null)),
      );
    });
    return {
      table: {
        ...this.#head(variables[0] as Variable, shares[0]),
        variable: question.code,
        item: null,
        groups: this.#groupsOf(shares[0], null),
        rows: variables.map(({ name, item, label }, place) =>
          this.#row({ code: name, label: item ?? label, value: null }, shares[place]),
        ),
      },
      tested: shares.map((means) => this.#test(means)),
      perRow: true,
    };
  }

  numbers(variable: Variable): CrossDraft {
    const means = this.#meansOfNumbers(variable);
    return {
      table: { ...this.#head(variable, means), groups: this.#groupsOf(means, means), rows: [] },
      tested: [this.#test(means)],
      perRow: false,
    };
  }

  #meansOf({ perLibrary, places }: CrossCounts, values: Values): Means {
    const sums = new LibrarySums(perLibrary.lines - 1, this.#groups.length + 1);
    const { width, table } = perLibrary;
    for (let library = 0; library < perLibrary.lines - 1; library += 1) {
      for (const [place, value] of values.entries()) {
        if (value === null) continue;
        for (let group = 0; group <= this.#groups.length; group += 1) {
          const people = table[(library + 1) * width + group * places + place] as number;
          if (people > 0) this.#add(sums, library, group, value, people);
        }
      }
    }
    return sums.means();
  }

  #meansOfNumbers(variable: Variable): Means {
    const { library, libraries } = this.#dataset;
    const numbers = this.#dataset.numbers(variable.name);
    const of = this.#split?.of;
    const sums = new LibrarySums(libraries.length, this.#groups.length + 1);
    for (let row = 0; row < numbers.length; row += 1) {
      const [from, value] = [library[row] as number, numbers[row] as number];
      if (from < 0 || Number.isNaN(value) || (this.#mask !== null && this.#mask[row] !== 1)) continue;
      this.#add(sums, from, Math.min(of?.[row] ?? noGroup, this.#groups.length), value, 1);
    }
    return sums.means();
  }

  /** Counts people of a library in their group and in all. */
  #add(sums: LibrarySums, library: number, group: number, value: number, people: number): void {
    const all = this.#groups.length;
    // With a split, who is in no group is in no column and not in the total.
    if (group < all) sums.add(library, group, value, people);
    if (group < all || !this.#split) sums.add(library, all, value, people);
  }

  #head({ name, label, item }: Variable, means: Means | undefined) {
    const { variable = '', label: byLabel = null } = this.#split ?? {};
    return {
      variable: name,
      label,
      item,
      by: { variable, label: byLabel },
      openness: 'full' as const,
      base: means?.at(-1)?.length ?? 0,
      percentages: ofTable,
      excluded: null,
    };
  }

  #groupsOf(means: Means | undefined, values: Means | null): readonly CrossGroup[] {
    return this.#groups.map(({ code, label }, group) => ({
      code,
      label,
      base: means?.[group]?.length ?? 0,
      openness: 'full',
      summary: summaryOf(values?.[group] ?? []),
    }));
  }

  #row(head: Pick<CrossRow, 'code' | 'label' | 'value'>, means: Means | undefined): CrossRow {
    const shares = (means ?? []).map((group, place) => shareOfLibraries(group, this.#populations[place]));
    const total = shares.at(-1) ?? shareOfLibraries([], undefined);
    return {
      ...head,
      cells: shares
        .slice(0, -1)
        .map((ofGroup) => ({ count: null, ofGroup, ofRow: null, ofAll: null, residual: null })),
      total,
      everybody: total,
      association: null,
    };
  }

  /** Libraries differ by a fact of the register; by what their staff answered, the same library is in several groups. */
  #test(means: Means): Tested | null {
    if (!this.#split || !isRegisterFact(this.#split.variable)) return null;
    const groups = means.slice(0, -1);
    const values = [...new Set(groups.flat())].sort((one, other) => one - other);
    const placeOf = new Map(values.map((value, place) => [value, place]));
    const counts = groups.map((group) => {
      const row = values.map(() => 0);
      for (const value of group) {
        const place = placeOf.get(value) as number;
        row[place] = (row[place] ?? 0) + 1;
      }
      return row;
    });
    return ordinalAssociation(counts, false, false);
  }
}

/** Sums of a value per library, in each of so many groups. */
class LibrarySums {
  readonly #groups: number;
  readonly #sums: Float64Array;
  readonly #people: Uint32Array;

  constructor(libraries: number, groups: number) {
    this.#groups = groups;
    this.#sums = new Float64Array(libraries * groups);
    this.#people = new Uint32Array(libraries * groups);
  }

  add(library: number, group: number, value: number, people: number): void {
    const cell = library * this.#groups + group;
    this.#sums[cell] = (this.#sums[cell] as number) + value * people;
    this.#people[cell] = (this.#people[cell] as number) + people;
  }

  /** Per group the means of the libraries that have people in it. */
  means(): Means {
    return Array.from({ length: this.#groups }, (_, group) => {
      const means: number[] = [];
      for (let cell = group; cell < this.#sums.length; cell += this.#groups) {
        const people = this.#people[cell] as number;
        if (people > 0) means.push((this.#sums[cell] as number) / people);
      }
      return means;
    });
  }
}

function summaryOf(values: readonly number[]): GroupSummary | null {
  const summary = summarise(values);
  if (!summary) return null;
  const { base: n, mean, interval, standardDeviation, median } = summary;
  return { n, mean, interval, standardDeviation, median };
}

/** A mean over libraries of their own shares. It is no count: a library with two answers can be half. */
function shareOfLibraries(means: readonly number[], population: number | undefined): Share {
  const base = means.length;
  const estimate = base === 0 ? null : means.reduce((sum, mean) => sum + mean, 0) / base;
  const known = population !== undefined && population >= base ? { population } : {};
  return {
    count: null,
    base,
    estimate,
    interval: estimate === null ? null : wilsonInterval(Math.min(base, estimate * base), base, known),
    missing: noneMissing,
    unit: 'libraries',
    method: 'wilson',
    openness: 'full',
  };
}
