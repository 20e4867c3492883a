// A grid in the own summary: per group and row a strip for each scale, and the same in figures.
import type { Distribution, QuestionResult } from '../../../analysis/results/questions.ts';
import type { AnsweredQuestion } from '../../../surveys/answers-view.ts';
import { inLanguage, questionsOf } from '../../../surveys/questionnaire.ts';
import { distributionBars, type SummaryBar, type SummaryInput } from './summary-bars.ts';

/** One scale of a row: its answers side by side in one strip. */
export interface SummaryStrip {
  readonly scale: string;
  /** The own answer in words; null when it was left open. */
  readonly mine: string | null;
  /** "23% koos hetzelfde"; '' where there is no such figure. */
  readonly same: string;
  readonly segments: readonly { readonly x: number; readonly width: number; readonly mine: boolean }[];
  /** The figures of the segments; none where they may not be seen. */
  readonly bars: readonly SummaryBar[];
  /** Not asked of this person for this row. */
  readonly asked: boolean;
}

/** The strips of one scale in figures, a row each. */
export interface SummaryTable {
  readonly scale: string;
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly { readonly figure: string; readonly mine: boolean }[];
  }[];
}

export interface SummaryGroup {
  readonly label: string | null;
  readonly scales: readonly string[];
  readonly tables: readonly SummaryTable[];
  readonly rows: readonly { readonly label: string; readonly strips: readonly SummaryStrip[] }[];
}

type GridResult = Extract<QuestionResult, { kind: 'distributions' }>;

/** The rows as the questionnaire groups them, each with a strip per scale. */
export function gridGroups(
  input: SummaryInput,
  { code, answer }: AnsweredQuestion,
  result: GridResult,
): readonly SummaryGroup[] {
  const grid = questionsOf(input.questionnaire).find((question) => question.code === code);
  if (grid?.type !== 'grid' || answer.kind !== 'grid') return [];
  const byVariable = new Map(result.distributions.map((one) => [one.variable, one]));
  const scales = grid.scales.map(({ label: scale }) => inLanguage(scale, input.language));
  return answer.groups.map(({ label, rows }) => {
    const drawn = rows.map((row) => ({
      label: row.label,
      strips: grid.scales.flatMap(({ variable }, place) => {
        const distribution = byVariable.get(`${variable}.${row.code}`);
        const cell = row.cells[place];
        if (!distribution || !cell) return [];
        return [strip(input, scales[place] ?? '', distribution, cell)];
      }),
    }));
    return { label, scales, rows: drawn, tables: tablesOf(scales, drawn) };
  });
}

function tablesOf(scales: readonly string[], rows: SummaryGroup['rows']): readonly SummaryTable[] {
  return scales.flatMap((scale, place) => {
    const open = rows.flatMap(({ label, strips }) => {
      const bars = strips[place]?.bars ?? [];
      return bars.length > 0 ? [{ label, bars }] : [];
    });
    const heads = open[0]?.bars.map(({ label }) => label) ?? [];
    const lines = open.map(({ label, bars }) => ({
      label,
      cells: bars.map(({ figure, mine }) => ({ figure, mine })),
    }));
    return lines.length > 0 ? [{ scale, heads, rows: lines }] : [];
  });
}

function strip(
  input: SummaryInput,
  scale: string,
  distribution: Distribution,
  { words: mine, asked }: { readonly words: string | null; readonly asked: boolean },
): SummaryStrip {
  const bars = distributionBars(input, distribution);
  let x = 0;
  const segments = bars.map((one) => {
    const segment = { x: Math.round(10 * x) / 10, width: one.width, mine: one.mine };
    x += one.width;
    return segment;
  });
  const same = bars.find((one) => one.mine)?.figure ?? '';
  return {
    scale,
    mine,
    same: same === '' ? '' : input.say('same', { percent: same }),
    segments,
    bars,
    asked,
  };
}
