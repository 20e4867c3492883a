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
  RankShare,
  RecommendResult,
  ServiceResult,
  Summary,
  SurveyAnalysis,
} from './results.ts';
import { suppressTable } from './statistics/suppress-table.ts';

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

/** What holds for a view: whether it is a cross, whether nothing of it may be shown, and which cells may not. */
interface View {
  readonly crossed: boolean;
  readonly refused: boolean;
  /** Which cells of a line of counts are hidden; `cells` finds the same line in any group of the survey. */
  hidden(cells: (survey: SurveyAnalysis) => readonly number[]): ReadonlySet<number>;
}

const none: ReadonlySet<number> = new Set();
const wholeView: View = { crossed: false, refused: false, hidden: () => none };
/** A cross whose other side nobody asked about, such as an indicator among starters. */
const partView: View = {
  crossed: true,
  refused: false,
  hidden: () => none,
};

function groupView(groups: readonly SurveyAnalysis[], chosen: number): View {
  const all = groups.reduce((sum, { responses }) => sum + responses, 0);
  const refused = groups.map((group) => refusesGroup(group, all));
  return {
    crossed: true,
    refused: refused[chosen] ?? true,
    hidden: (cells) => {
      const rows = groups.map(cells);
      const small = rows.map((row, group) => refused[group] || sumOf(row) < minimums.cross);
      const own = rows[chosen] ?? [];
      // A row whose every answer is the same says it of each person in it (METHODS A11).
      const alike = own.filter((count) => count > 0).length === 1 && sumOf(own) < minimums.verdict;
      return alike ? new Set(own.keys()) : (suppressTable(rows, small, minimums.cell)[chosen] ?? none);
    },
  };
}

/** A group of too few people or libraries, or one that leaves out too few. */
function refusesGroup({ responses, libraries, filter }: SurveyAnalysis, all: number): boolean {
  const aboutLibraries = filter?.variable === 'province' || filter?.variable === 'sizeClass';
  return (
    responses < minimums.cross ||
    (all - responses > 0 && all - responses < minimums.cell) ||
    (aboutLibraries && libraries < minimums.libraries)
  );
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function discloseSurvey(survey: SurveyAnalysis, reader: Reader, view: View): SurveyAnalysis {
  const { coverage } = survey;
  return {
    ...survey,
    coverage: coverage && (reader === 'team' ? coverage : { ...coverage, missing: [], perDay: [] }),
    questions: survey.questions.map((question, place) =>
      discloseQuestion(question, view, ({ questions }) => questions[place]),
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

/** Finds in any group of the survey what is disclosed here. */
type Find<T> = (survey: SurveyAnalysis) => T | undefined;

function discloseQuestion(question: QuestionResult, view: View, find: Find<QuestionResult>): QuestionResult {
  switch (question.kind) {
    case 'text':
      return {
        ...question,
        given: discloseShare(question.given, view, (survey) => ofKind(find(survey), 'text')?.given),
      };
    case 'distributions':
      return {
        ...question,
        distributions: question.distributions.map((one, place) =>
          discloseDistribution(
            one,
            view,
            (survey) => ofKind(find(survey), 'distributions')?.distributions[place],
          ),
        ),
      };
    case 'choices': {
      const openness = opennessIn(question.base, view);
      return {
        ...question,
        openness,
        base: openness === 'withheld' ? null : question.base,
        missing: openMissing(question.missing, openness, view),
        mentions: view.crossed || openness === 'withheld' ? null : question.mentions,
        choices: question.choices.map((choice, place) => {
          const share = lineShare(
            choice.share,
            view,
            (survey) => ofKind(find(survey), 'choices')?.choices[place]?.share,
          );
          const hidden = view.crossed || share.openness === 'withheld';
          return {
            ...choice,
            share,
            ofAsked: hidden ? withheld(choice.ofAsked) : lineShare(choice.ofAsked, view),
            ofMentions: hidden ? null : choice.ofMentions,
          };
        }),
      };
    }
    case 'ranking': {
      const openness = opennessIn(question.base, view);
      return {
        ...question,
        openness,
        base: openness === 'withheld' ? null : question.base,
        missing: openMissing(question.missing, openness, view),
        options: question.options.map((option, place) => {
          const same: Find<RankShare> = (survey) => ofKind(find(survey), 'ranking')?.options[place];
          const inTop = lineShare(option.inTop, view, (survey) => same(survey)?.inTop);
          return {
            ...option,
            inTop,
            first: lineShare(option.first, view, (survey) => same(survey)?.first),
            meanPlace: inTop.openness === 'withheld' || view.crossed ? null : option.meanPlace,
          };
        }),
      };
    }
  }
}

function ofKind<K extends QuestionResult['kind']>(question: QuestionResult | undefined, kind: K) {
  // The comparison proves the kind; TypeScript does not narrow a union by a type parameter.
  return question?.kind === kind ? (question as Extract<QuestionResult, { kind: K }>) : undefined;
}

function opennessIn(base: number | null, view: View): Openness {
  return view.refused ? 'withheld' : opennessOf(base, view.crossed);
}

/** A single share: below the base for a distribution its count may stand alone. */
export function discloseShare(share: Share, view: View = wholeView, find?: Find<Share>): Share {
  const missing = view.crossed ? null : share.missing;
  // Interviews are always told as counts, however few were asked about a need (RULINGS 3).
  if (share.unit === 'interviews') {
    return { ...share, estimate: null, interval: null, missing, openness: 'countOnly' };
  }
  const openness = opennessIn(share.base, view);
  if (openness === 'withheld' || (view.crossed && givesAwayCell(share, view, find))) return withheld(share);
  if (openness === 'countOnly') {
    return { ...share, estimate: null, interval: null, missing, openness: 'countOnly' };
  }
  return { ...share, interval: openness === 'full' ? share.interval : null, missing, openness };
}

/** A share that is one line of a distribution: nothing of it below the base of a distribution. */
function lineShare(share: Share, view: View, find?: Find<Share>): Share {
  const open = discloseShare(share, view, find);
  return open.openness === 'countOnly' ? withheld(share) : open;
}

/** Whether a crossed share shows 1-4 people who have it or have it not, here or by subtracting the other groups. */
function givesAwayCell(share: Share, view: View, find: Find<Share> | undefined): boolean {
  const hidden = find ? view.hidden((survey) => bothSides(find(survey))).size > 0 : false;
  return hidden || bothSides(share).some(isSmall);
}

function bothSides(share: Share | undefined): readonly number[] {
  const [count, base] = [share?.count ?? 0, share?.base ?? 0];
  return [count, base - count];
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
  find: Find<Distribution>,
): Distribution {
  const openness = opennessIn(distribution.base, view);
  const shown = openness === 'full' || openness === 'smallGroup';
  const hidden = view.hidden((survey) => countsOf(find(survey)));
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

function countsOf(distribution: Distribution | undefined): readonly number[] {
  return distribution?.categories.map(({ share }) => share.count ?? 0) ?? [];
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
