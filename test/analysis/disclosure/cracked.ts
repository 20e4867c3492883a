// The cells of a joint table that few people are in, and which of them somebody who saw all this can work out.
import { question } from './random-survey.ts';
import { groupsIn, type JointTable } from './seen.ts';
import { type Known, rangeOf } from './solver.ts';

/** Cells of 1 to 4 people: an answer in a group, or the group itself where it is of two backgrounds. */
export function smallCells(table: JointTable): readonly (readonly number[])[] {
  const groups = groupsIn(table).map((filters) =>
    Object.fromEntries(filters.map(({ variable, code }) => [variable, code])),
  );
  const answers = Array.from({ length: table.codes(question) }, (_, answer) => `${answer}`);
  const cells = groups.flatMap((fixed) =>
    answers.map((answer) => table.cells({ ...fixed, [question]: answer })),
  );
  const sizes = groups.filter((fixed) => Object.keys(fixed).length === 2).map((fixed) => table.cells(fixed));
  const distinct = new Map([...cells, ...sizes].map((list) => [list.join(), list]));
  return [...distinct.values()].filter((list) => table.people(list) > 0 && table.people(list) < 5);
}

/** The small cells that are known exactly; every so many of them is asked. */
export function cracked(
  table: JointTable,
  known: readonly Known[],
  every: number,
  small: readonly (readonly number[])[] = smallCells(table),
): readonly string[] {
  return small
    .filter((_, place) => place % every === 0)
    .flatMap((cells) => {
      const { lowest, highest } = rangeOf(table.size, known, cells);
      const pinned = Math.ceil(lowest - 1e-6) === Math.floor(highest + 1e-6);
      return pinned ? [`${table.people(cells)} people in ${cells.join()}`] : [];
    });
}
