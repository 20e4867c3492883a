// The established gap scores of one need side by side, each with what it says in plain words.
import type { NeedResult } from '../../../analysis/results/needs.ts';
import type { Discrepancy } from '../../../analysis/results/survey.ts';
import type { Words } from './workspace.ts';

export interface GapView {
  readonly lines: readonly { readonly name: string; readonly value: string; readonly how: string }[];
  /** Of whom both were asked, below, equal and above; null where the scales differ. */
  readonly bar: {
    readonly below: number;
    readonly equal: number;
    readonly above: number;
    /** Where `above` begins in the bar, in percent. */
    readonly aboveFrom: number;
    readonly said: string;
  } | null;
  readonly n: string;
}

/** Null where importance and ability were not both asked, or may not be seen. */
export function gapView({ discrepancy }: NeedResult, words: Words): GapView | null {
  if (!discrepancy) return null;
  const number = (value: number) => words.say({ key: 'analysis.chart.mean', values: { value } });
  const line = (key: string, value: string | null, values = {}) =>
    value === null
      ? []
      : [
          {
            name: words.say({ key: `order.gap.${key}` }),
            value,
            how: words.say({ key: `order.gap.${key}How`, values }),
          },
        ];
  const score = (value: number | null | undefined) => (value == null ? null : number(value));
  const { crosshair, corner, zone } = discrepancy;
  return {
    lines: [
      ...line('importance', score(discrepancy.meanImportance)),
      ...line('ability', score(discrepancy.meanAbility)),
      ...line('weighted', score(discrepancy.weightedDiscrepancy), { rank: discrepancy.rank ?? 0 }),
      ...line('ranked', score(discrepancy.ranked?.estimate)),
      ...line('opportunity', score(discrepancy.opportunity)),
      ...(corner && crosshair
        ? line('corner', words.say({ key: `order.gap.corners.${corner}` }), {
            importance: number(crosshair.importance),
            performance: number(crosshair.performance),
          })
        : []),
      ...(zone?.zone
        ? line('zone', words.say({ key: `order.gap.zones.${zone.zone}` }), {
            minimum: number(zone.minimum ?? 0),
            desired: number(zone.desired ?? 0),
            perceived: number(zone.perceived ?? 0),
            inconsistent: zone.inconsistent,
          })
        : []),
    ],
    bar: barOf(discrepancy, words),
    n: words.say({ key: 'order.gap.n', values: { n: discrepancy.n ?? 0 } }),
  };
}

function barOf({ ranked, n }: Discrepancy, words: Words): GapView['bar'] {
  if (!ranked || !n) return null;
  const percent = (count: number) => Math.round((100 * count) / n);
  const { below, equal, above } = ranked;
  return {
    below: percent(below),
    equal: percent(equal),
    above: percent(above),
    aboveFrom: percent(below) + percent(equal),
    said: words.say({ key: 'order.gap.bar', values: { below, equal, above, n } }),
  };
}
