// The answers to one survey as figures rest on them: for readers outside the team those about groups may rest on fewer.
import type { Dataset } from './dataset.ts';

export interface Answered {
  readonly dataset: Dataset;
  /** The answers that figures about groups rest on, where these are fewer (docs/rules.md, Subtraction). */
  readonly groups?: Dataset;
}

/** Whether nothing about groups may be shown now. */
export function showsNoGroups({ groups }: Answered): boolean {
  return groups?.size === 0;
}

/** What a figure rests on. @param where who it is limited to. */
export function answersFor(where: readonly unknown[], { dataset, groups = dataset }: Answered): Dataset {
  // Where nothing about groups is shown the figure is hidden, and only keeps its place.
  return where.length === 0 || groups.size === 0 ? dataset : groups;
}
