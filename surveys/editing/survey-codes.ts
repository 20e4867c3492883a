// A catalogue whose surveys got other codes: every indicator that names a survey names it by its new code.
import type { NeedsCatalogue } from '../needs-catalogue.ts';

/** @param renamed old code → new code. */
export function withSurveyCodes(
  catalogue: NeedsCatalogue,
  renamed: ReadonlyMap<string, string>,
): NeedsCatalogue {
  const copy = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(copy);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, value]) => [
        name,
        name === 'survey' && typeof value === 'string' ? (renamed.get(value) ?? value) : copy(value),
      ]),
    );
  };
  // The copy has the shape of the original: only codes of surveys differ.
  return copy(catalogue) as NeedsCatalogue;
}
