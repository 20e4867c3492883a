// A survey of sixty answers a person with every kind of question that is counted, and as many made-up persons as asked:
// from a seed, so that two runs measure the same. People of one library resemble each other a little, as they do.

import type { Context } from '../../server/context.ts';
import { replaceRegister } from '../../server/db/libraries.ts';
import { createProject } from '../../server/operations/create-project.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import { type Questionnaire, questionnaireSchema } from '../../surveys/questionnaire.ts';
import { reportTemplateSchema } from '../../surveys/report-template.ts';
import { documentLength, skippedByte } from '../../surveys/response-document.ts';

/** Code of the project and of its survey. */
export const made = 'meting';

const words = (nl: string) => ({ nl, en: nl });
const coded = (count: number, start: string) =>
  Array.from({ length: count }, (_, index) => ({
    code: `${start}${index + 1}`,
    label: words(`${start}${index + 1}`),
  }));
const scaled = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => ({
    code: String(first + index),
    label: words(`trap ${first + index}`),
    value: first + index,
  }));
const grid = (
  code: string,
  rows: number,
  scales: readonly (readonly [variable: string, scale: string])[],
) => ({
  type: 'grid',
  code,
  label: words(code),
  rows: coded(rows, 'r'),
  scales: scales.map(([variable, scale]) => ({ variable, scale, label: words(variable) })),
});
const single = (code: string, options: number) => ({
  type: 'single',
  code,
  label: words(code),
  options: coded(options, code),
});

export const questionnaire: Questionnaire = questionnaireSchema.parse({
  format: 'nodenkaart/questionnaire/1',
  code: made,
  languages: ['nl', 'en'],
  title: words('Meting'),
  welcome: { title: words('Welkom'), paragraphs: [words('Dag.')] },
  notice: [{ title: words('Waarom'), text: words('Om te meten.') }],
  thanks: { title: words('Bedankt'), paragraphs: [words('Dank je.')] },
  scales: {
    FREQ: {
      look: 'sequential',
      options: [...scaled(0, 4), { code: 'N', label: words('niet'), missing: 'notApplicable' }],
    },
    FIVE: { look: 'sequential', options: scaled(1, 5) },
  },
  pages: [
    {
      code: 'vragen',
      title: words('Vragen'),
      questions: [
        { type: 'register', code: 'bib', label: words('bib'), decline: words('liever niet') },
        single('werk', 6),
        single('jaren', 5),
        single('contract', 4),
        grid('diensten', 12, [
          ['gebruik', 'FREQ'],
          ['vlot', 'FREQ'],
        ]),
        grid('noden', 8, [
          ['belang', 'FIVE'],
          ['kunnen', 'FIVE'],
        ]),
        { type: 'multiple', code: 'drempel', label: words('drempel'), options: coded(8, 'd') },
        grid('stelling', 6, [['eens', 'FIVE']]),
        {
          type: 'scale',
          code: 'aanraden',
          label: words('aanraden'),
          from: 0,
          to: 10,
          low: words('nee'),
          high: words('ja'),
        },
        { type: 'number', code: 'uren', label: words('uren'), min: 0, max: 40, decimals: 0 },
      ],
    },
  ],
});

const catalogue = needsCatalogueSchema.parse({
  format: 'nodenkaart/needs/1',
  needs: Array.from({ length: 8 }, (_, index) => ({
    code: `N${index + 1}`,
    label: words(`Nood ${index + 1}`),
    indicators: [
      {
        source: 'survey',
        label: words('belangrijk'),
        share: { any: [{ variables: [`belang.r${index + 1}`], codes: ['4', '5'] }] },
      },
      {
        source: 'survey',
        label: words('kan het niet'),
        share: { any: [{ variables: [`kunnen.r${index + 1}`], codes: ['1', '2'] }] },
      },
      {
        source: 'survey',
        label: words('drempel, van wie kort werkt'),
        share: {
          any: [{ variables: [`drempel.d${index + 1}`], codes: ['1'] }],
          where: [{ variables: ['jaren'], codes: ['jaren1', 'jaren2'] }],
        },
      },
    ],
    discrepancy: { importance: `belang.r${index + 1}`, ability: `kunnen.r${index + 1}`, values: 'asIs' },
  })),
  services: {
    frequency: 'gebruik',
    mastery: 'vlot',
    frequentCodes: ['3', '4'],
    dependence: { 0: 1, 1: 1, 2: 0.5 },
    none: words('geen'),
    verdicts: [
      {
        code: 'verkennen',
        label: words('Verkennen'),
        reason: words('{count0} van {base0}'),
        conditions: [{ on: 'frequency', codes: ['0', '1'], atLeast: 50, label: words('nooit') }],
      },
    ],
  },
  comparisons: [{ code: 'verschil', label: words('verschil'), before: 'kunnen.r1', after: 'belang.r1' }],
  recommend: { variable: 'aanraden' },
  background: ['werk', 'jaren', 'contract'],
});

const provinces = ['Antwerpen', 'Limburg', 'Oost-Vlaanderen', 'Vlaams-Brabant', 'West-Vlaanderen', 'Brussel'];
const sizes = ['klein', 'middel', 'groot'];
const libraries = Array.from({ length: 300 }, (_, index) => ({
  code: `bib${index}`,
  name: `Bib ${index}`,
  province: provinces[index % provinces.length] ?? '',
  sizeClass: sizes[index % sizes.length] ?? '',
}));

/** Makes the project, without answers. */
export async function addMadeSurvey(ctx: Context): Promise<void> {
  const reportTemplate = reportTemplateSchema.parse({
    format: 'nodenkaart/report/1',
    code: made,
    project: words('Meting'),
    title: words('Meting'),
  });
  const template = { questionnaires: [questionnaire], catalogue, reportTemplate, guide: null, plan: null };
  await createProject(ctx.db.kysely, made, template, false, '2024-01-01T00:00:00Z');
  await replaceRegister(ctx.db.kysely, made, libraries, '2024-01-01');
}

/** Adds persons until there are so many. The same number of a person has the same answers in every run. */
export function addPersons(ctx: Context, from: number, to: number): void {
  if (ctx.db.driver.dialect !== 'sqlite') throw new Error('the bench measures SQLite');
  const { connection } = ctx.db.driver;
  const insert = connection.prepare(
    'insert into responses (survey, sequence, id, version, library, day, document) values (?, ?, ?, 1, ?, ?, ?)',
  );
  const count = connection.prepare('update surveys set last_sequence = ? where code = ?');
  const fill = documentFiller();
  for (let start = from; start < to; start += 50_000) {
    const end = Math.min(to, start + 50_000);
    connection.transaction(() => {
      for (let person = start; person < end; person += 1) {
        const chance = chanceOf(person);
        const place = chance() % (libraries.length + 15);
        const library = libraries[place]?.code ?? null;
        const day = `2024-0${1 + (Math.floor(person / (to / 6)) % 6)}-${String(1 + (chance() % 28)).padStart(2, '0')}`;
        const id = `persoon${String(person).padStart(15, '0')}`;
        insert.run(made, person + 1, id, library, day, fill(place, chance));
      }
      count.run(end, made);
    })();
  }
}

/** Numbers of a person's own, 32 bits: a counter through the finaliser of MurmurHash3. */
function chanceOf(person: number): () => number {
  let state = Math.imul(person + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
    return (value ^ (value >>> 16)) >>> 0;
  };
}

function documentFiller(): (place: number, chance: () => number) => Buffer {
  const codebook = codebookOf(questionnaire);
  const categories = codebook.variables.map(({ measure, categories: all }) =>
    measure === 'register' || measure === 'number' ? 1 : all.length,
  );
  const numbersAt = codebook.variables.length;
  return (place, chance) => {
    const document = Buffer.alloc(documentLength(codebook));
    for (let index = 0; index < categories.length; index += 1) {
      const all = categories[index] as number;
      const value = chance();
      // One in fifty skips; one in eight says what their library says.
      if (value % 50 === 0 && all > 1) document[index] = skippedByte;
      else document[index] = value % 8 === 1 ? (place + index) % all : (value >>> 8) % all;
    }
    document.writeDoubleLE(chance() % 41, numbersAt);
    return document;
  };
}
