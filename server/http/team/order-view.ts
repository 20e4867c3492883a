// How sure the order of the needs is: their places in resamples of the libraries, under other weights of the sources and
// by other methods, each list of needs apart.
import { chartOfPlaces, placesWords, sureness } from '../../../analysis/charts/place-dots.ts';
import type { NeedOrder, NeedResult, OrderWay } from '../../../analysis/results/needs.ts';
import type { ProjectAnalysis } from '../../../analysis/results/project.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../computed.ts';
import { needsTabs } from './needs-view.ts';
import type { Lead, Tab } from './page-parts.ts';
import { type ShownChart, shownChart } from './shown-chart.ts';
import type { Words } from './workspace.ts';

interface WayView {
  readonly name: string;
  readonly about: string;
  readonly cells: readonly { readonly place: string; readonly top: boolean }[];
  readonly withheld: boolean;
}
interface OrderSection {
  readonly id: string;
  readonly title: string;
  readonly places: ShownChart | null;
  /** Why there is no picture of the places. */
  readonly noPlaces: string;
  readonly fixed: string;
  readonly columns: readonly { readonly code: string; readonly label: string; readonly address: string }[];
  readonly ways: readonly WayView[];
  readonly waysSaid: string;
  readonly waysHow: string;
  readonly weighted: readonly { readonly label: string; readonly said: string; readonly percent: number }[];
  readonly weightedHow: string;
  /** Of the ways of counting and the weightings; null where there are none. */
  readonly computed: ComputedPanel | null;
}
export interface OrderPage extends Lead {
  readonly tabs: readonly Tab[];
  readonly sections: readonly OrderSection[];
}

/** The page of the whole project. */
export function orderPage(analysis: ProjectAnalysis, orders: readonly NeedOrder[], words: Words): OrderPage {
  const needs = new Map(analysis.needs.map((need) => [need.code, need]));
  const [top] = orders;
  const [sure] = top?.stability?.needs ?? [];
  return {
    finding: sure
      ? words.say({
          key: 'order.finding',
          values: {
            need: needs.get(sure.need)?.label ?? '',
            percent: sureness(sure.inTop),
            top: top?.top ?? 0,
          },
        })
      : words.say({ key: top ? 'order.findingHidden' : 'order.findingNone' }),
    lead: words.say({ key: 'order.lead' }),
    action: null,
    tabs: needsTabs(analysis.project, 'order', words),
    sections: orders.map((order) => sectionOf(order, needs, analysis.project, words)),
  };
}

type Needs = ReadonlyMap<string, NeedResult>;

function sectionOf(order: NeedOrder, needs: Needs, project: string, words: Words): OrderSection {
  const label = (code: string) => inLanguage(needs.get(code)?.label ?? {}, words.language);
  const parent = order.parent === null ? '' : label(order.parent);
  const id = order.parent ?? 'all';
  const title = words.say({ key: 'order.places' });
  return {
    id,
    title: words.say(parent === '' ? { key: 'order.all' } : { key: 'order.within', values: { parent } }),
    places:
      order.stability &&
      shownChart(
        chartOfPlaces(
          order.needs.map((code) => ({
            code,
            label: needs.get(code)?.label ?? {},
            place: needs.get(code)?.rank ?? null,
          })),
          order.stability,
          {
            id: `places-${id}`,
            title: { [words.language]: title },
            top: order.top,
            language: words.language,
          },
        ),
        { methods: ['needScore', 'resampling'] },
        words,
      ),
    noPlaces: words.say({ key: order.openness === 'withheld' ? 'order.hidden' : 'order.noSample' }),
    fixed: fixedWords(order, words),
    columns: order.needs.map((code) => ({
      code,
      label: label(code),
      address: `/team/${project}/needs/${code}`,
    })),
    ways: order.ways.map((way) => wayView(way, order.top, words)),
    waysHow: words.say({ key: 'order.waysHow', values: { top: order.top } }),
    waysSaid: waysSaid(order, label, words),
    weighted: (order.weightings?.needs ?? []).map((row) => ({
      label: label(row.need),
      percent: Math.round(100 * row.inTop),
      said: words.say({
        key: 'order.weighted',
        values: { top: order.top, percent: sureness(row.inTop), places: placesWords(row) },
      }),
    })),
    weightedHow: order.weightings
      ? words.say({
          key: 'order.weightedHow',
          values: { weightings: order.weightings.weightings, kinds: order.weightings.kinds.length },
        })
      : '',
    computed: waysComputed(order, words),
  };
}

function waysComputed(order: NeedOrder, words: Words): ComputedPanel | null {
  const methods = [
    ...(order.ways.length > 1 ? (['orderWays'] as const) : []),
    ...(order.weightings ? (['everyWeighting'] as const) : []),
  ];
  if (methods.length === 0) return null;
  const of = words.say({ key: 'order.ways' });
  return computedPanel(of, { methods: ['needScore', ...methods] }, noBase, words);
}

function fixedWords({ fixed }: NeedOrder, words: Words): string {
  if (fixed.length === 0) return '';
  const kinds = fixed.map((kind) => words.say({ key: `order.kind.${kind}` }));
  return words.say({ key: 'order.fixed', values: { kinds: listed(kinds, words) } });
}

function listed(names: readonly string[], { language }: Words): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

/** The name of a way of counting. */
export function wayName({ code }: Pick<OrderWay, 'code'>, words: Words): string {
  const [verb = '', kind] = code.split(':');
  return kind === undefined
    ? words.say({ key: `order.way.${verb}` })
    : words.say({
        key: `order.way.${verb}`,
        values: { kind: words.say({ key: `order.kind.${kind}` }) },
      });
}

function wayView(way: OrderWay, top: number, words: Words): WayView {
  return {
    name: wayName(way, words),
    about: way.about,
    withheld: way.openness === 'withheld',
    cells: way.places.map((place) => ({
      place: place === null ? '–' : String(place),
      top: place !== null && place <= top,
    })),
  };
}

/** Which needs stay at the head whatever way is taken. */
function waysSaid(order: NeedOrder, label: (code: string) => string, words: Words): string {
  const open = order.ways.filter(({ openness }) => openness === 'full');
  if (open.length < 2) return '';
  const always = order.needs.filter((_, index) =>
    open.every(({ places }) => (places[index] ?? Number.POSITIVE_INFINITY) <= order.top),
  );
  return words.say({
    key: 'order.waysSaid',
    values: {
      ways: open.length,
      count: always.length,
      top: order.top,
      needs: listed(
        always.map((code) => `‘${label(code)}’`),
        words,
      ),
    },
  });
}

/** What the order's certainty says of one need: sentences. */
export function sureWords(need: string, orders: readonly NeedOrder[], words: Words): readonly string[] {
  const order = orders.find(({ needs }) => needs.includes(need));
  if (!order) return [];
  const place = order.stability?.needs.find((one) => one.need === need);
  const index = order.needs.indexOf(need);
  const places = order.ways.flatMap((way) => way.places[index] ?? []);
  const weighted = order.weightings?.needs.find((one) => one.need === need);
  return [
    ...(place && order.stability
      ? [
          words.say({
            key: 'order.need.places',
            values: {
              percent: sureness(place.inTop),
              top: order.top,
              best: place.best,
              worst: place.worst,
              same: place.best === place.worst ? 'yes' : 'no',
            },
          }),
        ]
      : [words.say({ key: order.openness === 'withheld' ? 'order.hidden' : 'order.noSample' })]),
    ...(places.length > 1
      ? [
          words.say({
            key: 'order.need.ways',
            values: { ways: places.length, best: Math.min(...places), worst: Math.max(...places) },
          }),
        ]
      : []),
    ...(weighted && order.weightings
      ? [
          words.say({
            key: 'order.need.weighted',
            values: { top: order.top, percent: sureness(weighted.inTop) },
          }),
        ]
      : []),
  ];
}

/** "1–3": the places of a need in the resamples; empty where they may not be seen. */
export function placeInterval(need: string, orders: readonly NeedOrder[]): string {
  const places = orders.flatMap(({ stability }) => stability?.needs ?? []);
  const found = places.find((one) => one.need === need);
  return found ? placesWords(found) : '';
}
