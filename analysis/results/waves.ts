// Two waves of a survey side by side.
import type { Change } from '../../surveys/changes.ts';
import type { Question, Text } from '../../surveys/questionnaire.ts';
import type { Openness } from '../figure.ts';
import type { Interval } from '../statistics/wilson-interval.ts';

/** Two surveys that ask the same at two moments, set beside each other. */
export interface WaveComparison {
  /** How many exact tests of the same libraries there are, for which each is corrected. */
  readonly tested: number;
  readonly first: WaveSide;
  readonly second: WaveSide;
  /** Libraries with answers in both. */
  readonly libraries: number;
  /** Questions of both surveys, in the order of the second. */
  readonly questions: readonly WaveQuestion[];
  /** Codes of questions that only one of them asks. */
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
  /** Differences that were computed, and those whose interval leaves out 0. */
  readonly compared: number;
  readonly moved: number;
}

export interface WaveSide {
  readonly survey: string;
  readonly title: Text;
  readonly responses: number;
  /** The year in which its first answer came; null while there is none. */
  readonly year: number | null;
}

export interface WaveQuestion {
  readonly code: string;
  readonly type: Question['type'];
  readonly label: Text;
  /** Why the series breaks here; then there are no lines. */
  readonly breaks: readonly Change[];
  readonly lines: readonly WaveLine[];
}

/** One figure of a question in both waves. */
export interface WaveLine {
  readonly variable: string;
  /** Codes that are counted; none for a mean. */
  readonly codes: readonly string[];
  readonly item: Text | null;
  /** The answer, or the answers it takes together. */
  readonly answers: readonly Text[];
  readonly unit: 'share' | 'mean';
  readonly first: WaveFigure;
  readonly second: WaveFigure;
  /** Second minus first with its 95 % interval; null where a reader may not see either interval. */
  readonly difference: { readonly estimate: number; readonly interval: Interval } | null;
  /** The libraries of both waves; null for means, or where they may not be seen. */
  readonly panel: WavePanel | null;
}

export interface WaveFigure {
  readonly count: number | null;
  readonly base: number | null;
  /** A share 0-1, or a mean in the unit of the question. */
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly openness: Openness;
}

/** A library's value is the share of its answers; each library counts once. */
export interface WavePanel {
  readonly libraries: number;
  /** Answers of these libraries to this question in either wave. */
  readonly firstAnswers: number;
  readonly secondAnswers: number;
  /** Mean over libraries, 0-1; null where it may not be seen. */
  readonly first: number | null;
  readonly second: number | null;
  /** Libraries whose share rose, fell, stayed; null where so few moved that it would show which. */
  readonly up: number | null;
  readonly down: number | null;
  readonly same: number | null;
  /** Exact two-sided p of as many rises as falls (McNemar's where each library answered once). */
  readonly p: number | null;
  /** The same, corrected for all tests of the comparison; null where nobody moved. */
  readonly corrected: number | null;
}
