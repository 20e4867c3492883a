// The parts of a framework as a flat list: every part with the one it stands under and its place in the file.
import type { Framework, Part, PartKind } from './framework.ts';

export interface PlacedPart {
  readonly part: Part;
  /** The part it stands under; null at the top. */
  readonly parent: Part | null;
  /** Where in the JSON, for example `parts[0].items[2]`. */
  readonly path: string;
}

/** Every part, each before the parts under it. */
export function placedParts(framework: Framework): readonly PlacedPart[] {
  const under = (parts: readonly Part[], parent: Part | null, path: string): readonly PlacedPart[] =>
    parts.flatMap((part, index) => {
      const place = `${path}[${index}]`;
      return [{ part, parent, path: place }, ...under(part.items, part, `${place}.items`)];
    });
  return under(framework.parts, null, 'parts');
}

/**
 * The parts of one kind, in order.
 * @param role leaves out what is limited to other roles; without it every part is there.
 */
export function partsOf(framework: Framework, kind: PartKind, role?: string): readonly Part[] {
  return placedParts(framework)
    .map(({ part }) => part)
    .filter((part) => part.kind === kind && (role === undefined || isFor(part, role)));
}

/** Whether a part is for somebody in this role: it is limited to no role, or to this one too. */
export function isFor(part: Part, role: string): boolean {
  return part.onlyFor.length === 0 || part.onlyFor.includes(role);
}

/** The part with this code; null when there is none. */
export function partByCode(framework: Framework, code: string): Part | null {
  return placedParts(framework).find(({ part }) => part.code === code)?.part ?? null;
}

/** What can be scored: no part that only holds others together, and none that says again what others say. */
export function scoredParts(framework: Framework): readonly Part[] {
  return placedParts(framework)
    .map(({ part }) => part)
    .filter(({ kind, restates }) => kind !== 'group' && kind !== 'role' && restates.length === 0);
}
