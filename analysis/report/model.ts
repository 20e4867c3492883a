// The shape of a report: every figure, sentence and link it shows, as one value that can be frozen and hashed.
// No screen words here: generated sentences are message keys with values; the project's own words are texts.

import type { VerdictCondition } from '../../surveys/needs-catalogue.ts';
import type { ProjectRecord } from '../../surveys/project-records.ts';
import type { Text } from '../../surveys/questionnaire.ts';
import type { ToldMeans } from '../action-means.ts';
import type { Share } from '../figure.ts';
import type { NamedMethod } from '../methods.ts';
import type { SolutionTally } from '../needs/solutions.ts';
import type { EvidenceCell, NeedResult, NeedSource } from '../results/needs.ts';
import type { QuestionResult } from '../results/questions.ts';
import type {
  ComparisonResult,
  CoverageGroup,
  RecommendResult,
  RemarksResult,
  ServiceResult,
} from '../results/survey.ts';
import type { SideBySideResult } from '../side-by-side/results.ts';
import type { Interval } from '../statistics/wilson-interval.ts';
import type { ReportBlock } from './blocks.ts';
import type { LibraryFigures } from './library-figures.ts';
import type { SavedFigure } from './saved-figures.ts';

/** A generated sentence: its words are under `key`; texts, lists and days among its values are said in the reader's language. */
export interface Sentence {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number | Text | readonly Text[] | Day | Quoted>>;
}
/** Words that are quoted in a sentence, such as a question. */
export interface Quoted {
  readonly quoted: Text;
}
/** A date (ISO) among a sentence's values, told apart from words by its name. */
export interface Day {
  readonly day: string;
}

/** A question a figure reads: its words, the row of a grid, and the answers that count (all that have a value where none is named). */
export interface OriginQuestion {
  readonly question: Text;
  readonly item: Text | null;
  readonly answers: readonly Text[];
}
export interface FigureOrigin {
  readonly questions: readonly OriginQuestion[];
  /** Only who answered so. */
  readonly where: readonly OriginQuestion[];
}

export interface ReportModel {
  readonly format: 'nodenkaart/report-model/1';
  readonly report: string;
  readonly project: string;
  readonly version: number;
  /** ISO date; also the date the outputs are pinned to. */
  readonly publishedOn: string;
  readonly demonstration: boolean;
  readonly projectTitle: Text;
  readonly title: Text;
  /** Who commissioned the project, in their order; absent where nobody is named. */
  readonly commissionedBy?: readonly Text[];
  readonly opening: readonly Text[];
  readonly contact: Text | null;
  /** Who set the places: the panel, or the evidence until a panel has spoken. */
  readonly orderedBy: 'panel' | 'evidence';
  readonly summary: readonly Sentence[];
  readonly facts: ReportFacts;
  /** In final order, children straight after their parent. */
  readonly needs: readonly ReportNeed[];
  readonly findings: readonly ReportFinding[];
  readonly recommendations: readonly ReportRecommendation[];
  readonly actions: readonly ReportAction[];
  readonly quotes: readonly ReportQuote[];
  readonly services: readonly ServiceResult[];
  readonly remarks: readonly ReportRemarks[];
  readonly panel: readonly Sentence[];
  readonly comparisons: readonly ComparisonResult[];
  readonly recommend: RecommendResult | null;
  /** Views the team put in the report; not in reports frozen before there was an explorer. */
  readonly saved?: readonly SavedFigure[];
  /** What stands where; not in reports frozen before there were blocks (`blocksOf`). */
  readonly blocks?: readonly ReportBlock[];
  /** What the pages of the libraries show; not in reports frozen before there were any, nor without a register. */
  readonly libraries?: LibraryFigures;
  /** Where each figure comes from, by its code (figures.ts); not in reports frozen before this was kept. */
  readonly origins?: Readonly<Record<string, FigureOrigin>>;
  readonly method: ReportMethod;
  readonly sources: readonly Sentence[];
  readonly timeline: readonly ReportMoment[];
  /** How many persons each survey's figures rest on: what the next release is measured against (docs/rules.md, Subtraction). */
  readonly released: readonly ReleasedSurvey[];
}

/** The report template names something the project does not have. */
export class ReportTemplateMistake extends RangeError {
  readonly kind: 'chart' | 'fact';
  readonly code: string;
  constructor(kind: 'chart' | 'fact', code: string) {
    const where = kind === 'chart' ? 'no survey has such a question' : 'the catalogue has no such share';
    super(`the report template names the ${kind} "${code}", but ${where}`);
    this.name = 'ReportTemplateMistake';
    this.kind = kind;
    this.code = code;
  }
}

export interface ReleasedSurvey {
  readonly survey: string;
  readonly responses: number;
  /** The persons that figures about groups rest on, where these stand still; 0: none is shown. */
  readonly groups?: number;
}

export interface ReportFacts {
  readonly coverage: Share | null;
  readonly answers: number;
  readonly sources: readonly string[];
  readonly publicActions: number;
  /** When the first public action starts. */
  readonly firstStart: Text | null;
  readonly shares: readonly WordedShare[];
}
/** A share with what it counts, and the word the catalogue suggests for its size (never without the figure). */
export interface WordedShare {
  /** Of the catalogue's highlights; not of the figure of a need, nor in the oldest reports. */
  readonly code?: string;
  readonly label: Text;
  readonly share: Share;
  readonly word: Text | null;
}

export interface ReportNeed {
  readonly code: string;
  readonly parent: string | null;
  /** Place in its own list; null when neither panel nor evidence gives one. */
  readonly place: number | null;
  /** The place as written: `3`, or `3a` for a child of the need in place 3; null without a place. */
  readonly mark: string | null;
  readonly label: Text;
  readonly explanation: Text | null;
  /** What the need bundles; not in reports frozen before a report told it. */
  readonly facets?: readonly Text[];
  readonly panelPlace: number | null;
  /** Only of a list that was changed by hand: where the ballots had put it, and the reason if this need was moved. */
  readonly moved?: { readonly from: number; readonly reason: string | null };
  readonly evidencePlace: number | null;
  readonly flag: NeedResult['flag'];
  /** Of the panel: about equal to the next need, divided, and how far the place moves without any one member. */
  readonly equalToNext: boolean;
  readonly divided: boolean;
  readonly withoutOne: { readonly best: number; readonly worst: number } | null;
  readonly score: number | null;
  readonly interval: Interval | null;
  /** The score opened: sources that gave a figure, each with its indicators. */
  readonly sources: readonly NeedSource[];
  readonly discrepancy: NeedResult['discrepancy'];
  readonly evidence: readonly EvidenceCell[];
  readonly strength: NeedResult['strength'];
  readonly contested: boolean;
  /** The one figure that stands beside the need's name. */
  readonly leading: WordedShare | null;
  readonly charts: readonly ReportChart[];
  /** What talks say of possible solutions; absent where none was asked about. */
  readonly solutions?: readonly SolutionTally[];
  readonly quotes: readonly string[];
  readonly findings: readonly string[];
  readonly recommendations: readonly string[];
  readonly actions: readonly string[];
  readonly action: NeedResult['action'];
}

export type ReportChart =
  | { readonly kind: 'question'; readonly code: string; readonly result: QuestionResult }
  | { readonly kind: 'remarks'; readonly code: string; readonly remarks: readonly ReportRemarks[] }
  | { readonly kind: 'comparison'; readonly code: string; readonly comparison: ComparisonResult }
  | { readonly kind: 'beside'; readonly code: string; readonly beside: SideBySideResult };
/** Coded remarks without their cross table, which says more than a report needs. */
export type ReportRemarks = Omit<RemarksResult, 'cross' | 'uncoded'>;

export interface ReportFinding {
  readonly code: string;
  readonly text: Text;
  readonly explanation: Text | null;
  readonly certainty: ProjectRecord<'finding'>['certainty'];
  readonly needs: readonly string[];
  readonly recommendations: readonly string[];
  /** The need under which it is told in full: the one its writer named first. */
  readonly home: string;
}
export interface ReportRecommendation {
  readonly code: string;
  readonly text: Text;
  readonly needs: readonly string[];
  readonly findings: readonly string[];
  readonly actions: readonly string[];
  readonly home: string;
}
export interface ReportAction {
  readonly code: string;
  readonly title: Text;
  readonly owner: Text;
  readonly format: Text | null;
  readonly start: Text | null;
  readonly state: ProjectRecord<'action'>['state'];
  readonly needs: readonly { readonly need: string; readonly partly: boolean }[];
  readonly recommendations: readonly string[];
  /** What it takes, where the team tells it; not in reports frozen before it was kept. */
  readonly means?: ToldMeans;
}
export interface ReportQuote {
  readonly code: string;
  readonly text: Text;
  readonly source: Text;
  readonly needs: readonly string[];
  readonly home: string;
}

export interface ReportMoment {
  readonly date: Text;
  readonly title: Text;
  readonly mode: 'online' | 'inPerson' | null;
}

export interface ReportMethod {
  /** The functions that made the figures, as they were at publication; versions published before they were kept have none. */
  readonly computed?: readonly NamedMethod[];
  /** Who was asked and answered, how the figures were made, the uncertainty said once, and the project's own sentences. */
  readonly sample: readonly Sentence[];
  readonly figures: readonly Sentence[];
  readonly own: readonly Text[];
  /** Respondents beside the register. */
  readonly byProvince: readonly CoverageGroup[];
  readonly bySizeClass: readonly CoverageGroup[];
  /** Advice per service: what each rule asks. */
  readonly rules: readonly { readonly label: Text; readonly conditions: readonly VerdictCondition[] }[];
  readonly verbal: readonly {
    readonly label: Text;
    readonly from: number;
    readonly to: number;
    readonly above: boolean;
  }[];
}
