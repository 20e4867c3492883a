// Results of questions: how often each answer was given, with what is needed to read it.
import type { MissingReason, Question, Text } from '../../surveys/questionnaire.ts';
import type { NumericMeasure } from '../../surveys/variable.ts';
import type { MissingCounts, Openness, Share } from '../figure.ts';
import type { BinKind } from '../number-bins.ts';
import type { Interval } from '../statistics/wilson-interval.ts';

/** How often each answer was given to one variable. Shares are of `base`: respondents with a figure. */
export interface Distribution {
  readonly variable: string;
  /** The question's (or scale's) words and, in a grid, the row's. */
  readonly label: Text;
  readonly item: Text | null;
  readonly base: number | null;
  readonly missing: MissingCounts | null;
  readonly openness: Openness;
  /** Answers that are figures, in codebook order, zero ones included. */
  readonly categories: readonly CategoryShare[];
  /** Codes that are a missing answer ("geen mening", "niet in onze bib"), counted apart from the base. */
  readonly missingCategories: readonly MissingCategory[];
  /** Where the answers have values: mean, spread, quartiles. */
  readonly summary: Summary | null;
}

export interface CategoryShare {
  readonly code: string;
  readonly label: Text;
  readonly value: number | null;
  readonly share: Share;
}

export interface MissingCategory {
  readonly code: string;
  readonly label: Text;
  readonly reason: MissingReason;
  readonly count: number | null;
}

/** Of answers with values; unweighted. Quartiles are type 7 (docs/rules.md, Tests). `topTwo` and `bottomTwo` count the two outer values. */
export interface Summary {
  readonly n: number | null;
  readonly mean: number | null;
  readonly standardDeviation: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  readonly median: number | null;
  readonly lowerQuartile: number | null;
  readonly upperQuartile: number | null;
  readonly topTwo: Share;
  readonly bottomTwo: Share;
}

/** One option of a tick-all question, on three stated bases. */
export interface ChoiceShare {
  readonly variable: string;
  readonly code: string;
  readonly label: Text;
  /** Of respondents who ticked anything. */
  readonly share: Share;
  /** Of every respondent who was asked. */
  readonly ofAsked: Share;
  /** Share of all ticks, 0-1. */
  readonly ofMentions: number | null;
}

/** One option of a ranking. */
export interface RankShare {
  readonly variable: string;
  readonly code: string;
  readonly label: Text;
  /** Of respondents who ranked anything: put it among the first few. */
  readonly inTop: Share;
  readonly first: Share;
  /** Mean place among those who gave it one. */
  readonly meanPlace: number | null;
}

/** A place on a number line: a number, or a date as it is stored (`2024-03-01`, `2024-03`, `2024`). */
export type Place = number | string;

/** One bar of a histogram: from and to both belong to it. */
export interface NumberBin {
  readonly from: Place;
  readonly to: Place;
  readonly share: Share;
}

/** The answers to one variable on a number line. */
export interface Numbers {
  readonly variable: string;
  readonly label: Text;
  /** The option the points went to; null for other questions. */
  readonly item: Text | null;
  /** Which end of a period; null where one moment is asked. */
  readonly part: 'begin' | 'end' | null;
  readonly measure: NumericMeasure;
  readonly base: number | null;
  readonly missing: MissingCounts | null;
  readonly openness: Openness;
  readonly missingCategories: readonly MissingCategory[];
  /** Of numbers only, with its Student t interval (95 %) and the deviation with n - 1; null for dates. */
  readonly mean: number | null;
  readonly interval: Interval | null;
  readonly standardDeviation: number | null;
  /** Type 7 (docs/rules.md, Tests). */
  readonly median: Place | null;
  readonly lowerQuartile: Place | null;
  readonly upperQuartile: Place | null;
  /** Single answers: for the team and the operator alone. */
  readonly minimum: Place | null;
  readonly maximum: Place | null;
  readonly binKind: BinKind;
  /** Without gaps; empty where they may not be seen. See number-bins.ts for their width. */
  readonly bins: readonly NumberBin[];
}

interface ResultOfQuestion {
  readonly code: string;
  readonly type: Question['type'];
  readonly label: Text;
  readonly page: string;
}

export type QuestionResult = ResultOfQuestion &
  (
    | {
        readonly kind: 'distributions';
        readonly look: ScaleLook;
        readonly distributions: readonly Distribution[];
      }
    | {
        readonly kind: 'choices';
        readonly base: number | null;
        readonly mentions: number | null;
        readonly missing: MissingCounts | null;
        /** Reasons that were given instead of ticking. Not in reports frozen before there were reasons. */
        readonly missingCategories?: readonly MissingCategory[];
        readonly openness: Openness;
        readonly choices: readonly ChoiceShare[];
      }
    | {
        readonly kind: 'ranking';
        readonly top: number;
        readonly base: number | null;
        readonly missing: MissingCounts | null;
        readonly missingCategories?: readonly MissingCategory[];
        readonly openness: Openness;
        readonly options: readonly RankShare[];
      }
    | {
        readonly kind: 'numbers';
        readonly unit: Text | null;
        /** What is shared out in a question of points; null for other questions. */
        readonly total: number | null;
        readonly numbers: readonly Numbers[];
      }
    | { readonly kind: 'text'; readonly given: Share }
  );

export type ScaleLook = 'frequency' | 'mastery' | 'agreement' | 'sequential' | 'nominal';
