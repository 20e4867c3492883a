// Figures, needs, priorities and records → one report model: everything a report shows, as a value that can be frozen.
import type { NeedsCatalogue } from '../surveys/needs-catalogue.ts';
import type { ProjectRecords } from '../surveys/project-records.ts';
import type { ReportTemplate } from '../surveys/report-template.ts';
import { solutionTally } from './needs/solutions.ts';
import { standardBlocks } from './report/blocks.ts';
import { type BoardMember, boardSentences } from './report/board.ts';
import { type Chain, chainOf, refuseUnreleasedWords } from './report/chain.ts';
import { chartsOf, leadingShare, withoutCross } from './report/charts.ts';
import { methodsOfReport } from './report/computed.ts';
import { applyDraft, emptyDraft, type ReportDraft } from './report/draft.ts';
import { methodOf, sourceSentences, timelineOf } from './report/method.ts';
import type { ReleasedSurvey, ReportModel, ReportNeed } from './report/model.ts';
import { type PlacedNeed, panelHasSpoken, placeNeeds } from './report/order.ts';
import { originsOf } from './report/origins.ts';
import type { SavedFigure } from './report/saved-figures.ts';
import { factsOf, panelSentences, purposeSentences, summaryOf } from './report/summary.ts';
import type { ProjectAnalysis } from './results/project.ts';
import type { SideBySideResult } from './side-by-side/results.ts';

export interface ReportInput {
  /** Already disclosed for the public: what it withholds is not in the report either. */
  readonly analysis: ProjectAnalysis;
  readonly catalogue: NeedsCatalogue;
  readonly records: ProjectRecords;
  readonly template: ReportTemplate;
  /** Who sits on the sounding board; it is named once it was heard. */
  readonly board?: readonly BoardMember[] | undefined;
  /** ISO date of the register of libraries; null without one. */
  readonly registerDate: string | null;
  /** ISO date. */
  readonly publishedOn: string;
  /** From 1. */
  readonly version: number;
  /** Quote codes to show; without it every released quote. */
  readonly quotes?: readonly string[] | undefined;
  /** Views of the explorer, disclosed for the reader of the report. */
  readonly saved?: readonly SavedFigure[] | undefined;
  /** What the catalogue puts side by side, disclosed for the reader of the report. */
  readonly beside?: readonly SideBySideResult[] | undefined;
  /** What the team changed about its blocks; nothing without it. */
  readonly draft?: ReportDraft | undefined;
  /** Build it also where words stand in it that nobody released, for the team that must mend it. Never for publishing. */
  readonly toMend?: boolean | undefined;
}

/**
 * The report of a project.
 * @throws UnreleasedQuote when a quote is named, or its words stand in another text, that nobody released.
 * @throws ReportTemplateMistake when the template names a chart or fact the project does not have.
 */
export function buildReport(input: ReportInput): ReportModel {
  const { analysis, catalogue, records, template } = input;
  const orderedBy = panelHasSpoken(analysis.panel) ? 'panel' : 'evidence';
  const heard = orderedBy === 'panel' || analysis.counts.sources.includes('panel');
  const placed = placeNeeds(analysis.needs, analysis.panel);
  const codes = placed.map(({ need }) => need.code);
  const chain = chainOf(records, codes, analysis.surveys[0]?.responses ?? 0, input.quotes);
  const needs = placed.map((each) => reportNeed(each, input, chain));
  const started = records.action
    .filter((action) => action.kind === 'public')
    .flatMap(({ start }) => start ?? [])
    .sort((a, b) => (a.sort < b.sort ? -1 : 1));
  const shown: Omit<ReportModel, 'method'> = {
    format: 'nodenkaart/report-model/1',
    report: template.code,
    project: analysis.project,
    version: input.version,
    publishedOn: input.publishedOn,
    demonstration: analysis.demonstration,
    projectTitle: template.project,
    title: template.title,
    // A report without parties stays byte for byte what it was.
    ...(records.party.length === 0 ? {} : { commissionedBy: records.party.map(({ name }) => name) }),
    opening: template.opening,
    contact: template.contact ?? null,
    orderedBy,
    summary: summaryOf(analysis, needs, orderedBy, purposeSentences(analysis, catalogue)),
    facts: factsOf(analysis, template, catalogue.verbal, started[0]?.label ?? null),
    needs,
    ...chain,
    services: analysis.surveys.flatMap(({ services }) => services),
    remarks: analysis.surveys.flatMap(({ remarks }) => remarks.map(withoutCross)),
    panel: panelSentences(analysis, needs),
    comparisons: analysis.surveys.flatMap(({ comparisons }) => comparisons),
    recommend: analysis.surveys[0]?.recommend ?? null,
    saved: input.saved ?? [],
    sources: [...sourceSentences(analysis, records), ...(heard ? boardSentences(input.board ?? []) : [])],
    timeline: timelineOf(records),
    released: releasedOf(analysis),
  };
  const method = methodOf(analysis, catalogue, template, input.registerDate, orderedBy);
  const computed = methodsOfReport(shown, analysis.panel?.lists ?? []);
  const report: ReportModel = {
    ...shown,
    blocks: applyDraft(standardBlocks(shown, template), input.draft ?? emptyDraft),
    origins: originsOf(analysis, catalogue),
    method: { ...method, computed },
  };
  if (!input.toMend) refuseUnreleasedWords(report, records);
  return report;
}

/** The persons each survey's figures rest on. */
export function releasedOf(analysis: ProjectAnalysis): readonly ReleasedSurvey[] {
  return analysis.surveys.map(({ survey, responses, groups }) => ({
    survey,
    responses,
    ...(groups === undefined ? {} : { groups }),
  }));
}

function reportNeed(
  placed: PlacedNeed,
  { analysis, catalogue, records, template, beside }: ReportInput,
  chain: Chain,
): ReportNeed {
  const { need, panel, parent, place, mark, panelPlace, evidencePlace, flag } = placed;
  const about = (records: readonly { readonly code: string; readonly needs: readonly string[] }[]) =>
    records.filter(({ needs }) => needs.includes(need.code)).map(({ code }) => code);
  const { code, label, explanation, score, interval, discrepancy, evidence, strength, contested, action } =
    need;
  const solutions = solutionTally(code, records);
  return {
    code,
    parent,
    place,
    mark,
    label,
    explanation,
    facets: catalogue.needs.find((each) => each.code === code)?.facets ?? [],
    panelPlace,
    evidencePlace,
    flag,
    equalToNext: panel?.equalToNext ?? false,
    divided: panel?.divided ?? false,
    ...(panel && panel.counted !== panel.rank
      ? { moved: { from: panel.counted, reason: panel.moved?.reason ?? null } }
      : {}),
    withoutOne: panel?.withoutOne ?? null,
    score,
    interval,
    sources: need.sources.filter((source) => source.score !== null),
    discrepancy,
    evidence,
    strength,
    contested,
    leading: leadingShare(need, catalogue.verbal),
    charts: chartsOf(analysis.surveys, template.charts[code] ?? [], beside),
    ...(solutions.length > 0 ? { solutions } : {}),
    quotes: about(chain.quotes),
    findings: about(chain.findings),
    recommendations: about(chain.recommendations),
    actions: chain.actions
      .filter(({ needs }) => needs.some(({ need: answered }) => answered === code))
      .map((each) => each.code),
    action,
  };
}
