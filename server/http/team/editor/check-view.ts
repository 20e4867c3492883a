// What the check says about a definition, with a way to where it can be mended.
import type { DefinitionProblem } from '../../../../surveys/check.ts';
import { placeOf } from '../../../../surveys/editing/places.ts';
import type { Questionnaire } from '../../../../surveys/questionnaire.ts';
import type { Addresses, Editor } from './open-editor.ts';

/** A problem with a way to where it can be mended. */
export interface CheckView {
  readonly severity: 'error' | 'warning';
  readonly where: string;
  readonly words: string;
  readonly address: string;
}

/** A problem in words, and its address. */
export function checkView(
  problem: DefinitionProblem,
  questionnaire: Questionnaire,
  addresses: Addresses,
  editor: Editor,
): CheckView {
  const { place, field } = placeOf(questionnaire, problem.path);
  const where = editor.say({ key: `editor.where.${place.kind}`, values: { code: place.code } });
  // A text is named whole; its field is that of a language.
  const language = problem.values.language ?? questionnaire.languages[0] ?? '';
  const focus = problem.key === 'check.missingText' ? `f-${field}.${language}` : `f-${field}`;
  return {
    severity: problem.severity,
    where,
    words: editor.say({ key: problem.key, values: problem.values }),
    // What is about a place as a whole goes to its form, and to no field of it.
    address: field === '' ? addresses.edit(place) : `${addresses.edit(place, { focus })}#${focus}`,
  };
}
