// Which needs a panel round puts in order: one list per parent, so that a need never stands beside its own parent.
import { listName, needLists } from '../../analysis/panel/panel-result.ts';
import type { NeedsCatalogue } from '../../surveys/needs-catalogue.ts';
import type { RoundLists } from '../db/panels.ts';

/** The lists of a round over this catalogue; `top` has the needs without a parent, each in the catalogue's order. */
export function roundLists({ needs }: Pick<NeedsCatalogue, 'needs'>): RoundLists {
  return Object.fromEntries(needLists(needs).map((list) => [listName(list), list.needs]));
}
