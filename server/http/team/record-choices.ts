// Things of a project that can be ticked in the form of a record.
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import type { RecordChoices } from '../../../surveys/records/record-form.ts';

/** What can be ticked in one field, under headings. */
export type ChoiceGroups = RecordChoices extends ReadonlyMap<string, infer Groups> ? Groups : never;

/** Things to tick without a heading, by the words in their field `name`; none where there are none. */
export function oneGroup<N extends string>(
  things: readonly ({ readonly code: string } & { readonly [key in N]: Text })[],
  name: N,
  language: string,
): ChoiceGroups {
  return withoutHeading(
    things.map((thing) => ({ value: thing.code, label: inLanguage(thing[name], language) })),
  );
}

/** These options without a heading; no group where there are none. */
export function withoutHeading(options: ChoiceGroups[number]['options']): ChoiceGroups {
  return options.length === 0 ? [] : [{ title: '', options }];
}
