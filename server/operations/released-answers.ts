// The columns a reader's figures rest on.
import type { Answered } from '../../analysis/answered.ts';
import type { Dataset } from '../../analysis/dataset.ts';
import { askedUpTo } from '../../analysis/disclosure/asked-of-groups.ts';
import type { Questionnaire } from '../../surveys/questionnaire.ts';
import type { ReleasedTo } from './released-sequences.ts';

/** What was made of columns last, so that page after page counts nothing anew. */
const made = new WeakMap<object, { readonly state: string; readonly answered: Answered }>();

/**
 * The answers as far as they are released. Where figures about groups stand still, those they rest on stand beside them, and
 * what only a group was asked goes no further either.
 * @param to null: all of them.
 */
export function releasedAnswers(
  whole: Dataset,
  questionnaire: Questionnaire,
  background: readonly string[],
  to: ReleasedTo | null,
): Answered {
  if (!to) return { dataset: whole };
  const { everybody, groups } = to;
  const dataset = whole.upTo(everybody);
  if (groups === everybody) return { dataset };
  const state = JSON.stringify([dataset.size, everybody, groups, background]);
  const known = made.get(whole.origin);
  if (known?.state === state) return known.answered;
  const answered = {
    dataset: askedUpTo(dataset, questionnaire, background, groups),
    groups: whole.upTo(groups),
  };
  made.set(whole.origin, { state, answered });
  return answered;
}
