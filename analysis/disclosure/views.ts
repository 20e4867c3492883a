// What a view may show: the table of docs/rules.md, Few people, and for a background group the cells that must stay hidden.
import type { Openness } from '../figure.ts';
import type { Filter } from '../results/survey.ts';
import type { Family } from './family.ts';
import { minimums } from './minimums.ts';
import { hasSpread, leastValues } from './number-values.ts';

/** How open a figure on this base is; a figure crossed with background is all or nothing below the verdict base. */
export function opennessOf(base: number | null, crossed: boolean): Openness {
  if (base === null || base < (crossed ? minimums.cross : minimums.anything)) return 'withheld';
  if (base < minimums.distribution) return 'countOnly';
  return base < minimums.verdict ? 'smallGroup' : 'full';
}

/** What holds for a view: whether it is a cross, whether nothing of it may be shown, and which answers may not. */
export interface View {
  readonly crossed: boolean;
  readonly refused: boolean;
  /** Which answers to a variable are hidden, by their place among its figures: see `Family.hiddenAnswers`. */
  hidden(variable: string): ReadonlySet<number>;
  /**
   * Whether a mean of the variable over this group must stay hidden. With the whole and the other groups open, what is
   * hidden comes back as one sum: of two groups and ten people at least.
   */
  hidesSum(variable: string): boolean;
  /** Whether the interval of a mean that is shown may be. */
  hasSpread(variable: string): boolean;
}

const none: ReadonlySet<number> = new Set();
export const wholeView: View = {
  crossed: false,
  refused: false,
  hidden: () => none,
  hidesSum: () => false,
  hasSpread: () => true,
};
/** A cross whose other side nobody asked about, such as an indicator among starters. */
export const partView: View = {
  crossed: true,
  refused: false,
  hidden: () => none,
  hidesSum: () => false,
  hasSpread: () => true,
};

/** The view of a group: one or two backgrounds of the family. Without filters it is everybody's. */
export function groupView(family: Family, filters: readonly Filter[]): View {
  const [filter, second] = filters;
  if (!filter) return wholeView;
  return {
    crossed: true,
    refused: family.refuses(filters),
    hidden: (variable) => family.hiddenAnswers(variable, filters),
    hidesSum: (variable) =>
      second !== undefined || groupsHidden(family, variable, filter.variable).has(family.groupIn(filter)),
    hasSpread: (variable) =>
      hasSpread(family.valuesBy(variable, filter.variable)[family.groupIn(filter)] ?? 0),
  };
}

/**
 * The groups whose sum stays hidden: the small ones and those in which it is a count in disguise, and the smallest of the
 * others until they cannot be told apart.
 */
export function groupsHidden(family: Family, variable: string, background: string): ReadonlySet<number> {
  const sizes = family.basesBy(variable, background);
  const refused = family.refusedBy(background);
  const people = (group: number) => sizes[group] ?? 0;
  const rising = [...sizes.keys()]
    .filter((group) => people(group) > 0)
    .sort((one, other) => people(one) - people(other));
  const values = family.valuesBy(variable, background);
  const hidden = new Set(
    rising.filter(
      (group) => refused[group] || people(group) < minimums.cross || (values[group] as number) < leastValues,
    ),
  );
  for (const group of rising) {
    const sum = [...hidden].reduce((total, one) => total + people(one), 0);
    if (hidden.size === 0 || (hidden.size > 1 && sum >= minimums.cross)) break;
    hidden.add(group);
  }
  return hidden;
}

export function opennessIn(base: number | null, view: View): Openness {
  return view.refused ? 'withheld' : opennessOf(base, view.crossed);
}
