// Names that rows of a dataset share, such as libraries and days: each once, in the order they first came; a row keeps
// only the number.

export class Names {
  readonly all: string[] = [];
  /** The row each name first came in: rising. */
  readonly #firstRows: number[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a name, which is new when no earlier row has it. */
  numberOf(name: string, row: number): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.all.length);
    this.#firstRows.push(row);
    return this.all.push(name) - 1;
  }

  /** The names of the first so many rows, under the same numbers. */
  before(rows: number): Names {
    const names = new Names();
    for (const name of this.all.slice(0, countUpTo(this.#firstRows, rows - 1)))
      names.numberOf(name, this.#firstRows[names.all.length] as number);
    return names;
  }

  /** Numbers the rows again after some were taken out, in place; a name no row has any more is forgotten. */
  renumber(rows: Int32Array, size: number): Names {
    const names = new Names();
    const numbers = new Int32Array(this.all.length).fill(-1);
    for (let row = 0; row < size; row += 1) {
      const before = rows[row] as number;
      if (before < 0) continue;
      let now = numbers[before] as number;
      if (now < 0) {
        now = names.numberOf(this.all[before] as string, row);
        numbers[before] = now;
      }
      rows[row] = now;
    }
    return names;
  }
}

/** How many of these rising numbers are not above the limit. */
export function countUpTo(rising: ArrayLike<number>, limit: number): number {
  let [from, to] = [0, rising.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rising[middle] as number) <= limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
