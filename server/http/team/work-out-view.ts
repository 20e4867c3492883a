// The mean places of a closed round to work out again: the sum of each need's places and the lists it is divided by. It tells
// no more than the mean itself, and nothing where members are few or where lists leave needs out.
import { FEWEST_FOR_SPREAD } from '../../../analysis/panel/list-figures.ts';
import type { PanelList } from '../../../analysis/results.ts';
import { formatFixed, formatNumber } from '../../format-values.ts';
import type { ClosedRound } from './panel-result-view.ts';
import type { Words } from './workspace.ts';

export interface WorkOutView {
  readonly lists: readonly WorkOutList[];
  /** A list on which somebody had no opinion is counted by comparisons: no sum is told, and where that is explained. */
  readonly noOpinion: boolean;
}
interface WorkOutList {
  /** Of the list within a need; empty for the top level. */
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly sum: string; readonly mean: string }[];
  readonly ballots: number;
  readonly check: string;
}

/**
 * The sums behind the mean places; null with fewer than five ballots.
 *
 * @param label how a need is called on the page
 */
export function workOutView(
  { result, checks }: Pick<ClosedRound, 'result' | 'checks'>,
  label: (need: string) => string,
  words: Words,
): WorkOutView | null {
  const enough = result.lists.filter(({ ballots }) => ballots >= FEWEST_FOR_SPREAD);
  if (enough.length === 0) return null;
  const whole = enough.filter(({ parent }) =>
    checks.some((list) => list.parent === parent && list.noOpinion === 0),
  );
  return {
    lists: whole.map((list) => listView(list, label, words)),
    noOpinion: whole.length < enough.length,
  };
}

function listView(
  { parent, order, ballots }: PanelList,
  label: (need: string) => string,
  words: Words,
): WorkOutList {
  const needs = order.length;
  const each = (needs * (needs + 1)) / 2;
  const values = { total: ballots * each, needs, each, ballots };
  return {
    title: parent === null ? '' : words.say({ key: 'panel.result.within', values: { title: label(parent) } }),
    rows: order.flatMap(({ need, meanPlace }) =>
      meanPlace === null
        ? []
        : [
            {
              label: label(need),
              // Places are halves, so their sum is one too.
              sum: formatNumber(words.language, Math.round(2 * meanPlace * ballots) / 2, 1),
              mean: formatFixed(words.language, meanPlace, 2),
            },
          ],
    ),
    ballots,
    check: words.say({ key: 'counting.workOut.check', values }),
  };
}
