// Figures with weights beside those without: what the weights cost, how well they fit the register, and the shares.
import { wholePercent } from '../../../analysis/chart.ts';
import type { WeightedVariable, WeightingResult } from '../../../analysis/explore/explored.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../computed.ts';
import { formatNumber } from '../../format-values.ts';
import type { Words } from './workspace.ts';

export interface WeightingView {
  readonly sentence: string;
  /** How well the weights fit the register: rounds, what is left, and how many were cut. */
  readonly fit: string;
  readonly groups: readonly {
    readonly title: string;
    readonly rows: readonly {
      readonly name: string;
      readonly register: string;
      readonly answered: string;
      readonly weighted: string;
    }[];
  }[];
  /** Null where weighing was refused. */
  readonly computed: ComputedPanel | null;
  readonly warnings: readonly string[];
  readonly tables: readonly {
    readonly title: string;
    readonly note: string;
    readonly rows: readonly {
      readonly label: string;
      readonly unweighted: string;
      readonly weighted: string;
      readonly interval: string;
      readonly designEffect: string;
    }[];
    /** The weighted shares of each group; null without a split. */
    readonly groups: {
      readonly heads: readonly string[];
      readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
    } | null;
  }[];
}

/** What weights do to the figures of a view, and how well they fit the register. */
export function weightingView(
  weighting: WeightingResult,
  weighted: readonly WeightedVariable[],
  filter: string,
  words: Words,
): WeightingView {
  if (!weighting.done)
    return {
      sentence: words.say(weighting.reason),
      fit: '',
      groups: [],
      computed: null,
      warnings: [],
      tables: [],
    };
  const number = (value: number, digits = 2) => formatNumber(words.language, value, digits);
  const percent = (value: number | null) => (value === null ? '–' : `${wholePercent(value)}%`);
  return {
    sentence: words.say({
      key: 'explorer.weighted.sentence',
      values: {
        libraries: weighting.libraries,
        effective: Math.round(weighting.effectiveBase),
        designEffect: number(weighting.designEffect),
        ratio: number(weighting.ratio, 1),
      },
    }),
    computed: computedPanel(
      words.say({ key: 'explorer.weighted.title' }),
      {
        methods: [
          weighting.way === 'cells' ? 'postStratification' : 'raking',
          'kish',
          'weightedShare',
          'wilson',
          'disclosure',
        ],
        filter,
        weights: weighting.way === 'cells' ? 'weightedCells' : 'weightedRegister',
      },
      noBase,
      words,
    ),
    fit: fitWords(weighting, words),
    groups: groupTables(weighting, words),
    warnings: weighting.warnings.map((warning) => words.say(warning)),
    tables: weighted.map(({ label, item, by, rows, largestDifference }) => ({
      title: inLanguage(item ?? label, words.language),
      note:
        largestDifference === null
          ? ''
          : words.say({
              key: `explorer.weighted.${largestDifference < 3 ? 'alike' : 'differs'}`,
              values: { points: number(largestDifference, 1) },
            }),
      rows: rows.map((row) => ({
        label: inLanguage(row.label, words.language),
        unweighted: percent(row.unweighted),
        weighted: percent(row.weighted),
        interval: row.interval
          ? `${wholePercent(row.interval.lower)}–${wholePercent(row.interval.upper)}%`
          : '',
        designEffect: row.designEffect === null ? '' : number(row.designEffect),
      })),
      groups:
        by.length === 0
          ? null
          : {
              heads: by.map((group) => (group.label ? inLanguage(group.label, words.language) : group.code)),
              rows: rows.map((row) => ({
                label: inLanguage(row.label, words.language),
                cells: row.groups.map((cell) => percent(cell.weighted)),
              })),
            },
    })),
  };
}

type DoneWeighting = Extract<WeightingResult, { done: true }>;

function fitWords({ way, rounds, largestResidual, trimmed }: DoneWeighting, words: Words): string {
  return words.say({
    key: `explorer.weighted.fit.${way}`,
    values: { rounds, residual: leastAbove(largestResidual, words), trimmed },
  });
}

/** A round number of libraries that is more than what is left over. */
function leastAbove(residual: number, { language }: Words): string {
  return formatNumber(language, Math.max(0.001, Math.ceil(residual * 1000 + 1e-9) / 1000), 3);
}

function groupTables({ groups }: DoneWeighting, words: Words): WeightingView['groups'] {
  const facts = [...new Set(groups.map(({ fact }) => fact))];
  return facts.map((fact) => ({
    title: words.say({ key: `team.filters.${fact}` }),
    rows: groups
      .filter((group) => group.fact === fact)
      .toSorted((one, other) => one.group.localeCompare(other.group, undefined, { numeric: true }))
      .map(({ group, register, answered, weighted }) => ({
        name: group,
        register: String(register),
        answered: String(answered),
        weighted: formatNumber(words.language, weighted, 1),
      })),
  }));
}
