// Surveys of one thing rated twice by people of two backgrounds: the questionnaire, what is declared of it, and random people.
import { Dataset } from '../../../analysis/dataset.ts';
import { seededRandom } from '../../../analysis/statistics/seeded-random.ts';
import { codebookOf } from '../../../surveys/codebook.ts';
import { needsCatalogueSchema } from '../../../surveys/needs-catalogue.ts';
import { questionnaireSchema } from '../../../surveys/questionnaire.ts';
import { packAnswers } from '../../../surveys/response-document.ts';
import { sideBySideSchema } from '../../../surveys/side-by-side.ts';

const words = (nl: string) => ({ nl });
export const backgrounds = ['a', 'b'] as const;
const ratings = ['wanted.x', 'there.x'] as const;
export const names = [...backgrounds, ...ratings];
/** Groups of each background, and steps of each rating. */
export const levels = [2, 2, 3, 3] as const;

const options = (count: number, valued: boolean) =>
  Array.from({ length: count }, (_, code) => ({
    code: `${code}`,
    label: words(`${code}`),
    ...(valued ? { value: code } : {}),
  }));
export const questionnaire = questionnaireSchema.parse({
  format: 'nodenkaart/questionnaire/1',
  code: 's',
  languages: ['nl'],
  title: words('Toeval'),
  welcome: { title: words('Welkom'), paragraphs: [words('Dag')] },
  notice: [{ title: words('Doel'), text: words('Leren') }],
  thanks: { title: words('Dank'), paragraphs: [words('Tot later')] },
  scales: {
    WANTED: { look: 'sequential', options: options(levels[2], true) },
    THERE: { look: 'sequential', options: options(levels[3], true) },
  },
  pages: [
    {
      code: 'p',
      title: words('Alles'),
      questions: [
        ...backgrounds.map((code, place) => ({
          type: 'single',
          code,
          label: words(code),
          options: options(levels[place] as number, false),
        })),
        {
          type: 'grid',
          code: 'g',
          label: words('g'),
          rows: [{ code: 'x', label: words('x') }],
          scales: [
            { variable: 'wanted', scale: 'WANTED', label: words('wanted') },
            { variable: 'there', scale: 'THERE', label: words('there') },
          ],
        },
      ],
    },
  ],
});
export const catalogue = needsCatalogueSchema.parse({
  format: 'nodenkaart/needs/1',
  needs: [],
  background: backgrounds,
});
export const declared = sideBySideSchema.parse({
  kind: 'gap',
  code: 'gap',
  label: words('Zo'),
  importance: 'wanted',
  ability: 'there',
  by: 'a',
});

/** A person: group of each background, then both ratings; null where there is none. */
export type Person = readonly [number | null, number | null, number | null, number | null];

/** So many people who lean on each other's answers, with some left out. */
export function randomPeople(seed: number, least: number, most: number): readonly Person[] {
  const random = seededRandom(seed);
  const size = least + Math.floor(random() * (most - least + 1));
  const skew = 1 + 2 * random();
  return Array.from({ length: size }, (): Person => {
    const pick = (place: number) => {
      const count = levels[place] as number;
      return random() < 0.03 ? null : Math.min(count - 1, Math.floor(count * random() ** skew));
    };
    return [pick(0), pick(1), pick(2), pick(3)];
  });
}

export function datasetOfPeople(people: readonly Person[]): Dataset {
  const codebook = codebookOf(questionnaire);
  const dataset = new Dataset(codebook, 1);
  dataset.append(
    people.map((person, index) => ({
      sequence: index + 1,
      version: 1,
      library: `l${index}`,
      day: '2024-01-01',
      document: packAnswers(
        codebook,
        Object.fromEntries(
          names.flatMap((name, place) => (person[place] == null ? [] : [[name, `${person[place]}`]])),
        ),
        () => true,
      ),
    })),
  );
  return dataset;
}
