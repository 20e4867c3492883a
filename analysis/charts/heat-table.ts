// Services against what was asked about them: a number in each cell, darker where more people answered so.
// A table that is its own picture; the same numbers as shapes for a file.
import type { ServiceRules } from '../../surveys/needs-catalogue.ts';
import {
  type ChartView,
  chartWords,
  type Message,
  notOnCanvas,
  oneGroup,
  say,
  type Words,
  wholePercent,
} from '../chart.ts';
import { verdictBase } from '../needs/services.ts';
import type { Distribution } from '../results/questions.ts';
import type { ServiceResult } from '../results/survey.ts';
import { isWhole } from './stacked-bars.ts';

/** Which hue a column has. */
export type HeatHue = 'frequency' | 'mastery' | 'verdict';
export interface HeatColumn {
  readonly hue: HeatHue;
  readonly label: string;
}
export interface HeatCell {
  readonly hue: HeatHue;
  /** Whole percent; null where it may not be seen or nobody could answer. */
  readonly percent: number | null;
  /** 0 the lightest to 6 the darkest. */
  readonly step: number;
  /** The rule of this column holds for this service. */
  readonly holds: boolean;
}
export interface HeatTable {
  readonly chart: ChartView;
  readonly columns: readonly HeatColumn[];
  /** How many columns stand next to each other under one head. */
  readonly heads: readonly { readonly hue: HeatHue; readonly span: number }[];
  readonly rows: readonly {
    readonly code: string;
    readonly label: string;
    readonly cells: readonly HeatCell[];
  }[];
}

/** From how many percent on a cell is a step darker. */
const steps = [5, 15, 25, 40, 55, 70] as const;

/** Service x frequency, mastery and the share each rule of advice looks at first; in the order given. */
export function heatOfServices(
  services: readonly ServiceResult[],
  rules: ServiceRules | undefined,
  options: { readonly title: Words; readonly language: string },
): HeatTable | null {
  const [first] = services;
  if (!first) return null;
  const { language } = options;
  const scale = (hue: 'frequency' | 'mastery') =>
    first[hue].categories.map(({ label }): HeatColumn => ({ hue, label: say(label, language) }));
  const verdicts = rules?.verdicts ?? [];
  const columns: readonly HeatColumn[] = [
    ...scale('frequency'),
    ...scale('mastery'),
    ...verdicts.map(({ label }): HeatColumn => ({ hue: 'verdict', label: say(label, language) })),
  ];
  const rows = services.map((service) => ({
    code: service.code,
    label: say(service.label, language),
    cells: [
      ...scaleCells(service.frequency, 'frequency'),
      ...scaleCells(service.mastery, 'mastery'),
      ...verdicts.map((verdict) => verdictCell(service, verdict)),
    ],
  }));
  return {
    columns,
    heads: (['frequency', 'mastery', 'verdict'] as const)
      .map((hue) => ({ hue, span: columns.filter((column) => column.hue === hue).length }))
      .filter(({ span }) => span > 0),
    rows,
    chart: {
      id: 'services-heat',
      title: options.title,
      ...notOnCanvas,
      table: {
        caption: options.title,
        head: [chartWords('head.service'), ...columns.map(({ label }) => label)],
        groups: oneGroup(
          rows.map(({ label, cells }) => ({
            head: label,
            cells: cells.map(({ percent }) => inWords(percent)),
          })),
        ),
      },
      sentence: sentenceOf(services, rules, language),
      caption: [chartWords('heat')],
      smallGroup: services.some(({ frequency }) => frequency.openness === 'smallGroup'),
    },
  };
}

/** What a cell says. */
export function inWords(percent: number | null): string {
  return percent === null ? '–' : `${percent}%`;
}

function scaleCells(distribution: Distribution, hue: HeatHue): readonly HeatCell[] {
  // With one answer hidden the others would be read as the whole.
  const whole = isWhole(distribution);
  return distribution.categories.map(({ share }) =>
    cellOf(hue, whole && share.estimate !== null ? share.estimate : null, false),
  );
}

/** The share the rule looks at first, whether the rule holds or not; none below the base of a verdict. */
function verdictCell(service: ServiceResult, verdict: ServiceRules['verdicts'][number]): HeatCell {
  const [condition] = verdict.conditions;
  const holds = service.verdicts.some(({ code }) => code === verdict.code);
  const distribution = condition && service[condition.on];
  if (!distribution || !isWhole(distribution) || (distribution.base ?? 0) < verdictBase)
    return cellOf('verdict', null, holds);
  const sum = distribution.categories
    .filter(({ code }) => condition.codes.includes(code))
    .reduce((total, { share }) => total + (share.estimate ?? 0), 0);
  return cellOf('verdict', sum, holds);
}

function cellOf(hue: HeatHue, proportion: number | null, holds: boolean): HeatCell {
  const percent = proportion === null ? null : wholePercent(proportion);
  return { hue, percent, holds, step: stepOf(percent) };
}

/** How dark a cell of this percentage is. */
export function stepOf(percent: number | null): number {
  return percent === null ? 0 : steps.filter((from) => percent >= from).length;
}

/** The advice that holds for most services. */
function sentenceOf(
  services: readonly ServiceResult[],
  rules: ServiceRules | undefined,
  language: string,
): Message {
  const times = (code: string) =>
    services.filter(({ verdicts }) => verdicts.some((verdict) => verdict.code === code)).length;
  const [most] = [...(rules?.verdicts ?? [])].sort((one, other) => times(other.code) - times(one.code));
  if (!most || times(most.code) === 0) return chartWords('rows', { count: services.length });
  return chartWords('heatSentence', {
    label: say(most.label, language),
    count: times(most.code),
    total: services.length,
  });
}
