// The bars of a service: a bracket under exactly the answers that led to the advice, carrying their sum.
import { describe, expect, it } from 'vitest';
import { chartsOfService } from '../../../analysis/charts/service-bars.ts';
import type { ServiceResult } from '../../../analysis/results/survey.ts';
import { shareOf } from '../../../analysis/share.ts';
import { counted, said, text, withheld } from './sample-figures.ts';

const frequency = counted([1, 3, 3, 8, 21, 72]);
const mastery = counted([1, 12, 46, 33, 12], { variable: 'B2.wise' });
const condition = (on: 'frequency' | 'mastery', codes: readonly string[], count: number, base: number) => ({
  on,
  codes,
  label: text(on === 'frequency' ? 'elke maand' : 'basis of vlot'),
  share: shareOf(count, base),
  atLeast: 50,
  atMost: null,
  above: null,
});
const service: ServiceResult = {
  code: 'wise',
  label: text('Wise'),
  note: null,
  group: null,
  groupLabel: null,
  frequency,
  mastery,
  frequent: shareOf(101, 108),
  verdicts: [
    {
      code: 'deepen_repeat',
      label: text('Verdiepen'),
      reason: { text: text('{name}'), values: {} },
      conditions: [
        condition('frequency', ['3', '4', '5'], 101, 108),
        condition('mastery', ['2', '3'], 79, 104),
      ],
    },
  ],
  noVerdict: null,
  priority: { notIndependent: null, needing: shareOf(102, 108), score: null },
};

describe('the bracket', () => {
  it('spans the answers of its condition and carries their sum', () => {
    const charts = chartsOfService(service, 'nl');
    const [bracket] = charts.frequency.config?.options.plugins.nodenkaart.brackets ?? [];
    expect(bracket?.label).toBe('94% elke maand');
    expect(bracket?.from).toBeCloseTo((7 / 108) * 100, 1);
    expect(bracket?.to).toBeCloseTo(100, 1);
    expect(charts.mastery.config?.options.plugins.nodenkaart.brackets?.[0]?.label).toBe('76% basis of vlot');
  });

  it('is left out where the answers do not stand side by side', () => {
    const apart = { ...service.verdicts[0], conditions: [condition('frequency', ['0', '5'], 73, 108)] };
    const changed = { ...service, verdicts: [apart as ServiceResult['verdicts'][number]] };
    expect(chartsOfService(changed, 'nl').frequency.config?.options.plugins.nodenkaart.brackets).toEqual([]);
  });
});

it('a service a reader may not see has no bars', () => {
  const hidden = chartsOfService({ ...service, mastery: withheld(mastery), verdicts: [] }, 'nl').mastery;
  expect(hidden.config).toBeNull();
  expect(said(hidden).sentence).toBe('te weinig antwoorden');
});
