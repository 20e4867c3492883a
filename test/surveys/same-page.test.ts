// What hangs on an answer of its own page: shown without scripts, and by a script exactly when it is asked.
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from '../../surveys/condition.ts';
import { formQuestions, walk } from '../../surveys/flow.ts';
import { pageView } from '../../surveys/page-view.ts';
import { isPersonal } from '../../surveys/personal-page.ts';
import { typedNumber } from '../../surveys/question-types/typed-number.ts';
import type { Condition, Page, Questionnaire } from '../../surveys/questionnaire.ts';
import { readPage } from '../../surveys/read-page.ts';
import { type LiveCondition, leftToDecide } from '../../surveys/same-page.ts';
import { situationOf } from '../../surveys/situation.ts';
import { anyQuestionnaire, anyRegister } from './arbitrary-questionnaire.ts';
import { chanceOf, fillPage } from './simulated-respondent.ts';
import { ask, consent, nl, options, page, questionnaireOf } from './small-questionnaire.ts';

/** The browser's own reading of conditions. */
const {
  holdsNow,
}: {
  holdsNow(condition: LiveCondition, answerOf: (variable: string) => string | undefined): boolean;
} = await import(fileURLToPath(new URL('../../views/client/live-condition.js', import.meta.url)));

const is = (variable: string, ...codes: string[]) => ({ variable, is: codes });

/** What is left of a condition on the second page. */
function left(
  condition: Condition,
  answers: Record<string, string> = {},
  more: object[] = [],
  register = true,
) {
  const questionnaire = questionnaireOf([
    page('p', [consent, ask('before')]),
    page('q', [ask('here'), ...(more as never[])]),
  ]);
  const situation = situationOf(questionnaire, answers, anyRegister);
  const [, second] = questionnaire.pages;
  return leftToDecide(questionnaire, second as Page, condition, situation, register ? anyRegister : null);
}

describe('a condition on the page itself', () => {
  it('is left to the page, with everything else filled in', () => {
    const both = { all: [is('before', 'a'), is('here', 'b')] };
    expect(left(both, { before: 'a' })).toEqual(is('here', 'b'));
    expect(left(both, { before: 'b' })).toBe(false);
    expect(left({ any: [is('before', 'a'), is('here', 'b')] }, { before: 'a' })).toBe(true);
    expect(left({ not: is('here', 'b') })).toEqual({ not: is('here', 'b') });
    expect(left({ answered: 'before' }, { before: 'a' })).toBe(true);
  });

  it('names codes where it reads values, and bounds where numbers are typed', () => {
    const scale = options('x', 'y', 'z').map((option, value) => ({ ...option, value }));
    const more = [ask('S', { options: scale }), ask('N', { type: 'number', decimals: 1 })];
    expect(left({ variable: 'S', atLeast: 1 }, {}, more)).toEqual(is('S', 'y', 'z'));
    expect(left({ variable: 'N', atMost: 3 }, {}, more)).toEqual({
      variable: 'N',
      measure: 'number',
      decimals: 1,
      atLeast: undefined,
      atMost: 3,
    });
  });

  it('names the libraries where it reads the register, or is left open without one', () => {
    const more = [ask('lib', { type: 'register' })];
    const condition = { register: 'province', is: ['Antwerpen'] } as const;
    expect(left(condition, {}, more)).toEqual(is('lib', 'bib-2', 'bib-3'));
    expect(left(condition, {}, more, false)).toBe(true);
    expect(left({ not: condition }, {}, more, false)).toBe(true);
  });
});

describe('fewest ticks', () => {
  it('are never more than the options somebody is offered', () => {
    const questionnaire = questionnaireOf([
      page('p', [consent, ask('A')]),
      page('q', [
        ask('M', {
          type: 'multiple',
          required: true,
          min: 3,
          options: [...options('x', 'y'), { ...options('z')[0], showIf: is('A', 'a') }],
        }),
      ]),
    ]);
    const second = questionnaire.pages[1] as Page;
    const keys = (answers: Record<string, string>, fields: Record<string, string>) =>
      [...readPage(questionnaire, second, fields, answers, anyRegister).problems.values()].map(
        ({ key }) => key,
      );
    expect(keys({ A: 'a' }, { 'M.x': '1', 'M.y': '1' })).toEqual(['tooFew']);
    expect(keys({ A: 'b' }, { 'M.x': '1', 'M.y': '1' })).toEqual([]);
    expect(keys({ A: 'b' }, { 'M.x': '1' })).toEqual(['tooFew']);
  });
});

describe('the form of a page', () => {
  const hanging = questionnaireOf(
    [
      page('p', [
        consent,
        ask('lib', { type: 'register' }),
        ask('A', { options: [...options('a', 'b'), { ...options('c')[0], text: true }] }),
        ask('B', { showIf: is('A', 'a'), required: true }),
        ask('C', {
          options: [
            { ...options('x')[0], showIf: is('A', 'a') },
            { ...options('y')[0], showIf: is('A', 'b') },
          ],
        }),
        ask('D', { showIf: { register: 'province', is: ['Limburg'] } }),
        ask('G', {
          type: 'grid',
          rows: options('r', 's').map((row) => ({ ...row, showIf: is('A', 'b') })),
          scales: [{ variable: 'Ga', label: nl('Hoe?'), scale: 's' }],
        }),
      ]),
    ],
    { scales: { s: { look: 'agreement', options: options('1', '2') } } },
  );
  const [first] = hanging.pages as [Page];
  const walked = walk(hanging, {}, anyRegister);
  const view = pageView({
    questionnaire: hanging,
    page: first,
    walked,
    given: {},
    problems: [],
    language: 'nl',
    libraries: [],
    seed: null,
    register: anyRegister,
  });
  const named = (code: string) => view.questions.find((question) => question.code === code);

  it('holds what hangs on an answer of the page, also on the library chosen there', () => {
    expect(formQuestions(hanging, first, walked).map(({ code }) => code)).toEqual([
      'consent',
      'lib',
      'A',
      'B',
      'C',
      'D',
      'G',
    ]);
    expect(view.questions).toHaveLength(7);
  });

  it('says on every part what it hangs on, as data for a script', () => {
    expect(named('A')?.showIf).toBeNull();
    expect(named('B')?.showIf).toBe('{"variable":"A","is":["a"]}');
    expect(named('D')?.showIf).toBe('{"variable":"lib","is":["bib-1"]}');
    const choice = named('C')?.body;
    expect(choice?.type === 'single' && choice.options.map(({ showIf }) => showIf)).toEqual([
      '{"variable":"A","is":["a"]}',
      '{"variable":"A","is":["b"]}',
    ]);
    const grid = named('G')?.body;
    expect(grid?.type === 'grid' && grid.groups[0]?.rows[0]?.showIf).toBe('{"variable":"A","is":["b"]}');
    const other = named('A')?.body;
    expect(other?.type === 'single' && other.options[2]?.text?.showIf).toBe('{"variable":"A","is":["c"]}');
  });

  it('knows a grid whose scale has a name of its own as part of the page', () => {
    const questionnaire = questionnaireOf(
      [
        page('p', [
          consent,
          ask('G', {
            type: 'grid',
            rows: options('r'),
            scales: [{ variable: 'often', label: nl('Hoe?'), scale: 's' }],
          }),
          ask('B', { showIf: is('often.r', '1') }),
        ]),
      ],
      { scales: { s: { look: 'agreement', options: options('1', '2') } } },
    );
    const [only] = questionnaire.pages as [Page];
    const shown = formQuestions(questionnaire, only, walk(questionnaire, {}, anyRegister));
    expect(shown.map(({ code }) => code)).toContain('B');
  });

  it('is never kept for the next respondent where earlier answers decide what it hangs on', () => {
    const questionnaire = (condition: Condition) =>
      questionnaireOf([
        page('p', [consent, ask('A')]),
        page('q', [ask('B'), ask('C', { showIf: condition })]),
      ]);
    const personal = (one: Questionnaire) => isPersonal(one, one.pages[1] as Page);
    expect(personal(questionnaire(is('B', 'a')))).toBe(false);
    expect(personal(questionnaire({ any: [is('A', 'a'), is('B', 'a')] }))).toBe(true);
  });

  it('is never kept where the title of another page names an answer', () => {
    const questionnaire = questionnaireOf([
      page('p', [consent, ask('A')]),
      page('q', [ask('B')]),
      page('r', [ask('C')], { title: nl('Over {A|jou}') }),
    ]);
    expect(isPersonal(questionnaire, questionnaire.pages[1] as Page)).toBe(true);
  });
});

describe('the script of the page', () => {
  it.each([
    ['number', '1.200', 0, 1200],
    ['number', '1,5', 1, 1.5],
    ['number', '−3', 0, -3],
    ['year', '2024', 0, 2024],
    ['month', '3/2024', 0, 2024 * 12 + 2],
    ['day', '1/3/2024', 0, 19783],
    ['day', '2024-03-01', 0, 19783],
  ])('reads a %s typed as %s', (measure, typed, decimals, place) => {
    const at = (atLeast: number, atMost: number) =>
      holdsNow({ variable: 'N', measure: measure as 'day', decimals, atLeast, atMost }, () => typed);
    expect([at(place, place), at(place + 1, place + 9), at(place - 9, place - 0.5)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each(['', 'x', '31/2/2024', '1/13/2024', '2024'])('takes "%s" for no day', (typed) => {
    expect(holdsNow({ variable: 'D', measure: 'day', decimals: 0, atLeast: -1e9 }, () => typed)).toBe(false);
  });

  it('reads numbers as the server does, however they are typed', () => {
    const typed = fc.stringMatching(/^[-−]?[0-9]{1,4}([., ][0-9]{1,3}){0,3}$/);
    fc.assert(
      fc.property(typed, fc.constantFrom(0, 1, 3, 10), (words, decimals) => {
        const stored = typedNumber(words, decimals);
        const place = stored === null ? null : Number(stored);
        const condition = { variable: 'N', measure: 'number', decimals } as const;
        const at = (atLeast: number, atMost: number) =>
          holdsNow({ ...condition, atLeast, atMost }, () => words);
        if (place === null) expect(at(-1e15, 1e15)).toBe(false);
        else expect(at(place, place)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('shows what the server asks, for any page and any answers on it', () => {
    fc.assert(
      fc.property(anyQuestionnaire, fc.nat({ max: 2 ** 30 }), (questionnaire, seed) => {
        const chance = chanceOf(seed);
        let earlier: Record<string, string> = {};
        for (const each of questionnaire.pages) {
          const before = walk(questionnaire, earlier, anyRegister);
          const { fields } = fillPage(questionnaire, each, before.answers, anyRegister, chance);
          const { answers } = readPage(questionnaire, each, fields, before.answers, anyRegister);
          const after = walk(questionnaire, { ...before.answers, ...answers }, anyRegister);
          const conditions = each.questions.flatMap((question) => [
            question.showIf,
            ...('options' in question && Array.isArray(question.options)
              ? question.options.map(({ showIf }) => showIf)
              : []),
          ]);
          for (const condition of conditions) {
            const live = leftToDecide(questionnaire, each, condition, before.situation, anyRegister);
            const now = typeof live === 'boolean' ? live : holdsNow(live, (name) => after.answers[name]);
            expect(now).toBe(holds(condition, after.situation));
          }
          earlier = { ...after.answers };
        }
      }),
      { numRuns: 100 },
    );
  });
});
