// What each kind of question makes of what is typed, and what it says when that cannot be.
import { describe, expect, it } from 'vitest';
import { type Fields, readPage, readResponse } from '../../surveys/read-page.ts';
import { sampleRegister as libraries, pageOf, sample } from './sample-questionnaire.ts';

const you = { consent: 'yes', role: 'desk' };
const tools = { 'use.till': '2' };

function read(page: string, fields: Fields, earlier = {}) {
  const { answers, problems } = readPage(sample, pageOf(page), fields, earlier, libraries);
  const said = [...problems.values()].map(({ field, key, values, target }) => ({
    field,
    key,
    values,
    target,
  }));
  return { answers, problems: said };
}

describe('a page gives the answers of its questions', () => {
  const cases: readonly [string, string, Fields, Record<string, string>][] = [
    ['only what must be given', 'you', you, { consent: 'yes', role: 'desk' }],
    ['a library of the register', 'you', { ...you, library: 'bib-2' }, { ...you, library: 'bib-2' }],
    ['no library', 'you', { ...you, library: '' }, you],
    ['rather not say', 'you', { ...you, library: 'decline' }, { ...you, library: 'decline' }],
    [
      'words beside the option that asks for them',
      'you',
      { consent: 'yes', role: 'other', 'role.other.text': '  poetsen\r\nen zingen\u0000 ' },
      { consent: 'yes', role: 'other', 'role.other.text': 'poetsen\nen zingen' },
    ],
    ['no words beside an option that was not chosen', 'you', { ...you, 'role.other.text': 'poetsen' }, you],
    ['both scales of a row', 'tools', { ...tools, 'well.till': '1' }, { 'use.till': '2', 'well.till': '1' }],
    [
      'the second scale alone, when the first was passed over',
      'tools',
      { ...tools, 'well.site': '1' },
      { 'use.till': '2', 'well.site': '1' },
    ],
    [
      'no second scale where the first says there is nothing to ask',
      'tools',
      { 'use.till': '0', 'well.till': '1', 'use.site': 'N', 'well.site': '0' },
      { 'use.till': '0', 'use.site': 'N' },
    ],
    [
      'the whole group for rows without an answer of their own',
      'tools',
      { 'use.till': '1', 'use.group.desk': '1', 'use.group.web': '1' },
      { 'use.till': '1', 'use.catalogue': 'N', 'use.site': 'N' },
    ],
    [
      'a nought for every option that was not ticked',
      'tools',
      { ...tools, 'learn.a': '1' },
      { ...tools, 'learn.a': '1', 'learn.b': '0', 'learn.c': '0', 'learn.none': '0' },
    ],
    ['nothing at all when nothing was ticked', 'tools', { ...tools, 'learn.a': '0', 'learn.b': '' }, tools],
    [
      'the places given, the others unranked',
      'ways',
      { 'ways.paper': '1', 'ways.film': '', 'ways.person': '2' },
      { 'ways.paper': '1', 'ways.film': 'unranked', 'ways.person': '2' },
    ],
    ['no places at all', 'ways', { 'ways.paper': 'unranked' }, {}],
    ['a text as long as it may be', 'ways', { words: 'één 👩‍🏫 ok' }, { words: 'één 👩‍🏫 ok' }],
    ['no text for blanks', 'ways', { words: ' \n ' }, {}],
  ];
  it.each(cases)('%s', (_what, page, fields, answers) => {
    expect(read(page, fields)).toEqual({ answers, problems: [] });
  });
});

describe('a page says what is wrong, where, and with which values', () => {
  const cases: readonly [string, string, Fields, string, string, object][] = [
    ['consent not given', 'you', { role: 'desk' }, 'consent', 'consent', {}],
    ['consent of another kind', 'you', { ...you, consent: 'no' }, 'consent', 'unknownCode', { value: 'no' }],
    ['a library nobody knows', 'you', { ...you, library: 'x' }, 'library', 'unknownLibrary', { value: 'x' }],
    ['a required choice left open', 'you', { consent: 'yes' }, 'role', 'required', {}],
    [
      'a code the question does not have',
      'you',
      { ...you, role: 'boss' },
      'role',
      'unknownCode',
      { value: 'boss' },
    ],
    [
      'words too long beside an option',
      'you',
      { consent: 'yes', role: 'other', 'role.other.text': 'x'.repeat(203) },
      'role.other.text',
      'tooLong',
      { over: 3, maximum: 200, length: 203 },
    ],
    [
      'a required row left open',
      'tools',
      {},
      'use.till',
      'requiredRow',
      { row: { nl: 'Kassa', en: 'Till' } },
    ],
    [
      'a code the scale does not have',
      'tools',
      { ...tools, 'use.site': '9' },
      'use.site',
      'unknownRowCode',
      { row: { nl: 'Website', en: 'Website' }, value: '9' },
    ],
    [
      'a code the second scale does not have',
      'tools',
      { ...tools, 'well.till': 'x'.repeat(60) },
      'well.till',
      'unknownRowCode',
      { value: `${'x'.repeat(40)}…` },
    ],
    [
      'a tick that is none',
      'tools',
      { ...tools, 'learn.a': 'yes' },
      'learn',
      'unknownRowCode',
      { value: 'yes' },
    ],
    [
      'more ticks than may be',
      'tools',
      { ...tools, 'learn.a': '1', 'learn.b': '1', 'learn.c': '1' },
      'learn',
      'tooMany',
      { max: 2, chosen: 3, over: 1 },
    ],
    [
      'nothing together with something',
      'tools',
      { ...tools, 'learn.a': '1', 'learn.none': '1' },
      'learn',
      'exclusive',
      { option: { nl: 'Niets', en: 'Nothing' } },
    ],
    [
      'a place given twice',
      'ways',
      { 'ways.film': '2', 'ways.person': '2' },
      'ways',
      'placeTwice',
      { place: '2', first: { nl: 'Filmpje', en: 'Film' }, second: { nl: 'Collega', en: 'Colleague' } },
    ],
    ['a place that does not exist', 'ways', { 'ways.film': '3' }, 'ways', 'unknownRowCode', { value: '3' }],
    ['a text that is too long', 'ways', { words: 'x'.repeat(14) }, 'words', 'tooLong', { over: 4 }],
    ['a required text of blanks', 'lead', { team: '  ' }, 'team', 'required', {}],
    ['a field the page does not have', 'ways', { evil: '1' }, 'evil', 'unknownField', { field: 'evil' }],
    ['a field sent twice', 'ways', { words: ['a', 'b'] }, 'words', 'fieldTwice', { field: 'words' }],
  ];
  it.each(cases)('%s', (_what, page, fields, field, key, values) => {
    const { problems } = read(page, fields);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ field, key, values });
  });

  it('points at the control where it can be repaired', () => {
    expect(read('you', { consent: 'yes' }).problems[0]?.target).toBe('role:desk');
    expect(read('tools', {}).problems[0]?.target).toBe('use.till:0');
    expect(read('ways', { words: 'x'.repeat(11) }).problems[0]?.target).toBe('words');
  });

  it('keeps what was right and gives back everything typed', () => {
    const fields = { ...tools, 'learn.a': '1', 'learn.b': '1', 'learn.c': '1' };
    const reading = readPage(sample, pageOf('tools'), fields, {}, libraries);
    expect(reading.answers).toEqual(tools);
    expect(reading.typed).toEqual(fields);
  });

  it('does not repeat a hostile form in its message', () => {
    const fields = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`field${n}`.repeat(30), 'x']));
    const { problems } = read('ways', fields);
    expect(problems).toHaveLength(5);
    expect(problems.every((problem) => problem.field.length <= 41)).toBe(true);
  });
});

describe('a question inside the page that hangs on another', () => {
  it('is let go when it is not asked, and required when it is', () => {
    expect(read('tools', { ...tools, 'learn.a': '1', why: 'time' }).answers).not.toHaveProperty('why');
    expect(read('tools', { ...tools, 'learn.none': '1' }).problems[0]).toMatchObject({
      field: 'why',
      key: 'required',
    });
    expect(read('tools', { ...tools, 'learn.none': '1', why: 'time' }).answers).toMatchObject({
      why: 'time',
    });
  });
});

describe('a whole response', () => {
  it('is read page by page, and lets go of pages that are not shown', () => {
    const reading = readResponse(sample, { ...you, ...tools, team: 'x', words: 'hallo' }, libraries);
    expect(reading).toEqual({ answers: { ...you, ...tools, words: 'hallo' }, problems: [] });
  });

  it('names fields no page has and everything that is wrong', () => {
    const reading = readResponse(sample, { ...you, role: 'lead', zzz: '1' }, libraries);
    expect(reading.problems.map(({ field, key }) => `${field} ${key}`)).toEqual([
      'zzz unknownField',
      'use.till requiredRow',
      'team required',
    ]);
  });
});
