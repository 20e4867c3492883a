// A register beside the one that is to take its place: which libraries are new, changed or gone.
import type { Library } from '../demonstration.ts';

export interface RegisterChanges {
  readonly added: readonly Library[];
  /** The same code with another name, province or size class. */
  readonly changed: readonly { readonly before: Library; readonly after: Library }[];
  readonly gone: readonly Library[];
  /** How many stay as they are. */
  readonly same: number;
}

/** What a new register does to the one before, library by library, each known by its code. */
export function registerChanges(before: readonly Library[], after: readonly Library[]): RegisterChanges {
  const old = new Map(before.map((library) => [library.code, library]));
  const kept = new Set(after.map(({ code }) => code));
  const both = after.flatMap((library) => {
    const known = old.get(library.code);
    return known ? [{ before: known, after: library }] : [];
  });
  const changed = both.filter((pair) => differs(pair.before, pair.after));
  return {
    added: after.filter(({ code }) => !old.has(code)),
    changed,
    gone: before.filter(({ code }) => !kept.has(code)),
    same: both.length - changed.length,
  };
}

function differs(one: Library, other: Library): boolean {
  return one.name !== other.name || one.province !== other.province || one.sizeClass !== other.sizeClass;
}
