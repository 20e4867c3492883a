// The figures of a survey and of a whole project as lines of an open table, from the copy its reader may see.
import type { NeedResult, NeedSource } from '../results/needs.ts';
import type { ProjectAnalysis } from '../results/project.ts';
import type {
  ComparisonResult,
  Coverage,
  RecommendResult,
  RemarksResult,
  ServiceResult,
  SurveyAnalysis,
} from '../results/survey.ts';
import { about, countRow, type FigureRow, opennessBy, shareRow, valueRow } from './figure-row.ts';
import { rowsOfQuestion } from './question-rows.ts';

/** Every figure of the analysis. */
export function rowsOfProject({ surveys, needs }: ProjectAnalysis): readonly FigureRow[] {
  return [...surveys.flatMap(rowsOfSurvey), ...needs.flatMap(rowsOfNeed)];
}

function rowsOfSurvey(analysis: SurveyAnalysis): readonly FigureRow[] {
  const { survey, coverage, questions, highlights, services, remarks, comparisons, recommend } = analysis;
  const whole = about('coverage', { survey, label: analysis.title });
  return [
    countRow(whole, 'responses', { count: analysis.responses, unit: 'respondents', openness: 'full' }),
    ...(coverage ? rowsOfCoverage(coverage, survey) : []),
    ...questions.flatMap((question) => rowsOfQuestion(question, { survey })),
    ...highlights.map(({ code, label, share }) =>
      shareRow(about('highlight', { survey, code, label }), 'share', share),
    ),
    ...services.flatMap((service) => rowsOfService(service, survey)),
    ...remarks.flatMap((one) => rowsOfRemarks(one, survey)),
    ...comparisons.flatMap((one) => rowsOfComparison(one, survey)),
    ...(recommend ? rowsOfRecommend(recommend, survey) : []),
  ];
}

/** Libraries that answered, whole and by group of the register. */
export function rowsOfCoverage(
  coverage: Pick<Coverage, 'libraries' | 'byProvince' | 'bySizeClass'>,
  survey: string,
): readonly FigureRow[] {
  const groups = [
    ...coverage.byProvince.map((group) => ({ by: 'province', ...group })),
    ...coverage.bySizeClass.map((group) => ({ by: 'sizeClass', ...group })),
  ];
  return [
    shareRow(about('coverage', { survey }), 'share', coverage.libraries),
    ...groups.map(({ by, group, share }) =>
      shareRow(about('coverage', { survey, by, group }), 'share', share),
    ),
  ];
}

/** What the advice about a service rests on; how often each answer was given stands with the questions. */
export function rowsOfService(service: ServiceResult, survey: string): readonly FigureRow[] {
  const { code, label, frequent, priority, verdicts } = service;
  const own = about('service', { survey, code, label });
  const rests = [frequent, priority.needing];
  return [
    shareRow(own, 'frequent', frequent),
    shareRow(own, 'needing', priority.needing),
    valueRow(own, 'notIndependent', priority.notIndependent, opennessBy(rests, priority.notIndependent)),
    valueRow(own, 'priority', priority.score, opennessBy(rests, priority.score)),
    ...verdicts.flatMap((verdict) =>
      verdict.conditions.map(({ label: condition, share }) =>
        shareRow(
          { ...own, item: condition, answer: verdict.code, answerLabel: verdict.label },
          'verdict',
          share,
        ),
      ),
    ),
  ];
}

/** Coded remarks: shares of remarks, of who wrote and of everybody are three figures. */
export function rowsOfRemarks(
  remarks: Pick<RemarksResult, 'question' | 'label' | 'given' | 'services' | 'themes'>,
  survey: string,
): readonly FigureRow[] {
  const own = about('remarks', { survey, code: remarks.question, label: remarks.label });
  const codes = [
    ...remarks.services.map((code) => ({ by: 'service', ...code })),
    ...remarks.themes.map((code) => ({ by: 'theme', ...code })),
  ];
  return [
    shareRow(own, 'given', remarks.given),
    ...codes.flatMap(({ by, code, label, ofRemarks, ofRespondents, ofEverybody }) => {
      const of = { ...own, by, answer: code, answerLabel: label };
      return [
        shareRow(of, 'shareOfRemarks', ofRemarks),
        shareRow(of, 'shareOfWriters', ofRespondents),
        shareRow(of, 'shareOfEverybody', ofEverybody),
      ];
    }),
  ];
}

/** Two ratings by the same persons. */
export function rowsOfComparison(one: ComparisonResult, survey: string): readonly FigureRow[] {
  const { code, label, before, after, paired, openness } = one;
  const own = about('comparison', { survey, code, label, variable: `${before} → ${after}` });
  const base = paired?.base ?? null;
  return [
    valueRow(own, 'meanBefore', paired?.firstMean ?? null, openness, { base }),
    valueRow(own, 'meanAfter', paired?.secondMean ?? null, openness, { base }),
    valueRow(own, 'meanDifference', paired?.estimate ?? null, openness, {
      base,
      interval: paired?.interval ?? null,
    }),
  ];
}

export function rowsOfRecommend(recommend: RecommendResult, survey: string): readonly FigureRow[] {
  const { variable, n, score, interval } = recommend;
  const own = about('recommend', { survey, code: variable, variable });
  const counts = ['promoters', 'passives', 'detractors'] as const;
  return [
    ...counts.map((statistic) =>
      countRow(own, statistic, {
        count: recommend[statistic],
        base: n,
        unit: 'respondents',
        openness: 'full',
      }),
    ),
    valueRow(own, 'score', score, n === null ? 'withheld' : 'full', { base: n, interval }),
  ];
}

function sharesOf({ indicators }: Pick<NeedSource, 'indicators'>) {
  return indicators.map(({ share }) => share);
}

type NeedFigures = Pick<NeedResult, 'code' | 'label' | 'score' | 'interval'> & {
  readonly sources: readonly NeedSource[];
};

/** The score of a need opened into its sources and signs. */
export function rowsOfNeed({ code, label, score, interval, sources }: NeedFigures): readonly FigureRow[] {
  const own = about('need', { code, label });
  return [
    valueRow(own, 'score', score, opennessBy(sources.flatMap(sharesOf), score), { interval }),
    ...sources.flatMap(({ kind, score: ofSource, indicators }) => [
      valueRow({ ...own, by: kind }, 'score', ofSource, opennessBy(sharesOf({ indicators }), ofSource)),
      ...indicators.map((indicator) =>
        shareRow({ ...own, by: kind, item: indicator.label }, 'share', indicator.share),
      ),
    ]),
  ];
}
