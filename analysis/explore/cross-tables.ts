// The cross-tables of a question: one per variable, or one with a row per option where people may choose several. Counts
// first, then everything else from the counts.
import { variableNamed } from '../../surveys/codebook.ts';
import { variablesOf } from '../../surveys/question-types/index.ts';
import { ticked } from '../../surveys/question-types/multiple.ts';
import { unranked } from '../../surveys/question-types/rank.ts';
import type { Question, Questionnaire } from '../../surveys/questionnaire.ts';
import { isNumeric, type Variable } from '../../surveys/variable.ts';
import type { Dataset } from '../dataset.ts';
import type { Mask } from '../library-counts.ts';
import { chiSquare } from '../statistics/chi-square.ts';
import type { ClusterMean } from '../statistics/cluster-mean.ts';
import { summariseCounts } from '../statistics/summary.ts';
import type { ValueCount } from '../statistics/value-counts.ts';
import { figuresIn } from '../tabulate.ts';
import { nominalAssociation, ordinalAssociation, type Tested } from './association.ts';
import {
  answersTogether,
  type CrossCounts,
  countCross,
  countIn,
  countNumbers,
  meanIn,
  tableOfLibraries,
} from './cross-counts.ts';
import { type RowShares, sharesOfRows } from './cross-shares.ts';
import type { CrossGroup, CrossRow, CrossTable, GroupSummary } from './explored.ts';
import type { Split } from './splits.ts';

/** A table whose comparisons are not yet corrected: `tested` has one test, or one per row of a table of options. */
export interface CrossDraft {
  readonly table: Omit<CrossTable, 'association' | 'said'>;
  readonly tested: readonly (Tested | null)[];
  readonly perRow: boolean;
}

/** Whether the options of a question stand alone: each has a row, and each its own comparison. */
export function hasOptionsApart(question: Question): boolean {
  return question.type === 'multiple' || question.type === 'pick' || question.type === 'rank';
}

/** The variables of a question that can be crossed: all but words. */
export function crossedVariables(questionnaire: Questionnaire, question: Question): readonly Variable[] {
  return variablesOf(questionnaire, question).filter(
    ({ measure }) => measure !== 'text' && measure !== 'register',
  );
}

/** The tables of these variables of one question by the groups of a split, over the rows of the mask. */
export function crossDrafts(
  dataset: Dataset,
  question: Question,
  variables: readonly Variable[],
  split: Split,
  mask: Mask,
): readonly CrossDraft[] {
  const known = variables.map(({ name }) => variableNamed(dataset.codebook, name));
  if (hasOptionsApart(question)) return known.length === 0 ? [] : [optionsDraft(dataset, known, split, mask)];
  return known.map((variable) =>
    isNumeric(variable)
      ? numbersDraft(dataset, variable, split, mask)
      : answersDraft(variable, countCross(dataset, variable, split, mask), split),
  );
}

/** Percentages that add up: of who is in the table. */
export const ofTable = { ofGroup: 'table', ofRow: 'table' } as const;

function headOf({ name, label, item }: Variable, split: Split) {
  return {
    variable: name,
    label,
    item,
    by: { variable: split.variable, label: split.label },
    openness: 'full' as const,
    percentages: ofTable,
  };
}

function answersDraft(variable: Variable, counted: CrossCounts, split: Split): CrossDraft {
  const places = figuresIn(variable);
  const figures = places.flatMap((place) => variable.categories[place] ?? []);
  const groups = [...split.groups.keys()];
  const counts = places.map((place) => groups.map((group) => countIn(counted, group, place)));
  const bases = groups.map((group) => sumOf(counts.map((row) => row[group] ?? 0)));
  const base = sumOf(bases);
  const residuals = chiSquare(counts)?.adjustedResiduals;
  const ordered = figures.length > 2 && figures.every(({ value }) => value !== null);
  const perGroup = groups.map((group) =>
    figures
      .map(({ value }, place) => ({ value: value ?? place, count: counts[place]?.[group] ?? 0 }))
      .sort((one, other) => one.value - other.value),
  );
  const alone = places.map((place) => [place]);
  const shares = sharesOfRows(counted, alone, places);
  const tested = ordered
    ? ordinalAssociation(
        perGroup.map((values) => values.map(({ count }) => count)),
        split.ordered,
        answersTogether(counted, places),
      )
    : nominalAssociation(counts, tableOfLibraries(counted, alone));
  return {
    table: {
      ...headOf(variable, split),
      base,
      groups: groupsOf(split, bases, (group) =>
        ordered ? summaryOf(perGroup[group] ?? [], meanIn(counted, group, valuesOf(variable))) : null,
      ),
      rows: figures.flatMap(({ code, label, value }, row) => {
        const own = shares[row];
        return own ? [rowOf({ code, label, value }, own, residuals?.[row])] : [];
      }),
      excluded: {
        noAnswer:
          sumOf(counted.perLibrary.totals) - sumOf(places.map((place) => inAllGroups(counted, place))),
        noGroup: sumOf(places.map((place) => countIn(counted, counted.groups, place))),
      },
    },
    tested: [tested],
    perRow: false,
  };
}

/** One row per option: who chose it, of those in the group whom the option was offered. */
function optionsDraft(
  dataset: Dataset,
  variables: readonly Variable[],
  split: Split,
  mask: Mask,
): CrossDraft {
  const groups = [...split.groups.keys()];
  const options = variables.map((variable) => {
    const counted = countCross(dataset, variable, split, mask);
    const among = figuresIn(variable);
    const holds = isChosen(variable);
    const chosen = among.filter((place) => holds(variable.categories[place]?.code ?? ''));
    const sumIn = (places: readonly number[]) =>
      [...groups, counted.groups].map((group) =>
        sumOf(places.map((place) => countIn(counted, group, place))),
      );
    return { variable, counted, among, chosen, counts: sumIn(chosen), bases: sumIn(among) };
  });
  const widest = groups.map((group) => Math.max(0, ...options.map(({ bases }) => bases[group] ?? 0)));
  const [first] = options;
  const rows = options.flatMap(({ variable, counted, among, chosen, ...option }) => {
    const own = groups.map((group) => option.bases[group] ?? 0);
    const counts = groups.map((group) => option.counts[group] ?? 0);
    const table = [counts, own.map((base, group) => base - (counts[group] ?? 0))];
    const others = among.filter((place) => !chosen.includes(place));
    const head = { code: variable.name, label: variable.item ?? variable.label, value: null };
    const residuals = chiSquare(table)?.adjustedResiduals[0];
    return sharesOfRows(counted, [chosen], among).map((shares) => ({
      row: rowOf(head, shares, residuals),
      tested: nominalAssociation(table, tableOfLibraries(counted, [chosen, others])),
    }));
  });
  const answered = Math.max(0, ...options.map(({ bases }) => sumOf(bases)));
  return {
    table: {
      ...headOf(variables[0] as Variable, split),
      variable: (variables[0] as Variable).question,
      item: null,
      base: sumOf(widest),
      groups: groupsOf(split, widest, () => null),
      rows: rows.map(({ row }) => row),
      excluded: {
        noAnswer: sumOf(first?.counted.perLibrary.totals ?? []) - answered,
        noGroup: first?.bases.at(-1) ?? 0,
      },
    },
    tested: rows.map(({ tested }) => tested),
    perRow: true,
  };
}

/** Which codes mean that an option was chosen: ticked, or given a place. */
export function isChosen({ type }: Variable): (code: string) => boolean {
  return type === 'rank' ? (code) => code !== unranked : (code) => code === ticked;
}

function numbersDraft(dataset: Dataset, variable: Variable, split: Split, mask: Mask): CrossDraft {
  const { values, counts, means, clustered } = countNumbers(dataset, variable.name, split, mask);
  const groups = counts.slice(0, -1);
  const bases = groups.map(sumOf);
  const rows = mask === null ? dataset.size : sumOf(mask);
  const answered = sumOf(bases) + sumOf(counts.at(-1) ?? []);
  return {
    table: {
      ...headOf(variable, split),
      base: sumOf(bases),
      groups: groupsOf(split, bases, (group) =>
        summaryOf(
          values.map((value, place) => ({ value, count: groups[group]?.[place] ?? 0 })),
          means[group] ?? null,
        ),
      ),
      rows: [],
      excluded: { noAnswer: rows - answered, noGroup: sumOf(counts.at(-1) ?? []) },
    },
    tested: [
      ordinalAssociation(
        groups.map((row) => [...row]),
        split.ordered,
        clustered,
      ),
    ],
    perRow: false,
  };
}

function groupsOf(
  split: Split,
  bases: readonly number[],
  summary: (group: number) => GroupSummary | null,
): readonly CrossGroup[] {
  return split.groups.map(({ code, label }, group) => ({
    code,
    label,
    base: bases[group] ?? 0,
    openness: 'full',
    summary: summary(group),
  }));
}

function summaryOf(counts: readonly ValueCount[], clustered: ClusterMean | null): GroupSummary | null {
  const summary = summariseCounts(counts.filter(({ count }) => count > 0));
  if (!summary || !clustered) return null;
  const { base: n, mean, standardDeviation, median } = summary;
  return { n, mean, interval: clustered.interval, standardDeviation, median };
}

/** Values per place of a variable; null where a category is no figure. */
function valuesOf({ categories }: Variable): readonly (number | null)[] {
  return categories.map(({ missing, value }) => (missing === null ? value : null));
}

function rowOf(
  head: Pick<CrossRow, 'code' | 'label' | 'value'>,
  { cells, total, everybody }: RowShares,
  residuals: readonly (number | null)[] | undefined,
): CrossRow {
  return {
    ...head,
    cells: cells.map((ofGroup, group) => {
      const count = ofGroup.count ?? 0;
      return {
        count,
        ofGroup,
        ofRow: total.count ? count / total.count : null,
        ofAll: total.base ? count / total.base : null,
        residual: residuals?.[group] ?? null,
      };
    }),
    total,
    everybody,
    association: null,
  };
}

function inAllGroups(counted: CrossCounts, place: number): number {
  let sum = 0;
  for (let group = 0; group <= counted.groups; group += 1) sum += countIn(counted, group, place);
  return sum;
}

function sumOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < counts.length; place += 1) sum += counts[place] as number;
  return sum;
}
