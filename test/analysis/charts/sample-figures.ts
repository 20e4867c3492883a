// Hand-made results for the tests of charts: counts in, figures out, and a voice in both languages.
import { type ChartView, type WordedChart, wordedChart } from '../../../analysis/chart.ts';
import type { Distribution } from '../../../analysis/results/questions.ts';
import { shareOf } from '../../../analysis/share.ts';
import { textsFolder } from '../../../server/paths.ts';
import { loadTexts } from '../../../server/texts.ts';

const texts = loadTexts(textsFolder);
const noOutcome = { notShown: 0, skipped: 0, notApplicable: 0, dontKnow: 0, preferNotToSay: 0 };

export const text = (words: string) => ({ nl: words, en: words });

/** One variable answered so many times per code `0`, `1`, …; the top two in its summary as the analysis gives them. */
export function counted(counts: readonly number[], change: Partial<Distribution> = {}): Distribution {
  const base = counts.reduce((sum, count) => sum + count, 0);
  const sum = (some: readonly number[]) => some.reduce((total, count) => total + count, 0);
  return {
    variable: 'B1.wise',
    label: text('Hoe vaak?'),
    item: text('Wise'),
    base,
    missing: { ...noOutcome, skipped: 2 },
    openness: 'full',
    categories: counts.map((count, code) => ({
      code: String(code),
      label: text(`antwoord ${code}`),
      value: code,
      share: shareOf(count, base),
    })),
    missingCategories: [],
    summary: {
      n: base,
      mean: null,
      standardDeviation: null,
      standardError: null,
      interval: null,
      median: null,
      lowerQuartile: null,
      upperQuartile: null,
      topTwo: shareOf(sum(counts.slice(-2)), base),
      bottomTwo: shareOf(sum(counts.slice(0, 2)), base),
    },
    ...change,
  };
}

/** The same distribution as a reader gets it who may see nothing of it. */
export function withheld(distribution: Distribution): Distribution {
  const hidden = { count: null, base: null, estimate: null, interval: null, missing: null };
  return {
    ...distribution,
    base: null,
    missing: null,
    openness: 'withheld',
    summary: null,
    categories: distribution.categories.map((category) => ({
      ...category,
      share: { ...category.share, ...hidden, openness: 'withheld' },
    })),
  };
}

/** The chart as a reader of the language reads it. */
export function said(view: ChartView, language = 'nl'): WordedChart {
  return wordedChart(view, ({ key, values }) => texts.say(language, key, values));
}

/** Every cell of the chart's table, a line per row. */
export function tableLines(chart: WordedChart): readonly string[] {
  return chart.table.groups.flatMap(({ rows }) =>
    rows.map(({ head, cells }) => [head, ...cells].join(' | ')),
  );
}
