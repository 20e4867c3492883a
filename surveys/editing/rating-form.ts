// A sign that reads scales, as fields of a form and back: where the mean answer lies, or how many rate their ability below
// the importance.
import type { GapDefinition, Indicator, MeanDefinition, Selection } from '../needs-catalogue.ts';
import { type FormFields, type FormProblem, ticked } from './form-fields.ts';
import { readSelections, type SurveyChoices, selectionListFields, surveyOf } from './share-form.ts';

/** What a sign of a survey counts. */
export const measures = ['share', 'mean', 'gap'] as const;
export type Measure = (typeof measures)[number];

export function measureIn(fields: FormFields): Measure {
  return measures.find((each) => each === fields.measure) ?? 'share';
}

/** What of a sign from a survey its form asks beside the label; null for a share. */
export function ratingOf(indicator: Indicator): MeanDefinition | GapDefinition | null {
  if ('mean' in indicator) return indicator.mean;
  return 'gap' in indicator ? indicator.gap : null;
}

/** The fields of a mean or a gap. */
export function ratingFields(
  rating: MeanDefinition | GapDefinition,
  surveys: readonly SurveyChoices[],
): FormFields {
  const survey = surveyOf(rating, surveys);
  const own =
    'variable' in rating
      ? { measure: 'mean', variable: rating.variable, ...(rating.lowIsNeed ? { lowIsNeed: ticked } : {}) }
      : { measure: 'gap', importance: rating.importance, ability: rating.ability };
  return Object.assign(
    { survey: survey?.code ?? rating.survey ?? '', ...own },
    ...selectionListFields('where', rating.where, survey),
  );
}

/** The names of the scales a measure asks for. */
export const ratingNames = { share: [], mean: ['variable'], gap: ['importance', 'ability'] } as const;

/** The mean or gap the fields say, as it stands in the catalogue. */
export function readRating(
  fields: FormFields,
  measure: 'mean' | 'gap',
  surveys: readonly SurveyChoices[],
  before: MeanDefinition | GapDefinition | null,
): { readonly value: object; readonly problems: readonly FormProblem[] } {
  const chosen = surveys.find(({ code }) => code === fields.survey);
  if (!chosen) return { value: {}, problems: [wrong('survey', 'noSurvey')] };
  const where = readSelections(fields, 'where', chosen, before?.where ?? []);
  const problems = [...where.problems, ...scaleProblems(fields, measure, chosen)];
  const name = chosen === surveys[0] && before?.survey === undefined ? {} : { survey: chosen.code };
  const common: { where: readonly Selection[]; survey?: string } = { ...name, where: where.selections };
  const own =
    measure === 'mean'
      ? { variable: fields.variable, lowIsNeed: fields.lowIsNeed === ticked }
      : { importance: fields.importance, ability: fields.ability };
  return { value: { measure, [measure]: { ...common, ...own } }, problems };
}

function scaleProblems(
  fields: FormFields,
  measure: 'mean' | 'gap',
  { scales }: SurveyChoices,
): readonly FormProblem[] {
  const chosen = ratingNames[measure].map((name) => scales.find(({ code }) => code === fields[name]));
  const missing = ratingNames[measure].filter((_, place) => !chosen[place]);
  if (missing.length > 0) return missing.map((name) => wrong(name, 'noScale'));
  const [importance, ability] = chosen;
  if (measure === 'gap' && importance?.values.join() !== ability?.values.join())
    return [wrong('ability', 'scalesDiffer')];
  return [];
}

function wrong(field: string, key: string): FormProblem {
  return { field, key: `catalogue.problem.${key}`, values: {} };
}
