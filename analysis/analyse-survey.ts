// Everything there is to say about one survey, from its columns: the questions, the highlights, the advice per
// service, the remarks and the paired comparisons. Full figures; disclosure.ts decides who sees what.

import { variableNamed } from '../surveys/codebook.ts';
import type { NeedsCatalogue } from '../surveys/needs-catalogue.ts';
import { type Questionnaire, questionsOf } from '../surveys/questionnaire.ts';
import { coverageOf, type RegisterLibrary } from './coverage.ts';
import type { Dataset } from './dataset.ts';
import type { Mask } from './library-counts.ts';
import { pairsOf } from './needs/ratings.ts';
import { serviceResults } from './needs/services.ts';
import { questionResults } from './question-results.ts';
import { type Remark, remarkResults } from './remarks.ts';
import type { ComparisonResult, Filter, RecommendResult, SurveyAnalysis } from './results.ts';
import { pairedDifference } from './statistics/paired-difference.ts';
import { recommendScore } from './statistics/recommend-score.ts';
import { canCount, countShare, countVariable } from './tabulate.ts';

export interface SurveyInput {
  readonly survey: string;
  /** The project's first survey: what the catalogue means where it names none. */
  readonly main: boolean;
  readonly version: number;
  readonly questionnaire: Questionnaire;
  readonly dataset: Dataset;
  readonly remarks: readonly Remark[];
}

/**
 * The analysis of one survey.
 * @param catalogue gives highlights, service rules, coding frame and comparisons that fit this survey.
 * @param group limits the figures to a background group; see `groupsOf`.
 */
export function analyseSurvey(
  input: SurveyInput,
  catalogue: NeedsCatalogue,
  register: readonly RegisterLibrary[],
  group: Group | null = null,
): SurveyAnalysis {
  const { questionnaire, dataset } = input;
  const mask = group?.mask ?? null;
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
    responses: mask === null ? dataset.size : mask.reduce((sum, included) => sum + included, 0),
    libraries: librariesIn(dataset, mask),
    filter: group?.filter ?? null,
    coverage: group === null ? coverageOf(dataset, register) : null,
    questions: questionResults(questionnaire, dataset, mask),
    highlights: catalogue.highlights
      .filter(({ share }) => (share.survey === undefined ? input.main : share.survey === input.survey))
      .filter(({ share }) => canCount(dataset, share))
      .map(({ code, label, share }) => ({ code, label, share: countShare(dataset, share, mask).share })),
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
          paired: pairedDifference(pairsOf(dataset, comparison.before, comparison.after, 'asIs', mask)),
          openness: 'full',
        }),
      ),
    recommend:
      catalogue.recommend && has(catalogue.recommend.variable)
        ? recommendOf(dataset, catalogue.recommend.variable, mask)
        : null,
  };
}

function librariesIn(dataset: Dataset, mask: Mask): number {
  const answered = new Uint8Array(dataset.libraries.length);
  const { library } = dataset;
  for (let row = 0; row < dataset.size; row += 1) {
    const index = library[row] as number;
    if (index >= 0 && (mask === null || mask[row] === 1)) answered[index] = 1;
  }
  return answered.reduce((sum, one) => sum + one, 0);
}

/** The respondents of one background group. */
export interface Group {
  readonly filter: Filter;
  readonly mask: Uint8Array;
}

/** The register's facts, beside background questions. */
type RegisterFact = 'province' | 'sizeClass';

/**
 * All respondents split by a background question or a fact of the register: a group per code, and last the rest,
 * whose code is null: who gave no figure, or whose library is not in the register.
 * @throws RangeError when there is no such variable.
 */
export function groupsOf(
  dataset: Dataset,
  register: readonly RegisterLibrary[],
  variable: string,
): readonly Group[] {
  const { codes, groups, column } =
    variable === 'province' || variable === 'sizeClass'
      ? byLibrary(dataset, register, variable)
      : byAnswer(dataset, variable);
  const masks = [...codes, null].map(() => new Uint8Array(dataset.size));
  for (let row = 0; row < dataset.size; row += 1) {
    const group = groups[column[row] as number] ?? codes.length;
    (masks[group] as Uint8Array)[row] = 1;
  }
  return [...codes, null].map((code, index) => ({
    filter: { variable, code },
    mask: masks[index] as Uint8Array,
  }));
}

/** What splits respondents: a column, and for each number in it the place of its group among the codes. */
interface Split {
  readonly codes: readonly string[];
  /** Undefined for the rest. */
  readonly groups: readonly (number | undefined)[];
  readonly column: Uint8Array | Int32Array;
}

function byAnswer(dataset: Dataset, name: string): Split {
  const figures = variableNamed(dataset.codebook, name).categories.map(({ code, missing }) =>
    missing === null ? code : null,
  );
  const codes = figures.filter((code) => code !== null);
  return { codes, groups: placesAmong(codes, figures), column: dataset.column(name) };
}

function byLibrary(dataset: Dataset, register: readonly RegisterLibrary[], fact: RegisterFact): Split {
  const values = new Map(register.map((library) => [library.code, library[fact]]));
  const codes = [...new Set(values.values())];
  const own = dataset.libraries.map((code) => values.get(code) ?? null);
  return { codes, groups: placesAmong(codes, own), column: dataset.library };
}

function placesAmong(codes: readonly string[], found: readonly (string | null)[]): Split['groups'] {
  const places = new Map(codes.map((code, place) => [code, place]));
  return found.map((code) => (code === null ? undefined : places.get(code)));
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
