// What a need bundles as form fields: one facet a line, the same line in every language.
import type { Text } from '../questionnaire.ts';
import type { CatalogueChoices, ReadPart } from './catalogue-form.ts';
import type { FormFields } from './form-fields.ts';

const most = 12;

/** `facets.<language>` with a line per facet; empty where a facet has no words in that language. */
export function facetFields(facets: readonly Text[]): FormFields {
  const languages = new Set(facets.flatMap((facet) => Object.keys(facet)));
  return Object.fromEntries(
    [...languages].map((language) => [
      `facets.${language}`,
      facets.map((facet) => facet[language] ?? '').join('\n'),
    ]),
  );
}

/**
 * The facets a form says. A line that is empty in every language is none; one without words in the first language is
 * told at that field, for nobody would see what the others say.
 * @param before the facets as stored: words in languages the form does not ask for are kept
 */
export function readFacets(
  fields: FormFields,
  before: readonly Text[],
  { languages }: Pick<CatalogueChoices, 'languages'>,
): ReadPart<Text[]> {
  const first = languages[0] ?? '';
  const columns = languages.map((language) => ({
    language,
    lines: (fields[`facets.${language}`] ?? '')
      .split(/\r?\n/)
      .map((line) => line.replace(/\s+/g, ' ').trim()),
  }));
  const rows = Math.max(0, ...columns.map(({ lines }) => lines.length));
  const facets = Array.from({ length: rows }, (_, row) => {
    const typed = columns.flatMap(({ language, lines }): [string, string][] =>
      lines[row] ? [[language, lines[row]]] : [],
    );
    const others = Object.entries(before[row] ?? {}).filter(([language]) => !languages.includes(language));
    return typed.length === 0 ? null : Object.fromEntries([...typed, ...others]);
  }).filter((facet) => facet !== null);
  const wrong = (problem: string) => ({
    value: null,
    problems: [{ field: `facets.${first}`, key: `catalogue.problem.${problem}`, values: { most } }],
  });
  if (facets.some((facet) => !facet[first])) return wrong('facetWithoutWords');
  return facets.length > most ? wrong('tooManyFacets') : { value: facets, problems: null };
}
