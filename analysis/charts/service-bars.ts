// Use and mastery of one service as two single bars; a bracket carries the sum of the answers that led to the advice.

import {
  axisPercent,
  type ChartView,
  chartWords,
  type Marks,
  missingCaption,
  say,
  shareHeads,
  wholePercent,
} from '../chart.ts';
import type { Distribution, ScaleLook } from '../results/questions.ts';
import type { ServiceResult, ServiceVerdict } from '../results/survey.ts';
import { coloursOf } from './palette.ts';
import { datasetsOf, isWhole, largestSentence, percentAt, tableGroup } from './stacked-bars.ts';

const thickness = 28;

/** The bars of a service, `frequency` and `mastery`; `language` chooses the words of brackets and answers. */
export function chartsOfService(
  service: ServiceResult,
  language: string,
): { readonly frequency: ChartView; readonly mastery: ChartView } {
  const conditions = service.verdicts.flatMap(({ conditions }) => conditions);
  const bar = (distribution: Distribution, look: 'frequency' | 'mastery') =>
    barOf(
      distribution,
      look,
      conditions.filter(({ on }) => on === look),
      language,
    );
  return { frequency: bar(service.frequency, 'frequency'), mastery: bar(service.mastery, 'mastery') };
}

type Condition = ServiceVerdict['conditions'][number];

function barOf(
  distribution: Distribution,
  look: ScaleLook,
  conditions: readonly Condition[],
  language: string,
): ChartView {
  const title = say(distribution.item ?? distribution.label, language);
  const shown = isWhole(distribution);
  const colours = coloursOf(look, distribution.categories.length);
  const brackets = shown ? bracketsOf(distribution, conditions, language) : [];
  const marks: Marks = {
    kind: 'stacked',
    rowLabels: [''],
    thickness,
    inBar: distribution.categories.map((_, index) => [percentAt(distribution, index)]),
    onDark: colours.map(({ dark }) => dark),
    hatches: colours.map(({ hatch }) => hatch),
    brackets,
  };
  const height = thickness + 4 + 26 * brackets.length;
  return {
    id: distribution.variable,
    title,
    config: shown
      ? {
          type: 'bar',
          data: { labels: [''], datasets: datasetsOf([distribution], colours, [0], language) },
          options: {
            indexAxis: 'y',
            scales: { x: { min: 0, max: 100, display: false }, y: {} },
            plugins: { nodenkaart: marks },
          },
        }
      : null,
    height: { wide: height, narrow: height },
    legend: distribution.categories.map(({ label }, index) => ({
      label: say(label, language),
      fill: colours[index]?.fill ?? '',
      hatch: colours[index]?.hatch ?? null,
    })),
    table: {
      caption: title,
      head: [chartWords('head.answer'), ...shareHeads],
      groups: [tableGroup(distribution, false, language)],
    },
    sentence: shown ? largestSentence(distribution, language) : chartWords('tooFew'),
    caption: shown
      ? [chartWords('base', { n: distribution.base ?? 0 }), ...missingCaption(distribution.missing)]
      : [],
    smallGroup: distribution.openness === 'smallGroup',
  };
}

/** A bracket spans the answers a condition counts when they stand side by side; each sum is shown once. */
function bracketsOf(
  { categories }: Distribution,
  conditions: readonly Condition[],
  language: string,
): NonNullable<Marks['brackets']> {
  const brackets = conditions.flatMap(({ codes, label, share }) => {
    const places = categories.flatMap(({ code }, index) => (codes.includes(code) ? [index] : []));
    const [first] = places;
    const last = places.at(-1);
    if (first === undefined || last === undefined || last - first + 1 !== places.length) return [];
    if (share.estimate === null) return [];
    const sumTo = (end: number) =>
      categories.slice(0, end).reduce((sum, { share: own }) => sum + (own.estimate ?? 0), 0);
    return [
      {
        row: 0,
        from: axisPercent(sumTo(first)),
        to: axisPercent(sumTo(last + 1)),
        label: `${wholePercent(share.estimate)}% ${say(label, language)}`,
      },
    ];
  });
  return brackets.filter(
    ({ from, to }, place) => brackets.findIndex((other) => other.from === from && other.to === to) === place,
  );
}
