// Stacked bars of ordered scales: segments add up, agreement hangs on its middle, what may not be seen is not drawn.
import { describe, expect, it } from 'vitest';
import { chartOfScale } from '../../../analysis/charts/stacked-bars.ts';
import { shareOf } from '../../../analysis/share.ts';
import { counted, said, tableLines, text, withheld } from './sample-figures.ts';

const options = { id: 'B1', title: text('Hoe vaak?'), language: 'nl' } as const;
const frequency = { ...options, look: 'frequency' } as const;
const agreement = { ...options, look: 'agreement' } as const;
/** 108 people on Wise, as the published fixture counts them. */
const wise = counted([1, 3, 3, 8, 21, 72]);

describe('a frequency scale', () => {
  it('gives each answer its stretch of the bar, end to end', () => {
    const { config } = chartOfScale([wise], frequency);
    const stretches = config?.data.datasets.map(({ data }) => data[0]) as [number, number][];
    expect(stretches[0]?.[0]).toBe(0);
    expect(stretches.at(-1)?.[1]).toBeCloseTo(100, 1);
    stretches.slice(1).forEach(([start], place) => {
      expect(start).toBeCloseTo(stretches[place]?.[1] ?? 0, 1);
    });
  });

  it('writes whole percents in the bar and hatches only "not known"', () => {
    const marks = chartOfScale([wise], frequency).config?.options.plugins.nodenkaart;
    expect(marks?.inBar?.map(([percent]) => percent)).toEqual([1, 3, 3, 7, 19, 67]);
    expect(marks?.hatches?.filter((hatch) => hatch !== null)).toHaveLength(1);
    expect(marks?.hatches?.[0]).toBe('#BDB2A0');
  });

  it('carries every figure in its table: count, base, percent, interval', () => {
    const lines = tableLines(said(chartOfScale([wise], frequency)));
    expect(lines).toContain('antwoord 5 | 72 | 108 | 67% | 57–75%');
    expect(lines).toHaveLength(6);
  });

  it('says what was answered most, with counts and interval, in both languages', () => {
    const view = chartOfScale([wise], frequency);
    expect(said(view).sentence).toBe('Het vaakst: “antwoord 5”, 72 van de 108 (67%, interval 57 tot 75%).');
    expect(said(view, 'en').sentence).toBe('Most often: “antwoord 5”, 72 of 108 (67%, interval 57 to 75%).');
    expect(said(view).caption).toEqual(['108 antwoorden', '2 sloegen over']);
  });

  it('names both answers that come equally often', () => {
    const sentence = said(chartOfScale([counted([10, 10, 4])], frequency)).sentence;
    expect(sentence).toContain('“antwoord 0” en “antwoord 1” komen even vaak voor: elk 10 van de 24');
  });

  it('sorts rows by their top two and says the first and the last', () => {
    const other = counted([20, 60, 20, 5, 2, 1], { variable: 'B1.cursus', item: text('Cursussen') });
    const view = said(chartOfScale([other, wise], frequency));
    expect(view.config?.data.labels).toEqual(['Wise', 'Cursussen']);
    expect(view.sentence).toContain('Bovenaan: Wise. Daar antwoorden 93 van de 108 (86%)');
    expect(view.sentence).toContain('bij Cursussen is dat 3%');
  });
});

describe('an agreement scale', () => {
  it('lies around the middle of its neutral answer', () => {
    const { config } = chartOfScale([counted([10, 20, 40, 20, 10])], agreement);
    const neutral = config?.data.datasets[2]?.data[0] as [number, number];
    expect(neutral[0]).toBeCloseTo(-20, 1);
    expect(neutral[1]).toBeCloseTo(20, 1);
    expect(config?.options.plugins.nodenkaart.middle).toBe(0);
  });

  it('without a neutral answer lies between its two halves', () => {
    const { config } = chartOfScale([counted([10, 40, 40, 10])], agreement);
    expect(config?.data.datasets[2]?.data).toEqual([[0, 40]]);
  });
});

describe('what a reader may not see', () => {
  it('is not drawn, not in the table and not in the sentence', () => {
    const view = said(chartOfScale([withheld(wise)], frequency));
    expect(view.config).toBeNull();
    expect(view.sentence).toBe('te weinig antwoorden');
    expect(JSON.stringify(view)).not.toContain('72');
  });

  it('is one count where only counts are open', () => {
    const summary = wise.summary && { ...wise.summary, topTwo: { ...shareOf(3, 6), estimate: null } };
    const few = { ...withheld(wise), openness: 'countOnly', summary } as const;
    expect(said(chartOfScale([few], frequency)).sentence).toBe('3 van 6');
  });

  it('leaves a row with a hidden answer out of the picture and tells the rest in the table', () => {
    const [first, ...rest] = wise.categories;
    const hidden = { count: null, base: null, estimate: null, interval: null, openness: 'withheld' } as const;
    const partial = {
      ...wise,
      categories: first ? [{ ...first, share: { ...first.share, ...hidden } }, ...rest] : rest,
    };
    const whole = counted([5, 5, 5, 5, 5, 5], { variable: 'B1.x', item: text('Ander') });
    const view = said(chartOfScale([whole, partial], frequency));
    expect(view.config?.data.labels).toEqual(['']);
    expect(tableLines(view)).toContain('antwoord 0 | te weinig antwoorden |  |  | ');
    expect(tableLines(view)).toContain('antwoord 5 | 72 | 108 | 67% | 57–75%');
  });

  it('marks a small group', () => {
    const small = said(chartOfScale([counted([2, 3, 7], { openness: 'smallGroup' })], frequency));
    expect(small.smallGroup).toBe(true);
    expect(small.caption).toContain('kleine groep: lees het als een aanwijzing');
  });
});
