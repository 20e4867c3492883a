// Which groups of a background may be told of figures that no table of the family shows, such as a share made of several
// answers: those that stand alone as a block.
import type { Dataset } from '../dataset.ts';
import { noGroup, type Split } from '../explore/splits.ts';
import type { RowCodes } from '../row-codes.ts';
import { mergedGroups } from './merged-groups.ts';
import { minimums } from './minimums.ts';

/**
 * Places of the groups that may be told. A group of the register needs libraries enough as well; where one group has not,
 * none is told, because the whole would give it.
 * @param codes per response 1 for no, 2 for yes, anything else for who is not counted.
 */
export function openGroups(dataset: Dataset, split: Split, codes: RowCodes): ReadonlySet<number> {
  if (hasFewLibraries(dataset, split)) return new Set();
  const alone = mergedGroups(split, codes).filter((block) => block.length === 1);
  return new Set(alone.flat());
}

/** Whether a group of the register that answered has answers from too few libraries. */
function hasFewLibraries({ library, libraries, size }: Dataset, { ofLibraries, groups }: Split): boolean {
  if (ofLibraries === null) return false;
  const answered = new Uint8Array(libraries.length);
  for (let row = 0; row < size; row += 1) {
    const own = library[row] as number;
    if (own >= 0) answered[own] = 1;
  }
  const counts = groups.map(() => 0);
  for (let own = 0; own < libraries.length; own += 1) {
    const group = ofLibraries[own] as number;
    if (answered[own] === 1 && group !== noGroup) counts[group] = (counts[group] ?? 0) + 1;
  }
  return counts.some((count) => count > 0 && count < minimums.libraries);
}
