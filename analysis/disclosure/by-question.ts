// A question by another question that is no background: not in the guaranteed family, so its table stands alone. What both
// questions show by themselves is known, so who left one of them open is a group like the others here: a total of the one
// question without the cells that are shown would give their answers to the other.

import type { Variable } from '../../surveys/variable.ts';
import { type CrossCounts, countCross, countIn, shareIn } from '../explore/cross-counts.ts';
import { isChosen } from '../explore/cross-tables.ts';
import type { ExploreInput } from '../explore/explore.ts';
import type { CrossTable } from '../explore/explored.ts';
import { splitBy } from '../explore/splits.ts';
import { type Counts, suppressTwoWay } from '../statistics/suppress-two-way.ts';
import { figuresIn } from '../tabulate.ts';
import { minimums } from './minimums.ts';
import { hideCells } from './table-copies.ts';

/** What a row of the table counts: places of its answer, of all answers with it, and of everything else. */
interface RowCounts {
  readonly counted: CrossCounts;
  readonly chosen: readonly number[];
  readonly others: readonly number[];
  readonly open: readonly number[];
}

/**
 * The table as readers may see it.
 * @param variables the one its rows are answers to, or with `options` one per row.
 */
export function openByQuestion(
  table: CrossTable,
  variables: readonly Variable[],
  options: boolean,
  { dataset, register }: Pick<ExploreInput, 'dataset' | 'register'>,
): CrossTable {
  const split = splitBy(dataset, register, table.by.variable);
  const counts = new Map(variables.map((variable) => [variable, countCross(dataset, variable, split, null)]));
  const rows = table.rows.map(({ code }): RowCounts => {
    const variable = variables.find(({ name }) => !options || name === code);
    const counted = variable && counts.get(variable);
    if (!counted) throw new RangeError(`no row "${code}"`);
    const figures = figuresIn(variable);
    const holds = options ? isChosen(variable) : (answer: string) => answer === code;
    const chosen = figures.filter((place) => holds(variable.categories[place]?.code ?? ''));
    const open = Array.from({ length: counted.places }, (_, place) => place);
    return {
      counted,
      chosen,
      others: figures.filter((place) => !chosen.includes(place)),
      open: open.filter((place) => !figures.includes(place)),
    };
  });
  const few = table.groups.map(({ base }) => (base ?? 0) < minimums.cross);
  const hidden = options ? hiddenOptions(table, rows) : hiddenAnswers(table, rows);
  const everybody = table.rows.map((row) => row.everybody);
  if (!few.includes(true) && !hidden.flat().includes(true))
    return hideCells(table, hidden, everybody, few, false);
  return hideCells(ofEverybody(table, rows), hidden, everybody, few, false);
}

/** Every group with all who are in it, also who left the question open: how many these are would be a difference. */
function ofEverybody(table: CrossTable, rows: readonly RowCounts[]): CrossTable {
  const all = ({ chosen, others, open }: RowCounts) => [...chosen, ...others, ...open];
  const [first] = rows;
  return {
    ...table,
    percentages: { ofGroup: 'everybody', ofRow: 'everybody' },
    groups: table.groups.map((group, place) => ({
      ...group,
      base: first ? sumIn(first.counted, place, all(first)) : null,
    })),
    rows: table.rows.map((row, place) => {
      const own = rows[place];
      if (!own) return row;
      const { counted, chosen } = own;
      return {
        ...row,
        cells: row.cells.map((cell, group) => ({
          ...cell,
          ofGroup: shareIn(counted, [group], chosen, all(own)),
        })),
      };
    }),
  };
}

function hiddenAnswers(table: CrossTable, rows: readonly RowCounts[]): readonly (readonly boolean[])[] {
  const [first] = rows;
  const lines = rows.map(({ counted, chosen }) => lineOf(counted, chosen));
  const rest = first ? [lineOf(first.counted, first.open)] : [];
  return hiddenAlone([...lines, ...rest], table.variable, table.by.variable).slice(0, -1);
}

/** Of an option who chose it and who did not: with either hidden its share is. */
function hiddenOptions(table: CrossTable, rows: readonly RowCounts[]): readonly (readonly boolean[])[] {
  return rows.map(({ counted, chosen, others, open }, place) => {
    const lines = [others, chosen, open].map((places) => lineOf(counted, places));
    const [not = [], yes = []] = hiddenAlone(lines, table.rows[place]?.code ?? '', table.by.variable);
    return yes.map((own, group) => own || not[group] === true);
  });
}

/** How many gave one of these answers, per group and last of who is in none. */
function lineOf(counted: CrossCounts, places: readonly number[]): readonly number[] {
  return Array.from({ length: counted.groups + 1 }, (_, group) => sumIn(counted, group, places));
}

function sumIn(counted: CrossCounts, group: number, places: readonly number[]): number {
  return places.reduce((sum, place) => sum + countIn(counted, group, place), 0);
}

/**
 * Which cells of a table by another question are hidden, row by row, without the last column. The same ones whichever of
 * both questions is the crossing one: the one whose name comes first is laid down as the rows.
 * @param counts a row per answer to `variable` and last who left it open, a column per answer to `by` and last the same.
 */
function hiddenAlone(counts: Counts, variable: string, by: string): readonly (readonly boolean[])[] {
  const [last, width] = [counts.length - 1, (counts[0]?.length ?? 1) - 1];
  // Who left both open gave no answer to protect: taken as known.
  const known = counts.map((line, row) => (row === last ? [...line.slice(0, -1), 0] : line));
  const turned = by < variable;
  const [lastRow, lastColumn] = turned ? [width, last] : [last, width];
  const places = suppressTwoWay(
    turned ? transposed(known) : known,
    minimums.cell,
    ({ row, column }) => row !== lastRow || column !== lastColumn,
    // Who leaves a question open is known to nobody but them: it is enough that their answers stay in doubt.
    ({ row, column }) => row === lastRow || column === lastColumn,
  );
  const hidden = counts.map((line) => line.slice(0, -1).map(() => false));
  for (const { row, column } of places) {
    const [at, group] = turned ? [column, row] : [row, column];
    const line = hidden[at];
    if (line && group < width) line[group] = true;
  }
  return hidden;
}

function transposed(counts: Counts): Counts {
  return (counts[0] ?? []).map((_, column) => counts.map((line) => line[column] ?? 0));
}
