// A view of the explorer as a reader may see it. Tables by a background read which cells are hidden from the family; tables
// by another question have suppression of their own, for everybody together alone.
//
// A test is told only where no cell of its table is hidden: from a chi-square, a residual or a mean one hidden cell could
// be worked out of the others. Weighted figures and figures of libraries are sums with other weights, from which hidden
// cells could be worked out too: a reader sees them where nothing of the variable is hidden by province, size class and
// the view's own backgrounds, in whole percents.

import { variableNamed } from '../../surveys/codebook.ts';
import { isNumeric, type Variable } from '../../surveys/variable.ts';
import { correctTogether } from '../explore/association.ts';
import { countCross, shareIn } from '../explore/cross-counts.ts';
import { comparisonsIn, type ExploreInput, saidTogether } from '../explore/explore.ts';
import type { CrossGroup, CrossRow, CrossTable, Explored, Said } from '../explore/explored.ts';
import { saidOfTable } from '../explore/said.ts';
import { maskOf, registerFacts, splitBy } from '../explore/splits.ts';
import { type Correction, mostBackgrounds } from '../explore/view.ts';
import type { Share } from '../figure.ts';
import type { Filter } from '../results/survey.ts';
import { openByQuestion } from './by-question.ts';
import type { Family } from './family.ts';
import { discloseGap } from './gap.ts';
import { hasSpread } from './number-values.ts';
import { discloseQuestion } from './questions.ts';
import { discloseNumberGroup, hideCells, inWholePercents, rounded, withheldTable } from './table-copies.ts';
import { groupsHidden, groupView, opennessOf } from './views.ts';

const refusal = (reason: string, values: Said['values'] = {}): Said => ({
  key: `explore.said.refusal.${reason}`,
  values,
});

/** @param single whether this reader may see single answers, such as the highest. */
export function discloseExplored(
  explored: Explored,
  input: ExploreInput,
  family: Family,
  single: boolean,
): Explored {
  const { view } = explored;
  const group = groupView(family, view.filters);
  const crossing = view.by === null ? [] : [view.by, view.question];
  const split = crossing.filter((name) => family.isBackground(name));
  const tooMany = view.by !== null && view.filters.length + split.length > mostBackgrounds;
  // The family has no table of a background within its own group.
  const twice = view.filters.some(({ variable }) => split.includes(variable));
  const alone = view.by !== null && !crossing.some((name) => family.isBackground(name));
  const askedOther = alone && view.filters.length > 0;
  const refusals: Said[] = [];
  if (group.refused) refusals.push(refusal('smallGroup'));
  if (tooMany) refusals.push(refusal('tooManyBackgrounds', { most: mostBackgrounds }));
  if (twice) refusals.push(refusal('ownGroup'));
  if (askedOther) refusals.push(refusal('otherFiltered'));
  const refused = group.refused || tooMany || twice || askedOther;
  const guard = new TableGuard(input, family, view.filters, view.unit === 'libraries');
  const open = refused ? [] : (explored.crosses ?? []).map((table) => guard.disclose(table));
  const crosses = explored.crosses === null ? null : retested(open, view.correction);
  if (crosses?.some(hasHidden)) refusals.push(refusal('hiddenCells'));
  const gap = explored.gap && discloseGap(explored.gap, group.crossed);
  const comparisons = crosses ? comparisonsIn(crosses) : 0;
  const weighted = explored.weighted.filter(({ variable }) => guard.opensSums(variable, view.by));
  if (group.crossed && explored.weighted.length > 0) refusals.push(refusal('weightedFiltered'));
  else if (weighted.length < explored.weighted.length) refusals.push(refusal('weightedHidden'));
  // Weights hang on province and size: of other groups a weighted share is a sum over three backgrounds.
  const groupsOpen = registerFacts.some((fact) => fact === view.by);
  if (weighted.length > 0 && !group.crossed && view.by !== null && !groupsOpen)
    refusals.push(refusal('weightedGroups'));
  return {
    ...explored,
    responses: group.refused ? null : explored.responses,
    libraries: group.refused ? null : explored.libraries,
    question: discloseQuestion(explored.question, group, single),
    crosses,
    gap,
    weighted: group.crossed ? [] : weighted.map((one) => inWholePercents(one, groupsOpen)),
    tested: comparisons === 0 ? null : { comparisons, method: view.correction },
    refusals: [...explored.refusals, ...refusals],
    said: saidTogether(crosses ?? [], gap?.said ?? null),
  };
}

/** Tests that may be told are corrected anew: a corrected p says something of every other p. */
function retested(tables: readonly CrossTable[], correction: Correction): readonly CrossTable[] {
  const all = tables.flatMap(({ association, rows }) => [association, ...rows.map((row) => row.association)]);
  const corrected = correctTogether(all, correction);
  let next = 0;
  return tables.map((table) => {
    const association = corrected[next] ?? null;
    const rows = table.rows.map((row, place) => ({
      ...row,
      association: corrected[next + 1 + place] ?? null,
    }));
    next += 1 + rows.length;
    const unsaid = { ...table, association, rows };
    return { ...unsaid, said: saidOfTable(unsaid) };
  });
}

function hasHidden({ openness, groups, rows }: CrossTable): boolean {
  return (
    openness === 'withheld' ||
    groups.some((group) => group.openness === 'withheld') ||
    rows.some(({ cells }) => cells.some(({ ofGroup }) => ofGroup.openness === 'withheld'))
  );
}

/** Which cells of a view's tables are hidden. */
class TableGuard {
  readonly #input: ExploreInput;
  readonly #family: Family;
  readonly #filters: readonly Filter[];
  readonly #libraries: boolean;

  constructor(input: ExploreInput, family: Family, filters: readonly Filter[], libraries: boolean) {
    this.#input = input;
    this.#family = family;
    this.#filters = filters;
    this.#libraries = libraries;
  }

  disclose(table: CrossTable): CrossTable {
    const { variable: by } = table.by;
    if (this.#libraries && !this.opensSums(table.variable, by || null)) return withheldTable(table);
    if (table.groups.length === 0) return this.#ofEverybody(table);
    if (this.#family.isBackground(by)) {
      return table.rows.length === 0 ? this.#ofNumbers(table) : this.#byBackground(table);
    }
    if (table.rows.length === 0 || this.#libraries) return withheldTable(table);
    if (this.#family.isBackground(table.variable)) return this.#ofBackground(table);
    const options = this.#optionsOf(table);
    return openByQuestion(table, options ?? this.#variablesOf(table.variable), options !== null, this.#input);
  }

  /** Whether sums with other weights than one may be told of a variable: nothing of it is hidden that they are sums of. */
  opensSums(name: string, by: string | null): boolean {
    const backgrounds = [
      ...registerFacts,
      ...(by === null ? [] : [by]),
      ...this.#filters.map((one) => one.variable),
    ];
    const asked = backgrounds.filter((one) => this.#family.isBackground(one));
    const variables = this.#variablesOf(name);
    if (this.#family.isBackground(name)) return false;
    return variables.every(
      (variable) => !isNumeric(variable) && !this.#family.keepsAny(variable.name, asked),
    );
  }

  /** A table of options is named for its question. */
  #variablesOf(name: string): readonly Variable[] {
    const { codebook } = this.#input.dataset;
    if (codebook.position.has(name)) return [variableNamed(codebook, name)];
    return codebook.variables.filter(({ question, measure }) => question === name && measure !== 'text');
  }

  #ofEverybody(table: CrossTable): CrossTable {
    const openness = opennessOf(table.base, false);
    return openness === 'full' ? rounded(table) : withheldTable(table);
  }

  #byBackground(table: CrossTable): CrossTable {
    const { variable: by } = table.by;
    const at = (code: string | null): readonly Filter[] => [...this.#filters, { variable: by, code }];
    const options = this.#optionsOf(table);
    // An option has a table of its own, in which either answer hidden hides its share.
    const hiddenIn = (row: CrossRow, place: number, code: string) => {
      const hidden = this.#family.hiddenAnswers(options ? row.code : table.variable, at(code));
      return options ? hidden.size > 0 : hidden.has(place);
    };
    const hidden = table.rows.map((row, place) => table.groups.map(({ code }) => hiddenIn(row, place, code)));
    const totals = table.rows.map((row, place) =>
      this.#hidesTotal(options ? row.code : table.variable, place, options) ? null : row.everybody,
    );
    const refused = table.groups.map(({ code }) => this.#family.refuses(at(code)));
    // Places of a ranking add up to who ranked: in a group one hidden option hides all.
    const ranked = options?.some(({ type }) => type === 'rank') ?? false;
    const shut = refused.map((one, group) => one || (ranked && hidden.some((row) => row[group] === true)));
    return hideCells(
      table,
      hidden,
      this.#libraries ? table.rows.map(({ total }) => total) : totals,
      shut,
      this.#libraries,
    );
  }

  /**
   * Whether a row tells nothing of everybody in the view. What it does tell is of everybody, also who is in no group: a
   * total without them would give the answers of those few.
   */
  #hidesTotal(variable: string, place: number, options: readonly Variable[] | null): boolean {
    const hidden = this.#family.hiddenAnswers(variable, this.#filters);
    return options ? hidden.size > 0 : hidden.has(place);
  }

  /** A background question by another question: the family's table of the other, seen from its side. */
  #ofBackground(table: CrossTable): CrossTable {
    const { variable: by } = table.by;
    const at = (code: string | null): readonly Filter[] => [
      ...this.#filters,
      { variable: table.variable, code },
    ];
    const hidden = table.rows.map(({ code }) => {
      const answers = this.#family.hiddenAnswers(by, at(code));
      return table.groups.map((_, group) => answers.has(group));
    });
    const refused = table.rows.map(({ code }) => this.#family.refuses(at(code)));
    const none = table.groups.map(() => false);
    if (!refused.includes(true) && !hidden.flat().includes(true))
      return hideCells(
        table,
        hidden,
        table.rows.map(({ total }) => total),
        none,
        false,
      );
    // Who gave no background is in no row, and would come back from a group's base without them.
    const all = this.#family.countsIn(by, this.#filters);
    const among = this.#amongAll(table.variable, by);
    const closed = this.#family.hiddenAnswers(by, this.#filters);
    const groups = table.groups.map((group, place) => ({
      ...group,
      base: closed.has(place) ? null : (all[place] ?? 0),
    }));
    const everyGroup = [...table.groups.keys()];
    const rows = table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, place) => ({ ...cell, ofGroup: among(row.code, [place]) })),
    }));
    const totals = table.rows.map(({ code }, row) => (refused[row] ? null : among(code, everyGroup)));
    const percentages = { ofGroup: 'everybody', ofRow: 'everybody' } as const;
    return hideCells({ ...table, percentages, groups, rows }, hidden, totals, none, false);
  }

  /** Shares of an answer among everybody in groups, whatever they did with the question. */
  #amongAll(name: string, by: string): (code: string, groups: readonly number[]) => Share {
    const { dataset, register } = this.#input;
    const variable = variableNamed(dataset.codebook, name);
    const mask = maskOf(dataset, register, this.#filters);
    const counted = countCross(dataset, variable, splitBy(dataset, register, by), mask);
    const everything = Array.from({ length: counted.places }, (_, place) => place);
    return (code, groups) => {
      const chosen = variable.categories.findIndex((category) => category.code === code);
      return shareIn(counted, groups, [chosen], everything);
    };
  }

  /** The options of a table that has a row for each; null for a table of the answers to one variable. */
  #optionsOf(table: CrossTable): readonly Variable[] | null {
    return this.#input.dataset.codebook.position.has(table.variable)
      ? null
      : this.#variablesOf(table.variable);
  }

  #ofNumbers(table: CrossTable): CrossTable {
    if (this.#filters.length > 0) return withheldTable(table);
    const { variable: by } = table.by;
    const closed = groupsHidden(this.#family, table.variable, by);
    const values = this.#family.valuesBy(table.variable, by);
    const groups = table.groups.map((group, place): CrossGroup => {
      const openness = closed.has(place) ? 'withheld' : opennessOf(group.base, true);
      return discloseNumberGroup(group, openness, hasSpread(values[place] ?? 0));
    });
    const whole =
      groups.every(({ openness }) => openness === 'full') &&
      !closed.has(groups.length) &&
      values.slice(0, groups.length).every(hasSpread);
    return {
      ...table,
      openness: opennessOf(table.base, true),
      base: closed.has(groups.length) ? null : table.base,
      groups,
      association: whole ? table.association : null,
      excluded: null,
    };
  }
}
