// The mean places of a closed round to work out again: the sum of each need's places and the lists it is divided by. It tells
// no more than the mean itself, and nothing where members are few or where lists leave needs out.
import { FEWEST_FOR_SPREAD } from '../../../analysis/panel/fewest.ts';
import type { PanelList, PanelResult } from '../../../analysis/results/panel.ts';
import { formatFixed, formatNumber } from '../../format-values.ts';
import type { Message } from '../../texts.ts';

interface Words {
  readonly language: string;
  say(message: Message): string;
}

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
 * The sums behind the mean places; null with fewer than five ballots, and with fewer than ten on two needs.
 *
 * @param label how a need is called on the page
 */
export function workOutView(
  { lists }: Pick<PanelResult, 'lists'>,
  label: (need: string) => string,
  words: Words,
): WorkOutView | null {
  const enough = lists.filter(
    ({ ballots, complete, orderOnly }) =>
      ballots >= FEWEST_FOR_SPREAD && complete !== undefined && !orderOnly,
  );
  if (enough.length === 0) return null;
  const whole = enough.filter(({ ballots, complete }) => ballots === complete);
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
