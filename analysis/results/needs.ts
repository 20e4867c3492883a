// What analysis says of the needs: their evidence, and the order it puts them in with how firm that is.
import type { EvidenceKind } from '../../surveys/needs-catalogue.ts';
import type { Text } from '../../surveys/questionnaire.ts';
import type { Share } from '../figure.ts';
import type { Interval } from '../statistics/wilson-interval.ts';
import type { Discrepancy } from './survey.ts';

/** One need with its evidence score opened into sources and indicators. */
export interface NeedResult {
  readonly code: string;
  readonly parent: string | null;
  readonly published: { readonly parent: string | null; readonly order: number } | null;
  readonly label: Text;
  readonly explanation: Text | null;
  /** 0-100: mean over the sources that exist, each the mean of its indicators; null without any. */
  readonly score: number | null;
  /** 95 % interval of the score from the sampling of respondents alone; null where no source is a sample. */
  readonly interval: Interval | null;
  /** Place among needs with the same parent, 1 = strongest evidence; needs without score come last, unranked. */
  readonly rank: number | null;
  readonly sources: readonly NeedSource[];
  readonly discrepancy: Discrepancy | null;
  /** The evidence matrix row: one cell per kind. */
  readonly evidence: readonly EvidenceCell[];
  readonly strength: 'none' | 'weak' | 'strong';
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly contested: boolean;
  /** Of the panel's closed round; null before that. */
  readonly panelRank: number | null;
  /** Three or more places apart (docs/rules.md, Panel). */
  readonly flag: 'evidenceHigher' | 'panelHigher' | 'noEvidence' | null;
  /** Actions of the project: fully, in part or not answered by a public action. */
  readonly action: 'public' | 'partly' | 'none';
}

export interface NeedSource {
  readonly kind: EvidenceKind;
  /** 0-100, mean of its indicators. */
  readonly score: number | null;
  readonly indicators: readonly NeedIndicator[];
}

export interface NeedIndicator {
  readonly label: Text;
  readonly share: Share;
  /** Counted only among people with a certain background: disclosure treats it as a cross. */
  readonly crossed: boolean;
  /** Its groups cannot be added up from what views show: no reader sees it. Not in reports frozen before this was decided. */
  readonly hidden?: boolean;
}

export interface EvidenceCell {
  readonly kind: EvidenceKind;
  readonly count: number;
  /** How many of them speak for the need and against it; the others only shade it. */
  readonly supports: number;
  readonly contradicts: number;
  readonly direction: 'supports' | 'contradicts' | 'mixed' | 'nuance' | 'none';
  readonly strength: 'none' | 'weak' | 'strong' | 'contested';
}

/** How sure the order of a list of needs with the same parent is. */
export interface NeedOrder {
  readonly parent: string | null;
  /** Strongest evidence first. */
  readonly needs: readonly string[];
  /** How many places count as the head of this list: three, or fewer where the list is short. */
  readonly top: number;
  /** Kinds of source drawn anew in every resample, and those that stay as they are because they are no sample. */
  readonly sampled: readonly EvidenceKind[];
  readonly fixed: readonly EvidenceKind[];
  /** Null where nothing is a sample of several libraries, or where the reader may not see what it rests on. */
  readonly stability: StabilityResult | null;
  readonly ways: readonly OrderWay[];
  /** Null with one kind of source, or where the reader may not see what it rests on. */
  readonly weightings: WeightingResult | null;
  readonly openness: 'full' | 'withheld';
}

/** Places in resamples of the libraries (bootstrap over clusters). */
export interface StabilityResult {
  readonly resamples: number;
  readonly seed: number;
  /** Libraries and people without one that resamples are drawn from, over all surveys. */
  readonly clusters: number;
  /** In the order of the list. */
  readonly needs: readonly PlaceStability[];
}

export interface PlaceStability {
  readonly need: string;
  /** Share of resamples, 0-1, per place from the first. */
  readonly places: readonly number[];
  readonly inTop: number;
  /** Interval of places that holds 95 % of the resamples. */
  readonly best: number;
  readonly worst: number;
}

/** One way of counting: `evidence`, `only:<kind>`, `without:<kind>`, `weightedDiscrepancy`, `rankedDiscrepancy`, `opportunity`. */
export interface OrderWay {
  readonly code: string;
  readonly about: 'weights' | 'method';
  /** Kinds of source it reads; none for what reads two ratings. */
  readonly kinds: readonly EvidenceKind[];
  /** Place of each need of the list; null where this way says nothing of it. */
  readonly places: readonly (number | null)[];
  readonly openness: 'full' | 'withheld';
}

/** All ways to deal the weight over the kinds of source in tenths. */
export interface WeightingResult {
  readonly weightings: number;
  readonly kinds: readonly EvidenceKind[];
  readonly needs: readonly {
    readonly need: string;
    /** Shares of the weightings, 0-1. */
    readonly inTop: number;
    readonly first: number;
    readonly best: number;
    readonly worst: number;
  }[];
}
