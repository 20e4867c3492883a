// Which cells of a variable's tables must be hidden so that no small one comes back from the totals.
//
// The proof is an exchange. A small cell cannot be worked out from a table when two or four people could have given each
// other's answers without any visible figure of that table, or of the tables it adds up to, changing while the small cell
// does: who sees these figures cannot tell the one world from the other. For each small cell the exchange that would
// change the fewest visible people is looked for, and what it would change is hidden too, so that afterwards it changes
// nothing. Hiding more never undoes an exchange that was found, so one pass is enough and no table needs to be solved.
//
// A table by two backgrounds is proved with the two tables by one of them that it adds up to. That tables of other pairs
// of backgrounds do not help either is what the solver of the tests tries; it is not proved here.
import type { Joint } from './joint.ts';

/** One table of the family: the variable's answers by one background, or by two. */
export interface FamilyTable {
  /** Places of its dimensions; the second is -1 where there is one. */
  readonly first: number;
  readonly second: number;
  /** Per combination its group in this table. */
  readonly groupOf: Int32Array;
  readonly counts: Int32Array;
  /** 1 where the count must not be shown. */
  readonly hidden: Uint8Array;
}

/** Answers of everybody to one variable, by combination of backgrounds. */
export interface Answered {
  readonly answers: number;
  /** `answers` counts per combination. */
  readonly counts: Int32Array;
}

/** A cell that loses or gains a person. */
interface Change {
  readonly table: FamilyTable;
  readonly cell: number;
}
type Exchange = readonly Change[];

/** Hiding that nobody is in a cell hides little and costs readers a true zero. */
const costOfZero = 2;

export class Exchanges {
  readonly #joint: Joint;
  readonly #answers: number;
  readonly #tables: readonly FamilyTable[];
  /** Cells that an exchange changes which changes nothing visible. */
  readonly #safe = new Map<FamilyTable, Uint8Array>();

  constructor(joint: Joint, answers: number, tables: readonly FamilyTable[]) {
    this.#joint = joint;
    this.#answers = answers;
    this.#tables = tables;
    for (const table of tables) this.#safe.set(table, new Uint8Array(table.counts.length));
  }

  /** Hides what the cheapest exchange that changes this cell would change; where there is none, as where all answers are alike, the whole table. */
  protect(table: FamilyTable, cell: number): void {
    if (this.#safe.get(table)?.[cell] === 1) return;
    if (table.second >= 0) this.#hide(table, this.#cheapestCube(table, cell));
    else this.#protectAlone(table, cell);
  }

  /** By one background: a rectangle of its table, and one under it in every table that adds up to it. */
  #protectAlone(table: FamilyTable, cell: number): void {
    const found = cheapest(this.#aroundRectangles(table, cell));
    this.#hide(table, found);
    if (!found) return;
    const opposite = found[3]?.cell ?? 0;
    for (const under of this.#tables) {
      const side = under.first === table.first ? 'second' : under.second === table.first ? 'first' : null;
      if (under.second >= 0 && side)
        this.#hide(under, cheapest(this.#underneath(under, side, cell, opposite)));
    }
  }

  #levels(dimension: number): number {
    return this.#joint.dimensions[dimension]?.levels ?? 1;
  }

  /** Two people exchange answers across two groups of one background. */
  *#aroundRectangles(table: FamilyTable, cell: number): Generator<Exchange> {
    const [group, from] = [Math.floor(cell / this.#answers), cell % this.#answers];
    const at = (place: number, answer: number) => ({ table, cell: place * this.#answers + answer });
    for (let other = 0; other < this.#levels(table.first); other += 1) {
      for (let to = 0; to < this.#answers; to += 1) {
        if (other === group || to === from || isEmpty(at(other, to))) continue;
        yield [at(group, from), at(group, to), at(other, from), at(other, to)];
      }
    }
  }

  /** The same exchange in a table by another background too: by two people of one group of it, so that nothing of it changes. */
  *#underneath(
    table: FamilyTable,
    side: 'first' | 'second',
    cell: number,
    opposite: number,
  ): Generator<Exchange> {
    const width = this.#levels(table.second);
    const place = (group: number, level: number) =>
      side === 'second' ? group * width + level : level * width + group;
    const [one, other] = [cell, opposite].map((of) => Math.floor(of / this.#answers)) as [number, number];
    const [from, to] = [cell % this.#answers, opposite % this.#answers];
    const at = (group: number, level: number, answer: number) => ({
      table,
      cell: place(group, level) * this.#answers + answer,
    });
    for (let level = 0; level < this.#levels(table[side]); level += 1) {
      if (isEmpty(at(one, level, from)) || isEmpty(at(other, level, to))) continue;
      yield [at(one, level, from), at(one, level, to), at(other, level, from), at(other, level, to)];
    }
  }

  /**
   * The cheapest way four people can exchange answers around a rectangle of two backgrounds: nothing changes in the tables
   * by one of them. There are thousands of such ways around a cell, so that none is made but the one that is found.
   */
  #cheapestCube(table: FamilyTable, cell: number): Exchange | null {
    const { counts } = table;
    const answers = this.#answers;
    const width = this.#levels(table.second);
    const [group, from] = [Math.floor(cell / answers), cell % answers];
    const [row, column] = [Math.floor(group / width), group % width];
    const start = (across: number, down: number) => (across * width + down) * answers;
    const own = start(row, column);
    let best: readonly [across: number, down: number, to: number] | null = null;
    let lowest = Number.POSITIVE_INFINITY;
    for (let across = 0; across < this.#levels(table.first) && lowest > 0; across += 1) {
      if (across === row) continue;
      const acrossAt = start(across, column);
      for (let down = 0; down < width && lowest > 0; down += 1) {
        const [downAt, bothAt] = [start(row, down), start(across, down)];
        if (down === column || counts[bothAt + from] === 0) continue;
        const costFrom =
          costOf(table, own + from) +
          costOf(table, downAt + from) +
          costOf(table, acrossAt + from) +
          costOf(table, bothAt + from);
        if (costFrom >= lowest) continue;
        for (let to = 0; to < answers; to += 1) {
          if (to === from || counts[downAt + to] === 0 || counts[acrossAt + to] === 0) continue;
          const cost =
            costFrom +
            costOf(table, own + to) +
            costOf(table, downAt + to) +
            costOf(table, acrossAt + to) +
            costOf(table, bothAt + to);
          if (cost < lowest) [best, lowest] = [[across, down, to], cost];
        }
      }
    }
    if (!best) return null;
    const [across, down, to] = best;
    const corners = [own, start(row, down), start(across, column), start(across, down)];
    return [from, to].flatMap((answer) => corners.map((corner) => ({ table, cell: corner + answer })));
  }

  /** Without any exchange nothing of the table is shown. */
  #hide(whole: FamilyTable, exchange: Exchange | null): void {
    if (!exchange) whole.hidden.fill(1);
    for (const { table, cell } of exchange ?? []) {
      table.hidden[cell] = 1;
      const safe = this.#safe.get(table);
      if (safe) safe[cell] = 1;
    }
  }
}

function isEmpty({ table, cell }: Change): boolean {
  return table.counts[cell] === 0;
}

/** How many people hiding a cell that is still shown would cost; 0 where it is hidden already. */
function costOf({ counts, hidden }: FamilyTable, cell: number): number {
  return hidden[cell] === 0 ? (counts[cell] as number) || costOfZero : 0;
}

/** The exchange that changes the fewest people in visible cells, the first found on a tie; null without any. */
function cheapest(exchanges: Iterable<Exchange>): Exchange | null {
  let best: Exchange | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const exchange of exchanges) {
    let cost = 0;
    for (const { table, cell } of exchange) cost += costOf(table, cell);
    if (cost < lowest) [best, lowest] = [exchange, cost];
    if (lowest === 0) break;
  }
  return best;
}
