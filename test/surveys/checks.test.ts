// Every way in which a definition can be wrong that a schema does not see: told at its place, with words for it.
import { describe, expect, it } from 'vitest';
import { textsFolder } from '../../server/paths.ts';
import { loadTexts } from '../../server/texts.ts';
import { checkQuestionnaire, estimateOf } from '../../surveys/check.ts';
import type { Questionnaire } from '../../surveys/questionnaire.ts';
import { ask, consent, nl, options, page, questionnaireOf } from './small-questionnaire.ts';

const texts = loadTexts(textsFolder);

/** `severity path key` of every problem; each can be said in both languages of the workspace. */
function problems(questionnaire: Questionnaire): readonly string[] {
  return checkQuestionnaire(questionnaire).map(({ severity, path, key, values }) => {
    for (const language of ['nl', 'en']) expect(texts.say(language, key, values)).not.toContain('undefined');
    return `${severity} ${path} ${key.replace('check.', '')}`;
  });
}

const one = (...questions: Parameters<typeof page>[1]) => [page('p', [consent, ...questions])];
const is = (variable: string, ...codes: string[]) => ({ variable, is: codes });
const numeric = (code: string, more = {}) => ask(code, { type: 'number', ...more });
const ticks = (code: string, more = {}) =>
  ask(code, { type: 'multiple', options: options('a', 'b', 'c'), ...more });

describe('a sound definition', () => {
  it('has no problems, also with conditions of every kind', () => {
    const questionnaire = questionnaireOf([
      page('p', [
        consent,
        ask('lib', { type: 'register' }),
        ask('A'),
        numeric('N', { min: 0, max: 100, showIf: is('A', 'a') }),
        ticks('M', { showIf: { variable: 'N', atLeast: 50 } }),
        ask('Z', {
          showIf: {
            all: [{ not: is('M.a', '1') }, { register: 'province', is: ['Limburg'] }, { answered: 'N' }],
          },
        }),
      ]),
      page('q', [ask('B')], { showIf: { any: [is('A', 'b'), is('M.b', '1')] } }),
    ]);
    expect(problems(questionnaire)).toEqual([]);
  });
});

describe('conditions that read what is not asked before', () => {
  it.each([
    ['itself', one(ask('A', { showIf: is('A', 'a') })), 'pages[0].questions[1].showIf hangsOnItself'],
    [
      'another that hangs on it',
      one(
        ask('A', { showIf: is('C', 'a') }),
        ask('B', { showIf: is('A', 'a') }),
        ask('C', { showIf: is('B', 'a') }),
      ),
      'pages[0].questions[1].showIf hangOnEachOther',
    ],
    [
      'a later one',
      one(ask('A', { showIf: is('B', 'a') }), ask('B')),
      'pages[0].questions[1].showIf laterVariable',
    ],
    [
      'a question of its own page, for a page',
      [page('p', [consent, ask('A')], { showIf: is('A', 'a') })],
      'pages[0].showIf pageHangsOnItself',
    ],
    [
      'itself, for one of its options',
      one(ticks('M', { options: [...options('a', 'b'), { ...options('c')[0], showIf: is('M.a', '1') }] })),
      'pages[0].questions[1].options[2].showIf hangsOnItself',
    ],
    [
      'the register where nobody is asked for it',
      one(ask('A', { showIf: { register: 'province', is: ['Limburg'] } })),
      'pages[0].questions[1].showIf noRegister',
    ],
    [
      'the register before it is asked for',
      one(ask('A', { showIf: { register: 'province', is: ['Limburg'] } }), ask('lib', { type: 'register' })),
      'pages[0].questions[1].showIf registerLater',
    ],
    [
      'a number where answers have none',
      one(ask('A'), ask('B', { showIf: { variable: 'A', atLeast: 2 } })),
      'pages[0].questions[2].showIf conditionWithoutValues',
    ],
    [
      'more than the most',
      one(numeric('N'), ask('B', { showIf: { variable: 'N', atLeast: 2, atMost: 1 } })),
      'pages[0].questions[2].showIf conditionRange',
    ],
  ])('such as %s, are told as what they are', (_what, pages, expected) => {
    expect(problems(questionnaireOf(pages))).toContain(`error ${expected}`);
  });
});

describe('what nobody can reach', () => {
  const never = { all: [is('A', 'a'), is('A', 'b')] };
  it.each([
    [
      'a page',
      [page('p', [consent, ask('A')]), page('q', [ask('B')], { showIf: never })],
      'pages[1].showIf',
      'page',
    ],
    ['a question', one(ask('A'), ask('B', { showIf: never })), 'pages[0].questions[2].showIf', 'question'],
    [
      'a question against the condition of its page',
      [
        page('p', [consent, ask('A')]),
        page('q', [ask('B', { showIf: is('A', 'b') })], { showIf: is('A', 'a') }),
      ],
      'pages[1].questions[0].showIf',
      'question',
    ],
    [
      'what hangs on a question that is hidden then',
      one(
        ask('A'),
        ask('B', { showIf: is('A', 'a') }),
        ask('C', { showIf: { all: [is('A', 'b'), is('B', 'a')] } }),
      ),
      'pages[0].questions[3].showIf',
      'question',
    ],
    [
      'no answer to a question that must be answered',
      one(ask('A', { required: true }), ask('B', { showIf: { not: { answered: 'A' } } })),
      'pages[0].questions[2].showIf',
      'question',
    ],
    [
      'a number outside its range',
      one(numeric('N', { min: 0, max: 10 }), ask('B', { showIf: { variable: 'N', atLeast: 11 } })),
      'pages[0].questions[2].showIf',
      'question',
    ],
    [
      'between two whole numbers',
      one(numeric('N'), ask('B', { showIf: { variable: 'N', atLeast: 2.1, atMost: 2.9 } })),
      'pages[0].questions[2].showIf',
      'question',
    ],
    [
      'between two steps of a slider',
      one(
        ask('S', { type: 'slider', max: 100, step: 10, low: nl('laag'), high: nl('hoog') }),
        ask('B', { showIf: { variable: 'S', atLeast: 41, atMost: 49 } }),
      ),
      'pages[0].questions[2].showIf',
      'question',
    ],
    [
      'a year before the earliest',
      one(
        ask('D', { type: 'date', precision: 'year', earliest: '2000' }),
        ask('B', { showIf: { variable: 'D', atMost: 1999 } }),
      ),
      'pages[0].questions[2].showIf',
      'question',
    ],
    [
      'a tick beside what excludes it',
      one(
        ticks('M', { options: [...options('a', 'b'), { ...options('none')[0], exclusive: true }] }),
        ask('B', { showIf: { all: [is('M.a', '1'), is('M.none', '1')] } }),
      ),
      'pages[0].questions[2].showIf',
      'question',
    ],
    [
      'more ticks than may be',
      one(
        ticks('M', { max: 2 }),
        ask('B', { showIf: { all: [is('M.a', '1'), is('M.b', '1'), is('M.c', '1')] } }),
      ),
      'pages[0].questions[2].showIf',
      'question',
    ],
    [
      'two provinces at once',
      one(
        ask('lib', { type: 'register' }),
        ask('B', {
          showIf: {
            all: [
              { register: 'province', is: ['Limburg'] },
              { register: 'province', is: ['Antwerpen'] },
            ],
          },
        }),
      ),
      'pages[0].questions[2].showIf',
      'question',
    ],
    [
      'an option whose condition goes against its question',
      one(
        ask('A'),
        ask('B', {
          showIf: is('A', 'a'),
          options: [...options('x', 'y'), { ...options('z')[0], showIf: is('A', 'b') }],
        }),
      ),
      'pages[0].questions[2].options[2].showIf',
      'option',
    ],
    [
      'the code of an option that is not offered then',
      one(
        ask('A'),
        ask('B', { options: [...options('x', 'y'), { ...options('z')[0], showIf: is('A', 'b') }] }),
        ask('C', { showIf: { all: [is('A', 'a'), is('B', 'z')] } }),
      ),
      'pages[0].questions[3].showIf',
      'question',
    ],
  ])('such as %s, is told', (_what, pages, path, shows) => {
    expect(problems(questionnaireOf(pages))).toEqual([`error ${path} unreachable.${shows}`]);
  });

  it('is told once: not again for what stands inside it', () => {
    const inside = { ...options('z')[0], showIf: is('A', 'a') };
    const questionnaire = questionnaireOf([
      page('p', [consent, ask('A')]),
      page('q', [ask('B', { showIf: is('A', 'a'), options: [...options('x', 'y'), inside] })], {
        showIf: never,
      }),
    ]);
    expect(problems(questionnaire)).toEqual(['error pages[1].showIf unreachable.page']);
  });

  it('is told of a shared list only when no question can offer it', () => {
    const list = { options: [...options('x', 'y'), { ...options('z')[0], showIf: is('A', 'b') }] };
    const against = ask('B', { showIf: is('A', 'a'), options: { list: 'l' } });
    const path = 'error lists.l.options[2].showIf unreachable.option';
    expect(problems(questionnaireOf(one(ask('A'), against), { lists: { l: list } }))).toEqual([path]);
    const both = one(ask('A'), against, ask('C', { options: { list: 'l' } }));
    expect(problems(questionnaireOf(both, { lists: { l: list } }))).toEqual([]);
  });

  it('is not looked for among more answers than can be tried', () => {
    const many = Array.from({ length: 16 }, (_, n) => ask(`Q${n}`));
    const all = { all: [...many.map((_, n) => is(`Q${n}`, 'a')), is('Q0', 'b')] };
    expect(problems(questionnaireOf(one(...many, ask('B', { showIf: all }))))).toEqual([]);
  });
});

describe('names', () => {
  it.each([
    [
      'two register questions',
      one(ask('l', { type: 'register' }), ask('m', { type: 'register' })),
      'pages[0].questions[2] secondRegister',
    ],
    [
      'a reason with the code of an answer',
      one(numeric('N', { instead: [{ code: 'given', label: nl('x'), missing: 'dontKnow' }] })),
      'pages[0].questions[1].instead reasonClash',
    ],
    [
      'a reason twice',
      one(
        numeric('N', { instead: ['x', 'x'].map((code) => ({ code, label: nl(code), missing: 'dontKnow' })) }),
      ),
      'pages[0].questions[1].instead reasonClash',
    ],
    [
      'an option that looks like its words',
      one(ticks('M', { options: options('a', 'text') })),
      'pages[0].questions[1].options[1].code reservedCode',
    ],
    [
      'a grid whose scale is called like another question',
      [
        page('p', [
          consent,
          ticks('M'),
          ask('G', {
            type: 'grid',
            rows: options('a'),
            scales: [{ variable: 'M', label: nl('x'), scale: 's' }],
          }),
        ]),
      ],
      'pages[0].questions[2] duplicateVariable',
    ],
    ['a question and a part of every page', one(ask('page')), 'pages[0].questions[1].code reservedCode'],
  ])('such as %s, clash', (_what, pages, expected) => {
    const scales = {
      s: { look: 'agreement', options: options('1', '2').map((o, value) => ({ ...o, value })) },
    };
    expect(problems(questionnaireOf(pages, { scales }))).toContain(`error ${expected}`);
  });

  it('of languages are there once, and have words', () => {
    expect(problems(questionnaireOf(one(ask('A')), { languages: ['nl', 'nl'] }))).toContain(
      'error languages duplicateLanguage',
    );
    expect(problems(questionnaireOf(one(ask('A')), { languages: ['nl', 'en'] }))).toEqual([
      'error languages[1] emptyLanguage',
    ]);
  });
});

describe('numbers that do not fit', () => {
  const low = { low: nl('laag'), high: nl('hoog') };
  it.each([
    ['error', 'min minOverMax', ticks('Q', { min: 3, max: 2 })],
    ['error', 'min moreThanOptions', ticks('Q', { min: 4 })],
    ['warning', 'max moreThanOptions', ticks('Q', { max: 4 })],
    ['error', 'count moreThanOptions', ticks('Q', { type: 'pick', count: 4 })],
    ['warning', 'count picksAll', ticks('Q', { type: 'pick', count: 3 })],
    ['error', 'top moreThanOptions', ticks('Q', { type: 'rank', top: 4 })],
    ['error', 'min minOverMax', numeric('Q', { min: 2, max: 1 })],
    ['error', 'decimals noNumberFits', numeric('Q', { min: 0.2, max: 0.8 })],
    ['error', 'max minOverMax', ask('Q', { type: 'slider', max: 0, ...low })],
    ['error', 'step stepTooLong', ask('Q', { type: 'slider', max: 5, step: 10, ...low })],
    ['error', 'step stepNotFitting', ask('Q', { type: 'slider', max: 10, step: 3, ...low })],
    ['error', 'earliest dateBound', ask('Q', { type: 'date', earliest: '2024-03' })],
    ['error', 'latest dateBound', ask('Q', { type: 'date', latest: '2024-02-30' })],
    [
      'error',
      'earliest datesReversed',
      ask('Q', { type: 'date', precision: 'year', earliest: '2024', latest: '2023' }),
    ],
  ])('give the %s %s', (severity, expected, question) => {
    expect(problems(questionnaireOf(one(question)))).toEqual([
      `${severity} pages[0].questions[1].${expected}`,
    ]);
  });

  it('are those of a scale without values, or with some', () => {
    const scale = (...values: (number | undefined)[]) => ({
      look: 'agreement',
      options: options('1', '2').map((option, index) =>
        values[index] === undefined ? option : { ...option, value: values[index] },
      ),
    });
    const of = (scales: object) =>
      problems(questionnaireOf(one(ask('A', { options: { scale: 's' } })), { scales }));
    expect(of({ s: scale(1, 2) })).toEqual([]);
    expect(of({ s: scale() })).toEqual(['warning scales.s.options scaleValues']);
    expect(of({ s: scale(1) })).toEqual(['warning scales.s.options[1] optionValue']);
  });
});

describe('answers filled in in texts', () => {
  const two = (first: object, words: string) =>
    problems(
      questionnaireOf([
        page('p', [consent, ask('A', { ...first })]),
        page('q', [ask('B', { label: nl(words) })]),
      ]),
    );

  it('need words of their own where there may be no answer', () => {
    expect(two({}, 'En {A}?')).toEqual(['warning pages[1].questions[0].label referenceFallback']);
    expect(two({}, 'En {A|dat}?')).toEqual([]);
    expect(two({ required: true }, 'En {A}?')).toEqual([]);
  });

  it('need none where the condition of the question says that there is one', () => {
    const asked = ask('B', { label: nl('En {A}?'), showIf: is('A', 'a') });
    expect(problems(questionnaireOf([page('p', [consent, ask('A')]), page('q', [asked])]))).toEqual([]);
  });

  it('are answers to questions before them, on another page', () => {
    expect(two({}, 'En {X|dat}?')).toEqual(['error pages[1].questions[0].label unknownReference']);
    expect(two({ label: nl('{B|dat}') }, 'x')).toEqual(['error pages[0].questions[1].label laterReference']);
    expect(problems(questionnaireOf(one(ask('A'), ask('B', { help: nl('{A|dat}') }))))).toEqual([
      'warning pages[0].questions[2].help referenceSamePage',
    ]);
    expect(two({}, 'x').length + problems(questionnaireOf(one(ask('A')), { title: nl('{A}') })).length).toBe(
      1,
    );
  });
});

describe('what people meet', () => {
  it('is consent first, or a warning', () => {
    expect(problems(questionnaireOf([page('p', [ask('A')]), page('q', [consent])]))).toEqual([
      'warning pages[1].questions[0] consentLate',
    ]);
    expect(problems(questionnaireOf([page('p', [ask('A')])]))).toEqual(['warning pages[0] noConsent']);
  });

  it('takes no more than ten minutes, or a warning', () => {
    const many = Array.from({ length: 60 }, (_, n) => ask(`Q${n}`, n > 0 ? { showIf: is('Q0', 'a') } : {}));
    const questionnaire = questionnaireOf(one(...many));
    expect(problems(questionnaire)).toEqual(['warning  tooLong']);
    const { seconds, everybody, minutes, minutesOfEverybody, pages } = estimateOf(questionnaire);
    expect([seconds, everybody, minutes, minutesOfEverybody]).toEqual([15 + 60 * 12, 27, 12, 1]);
    expect(pages).toEqual([{ code: 'p', seconds: 735, everybody: 27 }]);
  });
});
