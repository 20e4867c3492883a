// The only door figures leave by: what a reader may see of an analysis (docs/rules.md, Few people and Subtraction). One table on the base of a
// figure; in crosses small cells go too, with enough others that subtraction does not give them back.

import type { ProjectInput } from './analyse-project.ts';
import { discloseExplored } from './disclosure/explored.ts';
import type { Family } from './disclosure/family.ts';
import { familyFor } from './disclosure/kept-families.ts';
import {
  libraryPages,
  libraryPagesWithoutGroups,
  stepOfLibraryPages,
  withGroupsOf,
} from './disclosure/library-pages.ts';
import { openNeeds } from './disclosure/needs.ts';
import { discloseOrder } from './disclosure/order.ts';
import { discloseDistribution, discloseQuestion } from './disclosure/questions.ts';
import { discloseShare, openSign, withheld } from './disclosure/shares.ts';
import { groupView, opennessIn, type View, wholeView } from './disclosure/views.ts';
import { type ExploreInput, explore } from './explore/explore.ts';
import type { Explored } from './explore/explored.ts';
import { backgroundOf } from './explore/offer.ts';
import type { ExploreView } from './explore/view.ts';
import { kindsSpeaking } from './needs/evidence.ts';
import type { LibraryFigures } from './report/library-figures.ts';
import type { NeedOrder, NeedResult } from './results/needs.ts';
import type { ProjectAnalysis } from './results/project.ts';
import type {
  CodeShare,
  ComparisonResult,
  RecommendResult,
  RemarksResult,
  ServiceResult,
  SurveyAnalysis,
} from './results/survey.ts';

/** Who reads: the operator on the machine, or one of the readers outside it. */
export type Reader = 'operator' | 'team' | 'panel' | 'public' | 'library';
export const readers: readonly Reader[] = ['operator', 'team', 'panel', 'public', 'library'];

/** The copy of an analysis this reader may see: figures that are not open have null for what is hidden. */
export function disclose(analysis: ProjectAnalysis, reader: Reader): ProjectAnalysis {
  if (reader === 'operator') return analysis;
  const needs = discloseNeeds(analysis.needs, reader);
  const codesWith = (action: NeedResult['action']) =>
    needs.filter((need) => need.action === action).map(({ code }) => code);
  return {
    ...analysis,
    surveys: analysis.surveys.map((survey) => discloseWhole(survey, reader)),
    needs,
    counts: { ...analysis.counts, sources: kindsSpeaking(needs) },
    // In the order of the needs, which rests on what this reader may see.
    orphans: {
      ...analysis.orphans,
      needsWithoutAction: codesWith('none'),
      needsPartlyAnswered: codesWith('partly'),
    },
  };
}

/** The copy of one survey's figures this reader may see, whole. */
export function discloseWhole(survey: SurveyAnalysis, reader: Reader): SurveyAnalysis {
  return reader === 'operator' ? survey : discloseSurvey(survey, reader, wholeView);
}

/** The copy of the needs this reader may see. */
export function discloseNeeds(needs: readonly NeedResult[], reader: Reader): readonly NeedResult[] {
  return reader === 'operator' ? needs : openNeeds(needs);
}

/** The copy of how sure their order is. @param needs the needs in full. */
export function discloseOrders(
  orders: readonly NeedOrder[],
  needs: readonly NeedResult[],
  reader: Reader,
): readonly NeedOrder[] {
  if (reader === 'operator') return orders;
  const open = discloseNeeds(needs, reader);
  return orders.map((order) => discloseOrder(order, open));
}

/**
 * The copy of one group's figures this reader may see.
 * @param group figures of who the filters of the analysis leave.
 * @param family of the same answers: it decides which cells are hidden, the same whatever view asks.
 * @throws RangeError when the filters are not one or two backgrounds of the family.
 */
export function discloseGroup(group: SurveyAnalysis, family: Family, reader: Reader): SurveyAnalysis {
  return reader === 'operator' ? group : discloseSurvey(group, reader, groupView(family, group.filters));
}

/**
 * What the pages of the libraries show, for their readers; null without a register or a survey. Where they may not move on,
 * those of the version before stay; where somebody in them withdrew, no groups are shown.
 * @param needs codes in the order of the report.
 */
export function libraryFiguresFor(
  input: ProjectInput,
  needs: readonly string[],
  before: LibraryFigures | null,
  made: Pick<LibraryFigures, 'version' | 'madeOn'>,
): LibraryFigures | null {
  const step = before ? stepOfLibraryPages(input, before) : 'moves';
  if (before && step === 'hides') return libraryPagesWithoutGroups(input, needs, before);
  const pages = libraryPages(input, needs, made);
  if (before && pages && step === 'stays') return withGroupsOf(before, pages);
  if (!before || !pages || pages.upTo !== before.upTo) return pages;
  // The same answers: the words may be newer, the figures are not.
  return { ...pages, version: before.version, madeOn: before.madeOn };
}

/**
 * A view of the explorer as this reader may see it.
 * @param view from `readView` with the survey's offer.
 * @throws RangeError when the view names what the survey does not have.
 */
export function exploreFor(input: ExploreInput, view: ExploreView, reader: Reader): Explored {
  const explored = explore(input, view);
  if (reader === 'operator') return explored;
  const backgrounds = backgroundOf(input).map(({ name }) => name);
  const family = familyFor(input.dataset, input.register, backgrounds);
  return discloseExplored(explored, input, family, reader === 'team');
}

function discloseSurvey(survey: SurveyAnalysis, reader: Reader, view: View): SurveyAnalysis {
  const { coverage } = survey;
  return {
    ...survey,
    // How many are in a refused group is among what it hides; pages say that there are too few.
    responses: view.refused ? 0 : survey.responses,
    libraries: view.refused ? 0 : survey.libraries,
    coverage: coverage && (reader === 'team' ? coverage : { ...coverage, missing: [], perDay: [] }),
    questions: survey.questions.map((question) => discloseQuestion(question, view, reader === 'team')),
    // Sums of cells that a group's distributions may hide would narrow them down: in crosses only the lines stand.
    highlights: view.crossed ? [] : survey.highlights.map(openSign),
    services: survey.services.map((service) => discloseService(service, view)),
    // Codes of remarks have no minimum (docs/rules.md, Few people); how many wrote any is a share like others.
    remarks: view.crossed ? [] : survey.remarks.map(discloseRemarks),
    comparisons: survey.comparisons.map((comparison) => discloseComparison(comparison, view)),
    recommend: survey.recommend && discloseRecommend(survey.recommend, view),
  };
}

/** How many wrote any, and what that is of everybody, are shares like others. */
function discloseRemarks(remarks: RemarksResult): RemarksResult {
  const open = (codes: readonly CodeShare[]) =>
    codes.map((code) => ({ ...code, ofEverybody: discloseShare(code.ofEverybody) }));
  return {
    ...remarks,
    given: discloseShare(remarks.given),
    services: open(remarks.services),
    themes: open(remarks.themes),
  };
}

function discloseService(service: ServiceResult, view: View): ServiceResult {
  const frequency = discloseDistribution(service.frequency, view);
  const mastery = discloseDistribution(service.mastery, view);
  const open = !view.crossed && frequency.openness === 'full' && mastery.openness === 'full';
  return {
    ...service,
    frequency,
    mastery,
    frequent: view.crossed ? withheld(service.frequent) : discloseShare(service.frequent),
    verdicts: view.crossed ? [] : service.verdicts,
    noVerdict: view.crossed ? 'tooFew' : service.noVerdict,
    priority: {
      notIndependent: open ? service.priority.notIndependent : null,
      needing: view.crossed ? withheld(service.priority.needing) : discloseShare(service.priority.needing),
      score: open ? service.priority.score : null,
    },
  };
}

/** Means of few people are no counts: nothing below the base of a distribution, no interval below the verdict's. */
function discloseComparison(comparison: ComparisonResult, view: View): ComparisonResult {
  const openness = opennessIn(comparison.paired?.base ?? 0, view);
  if (view.crossed || openness === 'withheld' || openness === 'countOnly' || !comparison.paired) {
    return { ...comparison, paired: null, openness: 'withheld' };
  }
  const interval = openness === 'full' ? comparison.paired.interval : null;
  return { ...comparison, openness, paired: { ...comparison.paired, interval } };
}

function discloseRecommend(recommend: RecommendResult, view: View): RecommendResult | null {
  const openness = opennessIn(recommend.n, view);
  if (view.crossed || openness === 'withheld' || openness === 'countOnly') return null;
  return { ...recommend, interval: openness === 'full' ? recommend.interval : null };
}
