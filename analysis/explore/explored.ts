// The shapes of what the explorer tells about one view: the question itself, its cross-tables, how strongly things go
// together, weighted figures beside the unweighted ones, and sentences. disclosure.ts gives each reader their own copy.
//
// Every table has one row per answer and one column per group. Effect size comes first and p last; a test that a reader
// may not see is null, with the reason among `refusals`.
import type { Text } from '../../surveys/questionnaire.ts';
import type { Openness, Share } from '../figure.ts';
import type { QuestionResult } from '../results/questions.ts';
import type { PairedDifference } from '../statistics/paired-difference.ts';
import type { Interval } from '../statistics/wilson-interval.ts';
import type { RegisterFact } from './splits.ts';
import type { Correction, ExploreView, Weighting } from './view.ts';

/** A sentence: the key of its words in views/texts and what fills them, words of the questionnaire among it. */
export interface Said {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number | Text>>;
}

export interface Explored {
  readonly view: ExploreView;
  /** Answers (or libraries that answered) in the view's group; null where the group is too small to say. */
  readonly responses: number | null;
  readonly libraries: number | null;
  /** The question as on the results pages, limited to the view's filters. */
  readonly question: QuestionResult;
  /** One table per variable of the question, one with a row per option for tick-all; null where nothing is crossed. */
  readonly crosses: readonly CrossTable[] | null;
  readonly gap: Gap | null;
  readonly weighting: WeightingResult | null;
  /** Where the view asks it and it can be done: each answer's share unweighted and weighted. */
  readonly weighted: readonly WeightedVariable[];
  /** How many comparisons were corrected together; null where nothing was tested. */
  readonly tested: { readonly comparisons: number; readonly method: Correction } | null;
  /** Why something the view asks is not shown. */
  readonly refusals: readonly Said[];
  /** What the view shows, in sentences: the strongest association first. */
  readonly said: readonly Said[];
}

export type BaseOfCells = 'table' | 'everybody';

export interface CrossTable {
  readonly variable: string;
  readonly label: Text;
  readonly item: Text | null;
  readonly by: { readonly variable: string; readonly label: Text | null };
  readonly openness: Openness;
  /** Who answered both; null where a reader could subtract it. */
  readonly base: number | null;
  /**
   * Of whom a cell's share of its group, and its shares of its answer and of the whole, are: of who is in the table, so that
   * they add up; or, where a reader may not know how many these are, of everybody with that group or answer. Not in reports
   * frozen before this was told apart.
   */
  readonly percentages?: { readonly ofGroup: BaseOfCells; readonly ofRow: BaseOfCells };
  readonly groups: readonly CrossGroup[];
  /** Empty for numbers and dates: these have summaries per group. */
  readonly rows: readonly CrossRow[];
  readonly association: Association | null;
  /** In the view but in no cell: without an answer to the one or the other; null where a reader may not see it. */
  readonly excluded: { readonly noAnswer: number; readonly noGroup: number } | null;
  /** What this table says, in one sentence. */
  readonly said: Said;
}

export interface CrossGroup {
  readonly code: string;
  /** Words of the questionnaire; null for a group of the register, whose code is its name. */
  readonly label: Text | null;
  readonly base: number | null;
  readonly openness: Openness;
  /** Where answers have values: mean and spread of the group. */
  readonly summary: GroupSummary | null;
}
export interface GroupSummary {
  readonly n: number;
  readonly mean: number;
  readonly interval: Interval | null;
  readonly standardDeviation: number | null;
  /** Null where it would be somebody's own answer. */
  readonly median: number | null;
}
export interface CrossRow {
  readonly code: string;
  readonly label: Text;
  readonly value: number | null;
  /** In the order of `groups`. */
  readonly cells: readonly CrossCell[];
  /** Of everybody in the table. */
  readonly total: Share;
  /** Of everybody in the view, also who is in no group. */
  readonly everybody: Share;
  /** Where each row is an option that stands alone (tick-all, ranking): who chose it, by group. Null in other tables. */
  readonly association: Association | null;
}
export interface CrossCell {
  readonly count: number | null;
  /** Column percentage: of the group; with its interval. */
  readonly ofGroup: Share;
  /** Row percentage and percentage of the table, 0-1. */
  readonly ofRow: number | null;
  readonly ofAll: number | null;
  /** Adjusted residual: standard deviations from what independence would give. Above 2 or below -2 stands out. */
  readonly residual: number | null;
}

export type TestName =
  | 'chiSquare'
  | 'raoScott'
  | 'fisher'
  | 'fisherPermutation'
  | 'mannWhitney'
  | 'kruskalWallis';
export type EffectWords = 'none' | 'weak' | 'moderate' | 'strong';
export interface Effect {
  readonly name: 'cramersV' | 'kendallTauB' | 'rankBiserial' | 'epsilonSquared';
  readonly estimate: number;
  /** Without what chance alone gives; null where the effect has no such form. */
  readonly corrected: number | null;
  readonly words: EffectWords;
}
export interface Association {
  /** The one the sentence is about first. */
  readonly effects: readonly Effect[];
  readonly test: TestName;
  readonly statistic: number | null;
  /** Two for a corrected test: of the table, and of the libraries. */
  readonly degreesOfFreedom: readonly number[] | null;
  readonly p: number | null;
  /** Corrected as the view asks over its comparisons; equal to p where there is one. */
  readonly adjustedP: number | null;
  /** Whether several people answer for one library, and the test counts with that. */
  readonly clusters: 'none' | 'counted' | 'ignored';
  /** Cochran's rule holds, or the test needs none. */
  readonly trustworthy: boolean;
  /** Whether the difference is shown as one: adjusted p below 0.10 and an effect of 0.1 at least (docs/rules.md, Tests). */
  readonly stands: boolean;
}

/** The same people on two variables of one scale, second minus first. */
export interface Gap {
  readonly first: string;
  readonly second: string;
  readonly firstLabel: Text;
  readonly secondLabel: Text;
  readonly openness: Openness;
  readonly paired: PairedDifference | null;
  readonly said: Said;
}

export type WeightingResult =
  | {
      readonly done: true;
      readonly way: Exclude<Weighting, 'none'>;
      /** What the weights were made to fit, group by group. */
      readonly groups: readonly WeightedGroup[];
      /** Rounds of fitting, and what is left between a group's weight and the register at most, in libraries. */
      readonly rounds: number;
      readonly largestResidual: number;
      readonly libraries: number;
      /** Kish: by how much weights alone widen a variance; and libraries divided by it. */
      readonly designEffect: number;
      readonly effectiveBase: number;
      /** Largest weight through smallest. */
      readonly ratio: number;
      /** Weights that were cut at five times the median before the last round. */
      readonly trimmed: number;
      readonly warnings: readonly Said[];
    }
  | { readonly done: false; readonly reason: Said };

/** A group of the register: how many libraries it has, how many answered, and as how many these count with weights. */
export interface WeightedGroup {
  readonly fact: RegisterFact;
  readonly group: string;
  readonly register: number;
  readonly answered: number;
  readonly weighted: number;
}

/** A weighted share of a group, 0-1, with its linearised interval; null where nobody of it answered. */
export interface WeightedCell {
  readonly weighted: number | null;
  readonly interval: Interval | null;
}

export interface WeightedVariable {
  readonly variable: string;
  readonly label: Text;
  readonly item: Text | null;
  readonly openness: Openness;
  readonly rows: readonly {
    readonly code: string;
    readonly label: Text;
    readonly unweighted: number | null;
    readonly weighted: number | null;
    readonly standardError: number | null;
    readonly interval: Interval | null;
    readonly designEffect: number | null;
    /** The weighted share in each group of the split, in its order; empty without one. */
    readonly groups: readonly WeightedCell[];
  }[];
  /** Where the view splits: the groups the cells are of. */
  readonly by: readonly { readonly code: string; readonly label: Text | null }[];
  /** The largest difference between weighted and unweighted, in percentage points; under 3 the unweighted leads (docs/rules.md, Weights). */
  readonly largestDifference: number | null;
}
