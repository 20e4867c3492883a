// Which results stand as charts with a need, and the words a share may be given: both chosen by data of the project.
import type { NeedsCatalogue } from '../../surveys/needs-catalogue.ts';
import type { Text } from '../../surveys/questionnaire.ts';
import { wholePercent } from '../chart.ts';
import type { Share } from '../figure.ts';
import type { NeedResult } from '../results/needs.ts';
import type { RemarksResult, SurveyAnalysis } from '../results/survey.ts';
import type { SideBySideResult } from '../side-by-side/results.ts';
import { type ReportChart, type ReportRemarks, ReportTemplateMistake, type WordedShare } from './model.ts';

/**
 * The charts of a need by the codes the report template names: a question, one variable of a question, a coded open
 * question (several together make one chart), a comparison, or what the catalogue puts side by side.
 * @throws ReportTemplateMistake when no survey of the project has such a result.
 */
export function chartsOf(
  surveys: readonly SurveyAnalysis[],
  codes: readonly string[],
  beside: readonly SideBySideResult[] = [],
): readonly ReportChart[] {
  const remarks = codes.flatMap((code) => remarksNamed(surveys, code) ?? []);
  let remarksShown = false;
  return codes.flatMap((code): readonly ReportChart[] => {
    if (remarksNamed(surveys, code)) {
      if (remarksShown) return [];
      remarksShown = true;
      return [{ kind: 'remarks', code, remarks: remarks.map(withoutCross) }];
    }
    const own = beside.find((result) => result.code === code);
    return [own ? { kind: 'beside', code, beside: own } : chartNamed(surveys, code)];
  });
}

function remarksNamed(surveys: readonly SurveyAnalysis[], code: string): RemarksResult | undefined {
  return surveys.flatMap((survey) => survey.remarks).find((result) => result.question === code);
}

function chartNamed(surveys: readonly SurveyAnalysis[], code: string): ReportChart {
  for (const survey of surveys) {
    const comparison = survey.comparisons.find((result) => result.code === code);
    if (comparison) return { kind: 'comparison', code, comparison };
    for (const result of survey.questions) {
      if (result.kind === 'text') continue;
      if (result.code === code) return { kind: 'question', code, result };
      if (result.kind !== 'distributions') continue;
      // A question of a grid with two scales is named by its variable; a row by `<variable>.<row>`.
      const distributions = result.distributions.filter(
        ({ variable }) => variable === code || variable.startsWith(`${code}.`),
      );
      if (distributions.length > 0) return { kind: 'question', code, result: { ...result, distributions } };
    }
  }
  throw new ReportTemplateMistake('chart', code);
}

/** Remarks as a report keeps them. */
export function withoutCross({ cross: _cross, uncoded: _uncoded, ...remarks }: RemarksResult): ReportRemarks {
  return remarks;
}

/** The word the catalogue suggests for the size of a share: the first that fits; null when none does or nothing may be said. */
export function wordFor(share: Share, verbal: NeedsCatalogue['verbal']): Text | null {
  if (share.estimate === null || share.openness !== 'full') return null;
  // The figure is printed in whole percent, so the word must fit what is read.
  const percent = wholePercent(share.estimate);
  const fits = verbal.find(
    ({ from, to, above }) => (above ? percent > from : percent >= from) && percent <= to,
  );
  return fits?.label ?? null;
}

/** The strongest sign from the survey, or else from any other source: the figure beside a need's name. */
export function leadingShare(need: NeedResult, verbal: NeedsCatalogue['verbal']): WordedShare | null {
  const shown = need.sources
    .flatMap(({ kind, indicators }) => indicators.map((indicator) => ({ kind, ...indicator })))
    .filter(({ share }) => share.estimate !== null);
  const fromSurvey = shown.filter(({ kind }) => kind === 'survey');
  const [first] = [...(fromSurvey.length > 0 ? fromSurvey : shown)].sort(
    (a, b) => (b.share.estimate ?? 0) - (a.share.estimate ?? 0),
  );
  return first ? { label: first.label, share: first.share, word: wordFor(first.share, verbal) } : null;
}
