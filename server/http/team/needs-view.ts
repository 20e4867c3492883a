// The needs as a ranked list: place on evidence, score with its interval, the shelf of sources, the panel's place.
import { chartOfNeedScores } from '../../../analysis/charts/sorted-dots.ts';
import { methodsOfCount } from '../../../analysis/methods.ts';
import type { NeedOrder as NeedOrderResult, NeedResult } from '../../../analysis/results/needs.ts';
import type { ProjectAnalysis } from '../../../analysis/results/project.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../computed.ts';
import { type Shelf, shelfOf } from '../../shelf.ts';
import { placeInterval } from './order-view.ts';
import type { Lead, Tab } from './page-parts.ts';
import { type ShownChart, shownChart } from './shown-chart.ts';
import type { Words } from './workspace.ts';

export interface Axis {
  /** Places in percent of the axis. */
  readonly at: number;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly grid: readonly number[];
  readonly hollow: boolean;
}
interface NeedRow {
  readonly code: string;
  readonly address: string;
  readonly place: string;
  /** Between which places it lies in other samples: "1–3", said; empty in the panel's order and where nothing tells. */
  readonly places: string;
  readonly label: string;
  readonly child: boolean;
  readonly score: string;
  /** "48 tot 60", or empty. */
  readonly interval: string;
  readonly axis: Axis | null;
  readonly shelf: Shelf;
  readonly panelPlace: string;
  readonly apart: boolean;
  readonly flag: string;
  readonly action: string;
}
export interface NeedsPage extends Lead {
  readonly tabs: readonly Tab[];
  readonly order: readonly Tab[];
  readonly ticks: readonly { readonly at: number; readonly value: number }[];
  /** Letters of the shelf with what they stand for. */
  readonly letters: readonly { readonly letter: string; readonly name: string }[];
  readonly rows: readonly NeedRow[];
  /** Where it is told how sure the order is; null where no place has an interval. */
  readonly sure: { readonly address: string } | null;
  readonly panelSpoke: boolean;
  /** What the ringed places are: the order that is not the page's. */
  readonly otherPlace: string;
  /** All scores in one picture with a table, to take along; null while nothing is scored. */
  readonly scores: ShownChart | null;
  readonly caption: string;
  /** Of the list. */
  readonly computed: ComputedPanel;
  readonly empty: boolean;
}
export type NeedsOrder = 'evidence' | 'panel';

/** The list in the order asked for; without a panel it is always the order of the evidence. */
export function needsPage(
  analysis: ProjectAnalysis,
  orders: readonly NeedOrderResult[],
  order: NeedsOrder,
  words: Words,
): NeedsPage {
  const panelSpoke = analysis.needs.some(({ panelRank }) => panelRank !== null);
  const shown = panelSpoke ? order : 'evidence';
  const needs = ordered(analysis.needs, shown);
  const end = axisEnd(analysis.needs);
  const root = `/team/${analysis.project}/needs`;
  const say = (key: string, values = {}) => words.say({ key: `team.needs.${key}`, values });
  return {
    finding: findingOf(needs, shown, words),
    lead: leadOf(analysis, panelSpoke, words),
    action: { address: `${root}/edit`, name: words.say({ key: 'catalogue.edit' }) },
    tabs: needsTabs(analysis.project, 'needs', words),
    order: panelSpoke
      ? [
          { name: say('orderEvidence'), address: root, here: shown === 'evidence' },
          { name: say('orderPanel'), address: `${root}?order=panel`, here: shown === 'panel' },
        ]
      : [],
    ticks: ticksOf(end),
    letters: analysis.counts.sources.map((kind) => ({
      letter: words.say({ key: `report.letter.${kind}` }),
      name: words.say({ key: `team.kind.${kind}` }),
    })),
    rows: needs.map((need) => ({
      ...needRow(need, analysis, shown, end, words),
      places: shown === 'evidence' ? placeInterval(need.code, orders) : '',
    })),
    sure:
      shown === 'evidence' && needs.some(({ code }) => placeInterval(code, orders) !== '')
        ? { address: `/team/${analysis.project}/order` }
        : null,
    panelSpoke,
    otherPlace: say(shown === 'evidence' ? 'panelPlace' : 'evidencePlace'),
    scores: scoresChart(analysis.needs, words),
    caption: say('caption', {
      answers: analysis.surveys[0]?.responses ?? 0,
      interviews: analysis.counts.interviews,
    }),
    computed: computedPanel(
      say('need'),
      {
        methods: [
          'needScore',
          'indicator',
          'clusterVariance',
          'evidence',
          'evidenceLevel',
          ...(needs.some(({ code }) => placeInterval(code, orders) !== '') ? (['resampling'] as const) : []),
          ...(panelSpoke ? [...methodsOfCount(analysis.panel?.lists ?? []), 'finalOrder' as const] : []),
        ],
      },
      noBase,
      words,
    ),
    empty: analysis.needs.every(({ score }) => score === null),
  };
}

function scoresChart(needs: readonly NeedResult[], words: Words): ShownChart | null {
  if (needs.every(({ score }) => score === null)) return null;
  const title = { [words.language]: words.say({ key: 'team.needs.scores' }) };
  const chart = chartOfNeedScores(needs, title, words.language);
  return shownChart(chart, { methods: ['needScore', 'clusterVariance'] }, words);
}

/** The pages that stand with the needs. */
export function needsTabs(
  project: string,
  here: 'needs' | 'order' | 'evidence' | 'records',
  words: Words,
): readonly Tab[] {
  return (['needs', 'order', 'evidence', 'records'] as const).map((page) => ({
    name: words.say({ key: `team.needs.tab.${page}` }),
    address: `/team/${project}/${page}`,
    here: page === here,
  }));
}

/** Top level by the place asked for, children after their parent in the same order. */
function ordered(needs: readonly NeedResult[], order: NeedsOrder): readonly NeedResult[] {
  const place = ({ rank, panelRank }: NeedResult) =>
    (order === 'panel' ? panelRank : rank) ?? Number.MAX_SAFE_INTEGER;
  const sorted = [...needs].sort((one, other) => place(one) - place(other));
  const top = sorted.filter(({ parent }) => parent === null);
  return top.flatMap((need) => [need, ...sorted.filter(({ parent }) => parent === need.code)]);
}

function needRow(
  need: NeedResult,
  analysis: ProjectAnalysis,
  order: NeedsOrder,
  end: number,
  words: Words,
): Omit<NeedRow, 'places'> {
  const { rank, panelRank } = need;
  const [own, other] = order === 'evidence' ? [rank, panelRank] : [panelRank, rank];
  const child = need.parent !== null;
  const apart = need.flag !== null && !child;
  const difference = Math.abs((rank ?? 0) - (panelRank ?? 0));
  return {
    code: need.code,
    address: `/team/${analysis.project}/needs/${need.code}`,
    place: child ? '' : own === null ? '–' : String(own),
    label: inLanguage(need.label, words.language),
    child,
    score: need.score === null ? '–' : String(Math.round(need.score)),
    interval: need.interval
      ? words.say({
          key: 'team.needs.interval',
          values: { lower: Math.round(need.interval.lower), upper: Math.round(need.interval.upper) },
        })
      : '',
    axis: axisOf(need, end),
    shelf: shelfView(need, analysis, words),
    panelPlace:
      other === null
        ? ''
        : child
          ? `${need.parent?.replace(/\D/g, '') ?? ''}${'abcdefgh'[other - 1] ?? ''}`
          : String(other),
    apart,
    flag:
      apart && need.flag
        ? words.say({ key: `team.needs.flag.${need.flag}`, values: { places: difference } })
        : '',
    action: words.say({ key: `team.needs.action.${need.action}` }),
  };
}

/** Where a need's dot and whisker lie on an axis from 0 to `end`. */
export function axisOf(need: NeedResult, end: number): Axis | null {
  if (need.score === null) return null;
  const place = (value: number) => Math.round((value / end) * 1000) / 10;
  return {
    at: place(need.score),
    interval: need.interval && { lower: place(need.interval.lower), upper: place(need.interval.upper) },
    grid: ticksOf(end).map(({ at }) => at),
    hollow: need.parent !== null,
  };
}

/** The end of the axis: the next 20 after the largest score or interval. */
export function axisEnd(needs: readonly NeedResult[]): number {
  const reach = needs.map(({ score, interval }) => Math.max(score ?? 0, interval?.upper ?? 0));
  return Math.min(100, Math.max(20, Math.ceil(Math.max(0, ...reach) / 20) * 20));
}

function ticksOf(end: number): readonly { readonly at: number; readonly value: number }[] {
  return Array.from({ length: end / 20 + 1 }, (_, index) => ({
    value: index * 20,
    at: Math.round(((index * 20) / end) * 1000) / 10,
  }));
}

/** The shelf of a need: a book per kind of source the project has. */
export function shelfView(need: NeedResult, { counts }: ProjectAnalysis, words: Words): Shelf {
  return shelfOf(need.evidence, counts.sources, (key, values) => words.say({ key, values }));
}

function findingOf(needs: readonly NeedResult[], order: NeedsOrder, words: Words): string {
  const [first, second] = needs.filter(({ parent, score }) => parent === null && score !== null);
  if (!first) return words.say({ key: 'team.needs.findingNone', values: { count: needs.length } });
  const key = order === 'panel' ? 'findingPanel' : second ? 'finding' : 'findingOne';
  return words.say({
    key: `team.needs.${key}`,
    values: { first: first.label, second: second?.label ?? '' },
  });
}

function leadOf({ needs }: ProjectAnalysis, panelSpoke: boolean, words: Words): string {
  const flags = needs.filter(({ flag, parent }) => flag !== null && parent === null).length;
  return words.say({
    key: panelSpoke ? 'team.needs.lead' : 'team.needs.leadNoPanel',
    values: { count: needs.length, flags },
  });
}
