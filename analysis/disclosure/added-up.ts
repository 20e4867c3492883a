// Figures that add up cells of one variable's table by a background, such as who stays below what their level requires. Beside
// everybody's distribution such a sum may leave a cell that no view shows. So it stands only where it follows from cells and
// totals that every view shows, or tells of no few (docs/rules.md, Subtraction).
import { variableNamed } from '../../surveys/codebook.ts';
import { isNumeric } from '../../surveys/variable.ts';
import type { RegisterLibrary } from '../coverage.ts';
import type { Dataset } from '../dataset.ts';
import { registerFacts } from '../explore/splits.ts';
import type { Filter } from '../results/survey.ts';
import type { Family } from './family.ts';
import { familyFor } from './kept-families.ts';
import { isSmall } from './lines.ts';
import { minimums } from './minimums.ts';
import { keepsExchanges } from './sum-exchange.ts';

/** Which answers to a variable are added up in which groups of a background. */
export interface CellSum {
  readonly variable: string;
  readonly background: string;
  /** The one group of another background that is counted, if any. */
  readonly within: readonly Filter[];
  /** Whether an answer of a group is counted; who is in no group never is. */
  readonly counts: (group: string, answer: string) => boolean;
}

export interface SumInput {
  readonly dataset: Dataset;
  readonly register: readonly RegisterLibrary[];
  /** As the project declares them; what this survey does not ask is passed over. */
  readonly background: readonly string[];
}

/** The table a sum is taken from, group by group and answer by answer; the last group is who is in none. */
export interface Cells {
  readonly groups: readonly (string | null)[];
  readonly counts: readonly (readonly number[])[];
  readonly hidden: readonly ReadonlySet<number>[];
  readonly inSum: (group: number, answer: number) => boolean;
}

/** Whether readers can add the figure up from what they see. */
export function followsFromShown(sum: CellSum, input: SumInput): boolean {
  const read = cellsOf(sum, input);
  return read !== null && isSumOfLines(sum, read.cells, read.family);
}

/**
 * Whether a figure of everybody follows from what readers see, or else lets no small cell of any view be worked out, and
 * leaves no few when everybody's answers are subtracted.
 */
export function tellsOfNoFew(sum: CellSum, input: SumInput): boolean {
  const read = cellsOf(sum, input);
  if (!read) return false;
  const { cells, family } = read;
  if (isSumOfLines(sum, cells, family)) return true;
  const facts = input.register.length > 0 ? registerFacts : [];
  const others = [...facts, ...input.background].filter(
    (name) => name !== sum.background && family.isBackground(name),
  );
  return !leavesFew(cells) && keepsExchanges(sum, cells, family, others);
}

/** Whether an answer that counts is, where it counts or elsewhere, that of one to four people. */
function leavesFew({ counts, inSum }: Cells): boolean {
  return (counts[0] ?? []).some((_, answer) => {
    const people = (inside: boolean) =>
      counts.reduce(
        (sum, own, group) => (inSum(group, answer) === inside ? sum + (own[answer] ?? 0) : sum),
        0,
      );
    return (
      counts.some((_own, group) => inSum(group, answer)) &&
      [true, false].some((side) => isSmall(people(side)))
    );
  });
}

/** Null where no table of the family gives the cells. */
function cellsOf(
  { variable: name, background, within, counts }: CellSum,
  input: SumInput,
): { readonly cells: Cells; readonly family: Family } | null {
  const { dataset, register } = input;
  const variable = variableNamed(dataset.codebook, name);
  const declared = input.background.filter((one) => dataset.codebook.position.has(one));
  const family = familyFor(dataset, register, declared);
  const known = [background, ...within.map((filter) => filter.variable)].every((one) =>
    family.isBackground(one),
  );
  // Tables show of a ranked option whether it was, of words whether there are any, and of a number no counts.
  const counted = variable.measure !== 'text' && variable.type !== 'rank' && !isNumeric(variable);
  if (!known || !counted || family.isBackground(name)) return null;
  if (within.length > 0 && family.refuses(within)) return null;
  const answers = variable.categories.flatMap(({ code, missing }) => (missing === null ? [code] : []));
  const groups = [...family.groupsBy(background), null];
  const filtersOf = (code: string | null) => [...within, { variable: background, code }];
  return {
    family,
    cells: {
      groups,
      counts: groups.map((code) => family.countsIn(name, filtersOf(code))),
      hidden: groups.map((code) => family.hiddenAnswers(name, filtersOf(code))),
      inSum: (group, answer) => {
        const code = groups[group] ?? null;
        return code !== null && counts(code, answers[answer] ?? '');
      },
    },
  };
}

/**
 * What is hidden is known as sums alone: of an answer over groups, of a group over answers. A sum of hidden cells follows
 * from those where each group and each answer can be given a number so that every hidden cell's two numbers make 1 inside
 * the sum and 0 outside. One number of a connected part is free, the others follow.
 */
function isSumOfLines({ variable, background, within }: CellSum, cells: Cells, family: Family): boolean {
  const { groups, counts, hidden, inSum } = cells;
  const people = counts.map((own) => own.reduce((sum, count) => sum + count, 0));
  const tellsBase = (group: number) => {
    const code = groups[group] ?? null;
    const filters = [...within, { variable: background, code }];
    return code !== null && !family.refuses(filters) && (people[group] ?? 0) >= minimums.cross;
  };
  // Groups and answers whose total nobody sees have no number of their own.
  const unseen = [...groups.keys()].filter((group) => !tellsBase(group));
  const ofGroup = new Map(unseen.map((group) => [group, 0]));
  const ofAnswer = new Map([...family.hiddenAnswers(variable, within)].map((answer) => [answer, 0]));
  let left = hidden.flatMap((own, group) =>
    people[group] === 0 ? [] : [...own].map((answer) => ({ group, answer })),
  );
  for (let [first] = left; first; [first] = left) {
    const next = left.find(({ group, answer }) => ofGroup.has(group) || ofAnswer.has(answer)) ?? first;
    const { group, answer } = next;
    const worth = Number(inSum(group, answer));
    const own = ofGroup.get(group) ?? worth - (ofAnswer.get(answer) ?? 0);
    const other = ofAnswer.get(answer) ?? worth - own;
    if (own + other !== worth) return false;
    ofGroup.set(group, own);
    ofAnswer.set(answer, other);
    left = left.filter((cell) => cell !== next);
  }
  return true;
}
