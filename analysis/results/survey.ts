// What analysis says of one survey: coverage, questions, services and remarks.
import type { Text } from '../../surveys/questionnaire.ts';
import type { Openness, Share } from '../figure.ts';
import type { Corner } from '../statistics/importance-performance.ts';
import type { PairedDifference } from '../statistics/paired-difference.ts';
import type { ToleranceZone } from '../statistics/tolerance-zone.ts';
import type { Interval } from '../statistics/wilson-interval.ts';
import type { Distribution, QuestionResult } from './questions.ts';

/** Libraries that answered, of the register: FIG-01, a different measure from the number of answers (FIG-02). */
export interface Coverage {
  readonly libraries: Share;
  /** Answers without a library: in the number of answers only. */
  readonly withoutLibrary: number;
  /** Number of libraries that gave 1, 2, 3 … answers. */
  readonly answersPerLibrary: readonly { readonly answers: number; readonly libraries: number }[];
  readonly byProvince: readonly CoverageGroup[];
  readonly bySizeClass: readonly CoverageGroup[];
  /** Libraries still to answer per size class and province. */
  readonly missing: readonly {
    readonly province: string;
    readonly sizeClass: string;
    readonly register: number;
    readonly answered: number;
  }[];
  /** Cumulative answers per day, oldest first. */
  readonly perDay: readonly { readonly day: string; readonly answers: number; readonly total: number }[];
}

export interface CoverageGroup {
  readonly group: string;
  readonly share: Share;
}

/** Use and mastery of one service with the advice that follows and the numbers that led to it. */
export interface ServiceResult {
  readonly code: string;
  readonly label: Text;
  readonly note: Text | null;
  readonly group: string | null;
  readonly groupLabel: Text | null;
  readonly frequency: Distribution;
  readonly mastery: Distribution;
  readonly frequent: Share;
  readonly verdicts: readonly ServiceVerdict[];
  /** Why there is no verdict: too few answers, or no rule held. */
  readonly noVerdict: 'tooFew' | 'noRule' | null;
  /** Both factors of the priority and their product, 0-1; no hidden score. */
  readonly priority: {
    readonly notIndependent: number | null;
    readonly needing: Share;
    readonly score: number | null;
  };
}

export interface ServiceVerdict {
  readonly code: string;
  readonly label: Text;
  /** ICU message of the catalogue with its values. */
  readonly reason: { readonly text: Text; readonly values: Readonly<Record<string, string | number>> };
  readonly conditions: readonly {
    readonly on: 'frequency' | 'mastery';
    readonly codes: readonly string[];
    readonly label: Text;
    readonly share: Share;
    readonly atLeast: number | null;
    readonly atMost: number | null;
    readonly above: number | null;
  }[];
}

/** Coded remarks of one open question, per service and per theme, each on the base that is stated (docs/rules.md, Remarks). */
export interface RemarksResult {
  readonly question: string;
  readonly label: Text;
  /** Respondents who wrote something, of those asked. */
  readonly given: Share;
  readonly remarks: number;
  readonly respondents: number;
  /** `ofRemarks`: remarks with the code / remarks. `ofRespondents`: respondents with such a remark / respondents with a remark. `ofEverybody`: the same respondents / everybody who was asked. */
  readonly services: readonly CodeShare[];
  readonly themes: readonly CodeShare[];
  readonly cross: readonly { readonly service: string; readonly theme: string; readonly count: number }[];
  /** Remarks without a service or without a theme code: must be none. */
  readonly uncoded: number;
}

export interface CodeShare {
  readonly code: string;
  readonly label: Text;
  readonly ofRemarks: Share;
  readonly ofRespondents: Share;
  readonly ofEverybody: Share;
}

/** Two ratings side by side: the established gap scores and the paired change. */
export interface Discrepancy {
  readonly importance: string;
  readonly ability: string;
  readonly n: number | null;
  readonly meanImportance: number | null;
  readonly meanAbility: number | null;
  readonly meanGap: number | null;
  readonly standardDeviationOfGap: number | null;
  /** Borich mean weighted discrepancy score. */
  readonly weightedDiscrepancy: number | null;
  /** Place by that score among needs that have one, 1 = greatest need. */
  readonly rank: number | null;
  readonly paired: PairedDifference | null;
  /**
   * Ranked discrepancy: how many rate ability below, equal to and above importance, the interval of the share below,
   * and the score from -100 (everybody has a gap) to 100. Null where the two scales differ in anchors or length.
   */
  readonly ranked: {
    readonly below: number;
    readonly equal: number;
    readonly above: number;
    readonly interval: Interval | null;
    readonly estimate: number | null;
  } | null;
  /** Opportunity index, mean over persons; in the unit of the scale. */
  readonly opportunity: number | null;
  /** Importance against performance, around the means of the needs that have both; null with fewer than two. */
  readonly corner: Corner | null;
  readonly crosshair: { readonly importance: number; readonly performance: number } | null;
  /** Where a third rating, the least one settles for, is asked too. */
  readonly zone: ToleranceZone | null;
}

export interface ComparisonResult {
  readonly code: string;
  readonly label: Text;
  readonly before: string;
  readonly after: string;
  /** Null where too few pairs may be shown. */
  readonly paired: PairedDifference | null;
  readonly openness: Openness;
}

export interface RecommendResult {
  readonly variable: string;
  readonly n: number | null;
  readonly promoters: number | null;
  readonly passives: number | null;
  readonly detractors: number | null;
  readonly score: number | null;
  readonly interval: Interval | null;
}

/** A share that pages and reports lead with. */
export interface Highlight {
  readonly code: string;
  readonly label: Text;
  readonly share: Share;
  /** As of an indicator of a need. */
  readonly crossed?: boolean;
  readonly hidden?: boolean;
}

export interface SurveyAnalysis {
  readonly survey: string;
  readonly title: Text;
  readonly version: number;
  /** Responses in the figures, and the libraries of the register they come from. */
  readonly responses: number;
  readonly libraries: number;
  /** Day from which its answers went: these are the figures that were kept of them. Absent where answers are there. */
  readonly keptOn?: string;
  /** Responses that are stored and cannot be read: they are in no figure. Absent without any. */
  readonly unreadable?: number;
  /** The responses that figures about groups rest on, where these are fewer (docs/rules.md, Subtraction); 0: none is shown. */
  readonly groups?: number;
  /** The background groups the figures are limited to, two at most; none for everybody. */
  readonly filters: readonly Filter[];
  readonly coverage: Coverage | null;
  readonly questions: readonly QuestionResult[];
  readonly highlights: readonly Highlight[];
  readonly services: readonly ServiceResult[];
  readonly remarks: readonly RemarksResult[];
  readonly comparisons: readonly ComparisonResult[];
  readonly recommend: RecommendResult | null;
}

/** Respondents with this code on this background question, or from this province or size class; null: none of them. */
export interface Filter {
  readonly variable: string;
  readonly code: string | null;
}
