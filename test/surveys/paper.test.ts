// The questionnaire on paper and typed in again: one numbering, conditions as clauses, and what a typed form means.
import { describe, expect, it } from 'vitest';
import { type PaperPage, paperOf } from '../../surveys/paper.ts';
import { paperCondition } from '../../surveys/paper-conditions.ts';
import { differencesBetween, entryFields, readPaperEntry } from '../../surveys/paper-entry.ts';
import { type Condition, questionnaireSchema } from '../../surveys/questionnaire.ts';
import { sample, sampleDefinition, sampleRegister } from './sample-questionnaire.ts';

const both = (words: string) => ({ nl: words, en: words });
const libraries = [
  { code: 'bib-1', name: 'Bib Lindedorp' },
  { code: 'bib-2', name: 'Bib Eikstad' },
];

const reasons = [
  { code: 'dk', label: both('Weet ik niet'), missing: 'dontKnow' },
  { code: 'no', label: both('Zeg ik niet'), missing: 'preferNotToSay' },
];
/** With numbers, dates, points and places, all with reasons, and one question that hangs on a number. */
const numeric = questionnaireSchema.parse({
  ...sampleDefinition,
  pages: [
    {
      code: 'new',
      title: both('Nieuw'),
      questions: [
        { type: 'section', code: 'S0', label: both('Even dit'), paragraphs: [both('Lees.')] },
        { type: 'number', code: 'A1', label: both('Uren'), max: 50, instead: reasons },
        {
          type: 'date',
          code: 'A2',
          label: both('Sinds'),
          precision: 'month',
          period: true,
          instead: reasons,
        },
        {
          type: 'points',
          code: 'A3',
          label: both('Verdeel'),
          total: 10,
          instead: reasons,
          options: [
            { code: 'a', label: both('A') },
            { code: 'b', label: both('B') },
          ],
        },
        {
          type: 'scale',
          code: 'A4',
          label: both('Lijn'),
          from: 0,
          to: 5,
          low: both('laag'),
          high: both('hoog'),
        },
        { type: 'slider', code: 'A5', label: both('Schuif'), max: 10, low: both('laag'), high: both('hoog') },
        {
          type: 'text',
          code: 'A6',
          label: both('Waarom?'),
          maxLength: 100,
          showIf: { variable: 'A1', atLeast: 20 },
        },
      ],
    },
  ],
});

const questions = (pages: readonly PaperPage[]) => pages.flatMap((page) => page.questions);
const questionOf = (code: string, pages = paperOf(sample, 'nl')) => {
  const found = questions(pages).find((question) => question.code === code);
  if (!found) throw new RangeError(`no question ${code}`);
  return found;
};

function read(typed: Readonly<Record<string, string>>, questionnaire = sample) {
  const pages = paperOf(questionnaire, 'nl');
  return readPaperEntry({ questionnaire, pages, typed, libraries, register: sampleRegister });
}

describe('the paper', () => {
  it('numbers questions by their place, and by their code where all are short', () => {
    expect(questions(paperOf(sample, 'nl')).map(({ number }) => number)).toEqual([
      '',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
    ]);
    expect(questions(paperOf(numeric, 'nl')).map(({ number }) => number)).toEqual([
      '',
      'A1',
      'A2',
      'A3',
      'A4',
      'A5',
      'A6',
    ]);
  });

  it('numbers answers from one in the order of the definition, and reasons by letters', () => {
    const { body } = questionOf('learn');
    expect(body).toMatchObject({ kind: 'choices', several: true, most: 2 });
    expect(body.kind === 'choices' && body.options.map(({ number, label }) => `${number} ${label}`)).toEqual([
      '1 Zoeken',
      '2 Balie',
      '3 Iets anders',
      '4 Niets',
    ]);
    const hours = questionOf('A1', paperOf(numeric, 'nl'));
    expect(hours.reasons.map(({ number, label }) => `${number} ${label}`)).toEqual([
      'a Weet ik niet',
      'b Zeg ik niet',
    ]);
    expect(questionOf('library').reasons.map(({ number, code }) => [number, code])).toEqual([
      ['a', 'decline'],
    ]);
  });

  it('numbers the columns of each scale of a grid, and says after what the second stays empty', () => {
    const { body } = questionOf('use');
    if (body.kind !== 'grid') throw new TypeError('a grid');
    expect(body.span).toBe(8);
    expect(body.scales.map(({ columns }) => columns.map(({ number }) => number).join(''))).toEqual([
      '1234',
      '123',
    ]);
    expect(body.scales.map(({ unless }) => unless)).toEqual([[], ['Ken ik niet', 'Niet in onze bib']]);
    expect(body.groups.map(({ label, rows }) => [label, rows.length])).toEqual([
      ['Balie', 2],
      ['Web', 1],
    ]);
  });

  it('says of a question or a page when it is asked', () => {
    expect(questionOf('why').onlyIf).toMatchObject({
      key: 'ticked',
      question: '4',
      row: 'Niets',
      negated: false,
    });
    const lead = paperOf(sample, 'nl').find(({ code }) => code === 'lead');
    expect(lead?.onlyIf).toMatchObject({ key: 'is', question: '2', options: ['Leiding'] });
    expect(questionOf('A6', paperOf(numeric, 'nl')).onlyIf).toMatchObject({ key: 'atLeast', min: '20' });
  });

  it('moves "not" into the clauses, and turns bounds on codes into their names', () => {
    const numbers = new Map([
      ['role', '2'],
      ['use', '3'],
      ['ways', '7'],
    ]);
    const clause = (condition: Condition) =>
      paperCondition({ questionnaire: sample, numbers, language: 'nl' }, condition);
    expect(
      clause({
        not: {
          all: [{ variable: 'role', is: ['desk'] }, { not: { register: 'province', is: ['Limburg'] } }],
        },
      }),
    ).toMatchObject({
      kind: 'any',
      parts: [
        { key: 'is', negated: true, options: ['Balie'] },
        { key: 'province', negated: false, options: ['Limburg'] },
      ],
    });
    expect(clause({ variable: 'use.till', atLeast: 1 })).toMatchObject({
      key: 'rowIs',
      question: '3',
      row: 'Kassa',
      options: ['Soms', 'Vaak'],
    });
    expect(clause({ variable: 'ways.film', is: ['1', '2'] })).toMatchObject({
      places: true,
      options: ['1', '2'],
    });
    expect(clause({ variable: 'learn.a', is: ['0'] })).toMatchObject({ key: 'ticked', negated: true });
    expect(clause({ answered: 'role' })).toMatchObject({ key: 'answered', question: '2' });
  });
});

describe('typing a form in', () => {
  it('has a field per answer in the order of the paper', () => {
    const names = questions(paperOf(sample, 'nl')).flatMap((question) =>
      entryFields(question).map(({ name }) => name),
    );
    expect(names.slice(0, 5)).toEqual(['library', 'role', 'role.other.text', 'use.till', 'well.till']);
    expect(names.slice(-5)).toEqual(['ways.film', 'ways.paper', 'ways.person', 'pace', 'words']);
  });

  it('reads the printed numbers, the library by a part of its name, places and words', () => {
    const { answers, problems, letGo } = read({
      library: 'eikst',
      role: '3',
      'role.other.text': 'poetsen',
      'use.till': '3',
      'well.till': '2',
      'use.site': '4',
      learn: '1, 3',
      'learn.c.text': 'fietsen',
      'ways.paper': '1',
      pace: '2',
      words: 'hallo',
    });
    expect([problems, letGo]).toEqual([[], []]);
    expect(answers).toMatchObject({
      consent: 'yes',
      library: 'bib-2',
      role: 'other',
      'role.other.text': 'poetsen',
      'use.till': '2',
      'well.till': '1',
      'use.site': 'N',
      'learn.a': '1',
      'learn.b': '0',
      'learn.c': '1',
      'learn.c.text': 'fietsen',
      'ways.paper': '1',
      'ways.film': 'unranked',
      pace: '1',
      words: 'hallo',
    });
  });

  it('reads numbers, dates, points, points on a line, and letters as reasons', () => {
    const given = read(
      { A1: '12', 'A2.begin': '3/2020', 'A2.end': '2021-04', 'A3.a': '7', 'A3.b': '3', A4: '0', A5: '5' },
      numeric,
    );
    expect(given.problems).toEqual([]);
    expect(given.answers).toMatchObject({
      A1: '12',
      'A2.begin': '2020-03',
      'A2.end': '2021-04',
      'A3.a': '7',
      A4: '0',
      A5: '5',
    });
    const none = read({ A1: 'a', 'A2.begin': 'B', 'A3.a': 'a' }, numeric);
    expect(none.problems).toEqual([]);
    expect(none.answers).toMatchObject({
      A1: 'dk',
      'A2.begin': 'no',
      'A2.end': 'no',
      'A3.a': 'dk',
      'A3.b': 'dk',
    });
    expect(read({ library: 'a' }).answers).toMatchObject({ library: 'decline' });
  });

  it('lets what must be answered on screen stay open', () => {
    expect(read({})).toMatchObject({ problems: [], letGo: [] });
    expect(read({}).answers).toMatchObject({ consent: 'yes' });
  });

  it('tells a number that is not on the paper, and what the form itself would refuse, at the field', () => {
    const { problems } = read({
      library: 'bib',
      role: '4',
      'use.till': '9',
      learn: '1 2 3',
      'ways.film': '1',
      'ways.paper': '1',
      words: 'veel te lange woorden',
    });
    expect(problems.map(({ field, key }) => `${field} ${key}`).sort()).toEqual([
      'learn tooMany',
      'library manyLibraries',
      'role noSuchNumber',
      'use.till noSuchNumber',
      'ways.paper placeTwice',
      'words tooLong',
    ]);
    expect(read({ library: 'Bib Nergens' }).problems).toMatchObject([{ key: 'noLibrary' }]);
    expect(read({ 'A3.a': '7' }, numeric).problems).toMatchObject([{ field: 'A3.a', key: 'pointsLeft' }]);
    expect(read({ 'A2.begin': 'ooit', A1: '99' }, numeric).problems).toMatchObject([
      { field: 'A1', key: 'numberTooHigh' },
      { field: 'A2.begin', key: 'noDate' },
    ]);
  });

  it('lets go what is not asked with these answers, and names the questions', () => {
    const { answers, letGo, problems } = read({
      role: '1',
      team: 'Samen',
      'use.till': '1',
      'well.till': '2',
      learn: '1',
      why: '1',
    });
    expect(problems).toEqual([]);
    expect(letGo).toEqual(['3', '5', '6']);
    for (const name of ['team', 'well.till', 'why']) expect(answers[name]).toBeUndefined();
  });

  it('finds where two typings differ, and takes no offence at spaces or the order of ticks', () => {
    const fields = questions(paperOf(sample, 'nl')).flatMap(entryFields);
    const first = { learn: '1 3', role: '2', words: 'Hallo  daar', library: 'Bib' };
    const second = { learn: '3,1', role: '3', words: 'hallo daar', pace: '1', library: 'Bib' };
    expect([...differencesBetween(first, second, fields)]).toEqual([
      ['role', '2'],
      ['pace', ''],
    ]);
  });
});
