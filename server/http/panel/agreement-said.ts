// How much members agree, in a sentence that names no figure, with the lists it leaves out; or why it is not told.
import { FEWEST_BALLOTS } from '../../../analysis/panel/fewest.ts';
import type { PanelList } from '../../../analysis/results/panel.ts';
import type { Message } from '../../texts.ts';

/** Whether agreement is kept silent because too few ballots have an opinion on everything. */
export function fewComplete({ complete = FEWEST_BALLOTS }: PanelList): boolean {
  return complete < FEWEST_BALLOTS;
}

/** Nothing where votes are no orders, and where a list of two needs is told by its order alone. */
export function agreementSaid(top: PanelList | undefined): readonly Message[] {
  if (!top) return [];
  if (fewComplete(top)) return [{ key: 'panel.result.fewComplete' }];
  if (!top.agreement) return [];
  const { words, left } = top.agreement;
  return [
    { key: `panel.agreement.sentence.${words}` },
    ...(left > 0 ? [{ key: 'panel.result.left', values: { left } }] : []),
  ];
}
