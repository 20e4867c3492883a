// A questionnaire of numbers, dates and points and a way to fill it, for tests of what is not a list of codes.
import type { ProjectInput } from '../../analysis/analyse-project.ts';
import { Dataset } from '../../analysis/dataset.ts';
import type { QuestionResult } from '../../analysis/results/questions.ts';
import type { Answers } from '../../surveys/answers.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import { questionnaireSchema } from '../../surveys/questionnaire.ts';
import { packAnswers } from '../../surveys/response-document.ts';
import { noRecords } from './small-survey.ts';

const words = (nl: string) => ({ nl, en: nl });
const option = (code: string, extra: object = {}) => ({ code, label: words(code), ...extra });
const instead = [
  { code: 'weetniet', label: words('Weet ik niet'), missing: 'dontKnow' },
  { code: 'liever', label: words('Zeg ik liever niet'), missing: 'preferNotToSay' },
];

export const questionnaire = questionnaireSchema.parse({
  format: 'nodenkaart/questionnaire/1',
  code: 'numbers',
  languages: ['nl', 'en'],
  title: words('Getallen'),
  welcome: { title: words('Welkom'), paragraphs: [words('Dag')] },
  notice: [{ title: words('Doel'), text: words('Leren') }],
  thanks: { title: words('Dank'), paragraphs: [words('Tot later')] },
  pages: [
    {
      code: 'p1',
      title: words('Alles'),
      questions: [
        { type: 'single', code: 'role', label: words('Rol'), options: [option('desk'), option('lead')] },
        { type: 'section', code: 'kop', label: words('Uren'), paragraphs: [words('Over je week')] },
        { type: 'number', code: 'hours', label: words('Hoeveel uur?'), unit: words('uur'), instead },
        { type: 'number', code: 'exact', label: words('Hoe ver?'), decimals: 1 },
        {
          type: 'slider',
          code: 'sure',
          label: words('Hoe zeker?'),
          max: 100,
          step: 5,
          low: words('niet'),
          high: words('heel'),
        },
        { type: 'date', code: 'start', label: words('Sinds wanneer?'), precision: 'month' },
        { type: 'date', code: 'away', label: words('Wanneer weg?'), period: true },
        {
          type: 'points',
          code: 'money',
          label: words('Verdeel'),
          total: 10,
          options: [option('books'), option('films'), option('games')],
          instead,
        },
        {
          type: 'scale',
          code: 'fun',
          label: words('Hoe leuk?'),
          to: 5,
          low: words('niet'),
          high: words('heel'),
          instead,
        },
        {
          type: 'pick',
          code: 'best',
          label: words('Kies'),
          count: 1,
          options: [option('sea'), option('wood')],
          instead,
        },
        {
          type: 'rank',
          code: 'order',
          label: words('Rangschik'),
          top: 2,
          options: [option('one'), option('two'), option('three')],
          instead,
        },
        {
          type: 'multiple',
          code: 'tools',
          label: words('Wat gebruik je?'),
          options: [option('till', { showIf: { variable: 'role', is: ['desk'] } }), option('phone')],
        },
      ],
    },
  ],
});
export const codebook = codebookOf(questionnaire);

/** A dataset of these answers; the multiple choice asks about the till at the desk only. */
export function datasetOf(rows: readonly Answers[]): Dataset {
  const dataset = new Dataset(codebook, 1);
  dataset.append(
    rows.map((answers, index) => ({
      sequence: index + 1,
      id: `r${index}`,
      version: 1,
      library: `lib${index}`,
      day: '2024-01-08',
      document: packAnswers(codebook, answers, (name) => name !== 'tools.till' || answers.role === 'desk'),
    })),
  );
  return dataset;
}

export function project(rows: readonly Answers[]): ProjectInput {
  return {
    project: 'numbers',
    title: words('Getallen'),
    demonstration: false,
    catalogue: needsCatalogueSchema.parse({ format: 'nodenkaart/needs/1', needs: [], background: ['role'] }),
    register: [],
    surveys: [
      { survey: 'numbers', main: true, version: 1, questionnaire, dataset: datasetOf(rows), remarks: [] },
    ],
    records: noRecords,
    panel: null,
    panelMembers: 0,
  };
}

/** The result of a question of one kind. @throws TypeError when it is of another. */
export function resultOf<K extends QuestionResult['kind']>(
  questions: readonly QuestionResult[],
  code: string,
  kind: K,
): Extract<QuestionResult, { kind: K }> {
  const found = questions.find((question) => question.code === code);
  if (found?.kind !== kind) throw new TypeError(`${code} is ${found?.kind}, not ${kind}`);
  // The comparison proves the kind; TypeScript does not narrow a union by a type parameter.
  return found as Extract<QuestionResult, { kind: K }>;
}
