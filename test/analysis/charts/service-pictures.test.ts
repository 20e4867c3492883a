// Services in shades and in a field: the numbers are those of the bars, hidden ones stay hidden, corners follow the mean.
import { describe, expect, it } from 'vitest';
import { heatDrawing } from '../../../analysis/charts/heat-drawing.ts';
import { heatOfServices, stepOf } from '../../../analysis/charts/heat-table.ts';
import { quadrantOf } from '../../../analysis/charts/quadrant.ts';
import { quadrantDrawing } from '../../../analysis/charts/quadrant-drawing.ts';
import type { Distribution } from '../../../analysis/results/questions.ts';
import type { ServiceResult } from '../../../analysis/results/survey.ts';
import { shareOf } from '../../../analysis/share.ts';
import type { ServiceRules } from '../../../surveys/needs-catalogue.ts';
import { counted, said, text, withheld } from './sample-figures.ts';

const rules: ServiceRules = {
  frequency: 'B1',
  mastery: 'B2',
  frequentCodes: ['3'],
  dependence: {},
  none: text('geen'),
  verdicts: [
    {
      code: 'explore',
      label: text('Verkennen'),
      reason: text('{name}'),
      conditions: [{ on: 'frequency', codes: ['0', '1'], atLeast: 50, label: text('nooit') }],
    },
  ],
};

function service(
  code: string,
  frequency: Distribution,
  mastery: Distribution,
  holds: boolean,
): ServiceResult {
  return {
    code,
    label: text(code),
    note: null,
    group: null,
    groupLabel: null,
    frequency,
    mastery,
    frequent: shareOf(1, 2),
    verdicts: holds
      ? [
          {
            code: 'explore',
            label: text('Verkennen'),
            reason: { text: text(''), values: {} },
            conditions: [],
          },
        ]
      : [],
    noVerdict: null,
    priority: { notIndependent: null, needing: shareOf(1, 2), score: null },
  };
}

describe('services in shades', () => {
  const open = service('open', counted([30, 30, 20, 20]), counted([10, 40, 50]), true);
  const hidden = service('dicht', withheld(counted([1, 1, 1, 1])), withheld(counted([1, 1, 1])), false);
  const heat = heatOfServices([open, hidden], rules, { title: 'T', language: 'nl' });

  it('have the numbers of the bars, and of each rule the share it looks at first', () => {
    expect(heat?.rows[0]?.cells.map(({ percent }) => percent)).toEqual([30, 30, 20, 20, 10, 40, 50, 60]);
    expect(heat?.rows[0]?.cells.at(-1)?.holds).toBe(true);
  });

  it('show a dash where a reader may see nothing', () => {
    expect(heat?.rows[1]?.cells.every(({ percent }) => percent === null)).toBe(true);
    expect(heat && said(heat.chart).table.groups[0]?.rows[1]?.cells).toEqual(Array(8).fill('–'));
  });

  it('are drawn with a rectangle and a number per cell', () => {
    const drawing = heat && heatDrawing(heat);
    expect(drawing?.bars).toHaveLength(16);
    expect(drawing?.words.some(({ text: words }) => words === '60%')).toBe(true);
  });

  it('darken at 5, 15, 25, 40, 55 and 70 percent', () => {
    expect([null, 4, 5, 15, 25, 40, 55, 70, 100].map(stepOf)).toEqual([0, 0, 1, 2, 3, 4, 5, 6, 6]);
  });

  it('need a service', () => {
    expect(heatOfServices([], rules, { title: 'T', language: 'nl' })).toBeNull();
  });
});

describe('a field of two measures', () => {
  const axis = { name: 'as', label: 'as', min: 0, max: 4, cross: 2, say: String };
  const points = [
    { label: 'a', x: 1, y: 3, base: 20 },
    { label: 'b', x: 2, y: 2, base: 20 },
    { label: 'c', x: 3, y: 1, base: 20 },
    { label: 'd', x: 1, y: 1, base: 20 },
  ];
  const corners = { lowLow: 'LL', lowHigh: 'LH', highLow: 'HL', highHigh: 'HH' };
  const quadrant = quadrantOf(points, {
    id: 'q',
    title: 'Q',
    x: axis,
    y: axis,
    corners,
    leading: 'lowHigh',
    thing: 'ding',
  });

  it('puts each in its corner; what lies on the cross is high', () => {
    expect(quadrant?.points.map(({ corner }) => corner)).toEqual([
      'lowHigh',
      'highHigh',
      'highLow',
      'lowLow',
    ]);
  });

  it('says who stands in the corner that asks for something, and groups its table by corner, that one first', () => {
    const chart = quadrant && said(quadrant.chart);
    expect(chart?.sentence).toContain('a');
    expect(chart?.table.groups.map(({ name }) => name)).toEqual(['LH', 'HH', 'LL', 'HL']);
  });

  it.each([720, 340])('numbers every dot and stays inside %i units', (width) => {
    const drawing = quadrant && quadrantDrawing(quadrant, 'lowHigh', width);
    expect(drawing?.dots).toHaveLength(4);
    for (const { x, y } of drawing?.dots ?? []) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(width);
      expect(y).toBeLessThan(drawing?.height ?? 0);
    }
  });

  it('needs two points', () => {
    const options = {
      id: 'q',
      title: 'Q',
      x: axis,
      y: axis,
      corners,
      leading: 'lowHigh',
      thing: '',
    } as const;
    expect(quadrantOf(points.slice(0, 1), options)).toBeNull();
  });
});
