// Families of answers as they are now, kept so that a page after a page decides nothing anew.
import type { RegisterLibrary } from '../coverage.ts';
import type { Dataset } from '../dataset.ts';
import { Family } from './family.ts';

/** Families of the answers as they were, so that a page after a page decides nothing anew. */
const kept = new WeakMap<Dataset, { readonly state: string; readonly family: Family }>();

/** The family of a dataset as it is now. @throws RangeError when a background is not in the dataset. */
export function familyFor(
  dataset: Dataset,
  register: readonly RegisterLibrary[],
  backgrounds: readonly string[],
): Family {
  const libraries = register.map(({ code, province, sizeClass }) => [code, province, sizeClass]);
  const state = JSON.stringify([dataset.size, dataset.lastSequence, backgrounds, libraries]);
  const known = kept.get(dataset);
  if (known?.state === state) return known.family;
  const family = new Family(dataset, register, backgrounds);
  kept.set(dataset, { state, family });
  return family;
}
