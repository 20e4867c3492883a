// What was counted of columns, kept beside them: columns only grow, so counting goes on where it ended, and a hundred new
// responses cost a hundred rows.
import type { Dataset } from './dataset.ts';

interface Counted {
  readonly rows: number;
  readonly counted: unknown;
}

/** Of each origin, by what was counted: one or two, the one of fewer rows first. */
const kept = new WeakMap<object, Map<string, readonly Counted[]>>();
/** Larger tables cost more memory than counting them again costs time. */
const mostEntries = 1 << 16;

/**
 * What counting all rows gives, of which only those are gone through that were not there when it was asked before.
 * A reader who sees fewer responses than another goes on from a count of their own.
 * @param key the same for what counts the same; null for what can only be counted whole.
 * @param goOn counts the rows from `from` on, on top of what was known of those before it; null of none. What was known
 *   stays as it is, because another reader may go on from there too.
 */
export function toppedUp<T extends { readonly length: number }>(
  { origin, size }: Pick<Dataset, 'origin' | 'size'>,
  key: string | null,
  goOn: (known: T | null, from: number) => T,
): T {
  if (key === null) return goOn(null, 0);
  const ofOrigin = kept.get(origin) ?? new Map<string, readonly Counted[]>();
  kept.set(origin, ofOrigin);
  const before = ofOrigin.get(key) ?? [];
  const known = before.findLast(({ rows }) => rows <= size);
  // Under one key there is only what the same counting gave.
  const knownCount = (known?.counted ?? null) as T | null;
  if (known?.rows === size && knownCount !== null) return knownCount;
  const counted = goOn(knownCount, known?.rows ?? 0);
  const others = before.filter((one) => one !== known);
  const now = counted.length > mostEntries ? others : [...others, { rows: size, counted }];
  ofOrigin.set(key, now.toSorted((one, other) => one.rows - other.rows).slice(-2));
  return counted;
}
