// What each level requires, to read and, until the first answers can come, to change: moving it afterwards would tell what
// few people answered (docs/rules.md, Subtraction).
import { codebookOf } from '../../../surveys/codebook.ts';
import type { NeedsCatalogue } from '../../../surveys/needs-catalogue.ts';
import { inLanguage, optionsOf, type Questionnaire, questionsOf } from '../../../surveys/questionnaire.ts';
import type { SideBySideOf } from '../../../surveys/side-by-side.ts';
import type { Survey } from '../../db/surveys.ts';
import { editionOf } from '../../operations/edition.ts';
import type { Message } from '../../texts.ts';
import type { Words } from './workspace.ts';

type Required = SideBySideOf<'required'>;
export type LevelMistake = Message & { readonly field: string };

export interface RequiredLevels {
  readonly code: string;
  readonly name: string;
  readonly levels: readonly { readonly field: string; readonly label: string; readonly value: string }[];
  /** Where the form goes; null once answers can come. */
  readonly change: string | null;
  readonly edition: string;
  readonly lowest: number;
  readonly highest: number;
  readonly mistakes: readonly LevelMistake[];
}

/** What was typed in one of the forms, and what is wrong with it. */
export interface TypedLevels {
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
  readonly mistakes: readonly LevelMistake[];
}

/** As people write a number: nothing that only a computer would read as one. */
const plainNumber = /^-?\d+(?:[.,]\d+)?$/;

/** The requirements of a project that are about this survey. */
export function requirementsOf(catalogue: NeedsCatalogue, survey: Survey): readonly Required[] {
  return catalogue.sideBySide.flatMap((one) =>
    one.kind === 'required' && (one.survey ?? survey.code) === survey.code ? [one] : [],
  );
}

/** Each requirement level by level, with what was typed just now in its place. */
export function requiredLevels(
  project: string,
  catalogue: NeedsCatalogue,
  survey: Survey,
  typed: TypedLevels | null,
  words: Words,
): readonly RequiredLevels[] {
  const { questionnaire, state } = survey;
  return requirementsOf(catalogue, survey).map((declared) => {
    const { code, label, required } = declared;
    const own = typed?.code === code ? typed : null;
    const [lowest, highest] = boundsOf(questionnaire, declared);
    return {
      code,
      name: inLanguage(label, words.language),
      levels: levelsOf(questionnaire, declared).map((level) => ({
        field: fieldOfLevel(code, level.code),
        label: inLanguage(level.label, words.language),
        value: own ? (own.values[level.code] ?? '') : String(required[level.code] ?? ''),
      })),
      change: state === 'draft' ? `/team/${project}/side-by-side/required/${code}` : null,
      edition: editionOf(required),
      lowest,
      highest,
      mistakes: own?.mistakes ?? [],
    };
  });
}

/**
 * The requirements a form asks for: a number on the scale of the answers, or nothing, so that a level is not counted.
 * @param fields what was typed, by the name of the field.
 */
export function readLevels(
  questionnaire: Questionnaire,
  declared: Required,
  fields: Readonly<Record<string, string>>,
): TypedLevels & { readonly required: Required['required'] } {
  const [lowest, highest] = boundsOf(questionnaire, declared);
  const typed = levelsOf(questionnaire, declared).map(({ code }) => {
    const field = fieldOfLevel(declared.code, code);
    const value = (fields[field] ?? '').trim();
    const number = Number(value.replace(',', '.'));
    const right = value === '' || (plainNumber.test(value) && number >= lowest && number <= highest);
    return { code, field, value, number, right };
  });
  return {
    code: declared.code,
    values: Object.fromEntries(typed.map(({ code, value }) => [code, value])),
    mistakes: typed
      .filter(({ right }) => !right)
      .map(({ field }) => ({ field, key: 'side-by-side.required.mistake', values: { lowest, highest } })),
    required: Object.fromEntries(
      typed.filter(({ value }) => value !== '').map(({ code, number }) => [code, number]),
    ),
  };
}

/** The same catalogue with these requirements. */
export function withRequired(
  catalogue: NeedsCatalogue,
  code: string,
  required: Required['required'],
): NeedsCatalogue {
  return {
    ...catalogue,
    sideBySide: catalogue.sideBySide.map((one) =>
      one.kind === 'required' && one.code === code ? { ...one, required } : one,
    ),
  };
}

function fieldOfLevel(code: string, level: string): string {
  return `required-${code}-${level}`;
}

/** The answers that say a level; one that is missing ("weet ik niet") is none. */
function levelsOf(questionnaire: Questionnaire, { level }: Required) {
  const question = questionsOf(questionnaire).find(({ code }) => code === level);
  if (!question || question.type === 'grid' || !('options' in question)) return [];
  return optionsOf(questionnaire, question).filter(({ missing }) => missing === undefined);
}

/** The ends of the scale that is held against the requirement. */
function boundsOf(questionnaire: Questionnaire, { ability, bundles }: Required): readonly [number, number] {
  const names = ability === undefined ? bundles.flatMap(({ variables }) => variables) : [`${ability}.*`];
  const values = codebookOf(questionnaire)
    .variables.filter(({ name }) =>
      names.some((each) => (each.endsWith('.*') ? name.startsWith(each.slice(0, -1)) : name === each)),
    )
    .flatMap(({ categories }) => categories)
    .flatMap(({ value, missing }) => (value === null || missing !== null ? [] : [value]));
  return [Math.min(...values), Math.max(...values)];
}
