// A page as plain data: what is filled in, where things stand, and what is said about mistakes.
import { describe, expect, it } from 'vitest';
import { walk } from '../../surveys/flow.ts';
import { type PageView, pageView } from '../../surveys/page-view.ts';
import type { Given } from '../../surveys/question-types/question-type.ts';
import type { GridBody, QuestionBody } from '../../surveys/question-types/question-view.ts';
import type { Questionnaire } from '../../surveys/questionnaire.ts';
import { readPage } from '../../surveys/read-page.ts';
import { noRegister } from '../../surveys/register.ts';
import { pageOf, sample } from './sample-questionnaire.ts';

const groups = [{ label: 'Limburg', libraries: [{ code: 'bib-1', name: 'Bib Lindedorp' }] }];

/** The page with these answers or, after a mistake, with what was typed and what is wrong with it. */
function view(code: string, given: Given = {}, language = 'nl', typed?: Record<string, string>): PageView {
  const answers = JSON.parse(JSON.stringify(given)) as Record<string, string>;
  const reading = typed && readPage(sample, pageOf(code), typed, answers, noRegister);
  return pageView({
    questionnaire: sample,
    page: pageOf(code),
    walked: walk(sample, answers, noRegister),
    given: { ...given, ...reading?.answers, ...typed },
    problems: [...(reading?.problems.values() ?? [])],
    language,
    libraries: groups,
    seed: null,
  });
}

function body<T extends QuestionBody['type']>(page: PageView, type: T) {
  const question = page.questions.find((candidate) => candidate.body.type === type);
  if (question?.body.type !== type) throw new RangeError(`no ${type} on ${page.code}`);
  return question.body as Extract<QuestionBody, { type: T }>;
}

describe('a page', () => {
  it('says where it stands, in the language asked for', () => {
    expect(view('tools', {}, 'en')).toMatchObject({
      title: 'Tools: how often?',
      part: 2,
      parts: 3,
      next: 'How do you learn?',
      previous: 'you',
      rows: { answered: 0, total: 3 },
      bars: [{ done: 100 }, { done: 0, here: true }, { done: 0 }],
      wide: true,
    });
  });

  it('names the next page up to its colon, and none after the last', () => {
    expect(view('you').next).toBe('Toestellen');
    expect(view('ways').next).toBeNull();
    expect(view('you').previous).toBeNull();
  });

  it('has a part for every page that is shown', () => {
    expect(view('tools', { role: 'lead' })).toMatchObject({ parts: 4, next: 'Leiding' });
  });
});

describe('what was given', () => {
  it('is filled in, kind by kind', () => {
    const you = view('you', { consent: 'yes', library: 'bib-1', role: 'other', 'role.other.text': 'zingen' });
    expect(body(you, 'consent').checked).toBe(true);
    expect(body(you, 'register').groups[0]?.libraries[0]).toMatchObject({ code: 'bib-1', selected: true });
    const role = body(you, 'single');
    expect(role.options.filter((option) => option.checked).map((option) => option.value)).toEqual(['other']);
    expect(role.options[2]?.text).toEqual({
      name: 'role.other.text',
      value: 'zingen',
      showIf: '{"variable":"role","is":["other"]}',
    });
    const ways = view('ways', { 'ways.paper': '2', words: 'hallo', pace: 'N' });
    expect(body(ways, 'rank').options[1]?.choices[1]).toMatchObject({ id: 'ways.paper:2', checked: true });
    expect(body(ways, 'rank').options[0]?.none.checked).toBe(true);
    expect(body(ways, 'text')).toMatchObject({ value: 'hallo', left: 5 });
    expect(body(ways, 'single')).toMatchObject({ scale: true });
    expect(body(view('tools', { 'learn.a': '1', 'learn.b': '0' }), 'multiple').options[0]?.checked).toBe(
      true,
    );
  });
});

describe('a choice out of many', () => {
  it('is a list that opens, and a mistake leads to the list', () => {
    const options = Array.from({ length: 16 }, (_, n) => ({
      code: `c${n}`,
      label: { nl: `${n}`, en: `${n}` },
    }));
    const question = {
      type: 'single',
      code: 'many',
      label: { nl: 'Welke?' },
      required: true,
      shuffle: false,
      options,
    } as const;
    const page = { code: 'p', title: { nl: 'P' }, questions: [{ ...question, options: [...options] }] };
    const questionnaire: Questionnaire = { ...sample, pages: [page] };
    const reading = readPage(questionnaire, page, {}, {}, noRegister);
    expect(reading.problems.get('many')?.target).toBe('many');
    const given = { many: 'c3' };
    const walked = walk(questionnaire, given, noRegister);
    const shown = pageView({
      questionnaire,
      page,
      walked,
      given,
      problems: [],
      language: 'nl',
      libraries: [],
      seed: null,
    });
    expect(body(shown, 'single')).toMatchObject({ list: true, id: 'many' });
    expect(body(view('you'), 'single').list).toBe(false);
  });
});

describe('a grid', () => {
  const grid: GridBody = body(view('tools', { 'use.site': 'N', 'use.till': '1', 'well.till': '1' }), 'grid');

  it('stands in groups, with a cell per code of each scale', () => {
    expect(grid.groups.map((group) => [group.label, group.rows.length])).toEqual([
      ['Balie', 2],
      ['Web', 1],
    ]);
    const [till] = grid.groups[0]?.rows ?? [];
    expect(till?.first.map((cell) => cell.checked)).toEqual([false, true, false, false]);
    expect(till?.second?.map((cell) => cell.checked)).toEqual([false, true, false]);
    expect(grid).toMatchObject({ unless: '0 N', wholeCode: 'N', rowCount: 3, answered: 2, span: 9 });
  });

  it('sets apart what is no answer on the scale', () => {
    expect(grid.first.columns.map(({ apart, start, end, full }) => ({ apart, start, end, full }))).toEqual([
      { apart: false, start: true, end: false, full: false },
      { apart: false, start: false, end: false, full: false },
      { apart: false, start: false, end: true, full: false },
      { apart: true, start: false, end: false, full: true },
    ]);
  });

  it('ticks the box of a group whose rows all have its code, above the column it fills', () => {
    expect(grid.groups.map((group) => group.whole?.checked)).toEqual([false, true]);
    expect(grid.groups[1]?.whole).toMatchObject({
      name: 'use.group.web',
      headSpan: 2,
      wordsSpan: 2,
      restSpan: 0,
    });
  });
});

describe('a mistake', () => {
  const typed = { 'use.site': '1', 'learn.a': '1', 'learn.none': '1' };

  it('stands in the summary with its remedy and a way to it, and at its question and row', () => {
    const page = view('tools', {}, 'en', typed);
    expect(page.summary).toEqual([
      {
        target: 'use.till:0',
        message: {
          key: 'respond.problem.requiredRow.link',
          values: { question: 'What do you use?', row: 'Till' },
        },
      },
      {
        target: 'learn.a:1',
        message: {
          key: 'respond.problem.exclusive.link',
          values: { question: 'What to learn?', option: 'Nothing' },
        },
      },
    ]);
    expect(body(page, 'grid').groups[0]?.rows[0]?.message?.key).toBe('respond.problem.requiredRow.field');
    expect(page.questions[1]).toMatchObject({
      message: { key: 'respond.problem.exclusive.field' },
      describedBy: 'learn-problem',
    });
    expect(page.questions[0]?.folded).toBe(false);
  });

  it('folds a grid that is answered and right', () => {
    const rows = { 'use.till': '1', 'use.catalogue': '2', 'use.site': 'N' };
    const page = view('tools', {}, 'nl', { ...rows, 'learn.a': '1', 'learn.none': '1' });
    expect(page.questions.map((question) => question.folded)).toEqual([true, false, false]);
    expect(page.wide).toBe(false);
  });
});
