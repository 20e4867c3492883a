// "How was this computed": what stands behind a figure on a page of the team, the panel or the public, from the catalogue
// of methods.
import type { ChartView } from '../analysis/chart.ts';
import { type MethodName, methods, methodsOfCount, type NamedMethod, ownRule } from '../analysis/methods.ts';
import type { PanelList } from '../analysis/results/panel.ts';
import type { Message } from './texts.ts';

/** How a page says a message in its language. */
interface Speaking {
  say(message: Message): string;
}

/** What a page knows of the figures it shows. */
export interface Computing {
  readonly methods: readonly MethodName[];
  /** The groups the figures are limited to, in words; empty for everybody. */
  readonly filter?: string | undefined;
  readonly weights?:
    | 'unweighted'
    | 'weightedRegister'
    | 'weightedCells'
    | 'libraries'
    | 'members'
    | 'records'
    | 'remarks'
    | undefined;
}

export interface ComputedPanel {
  /** Of the figure, for who hears the panel's name alone. */
  readonly of: string;
  readonly methods: readonly {
    readonly function: string;
    readonly file: string;
    readonly how: string;
    readonly source: string;
  }[];
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

/** The base and who is missing, in words; empty where the figure has none of its own. */
export interface ComputedBase {
  readonly base: string;
  readonly missing: string;
}

export function computedPanel(
  of: string,
  { methods: names, filter = '', weights = 'unweighted' }: Computing,
  { base, missing }: ComputedBase,
  words: Speaking,
): ComputedPanel {
  const say = (key: string) => words.say({ key: `methods.${key}` });
  return {
    of,
    methods: [...new Set(names)].map((name) => methodLine({ name, ...methods[name] }, words)),
    facts: [
      ...(base === '' ? [] : [{ name: say('base'), value: base }]),
      ...(base === ''
        ? []
        : [{ name: say('missing'), value: missing === '' ? say('noneMissing') : missing }]),
      { name: say('interval'), value: say(intervalOf(names)) },
      { name: say('filter'), value: filter === '' ? say('everybody') : filter },
      { name: say('weights'), value: say(weights) },
    ],
  };
}

/** One method as it is told: also one of a report, which keeps its methods as they were when it was published. */
export function methodLine(
  { name, function: called, file, source }: NamedMethod,
  words: Speaking,
): ComputedPanel['methods'][number] {
  return {
    function: called,
    file,
    how: words.say({ key: `methods.how.${name}` }),
    source: source === ownRule ? words.say({ key: 'methods.ownRule' }) : source,
  };
}

/** Of figures that have no base of their own: places, scores and tables of them. */
export const noBase: ComputedBase = { base: '', missing: '' };

function intervalOf(names: readonly MethodName[]): string {
  if (names.includes('clusterVariance')) return 'intervalScore';
  if (names.includes('kappaInterval')) return 'intervalKappa';
  if (names.includes('newcombe')) return 'intervalDifference';
  if (names.includes('weightedShare')) return 'intervalLinearised';
  if (names.includes('paired')) return 'intervalPaired';
  if (names.includes('redraws')) return 'intervalRedraws';
  if (names.includes('resampling')) return 'intervalResampling';
  if (names.includes('wilson')) return 'intervalWilson';
  if (names.includes('meanInterval')) return 'intervalMean';
  return names.includes('needScore') ? 'intervalScore' : 'intervalNone';
}

/** What made a panel's result, as far as it is shown. */
export function panelMethods(lists: readonly PanelList[]): readonly MethodName[] {
  const places = lists.flatMap(({ order }) => order);
  return [
    ...methodsOfCount(lists),
    'finalOrder',
    ...(places.some(({ lowest }) => lowest !== null) ? (['placeSpread', 'redraws'] as const) : []),
    ...(places.some(({ withoutOne }) => withoutOne) ? (['leaveOneOut'] as const) : []),
    ...(lists.some(({ agreement }) => agreement) ? (['kendallsW'] as const) : []),
  ];
}

/** Base and missing as the chart's own caption says them. */
export function baseOfChart({ caption }: ChartView, words: Speaking): ComputedBase {
  const said = (kind: RegExp) =>
    caption
      .filter(({ key }) => kind.test(key))
      .map(({ key, values }) => words.say({ key, values }))
      .join(', ');
  return { base: said(/^analysis\.chart\.bases?$/), missing: said(/^analysis\.chart\.missing/) };
}
