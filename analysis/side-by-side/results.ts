// The shapes of figures that stand beside another one, as pages, files and the report read them.
import type { Text } from '../../surveys/questionnaire.ts';
import type { Openness, Share } from '../figure.ts';
import type { Interval } from '../statistics/wilson-interval.ts';

interface Head {
  readonly code: string;
  readonly label: Text;
  readonly how: Text | null;
}

/** Which way the answers to one thing lean. */
export interface BalanceRow {
  readonly code: string;
  readonly label: Text;
  readonly first: Share;
  readonly second: Share;
  /** First minus second, -1 to 1; null where a reader may not see both. */
  readonly net: { readonly estimate: number; readonly interval: Interval | null } | null;
}
/** One row in which respondents are split, in the words of the questionnaire or the register. */
export interface GroupShare {
  readonly code: string;
  readonly label: Text | null;
  readonly share: Share;
}
export interface BalanceGroup {
  readonly code: string;
  readonly label: Text | null;
  /** Who gave a first, and a second answer, on any of the rows. */
  readonly first: Share;
  readonly second: Share;
}

/** One row over everybody and in each group. */
export interface GroupedRow {
  readonly code: string;
  readonly label: Text;
  readonly everybody: Share;
  readonly groups: readonly GroupShare[];
}

/** Both ratings of one row by everybody who gave both, with the two established gap scores (docs/rules.md, Needs). */
export interface GapScores {
  readonly n: number;
  readonly importance: number;
  readonly ability: number;
  /** Mean weighted discrepancy; null on number lines that have none. */
  readonly weighted: number | null;
  /** Ranked discrepancy, -100 (everybody below) to 100. */
  readonly ranked: number | null;
}
/** A scale from its lowest value to its highest. */
export interface ScaleEnds {
  readonly from: number;
  readonly to: number;
  readonly low: Text;
  readonly high: Text;
}

interface Published {
  readonly share: number;
  readonly source: Text;
}
/** One number as a share of itself and another, both added up over everybody who gave both. */
export interface PartShare {
  /** Who gave both; null where a reader may not know. */
  readonly base: number | null;
  /** 0 to 1; null without a base, or where everything together is 0. */
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly openness: Openness;
}

/** One row as the people of one survey answered it. */
export interface SurveySide {
  /** Who gave one of the answers that are counted. */
  readonly share: Share;
  /** On the scale of the row; null where a reader may not know it, or nobody answered. */
  readonly median: number | null;
}
export interface TwoSurveysRow {
  readonly code: string;
  readonly label: Text;
  readonly first: SurveySide;
  readonly second: SurveySide;
  /** The second share minus the first, -1 to 1; null where a reader may not see both. */
  readonly difference: number | null;
}

export type SideBySideResult = Head &
  (
    | {
        readonly kind: 'balance';
        readonly first: Text;
        readonly second: Text;
        readonly rows: readonly BalanceRow[];
        readonly groups: readonly BalanceGroup[];
      }
    | {
        readonly kind: 'steps';
        readonly steps: readonly Text[];
        /** Per row the share of everybody who answered it that reached each step. */
        readonly rows: readonly {
          readonly code: string;
          readonly label: Text;
          readonly reached: readonly Share[];
        }[];
      }
    | {
        readonly kind: 'gap';
        readonly ends: { readonly importance: ScaleEnds; readonly ability: ScaleEnds };
        /**
         * Who rates ability below importance, of who rated both; scores are null where too few gave both. Those of the groups
         * stand in the order of the groups; not in reports frozen before they were kept.
         */
        readonly rows: readonly (GroupedRow & {
          readonly scores: GapScores | null;
          readonly groupScores?: readonly (GapScores | null)[];
        })[];
      }
    | {
        readonly kind: 'required';
        /** What each level requires, by the code of the level. */
        readonly required: Readonly<Record<string, number>>;
        /** Who stays below it, of who answered and whose level requires something. */
        readonly rows: readonly GroupedRow[];
      }
    | {
        readonly kind: 'reference';
        readonly share: Share;
        readonly published: Published;
      }
    | { readonly kind: 'part'; readonly part: PartShare; readonly published: Published }
    | {
        readonly kind: 'twoSurveys';
        readonly first: Text;
        readonly second: Text;
        readonly counted: Text;
        readonly ends: ScaleEnds;
        readonly rows: readonly TwoSurveysRow[];
      }
  );
export type SideBySideResultOf<K extends SideBySideResult['kind']> = Extract<SideBySideResult, { kind: K }>;
