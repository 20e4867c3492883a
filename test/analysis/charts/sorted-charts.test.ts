// Sorted bars, sorted dots, coverage, pairs and before-after: order, ends, whiskers, tables and sentences.
import { describe, expect, it } from 'vitest';
import { chartOfCoverage } from '../../../analysis/charts/coverage-bars.ts';
import { chartOfAnswersPerDay } from '../../../analysis/charts/curve.ts';
import { drawingOf } from '../../../analysis/charts/drawing.ts';
import { chartOfPairs } from '../../../analysis/charts/paired-bars.ts';
import { chartOfComparisons } from '../../../analysis/charts/paired-means.ts';
import { chartOfRegister } from '../../../analysis/charts/register-bars.ts';
import { chartOfChoices, chartOfNominal } from '../../../analysis/charts/sorted-bars.ts';
import { chartOfRanking } from '../../../analysis/charts/sorted-dots.ts';
import type { QuestionResult } from '../../../analysis/results/questions.ts';
import { shareOf } from '../../../analysis/share.ts';
import { countPairs } from '../../../analysis/statistics/pair-counts.ts';
import { pairedDifference } from '../../../analysis/statistics/paired-difference.ts';
import { counted, said, tableLines, text } from './sample-figures.ts';

const marksOf = (view: ReturnType<typeof said>) => view.config?.options.plugins.nodenkaart;

it('bars of answers without an order stand longest first, each with its end and whisker', () => {
  const view = said(chartOfNominal(counted([10, 60, 30]), 'A2', 'nl'));
  expect(view.config?.data.labels).toEqual(['antwoord 1', 'antwoord 2', 'antwoord 0']);
  expect(marksOf(view)?.ends?.[0]).toEqual({ strong: '60%', rest: '60 van 100' });
  expect(marksOf(view)?.whiskers?.[0]).toEqual({ row: 0, lower: 50.2, upper: 69.06 });
});

it('a tick-all question keeps its three bases apart', () => {
  const choice = (code: string, count: number, mentions: number) => ({
    variable: `E2.${code}`,
    code,
    label: text(code),
    share: shareOf(count, 50),
    ofAsked: shareOf(count, 60),
    ofMentions: mentions,
  });
  const result: Extract<QuestionResult, { kind: 'choices' }> = {
    code: 'E2',
    type: 'multiple',
    label: text('Wat houdt je tegen?'),
    page: 'leren',
    kind: 'choices',
    base: 50,
    mentions: 60,
    missing: null,
    openness: 'full',
    choices: [choice('geld', 20, 1 / 3), choice('tijd', 40, 2 / 3)],
  };
  const view = said(chartOfChoices(result, 'nl'));
  expect(view.sentence).toBe('Het vaakst aangevinkt: “tijd”, 40 van de 50 (80%). Daarna komt “geld” (40%).');
  expect(tableLines(view)[0]).toBe('tijd | 40 | 50 | 80% | 67–89% | 67% (n 60) | 67%');
  expect(view.caption).toContain('60 vinkjes samen');
});

it('a ranking is dots with whiskers, the most chosen first', () => {
  const option = (code: string, count: number) => ({
    variable: `E1.${code}`,
    code,
    label: text(code),
    inTop: shareOf(count, 100),
    first: shareOf(count / 2, 100),
    meanPlace: 1.75,
  });
  const result: Extract<QuestionResult, { kind: 'ranking' }> = {
    code: 'E1',
    type: 'rank',
    label: text('Hoe leer je?'),
    page: 'leren',
    kind: 'ranking',
    top: 3,
    base: 100,
    missing: null,
    openness: 'full',
    options: [option('film', 30), option('lesgever', 60)],
  };
  const view = said(chartOfRanking(result, 'nl'));
  expect(marksOf(view)?.kind).toBe('dots');
  expect(view.config?.data.datasets[0]?.data).toEqual([60, 30]);
  expect(view.sentence).toBe('60 van de 100 (60%) zetten “lesgever” bij hun eerste 3.');
  expect(tableLines(view)[0]).toBe('lesgever | 60 | 100 | 60% | 50–69% | 30 | 1,8');
});

describe('coverage', () => {
  const groups = [
    { group: 'Limburg', share: shareOf(16, 42) },
    { group: 'Brussel', share: shareOf(2, 20) },
  ];
  const options = { id: 'byProvince', title: text('Per provincie'), language: 'nl' };

  it('stands inside the bar of the register, with a tick where the overall share lies', () => {
    const view = said(chartOfCoverage(groups, shareOf(85, 304), options));
    expect(view.config?.data.datasets.map(({ data }) => data)).toEqual([
      [42, 20],
      [16, 2],
    ]);
    expect(marksOf(view)?.ticks?.[0]?.at).toBeCloseTo((42 * 85) / 304);
    expect(view.sentence).toBe('Limburg doet het vlotst mee (38%), Brussel blijft het verst achter (10%).');
  });

  it('has a stepped curve of the running total', () => {
    const days = [
      { day: '2023-12-04', answers: 9, total: 9 },
      { day: '2024-01-08', answers: 20, total: 29 },
    ];
    const view = said(chartOfAnswersPerDay(days, { ...options, id: 'perDay' }));
    expect(view.config?.data.datasets[0]?.data.at(-1)).toEqual({ x: 35, y: 29 });
    expect(view.sentence).toBe('29 antwoorden op 2 dagen; de drukste dag was 8 jan.');
  });
});

it('pairs set two measures side by side, each with its own base', () => {
  const view = said(
    chartOfPairs([{ label: text('Leerplatform'), first: shareOf(41, 100), second: shareOf(14, 50) }], {
      id: 'pairs',
      title: text('Sterkst tegenover anders'),
      first: text('sterkst'),
      second: text('anders'),
      language: 'nl',
    }),
  );
  expect(tableLines(view)).toEqual(['sterkst | 41 | 100 | 41% | 32–51%', 'anders | 14 | 50 | 28% | 17–42%']);
  expect(view.sentence).toBe('Leerplatform komt het vaakst terug: bij “sterkst” 41%, bij “anders” 28%.');
});

it('a measure without a single bar keeps no room beside the other, whose bars stand level with their names', () => {
  const options = {
    id: 'p',
    title: text('Een'),
    first: text('groep'),
    second: text('andere'),
    language: 'nl',
  };
  const pair = { label: text('Wise'), first: shareOf(41, 100), second: null };
  const alone = chartOfPairs([pair, pair], options);
  expect(alone.config?.data.datasets.map(({ label }) => label)).toEqual(['groep']);
  const both = chartOfPairs([pair, { ...pair, second: shareOf(14, 50) }], options);
  expect(both.config?.data.datasets.map(({ label }) => label)).toEqual(['groep', 'andere']);
  expect(alone.height.wide).toBeLessThan(both.height.wide);
  const drawing = drawingOf(said(alone));
  const bar = drawing?.bars[0];
  const name = drawing?.words.find(({ text: words }) => words === 'Wise');
  expect(Math.abs((bar?.y ?? 0) + (bar?.height ?? 0) / 2 - (name?.y ?? 0))).toBeLessThan(8);
});

it('before and after are two dots with the change at the end; what may not be shown says so', () => {
  const paired = pairedDifference(countPairs([1, 2, 2, 3], [3, 3, 4, 4]));
  const comparison = { before: 'x', after: 'y', openness: 'full' } as const;
  const view = said(
    chartOfComparisons(
      [
        { ...comparison, code: 'a', label: text('R'), paired },
        { ...comparison, code: 'b', label: text('Git'), paired: null, openness: 'withheld' },
      ],
      { id: 'c', title: text('Voor en na'), language: 'nl' },
    ),
  );
  expect(view.config?.data.datasets.map(({ data }) => data)).toEqual([[2], [3.5]]);
  expect(marksOf(view)?.ends?.[0]).toEqual({ strong: '+1,50', rest: '4 mensen' });
  expect(tableLines(view)[1]).toBe('Git | te weinig antwoorden |  |  |  | ');
});

describe('the register beside who answered', () => {
  const options = {
    id: 'registerProvince',
    title: text('Per provincie'),
    first: text('Bij wie antwoordde'),
    second: text('In het register'),
    language: 'nl',
  };

  it('says how many libraries more or fewer than the register would give', () => {
    // Of 18 answers 18 x 42/62 = 12,2 were expected from Limburg, and 5,8 from Brussel.
    const groups = [
      { group: 'Limburg', share: shareOf(16, 42) },
      { group: 'Brussel', share: shareOf(2, 20) },
    ];
    const chart = chartOfRegister(groups, options);
    const view = chart && said(chart);
    expect(view && tableLines(view)).toEqual([
      'Limburg | 89% | 68% | 4 bibs meer dan verwacht',
      'Brussel | 11% | 32% | 4 bibs minder dan verwacht',
    ]);
    expect(view?.sentence).toBe(
      'Was overal evenveel geantwoord, dan kwamen er uit “Brussel” 4 bibs meer en uit “Limburg” 4 bibs minder.',
    );
  });

  it('names no group with too many where each has less than half a library too many', () => {
    // Of 4 answers 1,3 were expected from Limburg and 0,7 from each of the others.
    const others = ['Brussel', 'Antwerpen', 'Gent', 'Leuven'].map((group) => ({
      group,
      share: shareOf(1, 5),
    }));
    const chart = chartOfRegister([{ group: 'Limburg', share: shareOf(0, 10) }, ...others], options);
    const view = chart && said(chart);
    expect(view?.sentence).toBe('Was overal evenveel geantwoord, dan kwam er uit “Limburg” 1 bib meer.');
    expect(view && tableLines(view)[1]).toBe('Brussel | 25% | 17% | zoals verwacht');
  });

  it('says so where every group is as large as in the register, and nothing before the first answer', () => {
    const alike = [
      { group: 'Limburg', share: shareOf(10, 40) },
      { group: 'Brussel', share: shareOf(5, 20) },
    ];
    const chart = chartOfRegister(alike, options);
    expect(chart && said(chart).sentence).toContain('ongeveer even groot als in het register');
    expect(chartOfRegister([{ group: 'Limburg', share: shareOf(0, 40) }], options)).toBeNull();
  });
});
