// One need opened: its score into sources and indicators with their bases, and what people recorded about it.

import { type MethodName, methodsOfCount } from '../../../analysis/methods.ts';
import { studiesFor } from '../../../analysis/needs/evidence.ts';
import { literalQuotes } from '../../../analysis/report/chain.ts';
import type { NeedOrder, NeedResult } from '../../../analysis/results/needs.ts';
import type { ProjectAnalysis } from '../../../analysis/results/project.ts';
import type { EvidenceKind } from '../../../surveys/needs-catalogue.ts';
import type { ProjectRecords } from '../../../surveys/project-records.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../computed.ts';
import { formatDate } from '../../format-values.ts';
import type { ChangeSinceRound } from '../../operations/evidence-since-round.ts';
import { type GapView, gapView } from './gap-view.ts';
import { tallyLines } from './interview-lines.ts';
import { type Axis, axisEnd, axisOf, needsTabs, shelfView } from './needs-view.ts';
import { sureWords } from './order-view.ts';
import { type Lead, type ShareView, shareView, type Tab } from './page-parts.ts';
import type { WordingLine } from './wording-view.ts';
import type { Words } from './workspace.ts';

interface SourceView {
  readonly id: string;
  readonly name: string;
  readonly score: string;
  readonly indicators: readonly (ShareView & { readonly label: string })[];
  /** What a person recorded from this kind of source. */
  readonly notes: readonly { readonly direction: string; readonly text: string }[];
}
export interface NeedPage extends Lead {
  readonly tabs: readonly Tab[];
  readonly code: string;
  readonly score: string;
  readonly interval: string;
  readonly axis: Axis | null;
  readonly end: number;
  readonly shelf: ReturnType<typeof shelfView>;
  readonly places: readonly string[];
  /** That the evidence is no longer what it was when the sounding board ordered; empty where it is. */
  readonly changed: string;
  readonly sources: readonly SourceView[];
  /** How sure its place is, in sentences. */
  readonly sure: readonly string[];
  readonly orderAddress: string;
  readonly gap: GapView | null;
  /** Of the score with its signs, of how sure the place is, and of the gap. */
  readonly computed: ComputedPanel;
  readonly sureComputed: ComputedPanel;
  readonly gapComputed: ComputedPanel;
  /** Its words through time, the newest first; empty while it has those it began with. */
  readonly wordings: readonly WordingLine[];
  /** Parts of frameworks that point to it: to read beside, never counted. */
  readonly seeAlso: readonly {
    readonly part: string;
    readonly framework: string;
    readonly address: string;
  }[];
  /** What talks say of possible solutions, a line each. */
  readonly solutions: readonly string[];
  readonly findings: readonly string[];
  readonly recommendations: readonly string[];
  readonly actions: readonly string[];
  readonly quotes: readonly { readonly text: string; readonly source: string }[];
  readonly actionState: string;
}

/** The page of one need of the project, but for its words through time and what frameworks say of it. */
export function needPage(
  need: NeedResult,
  analysis: ProjectAnalysis,
  orders: readonly NeedOrder[],
  records: ProjectRecords,
  since: ChangeSinceRound | null,
  words: Words,
): Omit<NeedPage, 'wordings' | 'seeAlso'> {
  const say = (key: string, values = {}) => words.say({ key: `team.need.${key}`, values });
  const text = (value: Text) => inLanguage(value, words.language);
  const about = <T extends { readonly needs: readonly string[] }>(list: readonly T[]) =>
    list.filter(({ needs }) => needs.includes(need.code));
  const end = axisEnd(analysis.needs);
  const changed = changedWords(need, since, words);
  // A place counts among the needs with the same parent: the first of two children is not the first need.
  const above = analysis.needs.find(({ code }) => code === need.parent);
  const within = {
    nested: above ? 'yes' : 'no',
    parent: above ? `${above.code} ‘${text(above.label)}’` : '',
  };
  return {
    finding: text(need.label),
    lead: need.explanation ? text(need.explanation) : '',
    action: null,
    tabs: needsTabs(analysis.project, 'needs', words),
    code: need.code,
    score: need.score === null ? '' : String(Math.round(need.score)),
    interval: need.interval
      ? words.say({
          key: 'team.needs.interval',
          values: { lower: Math.round(need.interval.lower), upper: Math.round(need.interval.upper) },
        })
      : '',
    axis: axisOf(need, end),
    end,
    shelf: shelfView(need, analysis, words),
    places: [
      ...(need.rank === null ? [] : [say('evidencePlace', { rank: need.rank, ...within })]),
      ...(need.panelRank === null ? [] : [say('panelPlace', { rank: need.panelRank, ...within })]),
    ],
    changed,
    sources: kindsOf(need, records).map((kind) => sourceView(kind, need, records, words)),
    sure: sureWords(need.code, orders, words),
    orderAddress: `/team/${analysis.project}/order`,
    gap: gapView(need, words),
    computed: computed(say('sources'), scoreMethods(need, analysis, changed !== ''), words),
    sureComputed: computed(words.say({ key: 'order.need.title' }), sureMethods(need.code, orders), words),
    gapComputed: computed(words.say({ key: 'order.gap.title' }), gapMethods(need), words),
    solutions: tallyLines(need.code, records, words),
    findings: about(records.finding).map((finding) => text(finding.text)),
    recommendations: about(records.recommendation).map((recommendation) => text(recommendation.text)),
    actions: about(records.action).map((action) => text(action.title)),
    quotes: about(literalQuotes(records, analysis.surveys[0]?.responses ?? 0)).map((quote) => ({
      text: text(quote.text),
      source: text(quote.source),
    })),
    actionState: words.say({ key: `team.needs.action.${need.action}` }),
  };
}

function computed(of: string, methods: readonly MethodName[], words: Words): ComputedPanel {
  return computedPanel(of, { methods }, noBase, words);
}

/** Of a score that is not shown nothing is told but that it is gone. */
function changedWords({ score }: NeedResult, since: ChangeSinceRound | null, words: Words): string {
  if (!since || (score === null && since.change !== 'gone')) return '';
  const values = { round: since.round, date: formatDate(words.language, since.closedOn) };
  return words.say({ key: `coding.evidence.${since.change}`, values });
}

function scoreMethods(
  { sources, rank, panelRank }: NeedResult,
  { panel }: ProjectAnalysis,
  changed: boolean,
): readonly MethodName[] {
  const shares = sources.flatMap(({ indicators }) => indicators.map(({ share }) => share));
  return [
    ...(sources.length > 0 ? (['needScore', 'indicator'] as const) : []),
    ...(shares.some(({ interval }) => interval)
      ? (['wilson', 'clusterShare', 'clusterVariance'] as const)
      : []),
    ...(rank === null ? [] : (['finalOrder'] as const)),
    ...(panelRank === null ? [] : [...methodsOfCount(panel?.lists ?? []), 'finalOrder' as const]),
    'evidence',
    'evidenceLevel',
    ...(changed ? (['evidenceChange'] as const) : []),
    'disclosure',
  ];
}

function sureMethods(need: string, orders: readonly NeedOrder[]): readonly MethodName[] {
  const order = orders.find(({ needs }) => needs.includes(need));
  return [
    ...(order?.stability ? (['resampling'] as const) : []),
    ...(order && order.ways.length > 0 ? (['orderWays'] as const) : []),
    ...(order?.weightings ? (['everyWeighting'] as const) : []),
  ];
}

function gapMethods({ discrepancy }: NeedResult): readonly MethodName[] {
  if (!discrepancy) return [];
  const { weightedDiscrepancy, ranked, opportunity, corner, zone } = discrepancy;
  return [
    ...(weightedDiscrepancy === null ? [] : (['weightedDiscrepancy'] as const)),
    ...(ranked ? (['rankedDiscrepancy'] as const) : []),
    ...(opportunity === null ? [] : (['opportunity'] as const)),
    ...(corner ? (['importancePerformance'] as const) : []),
    ...(zone ? (['toleranceZone'] as const) : []),
  ];
}

/** Kinds that measured or told something about this need, in the order of the matrix. */
function kindsOf(need: NeedResult, records: ProjectRecords): readonly EvidenceKind[] {
  const measured = need.sources.map(({ kind }) => kind);
  const told: readonly EvidenceKind[] = [
    ...records.evidence.filter((item) => item.need === need.code).map(({ kind }) => kind),
    ...studiesFor(need.code, records).map(({ kind }) => kind),
    ...(excerptsOf(need, records).length > 0 ? (['interview'] as const) : []),
  ];
  return need.evidence
    .map(({ kind }) => kind)
    .filter((kind) => measured.includes(kind) || told.includes(kind));
}

function sourceView(kind: EvidenceKind, need: NeedResult, records: ProjectRecords, words: Words): SourceView {
  const source = need.sources.find((entry) => entry.kind === kind);
  return {
    id: kind,
    name: words.say({ key: `team.kind.${kind}` }),
    score: source?.score == null ? '' : String(Math.round(source.score)),
    indicators: (source?.indicators ?? []).map(({ label, share }) => ({
      label: inLanguage(label, words.language),
      ...shareView(share, words),
    })),
    notes: [
      ...records.evidence.filter((item) => item.need === need.code && item.kind === kind),
      ...studiesFor(need.code, records)
        .filter((study) => study.kind === kind)
        .map(({ title }) => ({ direction: 'supports', note: title })),
      ...(kind === 'interview' ? excerptsOf(need, records) : []),
    ].map(({ direction, note }) => ({
      direction: words.say({ key: `team.direction.${direction}` }),
      text: inLanguage(note, words.language),
    })),
  };
}

/** What was said about it in talks, where it is known which way it points. */
function excerptsOf(need: NeedResult, records: ProjectRecords) {
  return records.interview
    .flatMap(({ excerpts }) => excerpts)
    .flatMap(({ need: about, direction, text }) =>
      about === need.code && direction ? [{ direction, note: text }] : [],
    );
}
