// The only door figures leave by: what a reader may see of an analysis (RULINGS 1-4). One table on the base of a
// figure; in crosses small cells go too, with enough others that subtraction does not give them back.
import { discloseDistribution, discloseQuestion } from './disclosure/questions.ts';
import { discloseShare, withheld } from './disclosure/shares.ts';
import {
  type Find,
  groupView,
  opennessIn,
  opennessOf,
  partView,
  type View,
  wholeView,
} from './disclosure/views.ts';
import type {
  ComparisonResult,
  Discrepancy,
  NeedResult,
  ProjectAnalysis,
  RecommendResult,
  ServiceResult,
  SurveyAnalysis,
} from './results.ts';

/** Who reads: the operator on the machine, or one of the readers of RULINGS 1. */
export type Reader = 'operator' | 'team' | 'panel' | 'public' | 'library';
export const readers: readonly Reader[] = ['operator', 'team', 'panel', 'public', 'library'];

/** The copy of an analysis this reader may see: figures that are not open have null for what is hidden. */
export function disclose(analysis: ProjectAnalysis, reader: Reader): ProjectAnalysis {
  if (reader === 'operator') return analysis;
  return {
    ...analysis,
    surveys: analysis.surveys.map((survey) => discloseSurvey(survey, reader, wholeView)),
    needs: analysis.needs.map(discloseNeed),
  };
}

/**
 * The copy of one background group's figures this reader may see.
 * @param groups the whole survey split by the same question, the rest included: what is hidden here must not
 *   come back by subtracting the other groups, and the others see the same table.
 * @param chosen the place of the group in `groups`.
 */
export function discloseGroup(
  groups: readonly SurveyAnalysis[],
  chosen: number,
  reader: Reader,
): SurveyAnalysis {
  const group = groups[chosen];
  if (!group) throw new RangeError(`there is no group ${chosen}`);
  return reader === 'operator' ? group : discloseSurvey(group, reader, groupView(groups, chosen));
}

function discloseSurvey(survey: SurveyAnalysis, reader: Reader, view: View): SurveyAnalysis {
  const { coverage } = survey;
  return {
    ...survey,
    coverage: coverage && (reader === 'team' ? coverage : { ...coverage, missing: [], perDay: [] }),
    questions: survey.questions.map((question, place) =>
      discloseQuestion(question, view, ({ questions }) => questions[place], reader === 'team'),
    ),
    // Sums of cells that a group's distributions may hide would narrow them down: in crosses only the lines stand.
    highlights: view.crossed
      ? []
      : survey.highlights.map((highlight) => ({ ...highlight, share: discloseShare(highlight.share) })),
    services: survey.services.map((service, place) =>
      discloseService(service, view, ({ services }) => services[place]),
    ),
    remarks: view.crossed ? [] : survey.remarks,
    comparisons: survey.comparisons.map((comparison) => discloseComparison(comparison, view)),
    recommend: survey.recommend && discloseRecommend(survey.recommend, view),
  };
}

function discloseService(service: ServiceResult, view: View, find: Find<ServiceResult>): ServiceResult {
  const frequency = discloseDistribution(service.frequency, view, (survey) => find(survey)?.frequency);
  const mastery = discloseDistribution(service.mastery, view, (survey) => find(survey)?.mastery);
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

function discloseNeed(need: NeedResult): NeedResult {
  const sources = need.sources.map((source) => {
    const indicators = source.indicators.map((indicator) => ({
      ...indicator,
      share: discloseShare(indicator.share, indicator.crossed ? partView : wholeView),
    }));
    // With an indicator hidden, the mean of the rest and of all together would give it back.
    const hides = indicators.some(({ share }) => share.openness === 'withheld');
    return { ...source, indicators, score: hides ? null : source.score };
  });
  const hides = sources.some(({ indicators }) =>
    indicators.some(({ share }) => share.openness === 'withheld'),
  );
  return {
    ...need,
    sources,
    score: hides ? null : need.score,
    interval: hides ? null : need.interval,
    discrepancy: need.discrepancy && discloseDiscrepancy(need.discrepancy),
  };
}

function discloseDiscrepancy(discrepancy: Discrepancy): Discrepancy | null {
  const openness = opennessOf(discrepancy.n, false);
  if (openness === 'withheld' || openness === 'countOnly') return null;
  if (openness === 'full' || !discrepancy.paired) return discrepancy;
  return { ...discrepancy, paired: { ...discrepancy.paired, interval: null } };
}
