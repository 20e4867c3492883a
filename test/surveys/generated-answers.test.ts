// Fictional respondents answer what the form asks, by their weights, and the same again for the same seed.
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../analysis/statistics/seeded-random.ts';
import { generatedAnswersSchema, generatedResponses } from '../../surveys/generated-answers.ts';
import { questionnaireSchema } from '../../surveys/questionnaire.ts';
import { readResponse } from '../../surveys/read-page.ts';
import { registerOf } from '../../surveys/register.ts';

const text = (words: string) => ({ nl: words });
const option = (code: string) => ({ code, label: text(code) });
const questionnaire = questionnaireSchema.parse({
  format: 'nodenkaart/questionnaire/1',
  code: 'klein',
  languages: ['nl'],
  title: text('Klein'),
  welcome: { title: text('Welkom'), paragraphs: [text('Dag')] },
  notice: [{ title: text('Wie'), text: text('Wij') }],
  thanks: { title: text('Dank'), paragraphs: [text('Dag')] },
  scales: { vaak: { look: 'frequency', options: [option('0'), option('1')] } },
  pages: [
    {
      code: 'een',
      title: text('Een'),
      questions: [
        { type: 'register', code: 'bib', label: text('Bib') },
        { type: 'single', code: 'rol', label: text('Rol'), options: [option('a'), option('b')] },
        {
          type: 'multiple',
          code: 'meer',
          label: text('Meer'),
          showIf: { variable: 'rol', is: ['a'] },
          options: [option('x'), option('y'), { ...option('niets'), exclusive: true }],
        },
        {
          type: 'grid',
          code: 'rooster',
          label: text('Rooster'),
          rows: [option('r1'), option('r2')],
          scales: [{ variable: 'rooster', label: text('Vaak'), scale: 'vaak' }],
        },
        { type: 'text', code: 'woorden', label: text('Woorden'), maxLength: 50 },
      ],
    },
  ],
});
const libraries = registerOf([
  { code: 'l1', name: 'Een', province: 'Noord', sizeClass: 'klein' },
  { code: 'l2', name: 'Twee', province: 'Zuid', sizeClass: 'groot' },
]);
const declared = (more: object) =>
  generatedAnswersSchema.parse({ seed: 1, count: 200, from: '2026-03-02', to: '2026-03-22', ...more });
const made = (more: object) => generatedResponses(questionnaire, declared(more), libraries, seededRandom(1));

describe('generated respondents', () => {
  it('pass the form, work in a library of the register, and answer within the days', () => {
    for (const { answers, library, date } of made({})) {
      expect(readResponse(questionnaire, answers, libraries).problems).toEqual([]);
      expect(['l1', 'l2']).toContain(library);
      expect(date >= '2026-03-02' && date <= '2026-03-22').toBe(true);
    }
  });

  it('follow the weights, of a row before those of its set, and leave open what weighs as nothing given', () => {
    const weights = {
      'rooster.*': { '1': 1 },
      'rooster.r2': { '0': 1 },
      rol: { a: 3, '': 1 },
      woorden: { dag: 1 },
    };
    const people = made({ weights });
    expect(
      people.every(({ answers }) => answers['rooster.r1'] === '1' && answers['rooster.r2'] === '0'),
    ).toBe(true);
    expect(people.every(({ answers }) => answers.woorden === 'dag')).toBe(true);
    const answered = people.filter(({ answers }) => answers.rol !== undefined);
    expect(answered.every(({ answers }) => answers.rol === 'a')).toBe(true);
    // 200 times three in four: within four standard deviations, and always the same for this seed.
    expect(Math.abs(answered.length - 150)).toBeLessThan(25);
  });

  it('ask nothing that is hidden, and tick nothing beside what excludes the rest', () => {
    for (const { answers } of made({})) {
      const ticked = ['meer.x', 'meer.y', 'meer.niets'].filter((name) => answers[name] === '1');
      if (answers.rol !== 'a') expect(ticked).toEqual([]);
      if (ticked.includes('meer.niets')) expect(ticked).toHaveLength(1);
    }
  });

  it('come in kinds with weights of their own, and are the same again for the same seed', () => {
    const kinds = [
      { share: 1, weights: { rol: { a: 1 }, woorden: { een: 1 } } },
      { share: 1, weights: { rol: { b: 1 }, woorden: { twee: 1 } } },
    ];
    const people = made({ kinds });
    expect(people.every(({ answers }) => (answers.rol === 'a') === (answers.woorden === 'een'))).toBe(true);
    expect(made({ kinds })).toEqual(people);
  });
});
