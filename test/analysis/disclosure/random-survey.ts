// Random surveys for the solver: three backgrounds and one question, people who leave some out, groups of very unequal size.
import { Dataset } from '../../../analysis/dataset.ts';
import type { ExploreInput } from '../../../analysis/explore/explore.ts';
import { seededRandom } from '../../../analysis/statistics/seeded-random.ts';
import { codebookOf } from '../../../surveys/codebook.ts';
import { questionnaireSchema } from '../../../surveys/questionnaire.ts';
import { packAnswers } from '../../../surveys/response-document.ts';

const words = (nl: string) => ({ nl });
export const backgrounds = ['a', 'b', 'c'] as const;
export const question = 'q';

/** @param levels answers to each question, by its code. */
function questionnaireOf(levels: ReadonlyMap<string, number>) {
  return questionnaireSchema.parse({
    format: 'nodenkaart/questionnaire/1',
    code: 's',
    languages: ['nl'],
    title: words('Toeval'),
    welcome: { title: words('Welkom'), paragraphs: [words('Dag')] },
    notice: [{ title: words('Doel'), text: words('Leren') }],
    thanks: { title: words('Dank'), paragraphs: [words('Tot later')] },
    pages: [
      {
        code: 'p',
        title: words('Alles'),
        questions: [...levels].map(([code, count]) => ({
          type: 'single',
          code,
          label: words(code),
          options: Array.from({ length: count }, (_, answer) => ({
            code: `${answer}`,
            label: words(`${answer}`),
            // The question has a number line: means, medians and the two highest answers are shown of it too.
            ...(code === question ? { value: answer } : {}),
            // The question has a number line, so that means, medians and the top two are shown of it too.
            ...(code === question ? { value: answer } : {}),
          })),
        })),
      },
    ],
  });
}

/** A survey of answers per row, a code per question; null where there is none. */
export function surveyOf(
  levels: ReadonlyMap<string, number>,
  rows: readonly (readonly (number | null)[])[],
): ExploreInput {
  const questionnaire = questionnaireOf(levels);
  const codebook = codebookOf(questionnaire);
  const dataset = new Dataset(codebook, 1);
  dataset.append(
    rows.map((row, index) => ({
      sequence: index + 1,
      id: `r${index}`,
      version: 1,
      library: `l${index}`,
      day: '2024-01-01',
      document: packAnswers(
        codebook,
        Object.fromEntries(
          [...levels.keys()].flatMap((code, place) => (row[place] == null ? [] : [[code, `${row[place]}`]])),
        ),
        () => true,
      ),
    })),
  );
  return { survey: 's', questionnaire, dataset, register: [], background: backgrounds };
}

/** So many people with answers that lean on each other, some left out. */
export function randomSurvey(seed: number, least: number, most: number): ExploreInput {
  const random = seededRandom(seed);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const levels = new Map([...backgrounds, question].map((code) => [code, between(2, 4)]));
  const skew = 1 + 2 * random();
  const pick = (count: number) => Math.min(count - 1, Math.floor(count * random() ** skew));
  const rows = Array.from({ length: between(least, most) }, () => {
    const leaning = pick(4);
    return [...levels.values()].map((count) => {
      if (random() < 0.03) return null;
      return random() < 0.3 ? Math.min(leaning, count - 1) : pick(count);
    });
  });
  return surveyOf(levels, rows);
}
