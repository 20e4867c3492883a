// A family of results: those whose values have one shape, computed by one function of the product.
import type { Case, Reference } from './case.ts';

export interface Family {
  readonly name: string;
  /** Whether a value has the shape of this family. */
  recognises(value: unknown, id: string): boolean;
  /**
   * The result in the words of the reference. Parts it lacks are told as not computed.
   * @throws NotMapped when the case does not say enough
   */
  compute(reference: Reference, one: Case): unknown;
  /** Parts of these results that the product does not compute, by key or path, with the reason. */
  readonly leftOut?: Readonly<Record<string, string>>;
}

/** An object with all of these keys. */
export function hasKeys(
  value: unknown,
  ...keys: readonly string[]
): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && keys.every((key) => key in value)
  );
}

/** A list whose items have all of these keys. */
export function listWithKeys(
  value: unknown,
  ...keys: readonly string[]
): value is readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => hasKeys(item, ...keys));
}

/** The words under a key, which may be one word or several. */
export function wordsUnder(value: unknown, key: string): readonly string[] {
  if (!hasKeys(value, key)) return [];
  return [value[key]].flat().map(String);
}

/** What follows the first slash of an id; the id itself where it has none. */
export function subject(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

/** The two names in "A x B", "A by B", "A vs B" or "A,B". */
export function twoNames(id: string, between: string): readonly [string, string] {
  const [first = '', ...rest] = subject(id).split(between);
  return [first, rest.join(between)];
}
