// The services in one table of shades, and in a field of use against mastery: two more ways to look at the same figures.
import type { WordedChart } from '../../../analysis/chart.ts';
import { heatDrawing } from '../../../analysis/charts/heat-drawing.ts';
import { type HeatTable, heatOfServices, inWords } from '../../../analysis/charts/heat-table.ts';
import { type QuadrantPoint, quadrantOf } from '../../../analysis/charts/quadrant.ts';
import type { ServiceResult } from '../../../analysis/results/survey.ts';
import type { ServiceRules } from '../../../surveys/needs-catalogue.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel } from '../../computed.ts';
import { formatFixed, formatPercent } from '../../format-values.ts';
import { wordedIn } from './page-parts.ts';
import { type QuadrantPicture, quadrantPicture } from './quadrant-picture.ts';
import { type ChartFiles, chartFiles } from './shown-chart.ts';
import type { Words } from './workspace.ts';

interface Picture {
  readonly chart: WordedChart;
  readonly files: ChartFiles;
  readonly computed: ComputedPanel;
}
export interface HeatPicture extends Picture {
  readonly heads: readonly { readonly name: string; readonly span: number; readonly hue: string }[];
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly { readonly words: string; readonly look: string; readonly holds: boolean }[];
  }[];
}

/** Null where no service may be shown. */
export function heatPicture(
  services: readonly ServiceResult[],
  rules: ServiceRules | undefined,
  filter: string,
  words: Words,
): HeatPicture | null {
  const title = words.say({ key: 'explorer.heat.title' });
  const heat = heatOfServices(services, rules, { title, language: words.language });
  if (!heat) return null;
  const chart = wordedIn(heat.chart, words);
  return {
    chart,
    files: chartFiles(chart, heatDrawing(heat)),
    computed: computedPanel(
      title,
      { methods: ['heat', 'distribution', 'verdict'], filter },
      { base: basesOf(services, words), missing: '' },
      words,
    ),
    heads: heat.heads.map(({ hue, span }) => ({
      hue,
      span,
      name: words.say({ key: `explorer.heat.${hue}` }),
    })),
    columns: heat.columns.map(({ label }) => label),
    rows: heat.rows.map(({ label, cells }) => ({ label, cells: cells.map(cellView) })),
  };
}

function cellView({ hue, percent, step, holds }: HeatTable['rows'][number]['cells'][number]) {
  const look = percent === null ? 'heat-none' : hue === 'verdict' ? 'heat-verdict' : `heat-${hue}-${step}`;
  return { words: inWords(percent), look: holds ? `${look} heat-holds` : look, holds };
}

/** "tussen 90 en 108 antwoorden per rij" */
function basesOf(services: readonly ServiceResult[], words: Words): string {
  const bases = services.flatMap(({ frequency }) => frequency.base ?? []);
  if (bases.length === 0) return '';
  const [low, high] = [Math.min(...bases), Math.max(...bases)];
  return low === high
    ? words.say({ key: 'analysis.chart.base', values: { n: low } })
    : words.say({ key: 'analysis.chart.bases', values: { low, high } });
}

/** Use up, mastery across; null where fewer than two services have both. */
export function servicesQuadrant(
  services: readonly ServiceResult[],
  filter: string,
  words: Words,
): QuadrantPicture | null {
  const points = services.flatMap((service): QuadrantPoint[] => {
    const { frequent, mastery } = service;
    const mean = mastery.summary?.mean ?? null;
    if (frequent.estimate === null || mean === null || mastery.base === null) return [];
    const label = inLanguage(service.label, words.language);
    return [{ label, x: mean, y: frequent.estimate, base: mastery.base }];
  });
  const [first] = services;
  const values = first?.mastery.categories.flatMap(({ value }) => value ?? []) ?? [];
  if (!first || values.length < 2 || points.length < 2) return null;
  const say = (key: string, more = {}) => words.say({ key: `explorer.quadrant.${key}`, values: more });
  const ends = [first.mastery.categories[0], first.mastery.categories.at(-1)];
  const [low, high] = ends.map((end) => (end ? inLanguage(end.label, words.language) : ''));
  const quadrant = quadrantOf(points, {
    id: 'services-quadrant',
    title: say('title'),
    x: {
      name: say('masteryName'),
      label: say('mastery', { low: low ?? '', high: high ?? '' }),
      ...rangeOf(points.map(({ x }) => x)),
      say: (value) => formatFixed(words.language, value, 1),
    },
    y: {
      name: say('useName'),
      label: say('use'),
      ...rangeOf(points.map(({ y }) => y)),
      say: (value) => formatPercent(words.language, value),
    },
    corners: {
      lowLow: say('rareWeak'),
      lowHigh: say('oftenWeak'),
      highLow: say('rareStrong'),
      highHigh: say('oftenStrong'),
    },
    leading: 'lowHigh',
    thing: words.say({ key: 'analysis.chart.head.service' }),
  });
  return (
    quadrant && quadrantPicture(quadrant, 'lowHigh', { methods: ['quadrant', 'distribution'], filter }, words)
  );
}

/** What the field shows of an axis, and the mean of its points, where the cross stands. */
function rangeOf(values: readonly number[]): { min: number; max: number; cross: number } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return {
    min: least - (most - least) / 12,
    max: most + (most - least) / 12,
    cross: values.reduce((sum, value) => sum + value, 0) / values.length,
  };
}
