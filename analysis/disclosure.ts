// The only door figures leave by: what a reader may see of an analysis (RULINGS 1-4). One table on the base of a
// figure; in crosses small cells go too, with enough others that subtraction does not give them back.
import type { MissingCounts, Openness, Share } from './figure.ts';
import type {
  ComparisonResult,
  Discrepancy,
  Distribution,
  NeedResult,
  ProjectAnalysis,
  QuestionResult,
  RecommendResult,
  ServiceResult,
  Summary,
  SurveyAnalysis,
} from './results.ts';
import { suppressRow } from './statistics/suppress-row.ts';

/** Who reads: the operator on the machine, or one of the readers of RULINGS 1. */
export type Reader = 'operator' | 'team' | 'panel' | 'public' | 'library';
export const readers: readonly Reader[] = ['operator', 'team', 'panel', 'public', 'library'];

/** The table of RULINGS 2, printed in the notice and the method note. */
export const minimums = {
  anything: 5,
  distribution: 8,
  cross: 10,
  verdict: 20,
  libraries: 3,
  cell: 5,
} as const;

/** How open a figure on this base is; a figure crossed with background is all or nothing below the verdict base. */
export function opennessOf(base: number | null, crossed: boolean): Openness {
  if (base === null || base < (crossed ? minimums.cross : minimums.anything)) return 'withheld';
  if (base < minimums.distribution) return 'countOnly';
  return base < minimums.verdict ? 'smallGroup' : 'full';
}

/**
 * The copy of an analysis this reader may see: figures that are not open have null for what is hidden.
 * @param whole the same project without filters, against which a filtered view must not be subtractable.
 */
export function disclose(
  analysis: ProjectAnalysis,
  reader: Reader,
  whole: ProjectAnalysis = analysis,
): ProjectAnalysis {
  if (reader === 'operator') return analysis;
  return {
    ...analysis,
    surveys: analysis.surveys.map((survey, index) =>
      discloseSurvey(survey, reader, whole.surveys[index] ?? survey),
    ),
    needs: analysis.needs.map(discloseNeed),
  };
}

function discloseSurvey(survey: SurveyAnalysis, reader: Reader, whole: SurveyAnalysis): SurveyAnalysis {
  const crossed = survey.filters.length > 0;
  const view: View = { crossed, refused: crossed && refusesView(survey, whole) };
  const wholeQuestion = new Map(whole.questions.map((question) => [question.code, question]));
  return {
    ...survey,
    coverage:
      survey.coverage &&
      (reader === 'team' ? survey.coverage : { ...survey.coverage, missing: [], perDay: [] }),
    questions: survey.questions.map((question) =>
      discloseQuestion(question, wholeQuestion.get(question.code), view),
    ),
    highlights: survey.highlights.map((highlight, index) => ({
      ...highlight,
      share: discloseShare(highlight.share, view, whole.highlights[index]?.share),
    })),
    services: survey.services.map((service, index) => discloseService(service, view, whole.services[index])),
    remarks: crossed ? [] : survey.remarks,
    comparisons: survey.comparisons.map((comparison) => discloseComparison(comparison, view)),
    recommend: survey.recommend && discloseRecommend(survey.recommend, view),
  };
}

/** What holds for the whole view: whether it is a cross, and whether nothing of it may be shown. */
interface View {
  readonly crossed: boolean;
  readonly refused: boolean;
}

/** A filtered group of too few people or libraries, or one that leaves out too few. */
function refusesView(survey: SurveyAnalysis, whole: SurveyAnalysis): boolean {
  const left = whole.responses - survey.responses;
  const aboutLibraries = survey.filters.some(
    ({ variable }) => variable === 'province' || variable === 'sizeClass',
  );
  return (
    survey.responses < minimums.cross ||
    (left > 0 && left < minimums.cell) ||
    (aboutLibraries && survey.libraries < minimums.libraries)
  );
}

function discloseQuestion(
  question: QuestionResult,
  whole: QuestionResult | undefined,
  view: View,
): QuestionResult {
  switch (question.kind) {
    case 'text':
      return { ...question, given: discloseShare(question.given, view, wholeOfKind(whole, 'text')?.given) };
    case 'distributions': {
      const of = wholeOfKind(whole, 'distributions')?.distributions;
      return {
        ...question,
        distributions: question.distributions.map((one, index) =>
          discloseDistribution(one, view, of?.[index]),
        ),
      };
    }
    case 'choices': {
      const of = wholeOfKind(whole, 'choices')?.choices;
      const openness = opennessIn(question.base, view);
      return {
        ...question,
        openness,
        base: openness === 'withheld' ? null : question.base,
        missing: openMissing(question.missing, openness, view),
        mentions: view.crossed || openness === 'withheld' ? null : question.mentions,
        choices: question.choices.map((choice, index) => {
          const share = distributionShare(choice.share, view, of?.[index]?.share);
          const hidden = share.openness === 'withheld';
          return {
            ...choice,
            share,
            ofAsked: hidden
              ? withheld(choice.ofAsked)
              : distributionShare(choice.ofAsked, view, of?.[index]?.ofAsked),
            ofMentions: view.crossed || hidden ? null : choice.ofMentions,
          };
        }),
      };
    }
    case 'ranking': {
      const of = wholeOfKind(whole, 'ranking')?.options;
      const openness = opennessIn(question.base, view);
      return {
        ...question,
        openness,
        base: openness === 'withheld' ? null : question.base,
        missing: openMissing(question.missing, openness, view),
        options: question.options.map((option, index) => {
          const inTop = distributionShare(option.inTop, view, of?.[index]?.inTop);
          return {
            ...option,
            inTop,
            first: distributionShare(option.first, view, of?.[index]?.first),
            meanPlace: inTop.openness === 'withheld' || view.crossed ? null : option.meanPlace,
          };
        }),
      };
    }
  }
}

function wholeOfKind<K extends QuestionResult['kind']>(whole: QuestionResult | undefined, kind: K) {
  // The comparison proves the kind; TypeScript does not narrow a union by a type parameter.
  return whole?.kind === kind ? (whole as Extract<QuestionResult, { kind: K }>) : undefined;
}

function opennessIn(base: number | null, view: View): Openness {
  return view.refused ? 'withheld' : opennessOf(base, view.crossed);
}

/** A single share: below the base for a distribution its count may stand alone. */
export function discloseShare(
  share: Share,
  view: View = { crossed: false, refused: false },
  whole?: Share,
): Share {
  const missing = view.crossed ? null : share.missing;
  // Interviews are always told as counts, however few were asked about a need (RULINGS 3).
  if (share.unit === 'interviews') {
    return { ...share, estimate: null, interval: null, missing, openness: 'countOnly' };
  }
  const openness = opennessIn(share.base, view);
  if (openness === 'withheld' || (view.crossed && givesAwayCell(share, whole))) return withheld(share);
  if (openness === 'countOnly') {
    return { ...share, estimate: null, interval: null, missing, openness: 'countOnly' };
  }
  return { ...share, interval: openness === 'full' ? share.interval : null, missing, openness };
}

/** A share that is one line of a distribution: nothing of it below the base of a distribution. */
function distributionShare(share: Share, view: View, whole: Share | undefined): Share {
  const open = discloseShare(share, view, whole);
  return open.openness === 'countOnly' ? withheld(share) : open;
}

/** Whether a crossed share shows 1-4 people: in the group, its complement, or the rest of the whole survey. */
function givesAwayCell(share: Share, whole: Share | undefined): boolean {
  const [count, base] = [share.count ?? 0, share.base ?? 0];
  const cells = [count, base - count];
  if (whole) cells.push((whole.count ?? 0) - count, (whole.base ?? 0) - (whole.count ?? 0) - (base - count));
  return cells.some(isSmall);
}

function isSmall(count: number): boolean {
  return count > 0 && count < minimums.cell;
}

function withheld(share: Share): Share {
  return {
    ...share,
    count: null,
    base: null,
    estimate: null,
    interval: null,
    missing: null,
    openness: 'withheld',
  };
}

function openMissing(missing: MissingCounts | null, openness: Openness, view: View): MissingCounts | null {
  return openness === 'withheld' || view.crossed ? null : missing;
}

function discloseDistribution(
  distribution: Distribution,
  view: View,
  whole: Distribution | undefined,
): Distribution {
  const openness = opennessIn(distribution.base, view);
  const shown = openness === 'full' || openness === 'smallGroup';
  const hidden = view.crossed ? hiddenCells(distribution, whole) : new Set<number>();
  return {
    ...distribution,
    openness,
    base: openness === 'withheld' ? null : distribution.base,
    missing: openMissing(distribution.missing, openness, view),
    categories: distribution.categories.map((category, index) => ({
      ...category,
      share:
        !shown || hidden.has(index)
          ? withheld(category.share)
          : {
              ...category.share,
              openness,
              interval: openness === 'full' ? category.share.interval : null,
              missing: null,
            },
    })),
    missingCategories: distribution.missingCategories.map((category) => ({
      ...category,
      count: openness === 'withheld' || view.crossed ? null : category.count,
    })),
    // A mean of a row with hidden cells would give them back.
    summary: hidden.size > 0 ? null : discloseSummary(distribution.summary, openness),
  };
}

/** Small cells of the row, of what is left of the whole survey, and their complements. */
function hiddenCells(distribution: Distribution, whole: Distribution | undefined): ReadonlySet<number> {
  const counts = distribution.categories.map(({ share }) => share.count ?? 0);
  const rest = counts.map((count, index) => (whole?.categories[index]?.share.count ?? count) - count);
  // A row whose every answer is the same says it of each person in it (METHODS A11).
  const everybody =
    counts.filter((count) => count > 0).length === 1 && (distribution.base ?? 0) < minimums.verdict;
  const all = everybody ? counts.map((_, index) => index) : [];
  return new Set([...suppressRow(counts), ...suppressRow(rest), ...all]);
}

function discloseSummary(summary: Summary | null, openness: Openness): Summary | null {
  if (!summary || openness === 'withheld' || openness === 'countOnly') return null;
  const open = opennessOf(summary.n, false);
  if (open === 'withheld' || open === 'countOnly') return null;
  return {
    ...summary,
    interval: open === 'full' ? summary.interval : null,
    topTwo: discloseShare(summary.topTwo),
    bottomTwo: discloseShare(summary.bottomTwo),
  };
}

function discloseService(
  service: ServiceResult,
  view: View,
  whole: ServiceResult | undefined,
): ServiceResult {
  const frequency = discloseDistribution(service.frequency, view, whole?.frequency);
  const mastery = discloseDistribution(service.mastery, view, whole?.mastery);
  const verdicts = view.crossed ? [] : service.verdicts;
  const open = frequency.openness === 'full' && mastery.openness === 'full';
  return {
    ...service,
    frequency,
    mastery,
    frequent: discloseShare(service.frequent, view, whole?.frequent),
    verdicts,
    noVerdict: view.crossed ? 'tooFew' : service.noVerdict,
    priority: {
      notIndependent: open && !view.crossed ? service.priority.notIndependent : null,
      needing: discloseShare(service.priority.needing, view, whole?.priority.needing),
      score: open && !view.crossed ? service.priority.score : null,
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
      share: discloseShare(indicator.share, { crossed: indicator.crossed, refused: false }),
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
