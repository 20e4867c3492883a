// The guaranteed family of views (docs/rules.md, Subtraction), and the one place that decides which of its cells are hidden: any variable
// by at most two backgrounds, from the project's declared list and the register's province and size class.
//
// Filtered on b and crossed by a is the same table as filtered on a and crossed by b, so hiding is decided once per
// variable, on its tables by every background and every two of them, and every view reads from there: whatever road one
// takes to a cell, it is hidden or shown alike. The tables of a variable share cells, so they are decided together.
//
// Decided here, and why:
// - Backgrounds in one view, filters and crossing together, are two at most. A background question is itself one.
// - A cell of 1 to 4 people is hidden, and so is one that leaves 1 to 4 others in its group or to its answer; and with
//   them as many others as it takes that totals give none back. exchange.ts proves that table by table, with the tables
//   it adds up to; that tables of other backgrounds do not help either is what a solver tries (subtraction.test.ts).
// - How many answered in a group is known to who subtracts, so nothing rests on hiding it. Groups of 1 to 4 people by two
//   backgrounds are hidden with others, so that these sizes do not come back from the groups around them.
// - What is split by a question that is no background is no part of the family (docs/rules.md, Few people calls a cross what is split
//   by background or register). It is offered for everybody together only, with suppression in its own table.
// - Means of numbers are sums, which tables of counts do not guard: a reader sees them by one background at most, of groups
//   that gave three different numbers, and with their spread where they gave ten.

import type { RegisterLibrary } from '../coverage.ts';
import type { Dataset } from '../dataset.ts';
import { groupNamed, isRegisterFact, noGroup } from '../explore/splits.ts';
import type { Filter } from '../results/survey.ts';
import { toppedUp } from '../topped-up.ts';
import { type Answered, Exchanges, type FamilyTable } from './exchange.ts';
import { answersOf, type GroupTable, groupsOfFewLibraries, hiddenSizes, hideGroups } from './group-cells.ts';
import { type Joint, jointOf } from './joint.ts';
import { hideLines, isSmall, smallCells } from './lines.ts';
import { minimums } from './minimums.ts';
import { valuesPerGroup } from './number-values.ts';

/** A group of one background, or where two cross. */
interface GroupPlace {
  readonly first: number;
  readonly second: number;
  /** The group's place in tables of these backgrounds. */
  readonly group: number;
}

const none: ReadonlySet<number> = new Set();

export class Family {
  readonly joint: Joint;
  readonly #dataset: Dataset;
  readonly #names: readonly string[];
  readonly #groups: readonly GroupTable[];
  readonly #tables = new Map<string, readonly FamilyTable[]>();
  readonly #values = new Map<string, readonly number[]>();
  /** Tables in which a small cell is kept. */
  readonly #keeps = new Set<FamilyTable>();

  /**
   * @param backgrounds variables of the dataset that figures may be filtered by or crossed with; the register's facts
   *   join them where there is a register.
   */
  constructor(dataset: Dataset, register: readonly RegisterLibrary[], backgrounds: readonly string[]) {
    this.#dataset = dataset;
    this.#names = [...(register.length > 0 ? ['province', 'sizeClass'] : []), ...backgrounds];
    this.joint = jointOf(dataset, register, this.#names);
    const places = [...this.#names.keys()];
    this.#groups = [
      ...places.map((first) => this.#groupTable(first, -1)),
      ...places.flatMap((first) => places.slice(first + 1).map((second) => this.#groupTable(first, second))),
    ];
  }

  /** The groups of a background, by their code. @throws RangeError when it is none. */
  groupsBy(background: string): readonly string[] {
    return this.#dimension(this.#names.indexOf(background)).split.groups.map(({ code }) => code);
  }

  /** Whether a variable or fact is among the backgrounds. */
  isBackground(name: string): boolean {
    return this.#names.includes(name);
  }

  /** Whether nothing of the group these filters leave may be shown. Without filters that is everybody. */
  refuses(filters: readonly Filter[]): boolean {
    const place = this.#placeOf(filters);
    return place !== null && this.#groupsOf(place).refused[place.group] === 1;
  }

  /** Whether how many people are in the group may be told. */
  tellsSize(filters: readonly Filter[]): boolean {
    const place = this.#placeOf(filters);
    return place === null || this.#groupsOf(place).hidden[place.group] === 0;
  }

  /**
   * Which answers to a variable are hidden in the group these filters leave, by their place among its figures (a
   * ranked option: chosen, not chosen; words: written, not written). Everybody's answers are no cross: none are.
   * @param filters at most two backgrounds; a code of null is the rest, who gave no figure.
   */
  hiddenAnswers(variable: string, filters: readonly Filter[]): ReadonlySet<number> {
    const place = this.#placeOf(filters);
    if (place === null) return none;
    if (this.isBackground(variable)) return this.#hiddenSizes(variable, filters);
    const { answers, table } = this.#tableOf(variable, place);
    const from = place.group * answers;
    return new Set([...Array(answers).keys()].filter((answer) => table.hidden[from + answer] === 1));
  }

  /** Whether the variable's tables by these backgrounds, one by one and two together, have a cell too small to show. */
  keepsAny(variable: string, backgrounds: readonly string[]): boolean {
    const places = backgrounds.map((name) => this.#names.indexOf(name));
    return this.#tablesOf(variable).some(
      (table) =>
        places.includes(table.first) &&
        (table.second < 0 || places.includes(table.second)) &&
        this.#keeps.has(table),
    );
  }

  /** How many gave each answer to a variable, among who the filters leave: for totals, as open as the group's cells. */
  countsIn(variable: string, filters: readonly Filter[]): readonly number[] {
    const { count } = answersOf(this.#dataset, variable);
    const place = this.#placeOf(filters);
    if (place) {
      const { table } = this.#tableOf(variable, place);
      return [...table.counts.subarray(place.group * count, (place.group + 1) * count)];
    }
    const { counts } = this.#count(variable);
    return Array.from({ length: count }, (_, answer) => {
      let sum = 0;
      for (let cell = answer; cell < counts.length; cell += count) sum += counts[cell] as number;
      return sum;
    });
  }

  /** How many gave the variable a figure, in each group of one background and last in the rest. */
  basesBy(variable: string, background: string): readonly number[] {
    const place = { first: this.#names.indexOf(background), second: -1, group: 0 };
    const { answers, table } = this.#tableOf(variable, place);
    return Array.from({ length: table.counts.length / answers }, (_, group) =>
      table.counts.subarray(group * answers, (group + 1) * answers).reduce((sum, count) => sum + count, 0),
    );
  }

  /** How many different numbers each group of one background gave, and last the rest: see `valuesPerGroup`. */
  valuesBy(variable: string, background: string): readonly number[] {
    const key = JSON.stringify([variable, background]);
    const known = this.#values.get(key);
    const values =
      known ?? valuesPerGroup(this.#dataset, this.#dimension(this.#names.indexOf(background)), variable);
    this.#values.set(key, values);
    return values;
  }

  /** The groups of one background that are refused, the rest last: never shown, but not refused for its size. */
  refusedBy(background: string): readonly boolean[] {
    const place = { first: this.#names.indexOf(background), second: -1, group: 0 };
    return [...this.#groupsOf(place).refused].map((refused) => refused === 1);
  }

  /** The place of the group in a background's groups. @throws RangeError when there is none. */
  groupIn(filter: Filter): number {
    const { split } = this.#dimension(this.#names.indexOf(filter.variable));
    const group = groupNamed(split, filter.code);
    return group === noGroup ? split.groups.length : group;
  }

  #dimension(place: number) {
    const dimension = this.joint.dimensions[place];
    if (!dimension) throw new RangeError('only declared backgrounds split or filter figures');
    return dimension;
  }

  /** @throws RangeError for more than two backgrounds, the same twice, or what is none. */
  #placeOf(filters: readonly Filter[]): GroupPlace | null {
    if (filters.length === 0) return null;
    const sorted = filters
      .map((filter) => ({ place: this.#names.indexOf(filter.variable), group: this.groupIn(filter) }))
      .sort((one, other) => one.place - other.place);
    const [one, other, third] = sorted;
    if (!one || third || one.place === other?.place)
      throw new RangeError('at most two different backgrounds');
    if (!other) return { first: one.place, second: -1, group: one.group };
    const width = this.#dimension(other.place).levels;
    return { first: one.place, second: other.place, group: one.group * width + other.group };
  }

  #groupsOf({ first, second }: GroupPlace): GroupTable {
    const found = this.#groups.find((table) => table.first === first && table.second === second);
    if (!found) throw new RangeError('there is no such table of groups');
    return found;
  }

  #tableOf(variable: string, { first, second }: GroupPlace) {
    const tables = this.#tablesOf(variable);
    const table = tables.find((one) => one.first === first && one.second === second);
    if (!table) throw new RangeError('there is no such table');
    return { table, answers: answersOf(this.#dataset, variable).count };
  }

  /** A background question by another background: which sizes are hidden. By two others it is not shown. */
  #hiddenSizes(variable: string, filters: readonly Filter[]): ReadonlySet<number> {
    const { groups } = this.#dimension(this.#names.indexOf(variable)).split;
    const [filter] = filters;
    const all = new Set(groups.keys());
    if (!filter || filters.length > 1 || filter.variable === variable || this.refuses(filters)) return all;
    return new Set(
      [...all].filter((group) => !this.tellsSize([filter, { variable, code: groups[group]?.code ?? null }])),
    );
  }

  #groupTable(first: number, second: number): GroupTable {
    const width = second < 0 ? 1 : this.#dimension(second).levels;
    const sizes = new Int32Array(this.#dimension(first).levels * width);
    const { level, people, combinations } = this.joint;
    const groupOf = Int32Array.from(
      { length: combinations },
      (_, combination) =>
        (level[first]?.[combination] as number) * width +
        (second < 0 ? 0 : (level[second]?.[combination] as number)),
    );
    for (let combination = 0; combination < combinations; combination += 1) {
      const group = groupOf[combination] as number;
      sizes[group] = (sizes[group] as number) + (people[combination] as number);
    }
    const hidden = second < 0 ? new Uint8Array(sizes.length) : hiddenSizes(sizes, width);
    const facts = [first, second].filter((place) => place >= 0);
    const ofRegister = facts.every((place) => isRegisterFact(this.#names[place] ?? ''));
    const fewLibraries = ofRegister
      ? groupsOfFewLibraries(this.#dataset, this.joint, groupOf, sizes.length)
      : new Uint8Array(sizes.length);
    const refused = sizes.map((size, group) => {
      const [row, column] = [Math.floor(group / width), group % width];
      const others = [...this.#around(sizes, width, row, column)].some((around) => isSmall(around - size));
      const few = size < minimums.cross || others || fewLibraries[group] === 1 || hidden[group] === 1;
      return Number(few);
    });
    return { first, second, groupOf, sizes, hidden, fewLibraries, refused: Uint8Array.from(refused) };
  }

  /** The sizes of what a group is a part of: everybody, or each of the two backgrounds alone. */
  *#around(sizes: Int32Array, width: number, row: number, column: number): Generator<number> {
    const sum = (holds: (group: number) => boolean) =>
      sizes.reduce((total, size, group) => (holds(group) ? total + size : total), 0);
    if (width === 1) yield this.#dataset.size;
    else {
      yield sum((group) => Math.floor(group / width) === row);
      yield sum((group) => group % width === column);
    }
  }

  /** The tables of a variable, with what is hidden in them decided. */
  #tablesOf(variable: string): readonly FamilyTable[] {
    const known = this.#tables.get(variable);
    if (known) return known;
    const answered = this.#count(variable);
    const tables = this.#groups.map((groups) => this.#countTable(answered, groups));
    const exchanges = new Exchanges(this.joint, answered.answers, tables);
    for (const [place, table] of tables.entries()) {
      const groups = this.#groups[place] as GroupTable;
      const width = table.second < 0 ? 1 : this.#dimension(table.second).levels;
      const shape = { answers: answered.answers, width };
      const small = smallCells(table.counts, shape, groups.fewLibraries);
      if (small.length > 0) this.#keeps.add(table);
      for (const cell of small) table.hidden[cell] = 1;
      hideLines(table, shape);
      hideGroups(table, groups, shape);
      // With nothing of a table shown, what is known of it is known from tables by one background, decided before.
      if (table.hidden.includes(0)) for (const cell of small) exchanges.protect(table, cell);
    }
    this.#tables.set(variable, tables);
    return tables;
  }

  #count(variable: string): Answered {
    const { count, ofByte } = answersOf(this.#dataset, variable);
    // Who gave no figure is counted behind the answers: a million rows feel a branch.
    const width = count + 1;
    const placeOf = ofByte.map((answer) => (answer === noGroup ? count : answer));
    const column = this.#dataset.column(variable);
    const { of, combinations, origin } = this.joint;
    const counted = toppedUp<Int32Array>({ origin, size: column.length }, variable, (known, from) => {
      const table = new Int32Array(combinations * width);
      if (known) table.set(known);
      for (let row = from; row < column.length; row += 1) {
        const cell = (of[row] as number) * width + (placeOf[column[row] as number] as number);
        table[cell] = (table[cell] as number) + 1;
      }
      return table;
    });
    const counts = new Int32Array(combinations * count);
    for (let combination = 0; combination < combinations; combination += 1) {
      const start = combination * width;
      counts.set(counted.subarray(start, start + count), combination * count);
    }
    return { answers: count, counts };
  }

  #countTable({ answers, counts }: Answered, { first, second, sizes, groupOf }: GroupTable): FamilyTable {
    const table = new Int32Array(sizes.length * answers);
    for (let combination = 0; combination < groupOf.length; combination += 1) {
      const group = (groupOf[combination] as number) * answers;
      const from = combination * answers;
      for (let answer = 0; answer < answers; answer += 1) {
        const cell = group + answer;
        table[cell] = (table[cell] as number) + (counts[from + answer] as number);
      }
    }
    return { first, second, groupOf, counts: table, hidden: new Uint8Array(table.length) };
  }
}
