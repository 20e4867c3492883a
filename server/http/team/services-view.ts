// The services: how often and how well each is used, in one row, with the advice that follows and its numbers.
import type { WordedChart } from '../../../analysis/chart.ts';
import { wholePercent } from '../../../analysis/chart.ts';
import { chartsOfService } from '../../../analysis/charts/service-bars.ts';
import type { ServiceResult, SurveyAnalysis } from '../../../analysis/results/survey.ts';
import type { ServiceRules, Verdict } from '../../../surveys/needs-catalogue.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../computed.ts';
import type { FilterForm } from './filters.ts';
import { type Lead, type ShareView, shareView, type Tab, wordedIn } from './page-parts.ts';
import type { QuadrantPicture } from './quadrant-picture.ts';
import { type ResultsPlace, resultTabs } from './results-view.ts';
import { type HeatPicture, heatPicture, servicesQuadrant } from './service-pictures.ts';
import type { Words } from './workspace.ts';

interface ServiceRow {
  readonly code: string;
  readonly name: string;
  readonly note: string;
  /** "108 antwoorden", "104 gebruikers". */
  readonly bases: readonly string[];
  readonly frequency: WordedChart;
  readonly mastery: WordedChart;
  readonly verdicts: readonly { readonly name: string; readonly reason: string }[];
  /** Said where no rule holds or too few answered. */
  readonly noVerdict: string;
}
interface PriorityRow {
  readonly name: string;
  readonly notIndependent: string;
  readonly needing: ShareView;
  readonly score: string;
}
export interface ServicesPage extends Lead {
  readonly tabs: readonly Tab[];
  readonly filters: FilterForm | null;
  readonly empty: boolean;
  /** Colours with their answers, once for all rows. */
  readonly frequencyLegend: WordedChart['legend'];
  readonly masteryLegend: WordedChart['legend'];
  readonly groups: readonly { readonly name: string; readonly services: readonly ServiceRow[] }[];
  readonly rules: readonly { readonly name: string; readonly conditions: string }[];
  readonly priorities: readonly PriorityRow[];
  /** The other ways to look: advice per service, shades, field. */
  readonly ways: readonly Tab[];
  readonly heat: HeatPicture | null;
  readonly quadrant: QuadrantPicture | null;
  readonly computed: ComputedPanel;
  /** Of the table of what to tackle first. */
  readonly priorityComputed: ComputedPanel;
}
export type ServicesWay = 'advice' | 'heat' | 'quadrant';

/** The way to look that an address names; anything else is the advice per service. */
export function wayOf(asked: unknown): ServicesWay {
  return asked === 'heat' || asked === 'quadrant' ? asked : 'advice';
}

/** The page over one survey's services; `rules` are the catalogue's, shown beside the advice. */
export function servicesPage(
  survey: SurveyAnalysis,
  rules: ServiceRules | undefined,
  place: ResultsPlace,
  filters: FilterForm | null,
  way: ServicesWay,
  words: Words,
): ServicesPage {
  const filter = filters?.chosen ?? '';
  const groups = [...new Set(survey.services.map(({ group }) => group))];
  const [first] = survey.services;
  const legends = first && chartsOfService(first, words.language);
  return {
    finding: findingOf(survey.services, words),
    lead: words.say({ key: way === 'advice' ? 'team.services.lead' : `explorer.${way}.lead` }),
    action: null,
    tabs: resultTabs(place, survey, words),
    filters,
    empty: survey.services.length === 0,
    frequencyLegend: legends ? wordedIn(legends.frequency, words).legend : [],
    masteryLegend: legends ? wordedIn(legends.mastery, words).legend : [],
    ways: waysOf(place, way, words),
    heat: way === 'heat' ? heatPicture(sortedByGroup(survey.services), rules, filter, words) : null,
    quadrant: way === 'quadrant' ? servicesQuadrant(survey.services, filter, words) : null,
    computed: computedPanel(
      words.say({ key: 'team.results.services' }),
      { methods: ['distribution', 'verdict', 'wilson', 'clusterShare'], filter },
      noBase,
      words,
    ),
    priorityComputed: computedPanel(
      words.say({ key: 'team.services.priority' }),
      { methods: ['priority', 'highlight', 'disclosure'], filter },
      noBase,
      words,
    ),
    groups: (way === 'advice' ? groups : []).map((group) => {
      const services = survey.services.filter((service) => service.group === group);
      const [named] = services;
      return {
        name: named?.groupLabel ? inLanguage(named.groupLabel, words.language) : '',
        services: sortedServices(services).map((service) => serviceRow(service, rules, words)),
      };
    }),
    rules: (rules?.verdicts ?? []).map((verdict) => ruleView(verdict, words)),
    priorities: [...survey.services]
      .filter(({ priority }) => priority.score !== null)
      .sort((one, other) => (other.priority.score ?? 0) - (one.priority.score ?? 0))
      .map(({ label, priority }) => ({
        name: inLanguage(label, words.language),
        notIndependent: percentWords(priority.notIndependent),
        needing: shareView(priority.needing, words),
        score: percentWords(priority.score),
      })),
  };
}

function waysOf({ project, query }: ResultsPlace, here: ServicesWay, words: Words): readonly Tab[] {
  return (['advice', 'heat', 'quadrant'] as const).map((way) => {
    const search = [...(way === 'advice' ? [] : [`view=${way}`]), ...(query ? [query] : [])].join('&');
    return {
      name: words.say({ key: `explorer.way.${way}` }),
      address: `/team/${project}/results/services${search ? `?${search}` : ''}`,
      here: way === here,
    };
  });
}

/** Group by group, in each the order of its rows on this page. */
function sortedByGroup(services: readonly ServiceResult[]): readonly ServiceResult[] {
  const groups = [...new Set(services.map(({ group }) => group))];
  return groups.flatMap((group) => sortedServices(services.filter((service) => service.group === group)));
}

function percentWords(proportion: number | null): string {
  return proportion === null ? '' : `${wholePercent(proportion)}%`;
}

/** By what a group is about: the share that the advice most common in it counts first, the largest first. */
function sortedServices(services: readonly ServiceResult[]): readonly ServiceResult[] {
  const given = services.flatMap(({ verdicts }) => verdicts.slice(0, 1));
  const times = (code: string) => given.filter((verdict) => verdict.code === code).length;
  const [common] = [...given].sort((one, other) => times(other.code) - times(one.code));
  const condition = common?.conditions[0];
  const size = (service: ServiceResult) =>
    condition
      ? service[condition.on].categories
          .filter(({ code }) => condition.codes.includes(code))
          .reduce((sum, { share }) => sum + (share.estimate ?? 0), 0)
      : (service.frequent.estimate ?? 0);
  return [...services].sort((one, other) => size(other) - size(one));
}

function serviceRow(service: ServiceResult, rules: ServiceRules | undefined, words: Words): ServiceRow {
  const charts = chartsOfService(service, words.language);
  const name = inLanguage(service.label, words.language);
  const none =
    service.noVerdict === 'tooFew'
      ? words.say({ key: 'analysis.chart.tooFew' })
      : rules
        ? inLanguage(rules.none, words.language)
        : '';
  return {
    code: service.code,
    name,
    note: service.note ? inLanguage(service.note, words.language) : '',
    bases: [
      words.say({ key: 'team.services.answers', values: { count: service.frequency.base ?? 0 } }),
      words.say({ key: 'team.services.usersCount', values: { count: service.mastery.base ?? 0 } }),
    ],
    frequency: wordedIn(charts.frequency, words),
    mastery: wordedIn(charts.mastery, words),
    verdicts: service.verdicts.map(({ label, reason }) => ({
      name: inLanguage(label, words.language),
      reason: words.fill(reason.text, { ...reason.values, name }),
    })),
    noVerdict: service.verdicts.length > 0 ? '' : none,
  };
}

function ruleView({ label, conditions }: Verdict, words: Words): ServicesPage['rules'][number] {
  return {
    name: inLanguage(label, words.language),
    conditions: conditions
      .map((condition) => {
        const { atLeast, atMost, above } = condition;
        const key =
          above !== undefined
            ? 'above'
            : atLeast !== undefined && atMost !== undefined
              ? 'between'
              : atMost !== undefined
                ? 'atMost'
                : 'atLeast';
        return words.say({
          key: `team.services.rule.${key}`,
          values: {
            label: condition.label,
            atLeast: atLeast ?? 0,
            atMost: atMost ?? 100,
            above: above ?? 0,
            base: words.say({ key: `team.services.base.${condition.on}` }),
          },
        });
      })
      .join(' '),
  };
}

/** The two kinds of advice that come back most. */
function findingOf(services: readonly ServiceResult[], words: Words): string {
  const counts = new Map<string, { readonly name: string; readonly count: number }>();
  for (const { verdicts } of services) {
    for (const { code, label } of verdicts) {
      const name = inLanguage(label, words.language);
      counts.set(code, { name, count: (counts.get(code)?.count ?? 0) + 1 });
    }
  }
  const [first, second] = [...counts.values()].sort((one, other) => other.count - one.count);
  if (!first) return words.say({ key: 'team.services.findingNone', values: { total: services.length } });
  return words.say({
    key: second ? 'team.services.finding' : 'team.services.findingOne',
    values: {
      first: first.name,
      count: first.count,
      total: services.length,
      second: second ? second.name.toLowerCase() : '',
      secondCount: second?.count ?? 0,
    },
  });
}
