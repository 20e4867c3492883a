// Everything there is to say about one survey, from its columns: the questions, the highlights, the advice per
// service, the remarks and the paired comparisons. Full figures; disclosure.ts decides who sees what.

import type { NeedsCatalogue } from '../surveys/needs-catalogue.ts';
import { type Questionnaire, questionsOf } from '../surveys/questionnaire.ts';
import { type Answered, answersFor } from './answered.ts';
import { coverageOf, type RegisterLibrary } from './coverage.ts';
import type { Dataset } from './dataset.ts';
import { hidesSign } from './disclosure/signs.ts';
import { maskOf } from './explore/splits.ts';
import type { Mask } from './library-counts.ts';
import { pairedRatings } from './needs/ratings.ts';
import { serviceResults } from './needs/services.ts';
import { questionResults } from './question-results.ts';
import { type Remark, remarkResults } from './remarks.ts';
import type { ComparisonResult, Filter, RecommendResult, SurveyAnalysis } from './results/survey.ts';
import { rowsIn } from './row-codes.ts';
import { canCount } from './selected-rows.ts';
import { recommendScore } from './statistics/recommend-score.ts';
import { countShare, countVariable } from './tabulate.ts';

export interface SurveyInput extends Answered {
  readonly survey: string;
  /** The project's first survey: what the catalogue means where it names none. */
  readonly main: boolean;
  readonly version: number;
  readonly questionnaire: Questionnaire;
  readonly remarks: readonly Remark[];
}

/**
 * The analysis of one survey.
 * @param catalogue gives highlights, service rules, coding frame and comparisons that fit this survey.
 * @param filters limit the figures to background groups, two at most.
 */
export function analyseSurvey(
  input: SurveyInput,
  catalogue: NeedsCatalogue,
  register: readonly RegisterLibrary[],
  filters: readonly Filter[] = [],
): SurveyAnalysis {
  const { questionnaire, dataset } = input;
  const mask = maskOf(dataset, register, filters);
  const has = (name: string) => dataset.codebook.position.has(name);
  const remarks = remarksInMask(dataset, input.remarks, mask);
  const coded = catalogue.coding && {
    ...catalogue.coding,
    questions: catalogue.coding.questions.filter(has),
  };
  const hasServices =
    catalogue.services !== undefined &&
    questionsOf(questionnaire).some(
      (question) =>
        question.type === 'grid' &&
        question.scales.some(({ variable }) => variable === catalogue.services?.frequency),
    );
  return {
    survey: input.survey,
    title: questionnaire.title,
    version: input.version,
    responses: mask === null ? dataset.size : rowsIn(mask).length,
    libraries: librariesIn(dataset, mask),
    ...(dataset.unreadable.length > 0 ? { unreadable: dataset.unreadable.length } : {}),
    ...(input.groups ? { groups: input.groups.size } : {}),
    filters,
    coverage: mask === null ? coverageOf(dataset, register) : null,
    questions: questionResults(questionnaire, dataset, mask),
    highlights: catalogue.highlights
      .filter(({ share }) => (share.survey === undefined ? input.main : share.survey === input.survey))
      .filter(({ share }) => canCount(dataset, share))
      .map(({ code, label, share }) => ({
        code,
        label,
        share: countShare(answersFor(share.where, input), share, mask).share,
        crossed: share.where.length > 0,
        hidden: hidesSign(share, { ...input, register, background: catalogue.background }),
      })),
    services:
      hasServices && catalogue.services
        ? serviceResults(questionnaire, catalogue.services, dataset, mask)
        : [],
    remarks: coded ? remarkResults(coded, dataset, remarks, mask) : [],
    comparisons: catalogue.comparisons
      .filter(({ before, after }) => has(before) && has(after))
      .map(
        (comparison): ComparisonResult => ({
          ...comparison,
          paired: pairedRatings(dataset, comparison.before, comparison.after, 'asIs', mask),
          openness: 'full',
        }),
      ),
    recommend:
      catalogue.recommend && has(catalogue.recommend.variable)
        ? recommendOf(dataset, catalogue.recommend.variable, mask)
        : null,
  };
}

function librariesIn({ library, libraries }: Dataset, mask: Mask): number {
  if (mask === null) return libraries.length;
  const answered = new Uint8Array(libraries.length);
  for (const row of rowsIn(mask)) {
    const index = library[row] as number;
    if (index >= 0) answered[index] = 1;
  }
  return answered.reduce((sum, one) => sum + one, 0);
}

function remarksInMask(dataset: Dataset, remarks: readonly Remark[], mask: Mask): readonly Remark[] {
  if (mask === null) return remarks;
  return remarks.filter(({ response }) => mask[dataset.rowOf(response)] === 1);
}

function recommendOf(dataset: Dataset, name: string, mask: Mask): RecommendResult | null {
  const { variable, categories } = countVariable(dataset, name, mask);
  const ratings = Array.from({ length: 11 }, (_, rating) => {
    const index = variable.categories.findIndex(({ value, missing }) => value === rating && missing === null);
    return categories[index] ?? 0;
  });
  const score = recommendScore(ratings);
  if (!score) return null;
  const { base, promoters, passives, detractors, estimate, interval } = score;
  return { variable: name, n: base, promoters, passives, detractors, score: estimate, interval };
}
