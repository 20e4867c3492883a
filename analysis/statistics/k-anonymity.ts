/** How many people share what could tell who somebody is: the smallest group over a set of known facts. */

export interface KAnonymity {
  /** Size of the smallest group; null without rows. */
  readonly k: number | null;
  /** Rows in groups smaller than the limit. */
  readonly below: number;
}

/**
 * k-anonymity: the size of the smallest class of rows with equal values of the facts.
 * Source: Sweeney 2002, International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 10.
 *
 * @param rows one per person
 * @param facts what somebody may know beforehand, such as province and role
 * @param limit groups smaller than this are counted in `below`
 * @example kAnonymity([{ a: 'x' }, { a: 'x' }, { a: 'y' }], ['a'], 2) // { k: 1, below: 1 }
 */
export function kAnonymity(
  rows: readonly Readonly<Record<string, string>>[],
  facts: readonly string[],
  limit: number,
): KAnonymity {
  const groups = new Map<string, number>();
  for (const row of rows) {
    const key = JSON.stringify(facts.map((fact) => row[fact] ?? null));
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  const sizes = [...groups.values()];
  return {
    k: sizes.length === 0 ? null : sizes.reduce((least, size) => Math.min(least, size)),
    below: sizes.filter((size) => size < limit).reduce((sum, size) => sum + size, 0),
  };
}
