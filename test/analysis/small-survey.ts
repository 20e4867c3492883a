// A small questionnaire and a way to fill a dataset from codes, for tests of the analysis.
import { Dataset } from '../../analysis/dataset.ts';
import type { Answers } from '../../surveys/answers.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import { projectRecordsSchema } from '../../surveys/project-records.ts';
import { questionnaireSchema } from '../../surveys/questionnaire.ts';
import { packAnswers } from '../../surveys/response-document.ts';

const words = (nl: string) => ({ nl });
const option = (code: string, extra: object = {}) => ({ code, label: words(code), ...extra });

export const questionnaire = questionnaireSchema.parse({
  format: 'nodenkaart/questionnaire/1',
  code: 'small',
  languages: ['nl'],
  title: words('Klein'),
  welcome: { title: words('Welkom'), paragraphs: [words('Dag')] },
  notice: [{ title: words('Doel'), text: words('Leren') }],
  thanks: { title: words('Dank'), paragraphs: [words('Tot later')] },
  scales: {
    use: {
      look: 'frequency',
      options: [
        option('0', { value: 0 }),
        option('1', { value: 1 }),
        option('3', { value: 3 }),
        option('N', { missing: 'notApplicable' }),
      ],
    },
    skill: {
      look: 'mastery',
      options: [
        option('0', { value: 0 }),
        option('1', { value: 1 }),
        option('2', { value: 2 }),
        option('N', { missing: 'notApplicable' }),
      ],
    },
  },
  lists: { services: { options: [option('wise'), option('films')] } },
  pages: [
    {
      code: 'p1',
      title: words('Alles'),
      questions: [
        { type: 'register', code: 'lib', label: words('Bib'), decline: words('Liever niet') },
        { type: 'single', code: 'role', label: words('Rol'), options: [option('desk'), option('lead')] },
        {
          type: 'grid',
          code: 'grid',
          label: words('Diensten'),
          rows: { list: 'services' },
          scales: [
            { variable: 'use', label: words('Hoe vaak'), scale: 'use' },
            {
              variable: 'skill',
              label: words('Hoe vlot'),
              scale: 'skill',
              unless: { variable: 'use', is: ['0', 'N'] },
            },
          ],
        },
        {
          type: 'multiple',
          code: 'stop',
          label: words('Wat houdt je tegen'),
          options: [option('time'), option('travel'), option('none', { exclusive: true })],
        },
        {
          type: 'rank',
          code: 'learn',
          label: words('Hoe leer je'),
          top: 2,
          options: [option('paper'), option('film'), option('peer')],
        },
        { type: 'text', code: 'open', label: words('Nog iets'), maxLength: 100 },
      ],
    },
  ],
});
export const codebook = codebookOf(questionnaire);

export const catalogue = needsCatalogueSchema.parse({
  format: 'nodenkaart/needs/1',
  needs: [
    {
      code: 'N1',
      label: words('Tijd'),
      indicators: [
        {
          source: 'survey',
          label: words('Tijd houdt tegen'),
          share: { any: [{ variables: ['stop.time'], codes: ['1'] }] },
        },
        {
          source: 'open_answers',
          label: words('Zegt tijd'),
          remarks: { questions: ['open'], themes: ['time'] },
        },
        { source: 'interview', label: words('Herkend') },
        { source: 'desk_figures', label: words('Meldingen'), categories: ['when'] },
      ],
    },
    {
      code: 'N2',
      label: words('Verplaatsing'),
      indicators: [
        {
          source: 'survey',
          label: words('Verplaatsing, aan de balie'),
          share: {
            any: [{ variables: ['stop.travel'], codes: ['1'] }],
            where: [{ variables: ['role'], codes: ['desk'] }],
          },
        },
      ],
    },
    { code: 'N3', label: words('Zonder bron') },
  ],
  services: {
    frequency: 'use',
    mastery: 'skill',
    frequentCodes: ['3'],
    dependence: { '0': 1, '1': 1, '2': 0.5 },
    none: words('Geen bijzondere nood'),
    verdicts: [
      {
        code: 'explore',
        label: words('Verkennen'),
        conditions: [{ on: 'frequency', codes: ['0', '1'], atLeast: 50, label: words('nooit') }],
        reason: words('{count0} van de {base0}'),
      },
      {
        code: 'explain',
        label: words('Uitleggen'),
        conditions: [{ on: 'mastery', codes: ['0'], atLeast: 5, atMost: 25, label: words('snapt niets') }],
        reason: words('{count0} van de {base0}'),
      },
    ],
  },
  coding: {
    questions: ['open'],
    services: [{ code: 'wise', label: words('Wise') }],
    themes: [
      { code: 'time', label: words('Tijd') },
      { code: 'start', label: words('Start') },
    ],
  },
});

export const noRecords = projectRecordsSchema.parse({});

/** Answers of one respondent; without a library each has one of their own, '' is none. */
type SmallAnswers = Answers & { readonly library?: string };

/** A dataset of these answers, one library each unless named. */
export function datasetOf(rows: readonly SmallAnswers[]): Dataset {
  const dataset = new Dataset(codebook, 1);
  dataset.append(
    rows.map(({ library, ...answers }, index) => ({
      sequence: index + 1,
      version: 1,
      library: library === '' ? null : (library ?? `lib${index}`),
      day: '2024-01-08',
      document: packAnswers(codebook, answers, () => true),
    })),
  );
  return dataset;
}

/** The same answers so many times. */
export function times(count: number, answers: SmallAnswers) {
  return Array.from({ length: count }, () => answers);
}
