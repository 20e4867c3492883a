// Whether a sum of cells of a table by one background can be told beside everything the views of the family show, though it
// does not follow from them. The proof is that of exchange.ts: two people of different groups could have given each other's
// answers with nothing visible changing, and now the sum must not change either.
import type { Filter } from '../results/survey.ts';
import type { CellSum, Cells } from './added-up.ts';
import type { Family } from './family.ts';
import { isSmall } from './lines.ts';

/** Two people of these two groups who gave these two answers. */
interface Swap {
  readonly groups: readonly [number, number];
  readonly answers: readonly [number, number];
}

/**
 * Whether each cell of one to four people, or that leaves as few, still has an exchange that nobody would notice.
 * @param cells of the sum's table, over everybody.
 * @param others the other backgrounds of the family.
 */
export function keepsExchanges(
  { variable, background }: CellSum,
  cells: Cells,
  family: Family,
  others: readonly string[],
): boolean {
  const { counts, hidden, inSum, groups } = cells;
  const rows = [...counts.keys()];
  const answers = [...(counts[0] ?? []).keys()];
  const at = (group: number, answer: number) => counts[group]?.[answer] ?? 0;
  const isHidden = (group: number, answer: number) => hidden[group]?.has(answer) === true;
  const worth = (group: number, answer: number) => Number(inSum(group, answer));
  const total = (list: readonly number[]) => list.reduce((sum, count) => sum + count, 0);
  const isTold = (group: number, answer: number) => {
    const count = at(group, answer);
    const around = [total(counts[group] ?? []), total(rows.map((row) => at(row, answer)))];
    return count > 0 && [count, ...around.map((all) => all - count)].some(isSmall);
  };
  const isUnseen = ({ groups: [one, other], answers: [from, to] }: Swap) =>
    at(other, to) > 0 &&
    [one, other].every((group) => isHidden(group, from) && isHidden(group, to)) &&
    worth(one, to) - worth(one, from) === worth(other, to) - worth(other, from) &&
    others.every((name) => isUnseenBy(name, { groups: [one, other], answers: [from, to] }));
  const together = (name: string, group: number, code: string | null): readonly Filter[] => [
    { variable: background, code: groups[group] ?? null },
    { variable: name, code },
  ];
  const shut = new Set(
    others.filter((name) =>
      [...family.groupsBy(name), null].every((code) =>
        rows.every(
          (group) => family.hiddenAnswers(variable, together(name, group, code)).size === answers.length,
        ),
      ),
    ),
  );
  // By a second background too, where any of it is shown, two people of one of its groups must be able to exchange.
  const isUnseenBy = (name: string, { groups: [one, other], answers: [from, to] }: Swap) =>
    shut.has(name) ||
    [...family.groupsBy(name), null].some((code) => {
      const filters = (group: number) => together(name, group, code);
      const gives = (group: number, answer: number) =>
        (family.countsIn(variable, filters(group))[answer] ?? 0) > 0;
      const hides = (group: number) => {
        const own = family.hiddenAnswers(variable, filters(group));
        return own.has(from) && own.has(to);
      };
      return gives(one, from) && gives(other, to) && hides(one) && hides(other);
    });
  return rows.every((one) =>
    answers.every(
      (from) =>
        !isTold(one, from) ||
        rows.some(
          (other) =>
            other !== one &&
            answers.some((to) => to !== from && isUnseen({ groups: [one, other], answers: [from, to] })),
        ),
    ),
  );
}
