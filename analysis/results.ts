// The shapes of what analysis says: results per question, advice per service, remarks, needs and a whole project.
// Pages, the report and `analyse --json` read these; disclosure.ts gives each reader their own copy.

import type { Change } from '../surveys/changes.ts';
import type { EvidenceKind } from '../surveys/needs-catalogue.ts';
import type { MissingReason, Question, Text } from '../surveys/questionnaire.ts';
import type { NumericMeasure } from '../surveys/variable.ts';
import type { MissingCounts, Openness, Share } from './figure.ts';
import type { BinKind } from './number-bins.ts';
import type { Way } from './panel/ways/vote.ts';
import type { CountedVotes } from './panel/ways/vote-list.ts';
import type { Corner } from './statistics/importance-performance.ts';
import type { PairedDifference } from './statistics/paired-difference.ts';
import type { ToleranceZone } from './statistics/tolerance-zone.ts';
import type { Interval } from './statistics/wilson-interval.ts';

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

/** How many of a library can do something: nobody, one (who may leave or fall ill), several. */
export type SkillClass = 'nobody' | 'one' | 'several';
export interface SkillResult {
  readonly variable: string;
  readonly label: Text;
  /** Shares of the libraries with at least two answers about it. */
  readonly libraries: Readonly<Record<SkillClass, Share>>;
  /** Libraries with one answer about it: they are in no share. */
  readonly alone: number;
  /** Share of the people who can. */
  readonly people: Share;
}
/** What one library's team may know of itself. */
export interface TeamSkills {
  readonly library: string;
  readonly answers: number;
  /** Everybody agreed that the team sees this. */
  readonly consented: boolean;
  readonly skills: readonly {
    readonly variable: string;
    readonly label: Text;
    readonly answers: number;
    /** Null where too few answered, or nobody. */
    readonly class: SkillClass | null;
  }[];
}
export interface SkillCoverage {
  readonly survey: string;
  /** The group of the register that the skills are of; null for all libraries. */
  readonly group: Filter | null;
  readonly skills: readonly SkillResult[];
  /** Only where one library is asked for, or the project has one library alone. */
  readonly team: TeamSkills | null;
}

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

/** The group's order after a round. Members are never named (docs/rules.md, Panel). */
export interface PanelResult {
  readonly round: number;
  readonly closedOn: string | null;
  readonly ballots: number;
  readonly members: number;
  /** Top level and then per parent with two or more children. Null lists: fewer than three ballots. */
  readonly lists: readonly PanelList[];
  /** The day on which this order became the panel's decision, and the reason in its words; null before that. */
  readonly decision: { readonly day: string; readonly rationale: string } | null;
  /** The needs of the round by the name of their list (`top` or the parent), whichever have an order. */
  readonly tree?: Readonly<Record<string, readonly string[]>>;
  /** How the round was voted in; absent where members ordered cards. */
  readonly way?: Way;
}
export interface PanelList {
  readonly parent: string | null;
  readonly ballots: number;
  readonly order: readonly PanelPlace[];
  readonly agreement: {
    readonly w: number;
    readonly chiSquare: number;
    readonly p: number | null;
    readonly words: string;
    readonly left: number;
  } | null;
  /** Ballots with an opinion on every need: agreement is told of three or more. Absent where votes are no orders. */
  readonly complete?: number;
  /** Two needs and fewer than ten ballots: a mean or a spread would count who put which first. Absent otherwise. */
  readonly orderOnly?: true;
  /** The order was changed by hand after counting; absent when it was not. */
  readonly byHand?: true;
  /** What the votes counted to, where they were no orders: the place of a need follows from it. */
  readonly votes?: CountedVotes;
}
export interface PanelPlace {
  readonly need: string;
  /** Place after evidence decided exact ties (docs/rules.md, Panel) and after moves by hand; what is still equal shares it. */
  readonly rank: number;
  /** Place by the ballots and exact ties alone: another than `rank` only where needs were moved by hand. */
  readonly counted: number;
  /** Place by the ballots alone, exact ties shared; null where too few members had an opinion to place it: it stands last. */
  readonly ballotPlace: number | null;
  /** For a need moved by hand: its place by the ballots, and why it was moved last. Absent for all others. */
  readonly moved?: { readonly from: number; readonly reason: string };
  readonly meanPlace: number | null;
  /** Borda score 0-100: share of comparisons won. */
  readonly score: number | null;
  /** Smallest and largest place number on any ballot; null with fewer than five ballots (docs/rules.md, Panel). */
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly disagreement: number | null;
  readonly divided: boolean;
  /** Range of the place when any one member is left out. */
  readonly withoutOne: { readonly best: number; readonly worst: number } | null;
  /** Bracketed with the next need: about equal. */
  readonly equalToNext: boolean;
  /** Place by evidence among the needs of this list on the day of closing; null without evidence. */
  readonly evidencePlace: number | null;
  /** Ballots and that evidence three or more places apart, or no evidence (docs/rules.md, Panel). A flag never moves a need. */
  readonly flag: 'evidenceHigher' | 'panelHigher' | 'noEvidence' | null;
}

export interface ProjectAnalysis {
  readonly project: string;
  readonly title: Text;
  readonly demonstration: boolean;
  readonly surveys: readonly SurveyAnalysis[];
  /** Ranked: by parent, evidence first. */
  readonly needs: readonly NeedResult[];
  readonly panel: PanelResult | null;
  readonly counts: {
    readonly interviews: number;
    readonly panelMembers: number;
    readonly meetings: number;
    readonly publicActions: number;
    readonly internalActions: number;
    readonly needs: number;
    /** Kinds of source the project has, open answers counted inside the survey: the published six. */
    readonly sources: readonly string[];
  };
  /** What the check page lists (docs/rules.md, Report). */
  readonly orphans: {
    readonly findingsWithoutSource: readonly string[];
    readonly needsWithoutAction: readonly string[];
    readonly needsPartlyAnswered: readonly string[];
    readonly actionsWithoutNeed: readonly string[];
    readonly actionsWithoutRecommendation: readonly string[];
  };
}
