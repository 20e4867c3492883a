import { expect, test } from 'vitest';
import { templatesFolder } from '../../../server/paths.ts';
import { readTemplateFolder } from '../../../server/template-folder.ts';
import { facetFields, readFacets } from '../../../surveys/editing/facets-form.ts';

const choices = { languages: ['nl', 'en'] };
const facets = [
  { nl: 'Uitwisselen', en: 'Exchange', fr: 'Échange' },
  { nl: 'Terugzien', en: 'Meeting again' },
];

test('facets come back from their fields as they went in, languages without a field too', () => {
  const fields = facetFields(facets);
  expect(fields['facets.nl']).toBe('Uitwisselen\nTerugzien');
  expect(readFacets(fields, facets, choices).value).toEqual(facets);
  expect(readFacets({}, [], choices).value).toEqual([]);
});

test('a facet needs words in the first language, and an empty line is none', () => {
  const typed = { 'facets.nl': 'Een\r\n\r\n', 'facets.en': 'One\n\n' };
  expect(readFacets(typed, [], choices).value).toEqual([{ nl: 'Een', en: 'One' }]);
  expect(readFacets({ 'facets.nl': 'Een', 'facets.en': 'One\nTwo' }, [], choices).problems).toEqual([
    { field: 'facets.nl', key: 'catalogue.problem.facetWithoutWords', values: { most: 12 } },
  ]);
  expect(readFacets({ 'facets.nl': 'x\n'.repeat(13) }, [], choices).problems?.[0]?.key).toBe(
    'catalogue.problem.tooManyFacets',
  );
});

test('the need for exchange stores its three facets', async () => {
  const { catalogue } = await readTemplateFolder(`${templatesFolder}/ooo`);
  const need = catalogue.needs.find(({ code }) => code === 'N5b');
  expect(need?.facets?.map(({ en }) => en)).toEqual([
    'Exchanging experience',
    'Getting to know people of other libraries',
    'Meeting again regularly in the region',
  ]);
});
