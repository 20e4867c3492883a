// One person beside what their level requires, and answers told again, against values worked out by hand.
import { describe, expect, it } from 'vitest';
import { isSecondView, ownResultOf } from '../../../analysis/own-result/own-result.ts';
import type { Answers } from '../../../surveys/answers.ts';
import { ownResultSchema } from '../../../surveys/own-result.ts';
import { questionnaireSchema } from '../../../surveys/questionnaire.ts';
import { type SideBySideOf, sideBySideSchema } from '../../../surveys/side-by-side.ts';

const both = (words: string) => ({ nl: words, en: words });
const option = (code: string, extra: object = {}) => ({ code, label: both(code), ...extra });
const grid = (code: string, scale: string, rows: readonly string[]) => ({
  type: 'grid',
  code,
  label: both(code),
  rows: rows.map((row) => option(row)),
  scales: [{ variable: code, scale, label: both('Hoe ver?') }],
});
const single = (code: string, options: readonly string[]) => ({
  type: 'single',
  code,
  label: both(code),
  options: options.map((one) => option(one)),
});
const questionnaire = questionnaireSchema.parse({
  format: 'nodenkaart/questionnaire/1',
  code: 'proef',
  languages: ['nl', 'en'],
  title: both('Proef'),
  welcome: { title: both('Dag'), paragraphs: [both('Dag')] },
  notice: [{ title: both('Waarom'), text: both('Daarom') }],
  thanks: { title: both('Dank'), paragraphs: [both('Dank')] },
  scales: {
    LADDER: {
      look: 'mastery',
      options: [
        ...['nothing', 'knows', 'applies', 'passes', 'manages'].map((code, value) => option(code, { value })),
        option('N', { missing: 'notApplicable' }),
      ],
    },
  },
  pages: [
    {
      code: 'een',
      title: both('Een'),
      questions: [
        single('who', ['self', 'colleague']),
        single('level', ['five', 'seven', 'none']),
        single('why', ['talk', 'plan']),
        grid('know', 'LADDER', ['law', 'order']),
        grid('result', 'LADDER', ['one', 'two', 'three']),
        grid('have', 'LADDER', ['diploma']),
        single('legal', ['met', 'open']),
        { type: 'text', code: 'first', label: both('Eerst'), maxLength: 200 },
      ],
    },
  ],
});
const required = [
  { ability: 'know', required: { five: 2, seven: 3 } },
  { bundles: [{ code: 'area', label: both('Gebied'), variables: ['result.*'] }], required: { seven: 2 } },
]
  .map((one, place) =>
    sideBySideSchema.parse({
      kind: 'required',
      code: `r${place}`,
      label: both('Zo'),
      level: 'level',
      ...one,
    }),
  )
  .filter((one): one is SideBySideOf<'required'> => one.kind === 'required');
const declared = ownResultSchema.parse({
  purpose: { question: 'why', never: both('Nooit om te beoordelen.') },
  levels: [
    { figure: 'r0', label: both('Kennis') },
    { figure: 'r1', label: both('Resultaten') },
  ],
  second: { question: 'who', codes: ['colleague'] },
  told: [
    {
      code: 'there',
      label: both('Wat er is'),
      questions: ['have', 'legal'],
      open: ['nothing', 'open'],
      hard: { questions: ['legal'], said: both('De wet vraagt dit.') },
    },
    { code: 'next', label: both('Verder'), questions: ['first'] },
  ],
});
const answers = {
  who: 'self',
  level: 'seven',
  'know.law': 'knows',
  'know.order': 'manages',
  'result.one': 'passes',
  'result.two': 'nothing',
  'result.three': 'N',
};
const result = (own: Answers = answers, second: Answers | null = null) =>
  ownResultOf(declared, questionnaire, own, { required, second });
const row = (code: string, own?: Answers, second?: Answers) =>
  result(own, second ?? null)
    .levels.flatMap(({ rows }) => rows)
    .find((one) => one.code === code);

describe('an own result beside a level', () => {
  it('FPC-5 FGR-13 says how far below, and which verbs come next on the ladder', () => {
    expect(row('law')).toMatchObject({
      short: true,
      gap: 0.5,
      required: { value: 3, steps: [{ nl: 'passes' }] },
      present: { value: 1, steps: [{ nl: 'knows' }] },
    });
    expect(row('law')?.next.map(({ nl }) => nl)).toEqual(['applies', 'passes']);
    expect(row('order')).toMatchObject({ short: false, gap: 0, next: [] });
  });

  it('FPC-1 holds an area against the level by the mean of what was answered in it, what does not apply left out', () => {
    expect(row('area')).toMatchObject({
      short: true,
      present: { value: 1.5, steps: [{ nl: 'knows' }, { nl: 'applies' }] },
      gap: 0.125,
    });
    expect(row('area')?.parts.map(({ code, short }) => [code, short])).toEqual([
      ['one', false],
      ['two', true],
    ]);
  });

  it('leaves out what the level requires nothing of, and everything without a level', () => {
    const five = result({ ...answers, level: 'five' });
    expect(five.levels.map(({ code }) => code)).toEqual(['r0']);
    expect(five.levelOpen).toBe(false);
    const none = result({ ...answers, level: 'none' });
    expect([none.levels, none.levelOpen]).toEqual([[], true]);
  });

  it('FPC-2 lays a second view beside it, which changes nothing of what is required or short', () => {
    const second = { who: 'colleague', level: 'five', 'know.law': 'passes', 'result.two': 'passes' };
    expect(row('law', answers, second)).toMatchObject({ short: true, second: { value: 3 } });
    expect(row('area', answers, second)).toMatchObject({ present: { value: 1.5 }, second: { value: 3 } });
    expect(row('order', answers, second)?.second).toBeNull();
    expect([isSecondView(declared, second), isSecondView(declared, answers)]).toEqual([true, false]);
  });

  it('FPC-4 puts an open demand of the law first and marks it, and tells apart what is still to be done', () => {
    const there = (own: Answers) => result({ ...answers, ...own }).told.find(({ code }) => code === 'there');
    expect(there({ 'have.diploma': 'nothing', legal: 'open' })?.rows).toMatchObject([
      { label: { nl: 'legal' }, open: true, hard: { nl: 'De wet vraagt dit.' } },
      { label: { nl: 'diploma' }, open: true, hard: null },
    ]);
    expect(there({ 'have.diploma': 'manages', legal: 'met' })?.rows).toMatchObject([
      { label: { nl: 'diploma' }, open: false, hard: null },
      { label: { nl: 'legal' }, open: false, hard: null },
    ]);
    expect(there({})).toBeUndefined();
  });

  it('FPC-7 tells the step that is wanted in the person’s own words', () => {
    expect(result({ ...answers, first: 'Een cursus' }).told).toMatchObject([
      { code: 'next', rows: [{ answer: 'Een cursus', open: false }] },
    ]);
  });

  it('FGR-26 says what it is for, and what it is never for even when nothing was chosen', () => {
    expect(result({ ...answers, why: 'talk' }).purpose).toMatchObject({
      chosen: { nl: 'talk' },
      never: { nl: 'Nooit om te beoordelen.' },
    });
    expect(result().purpose).toMatchObject({ chosen: null, never: { nl: 'Nooit om te beoordelen.' } });
  });
});
