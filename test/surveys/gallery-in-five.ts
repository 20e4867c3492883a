// The gallery of question kinds in all five languages respondents can read. Its own words are numbers, so that every
// sentence on its pages is one of the screens.
import { readFileSync } from 'node:fs';
import { type Questionnaire, questionnaireSchema } from '../../surveys/questionnaire.ts';
import { fiveLanguages } from './five-languages.ts';

let count = 0;

function inFive(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(inFive);
  if (typeof part !== 'object' || part === null) return part;
  if ('nl' in part && typeof part.nl === 'string') {
    count += 1;
    return Object.fromEntries(fiveLanguages.map((language) => [language, `${language}${count}`]));
  }
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, inFive(value)]));
}

const file = new URL('../../surveys/templates/gallery/questionnaire.json', import.meta.url);

export const galleryInFive: Questionnaire = questionnaireSchema.parse({
  ...(inFive(JSON.parse(readFileSync(file, 'utf8'))) as object),
  languages: fiveLanguages,
});
