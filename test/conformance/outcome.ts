// Holds a computed value against the reference part by part: what matches, what differs, what was not computed.
import { differences, type Tolerance } from './compare.ts';
import { hasKeys } from './family.ts';

export interface Comparison {
  /** Numbers and words that were compared. */
  readonly compared: number;
  /** Path, wanted and got. */
  readonly differences: readonly string[];
  /** Keys that were left out, with the reason. */
  readonly leftOut: ReadonlyMap<string, string>;
}

/** Why a part is left out that nobody gave a reason for. */
export const NOT_COMPUTED = 'nothing here computes it';

/** Definitions and notes in words, which no function computes. */
const SAID: ReadonlySet<string> = new Set(['def', 'note']);

/**
 * Compares what both have. A key the reference has and the computed value lacks is left out, with its reason.
 *
 * @param reasons by key or by path from the result, as `condorcet.margins`
 */
export function compareParts(
  wanted: unknown,
  got: unknown,
  reasons: Readonly<Record<string, string>>,
  tolerance: Tolerance,
  path = '',
): Comparison {
  if (hasKeys(wanted) && hasKeys(got)) {
    const missing = new Map<string, string>();
    const parts = Object.entries(wanted).flatMap(([key, value]) => {
      if (SAID.has(key)) return [];
      const place = path === '' ? key : `${path}.${key}`;
      if (key in got && got[key] !== undefined)
        return [compareParts(value, got[key], reasons, tolerance, place)];
      missing.set(place, reasons[key] ?? reasons[place] ?? NOT_COMPUTED);
      return [];
    });
    return together([...parts, { compared: 0, differences: [], leftOut: missing }]);
  }
  if (Array.isArray(wanted) && Array.isArray(got) && wanted.length === got.length) {
    return together(
      wanted.map((value, place) => compareParts(value, got[place], reasons, tolerance, `${path}[${place}]`)),
    );
  }
  const told = bothNearNothing(wanted, got, path) ? [] : differences(wanted, got, tolerance, path);
  return { compared: 1, differences: told, leftOut: new Map() };
}

/** A standard error that is 0 in theory (of what the weights were raked to) is a rounding error in any program. */
function bothNearNothing(wanted: unknown, got: unknown, path: string): boolean {
  const small = (value: unknown) => typeof value === 'number' && Math.abs(value) < 1e-9;
  return /(^|\.)se(\[\d+\])?$/.test(path) && small(wanted) && small(got);
}

function together(parts: readonly Comparison[]): Comparison {
  return {
    compared: parts.reduce((sum, { compared }) => sum + compared, 0),
    differences: parts.flatMap((part) => part.differences),
    leftOut: new Map(parts.flatMap((part) => [...part.leftOut])),
  };
}
