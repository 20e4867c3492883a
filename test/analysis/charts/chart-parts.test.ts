// A chart in parts for slides: no row is lost, marks stay with their row, and one stacked bar becomes a bar for each answer.
import { describe, expect, it } from 'vitest';
import { partsOfChart } from '../../../analysis/charts/chart-parts.ts';
import { drawingOf } from '../../../analysis/charts/drawing.ts';
import { chartOfNominal } from '../../../analysis/charts/sorted-bars.ts';
import { chartOfScale } from '../../../analysis/charts/stacked-bars.ts';
import { counted, said, text } from './sample-figures.ts';

const countOf = (count: string, base: string) => `${count} of ${base}`;
const marksOf = (part: ReturnType<typeof said>) => part.config?.options.plugins.nodenkaart;
const bars = said(chartOfNominal(counted([40, 30, 20, 10, 9, 8, 7]), 'A2', 'nl'));

describe('parts of a chart', () => {
  it('are one where there is room for all of it', () => {
    expect(partsOfChart(bars, 1000, countOf)).toEqual([bars]);
  });

  it('are as many as are needed, each low enough, with every row once and its own marks', () => {
    const parts = partsOfChart(bars, 120, countOf);
    expect(parts.length).toBe(3);
    for (const part of parts) expect(drawingOf(part)?.height).toBeLessThanOrEqual(120);
    expect(parts.flatMap((part) => marksOf(part)?.rowLabels ?? [])).toEqual(marksOf(bars)?.rowLabels);
    expect(parts.flatMap((part) => marksOf(part)?.ends ?? [])).toEqual(marksOf(bars)?.ends);
    expect(parts.flatMap((part) => part.config?.data.datasets[0]?.data ?? [])).toEqual(
      bars.config?.data.datasets[0]?.data,
    );
    const whiskers = parts.flatMap((part, index) =>
      (marksOf(part)?.whiskers ?? []).map((each) => ({ ...each, row: each.row + index * 3 })),
    );
    expect(whiskers.map(({ lower, upper }) => [lower, upper])).toEqual(
      marksOf(bars)?.whiskers?.map(({ lower, upper }) => [lower, upper]),
    );
    expect(new Set(parts.map(({ id }) => id)).size).toBe(3);
    // The axis is that of the whole: bars of two parts can be laid side by side.
    expect(new Set(parts.map((part) => part.config?.options.scales.x.max)).size).toBe(1);
  });

  it('are a row each where even that is too high', () => {
    expect(partsOfChart(bars, 1, countOf).length).toBe(7);
  });
});

it('one bar of segments becomes a bar for each answer, in the order of the scale, with its percent and its counts', () => {
  const scale = said(
    chartOfScale([counted([10, 20, 40, 25, 5])], {
      id: 'C2',
      title: text('Ik weet het'),
      look: 'agreement',
      language: 'nl',
    }),
  );
  const [part, ...none] = partsOfChart(scale, 1000, countOf);
  expect(none).toEqual([]);
  expect(part?.legend).toEqual([]);
  expect(part && marksOf(part)?.rowLabels).toEqual([0, 1, 2, 3, 4].map((code) => `antwoord ${code}`));
  expect(part && marksOf(part)?.ends?.[2]).toEqual({ strong: '40%', rest: '40 of 100' });
  expect(part?.config?.data.datasets[3]?.data).toEqual([null, null, null, 25, null]);
  expect(part?.config?.options.scales.x).toMatchObject({ min: 0, max: 40 });
});

it('what has no picture has one part', () => {
  const hidden = said(chartOfNominal(counted([1, 1], { openness: 'withheld', categories: [] }), 'A2', 'nl'));
  expect(partsOfChart(hidden, 10, countOf)).toEqual([hidden]);
});
