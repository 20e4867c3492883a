// Whether tables can move on to newer answers without telling what was hidden: a cell that is hidden before and shown after
// with nobody new in it would say what it was, and with it the others of its line (docs/rules.md, Subtraction).
//
// The proof is the exchange of exchange.ts between two moments. Two people of two groups exchange answers: in the earlier table,
// where the later one hides the same cells, or with two new people who exchange them back; and in the later table by
// new people alone, so that the earlier one stays. For every small cell such an exchange is looked for in hidden cells.
// That tables by other backgrounds do not help is proved of each of them apart; all together is what a solver tries.
import type { Family } from './family.ts';
import { isSmall } from './lines.ts';

/** The tables of one variable that readers outside the team see. */
export interface ShownTables {
  readonly variable: string;
  /** Backgrounds it is split by, each alone. */
  readonly by: readonly string[];
  /** Two that split it together. */
  readonly together: readonly (readonly [string, string])[];
}

/** Whether these tables may follow the earlier ones. */
export function hiddenStays(before: Family, after: Family, tables: ShownTables): boolean {
  const backgrounds = [...new Set([...tables.by, ...tables.together.flat()])];
  return (
    tables.together.every((two) => hidesAlike(before, after, tables.variable, two)) &&
    backgrounds.every((background) => new Between(before, after, tables, background).stays())
  );
}

const groupsOf = (family: Family, background: string) => [...family.groupsBy(background), null];

/** Whether tables by two backgrounds hide the same cells before and after: no more is proved of these. */
function hidesAlike(
  before: Family,
  after: Family,
  variable: string,
  two: readonly [string, string],
): boolean {
  const [one, other] = two;
  return groupsOf(after, one).every((first) =>
    groupsOf(after, other).every((second) => {
      const filters = [
        { variable: one, code: first },
        { variable: other, code: second },
      ];
      const then = before.hiddenAnswers(variable, filters);
      const now = after.hiddenAnswers(variable, filters);
      return then.size === now.size && [...then].every((answer) => now.has(answer));
    }),
  );
}

interface Cell {
  readonly group: number;
  readonly answer: number;
}
/** A table at one moment: counts, and which are hidden, by group (the rest last) and answer. */
interface Moment {
  readonly counts: readonly (readonly number[])[];
  readonly hidden: readonly ReadonlySet<number>[];
}
const countIn = ({ counts }: Moment, { group, answer }: Cell) => counts[group]?.[answer] ?? 0;
const isHidden = ({ hidden }: Moment, { group, answer }: Cell) => hidden[group]?.has(answer) === true;

/** One table at two moments. */
class Between {
  readonly #then: Moment;
  readonly #now: Moment;
  readonly #families: readonly [Family, Family];
  readonly #tables: ShownTables;
  readonly #background: string;

  constructor(before: Family, after: Family, tables: ShownTables, background: string) {
    this.#families = [before, after];
    this.#tables = tables;
    this.#background = background;
    [this.#then, this.#now] = [this.#momentOf(before), this.#momentOf(after)];
  }

  stays(): boolean {
    return this.#now.counts.every((row, group) =>
      row.every((_, answer) => this.#keepsEarlier({ group, answer }) && this.#keepsLater({ group, answer })),
    );
  }

  #momentOf(family: Family): Moment {
    const { variable } = this.#tables;
    const filters = groupsOf(family, this.#background).map((code) => [{ variable: this.#background, code }]);
    return {
      counts: filters.map((filter) => family.countsIn(variable, filter)),
      hidden: filters.map((filter) => family.hiddenAnswers(variable, filter)),
    };
  }

  /** A small cell of the earlier table loses one, as a cell across does; the two beside them win one. */
  #keepsEarlier(cell: Cell): boolean {
    const [then, now] = [this.#then, this.#now];
    if (!isHidden(then, cell) || !isSmall(countIn(then, cell))) return true;
    return this.#around(cell).some(({ across, beside }) => {
      const all = [cell, across, ...beside];
      if (countIn(then, across) === 0 || !all.every((one) => isHidden(then, one))) return false;
      return all.every((one) => isHidden(now, one)) || this.#newTogether(beside);
    });
  }

  /** And one of the later table: new people exchange, or earlier ones where both tables hide them. */
  #keepsLater(cell: Cell): boolean {
    const [then, now] = [this.#then, this.#now];
    if (!isHidden(now, cell) || !isSmall(countIn(now, cell))) return true;
    return this.#around(cell).some(({ across, beside }) => {
      const all = [cell, across, ...beside];
      if (!all.every((one) => isHidden(now, one))) return false;
      const losing = [cell, across];
      const earlier =
        losing.every((one) => countIn(then, one) > 0) && all.every((one) => isHidden(then, one));
      return earlier || this.#newTogether(losing);
    });
  }

  /**
   * Whether new people of both cells can exchange answers with no other table changing: by every other background two of
   * them are of one group. Tables by two backgrounds would change.
   */
  #newTogether(pair: readonly Cell[]): boolean {
    if (this.#tables.together.length > 0) return false;
    if (!pair.every((cell) => countIn(this.#now, cell) > countIn(this.#then, cell))) return false;
    const others = this.#tables.by.filter((other) => other !== this.#background);
    return others.every((other) =>
      groupsOf(this.#families[1], other).some((code) =>
        pair.every((cell) => this.#hasNew(cell, other, code)),
      ),
    );
  }

  #hasNew({ group, answer }: Cell, other: string, code: string | null): boolean {
    const own = {
      variable: this.#background,
      code: groupsOf(this.#families[1], this.#background)[group] ?? null,
    };
    const [then = 0, now = 0] = this.#families.map(
      (family) => family.countsIn(this.#tables.variable, [own, { variable: other, code }])[answer] ?? 0,
    );
    return now > then;
  }

  /** The rectangles a cell is a corner of: the one across, and the two beside. */
  #around({ group, answer }: Cell): readonly { readonly across: Cell; readonly beside: readonly Cell[] }[] {
    return this.#now.counts.flatMap((row, other) =>
      row.flatMap((_, to) => {
        if (other === group || to === answer) return [];
        const beside = [
          { group, answer: to },
          { group: other, answer },
        ];
        return [{ across: { group: other, answer: to }, beside }];
      }),
    );
  }
}
