// "How was this computed": what stands behind a figure on the page, from the catalogue of methods.
import type { ChartView, Message } from '../../../analysis/chart.ts';
import { type MethodName, methods } from '../../../analysis/methods.ts';
import type { Words } from './workspace.ts';

/** What a page knows of the figures it shows. */
export interface Computing {
  readonly methods: readonly MethodName[];
  /** The groups the figures are limited to, in words; empty for everybody. */
  readonly filter?: string | undefined;
  readonly weights?: 'unweighted' | 'weightedRegister' | 'libraries' | undefined;
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
  words: Words,
): ComputedPanel {
  const say = (key: string) => words.say({ key: `methods.${key}` });
  return {
    of,
    methods: names.map((name) => {
      const method = methods[name];
      return {
        function: method.function,
        file: method.file,
        how: say(`how.${name}`),
        source: method.source === 'Nodenkaart' ? say('ownRule') : method.source,
      };
    }),
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

function intervalOf(names: readonly MethodName[]): string {
  if (names.includes('newcombe')) return 'intervalDifference';
  if (names.includes('resampling')) return 'intervalResampling';
  if (names.includes('wilson')) return 'intervalWilson';
  if (names.includes('meanInterval')) return 'intervalMean';
  return names.includes('needScore') ? 'intervalScore' : 'intervalNone';
}

/** Base and missing as the chart's own caption says them. */
export function baseOfChart({ caption }: ChartView, words: Words): ComputedBase {
  const said = (kind: RegExp) =>
    caption
      .filter(({ key }) => kind.test(key))
      .map(({ key, values }: Message) => words.say({ key, values }))
      .join(', ');
  return { base: said(/^analysis\.chart\.bases?$/), missing: said(/^analysis\.chart\.missing/) };
}
