// Views of the explorer as a report keeps them: worked out for the report's reader, and frozen with it.

import type { Questionnaire, Text } from '../../surveys/questionnaire.ts';
import type { PercentOf } from '../charts/cross-words.ts';
import { type Picture, type PictureKind, picturesOf } from '../charts/explored-pictures.ts';
import { looksOf } from '../charts/looks.ts';
import type { Explored } from '../explore/explored.ts';
import type { ScaleLook } from '../results/questions.ts';

export interface SavedSeeing {
  readonly percent: PercentOf;
  readonly chart: PictureKind | null;
}
/** A background question with its answer, or a fact of the register with its group. */
export interface SavedFilter {
  readonly variable: string;
  readonly label: Text | null;
  readonly group: Text | string;
}
export interface SavedFigure {
  readonly id: string;
  /** In the team's own words, the same in every language. */
  readonly title: string;
  readonly note: string;
  readonly seeing: SavedSeeing;
  /** Disclosed for the reader of the report; null where the survey no longer has what the view asks. */
  readonly explored: Explored | null;
  /** How many answers it rests on, where these are fewer than other figures rest on (docs/rules.md, Subtraction). */
  readonly behind?: number;
  /** Which colours each scale of the question takes. */
  readonly looks: Readonly<Record<string, ScaleLook>>;
  /** The groups the figures are limited to, in the questionnaire's words. */
  readonly filters: readonly SavedFilter[];
}

/** The looks of a questionnaire's scales as plain data, so that a frozen figure keeps its colours. */
export function looksAsData(
  questionnaire: Questionnaire,
  variables: readonly string[],
): SavedFigure['looks'] {
  const lookOf = looksOf(questionnaire);
  const names = new Set(variables.map((name) => name.split('.')[0] ?? name));
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const look = lookOf(name);
      return look ? [[name, look] as const] : [];
    }),
  );
}

/** The pictures of a saved view; empty where its reader may see none of it. */
export function picturesOfSaved(
  { explored, seeing, looks }: SavedFigure,
  language: string,
): readonly Picture[] {
  if (!explored) return [];
  const pictures = picturesOf(explored, seeing.chart, {
    percent: seeing.percent,
    language,
    lookOf: (variable) => looks[variable] ?? null,
  });
  return pictures.filter(({ chart, shades, cross }) => {
    if (cross) return cross.openness !== 'withheld';
    return chart.config !== null || shades !== null;
  });
}
