// Rows of a CSV become answers by a column map; every mistake is a located problem.
import { describe, expect, it } from 'vitest';
import { type ColumnMap, columnMapSchema } from '../../../surveys/formats/column-map.ts';
import { rowReader } from '../../../surveys/formats/row-reader.ts';
import { type Questionnaire, questionnaireSchema } from '../../../surveys/questionnaire.ts';
import { registerOf } from '../../../surveys/register.ts';

const text = (en: string) => ({ en });
const option = (code: string, more: object = {}) => ({ code, label: text(code), ...more });
const questionnaire: Questionnaire = questionnaireSchema.parse({
  format: 'nodenkaart/questionnaire/1',
  code: 'small',
  languages: ['en'],
  title: text('Small'),
  welcome: { title: text('Hello'), paragraphs: [text('Hello')] },
  notice: [{ title: text('Why'), text: text('Because') }],
  thanks: { title: text('Thanks'), paragraphs: [text('Thanks')] },
  scales: { mark: { look: 'sequential', options: [option('1', { value: 1 }), option('2', { value: 2 })] } },
  pages: [
    {
      code: 'only',
      title: text('Only'),
      questions: [
        { type: 'register', code: 'library', label: text('Library') },
        {
          type: 'single',
          code: 'job',
          label: text('Job'),
          options: [option('desk'), option('other', { text: true })],
        },
        {
          type: 'multiple',
          code: 'tools',
          label: text('Tools'),
          options: [option('web'), option('wise'), option('other', { text: true })],
        },
        {
          type: 'rank',
          code: 'best',
          label: text('Best'),
          top: 2,
          options: [option('a'), option('b'), option('c')],
        },
        {
          type: 'single',
          code: 'mark',
          label: text('Mark'),
          options: { scale: 'mark' },
          showIf: { variable: 'job', is: ['desk'] },
        },
        { type: 'text', code: 'words', label: text('Words'), maxLength: 500 },
      ],
    },
  ],
});
const mapJson = {
  format: 'nodenkaart/column-map/1',
  survey: 'small',
  version: 1,
  skipped: ['-99'],
  day: { column: 'Date', format: 'D/M/YYYY' },
  library: { column: 'Library' },
  columns: [
    {
      column: 'Job',
      variable: 'job',
      codes: { Desk: 'desk', 'At the desk': 'desk', Else: 'other' },
      skipped: ['N/A'],
    },
    { column: 'Job else', words: 'job.other.text' },
    { column: 'Web', ticks: 'tools.web', is: ['Yes', 'The web'] },
    { column: 'Wise', ticks: 'tools.wise' },
    { column: 'Tool else', ticks: 'tools.other', words: 'tools.other.text' },
    { column: 'A', variable: 'best.a' },
    { column: 'B', variable: 'best.b' },
    { column: 'C', variable: 'best.c' },
    { column: 'Mark', variable: 'mark' },
    { column: 'Words', words: 'words' },
  ],
  ignored: [{ column: 'IP', why: 'Not ours to keep.' }],
};
const headings = [
  'Date',
  'Library',
  'Job',
  'Job else',
  'Web',
  'Wise',
  'Tool else',
  'A',
  'B',
  'C',
  'Mark',
  'Words',
  'IP',
];

const gent = registerOf([{ code: 'gent', province: 'Oost-Vlaanderen', sizeClass: 'large' }]);

function mapOf(change: object = {}): ColumnMap {
  return columnMapSchema.parse({ ...mapJson, ...change });
}
function reading(cells: Readonly<Record<string, string>>, map = mapOf()) {
  const made = rowReader(questionnaire, map, headings, gent);
  if ('problems' in made) throw new Error(JSON.stringify(made.problems));
  return made.read(headings.map((heading) => cells[heading] ?? (heading === 'Date' ? '1/2/2024' : '')));
}
function keysOf(map: ColumnMap, given: readonly string[] = headings) {
  const made = rowReader(questionnaire, map, given, gent);
  return 'problems' in made
    ? made.problems.map(({ key, column }) => (column ? `${key} ${column}` : key))
    : [];
}

describe('a row', () => {
  it('gives codes by every spelling, trimmed, and the day', () => {
    expect(reading({ Job: ' At  the\u00A0desk ', Mark: '2', Date: ' 31/12/2023 ' }).row).toMatchObject({
      answers: { job: 'desk', mark: '2' },
      day: '2023-12-31',
      library: null,
    });
  });

  it('is skipped where a cell is blank or says so', () => {
    expect(reading({ Job: 'N/A', Mark: '-99' }).row?.answers).toEqual({});
  });

  it('keeps "NA" as words and knows it as a mistake where a code is wanted', () => {
    expect(reading({ Words: 'NA' }).row?.texts).toEqual({ words: 'NA' });
    expect(reading({ Job: 'NA' }).problems).toMatchObject([{ key: 'unknownCode', column: 'Job' }]);
  });

  it('that ticked anything saw the other options too', () => {
    expect(reading({ Web: 'The web', 'Tool else': 'a  pen' }).row?.answers).toEqual({
      'tools.web': '1',
      'tools.wise': '0',
      'tools.other': '1',
      'tools.other.text': 'a  pen',
    });
    expect(reading({}).row?.answers).toEqual({});
  });

  it('that gave one place left the others unranked', () => {
    expect(reading({ B: '1' }).row?.answers).toEqual({
      'best.a': 'unranked',
      'best.b': '1',
      'best.c': 'unranked',
    });
  });

  it('keeps words with their line breaks, without control characters', () => {
    expect(reading({ Words: 'one\r\ntwo\u0000' }).row?.texts).toEqual({ words: 'one\ntwo' });
  });

  it('names a library of the register', () => {
    expect(reading({ Library: 'gent' }).row).toMatchObject({ library: 'gent', answers: { library: 'gent' } });
    expect(reading({ Library: 'nowhere' }).problems).toMatchObject([
      { key: 'unknownLibrary', column: 'Library' },
    ]);
  });

  it('was shown what the conditions of the questionnaire say', () => {
    expect(reading({ Job: 'Desk' }).row?.shown.has('mark')).toBe(true);
    expect(reading({ Job: 'Else' }).row?.shown.has('mark')).toBe(false);
    expect(reading({ Job: 'Else', Mark: '1' }).problems).toMatchObject([
      { key: 'answeredNotAsked', column: 'Mark', values: { variable: 'mark', value: '1' } },
    ]);
  });

  it('was not asked what the map says of rows of its kind', () => {
    const map = mapOf({
      groups: { old: { all: [{ not: { anyGiven: ['Words'] } }, { not: { fromDay: '2024-01-01' } }] } },
      notAsked: [{ variables: ['tools.*'], in: 'old' }],
    });
    const old = { Date: '31/12/2023' };
    expect(reading(old, map).row?.shown.has('tools.web')).toBe(false);
    expect(reading({ ...old, Words: 'x' }, map).row?.shown.has('tools.web')).toBe(true);
    expect(reading({ Date: '1/1/2024' }, map).row?.shown.has('tools.web')).toBe(true);
    expect(reading({ ...old, Wise: 'x' }, map).problems?.[0]).toMatchObject({ key: 'answeredNotAsked' });
  });

  it('with words beside an option that was not chosen is a mistake', () => {
    expect(reading({ Job: 'Desk', 'Job else': 'x' }).problems).toMatchObject([
      { key: 'wordsWithoutChoice', column: 'Job else' },
    ]);
  });

  it('tells every mistake it has', () => {
    const { problems } = reading({
      Job: 'Boss',
      Web: 'Perhaps',
      A: '3',
      Date: '2/30/2024',
      Words: 'x'.repeat(10_001),
    });
    expect(problems?.map(({ key, column }) => `${key} ${column}`)).toEqual([
      'unknownCode Job',
      'unknownCode Web',
      'unknownCode A',
      'wordsTooLong Words',
      'badDay Date',
    ]);
    expect(problems?.[0]?.values).toMatchObject({ value: 'Boss', known: '“Desk”, “At the desk”, “Else”' });
  });

  it('needs a day and as many cells as there are headings', () => {
    expect(reading({ Date: '' }).problems).toMatchObject([{ key: 'dayMissing', column: 'Date' }]);
    const made = rowReader(questionnaire, mapOf(), headings);
    if ('problems' in made) throw new Error('the map is sound');
    expect(made.read(['1/2/2024']).problems).toMatchObject([
      { key: 'cellCount', values: { found: 1, expected: 13 } },
    ]);
  });
});

describe('headings', () => {
  it('that are missing, unknown, empty or double are told by name', () => {
    expect(
      keysOf(
        mapOf(),
        headings.filter((heading) => heading !== 'Mark'),
      ),
    ).toEqual(['headingMissing Mark']);
    expect(keysOf(mapOf(), [...headings, 'Extra', ''])).toEqual(['headingEmpty', 'headingUnknown Extra']);
    expect(keysOf(mapOf(), [...headings, 'Mark'])).toEqual(['headingTwice Mark']);
  });

  it('all in one cell were written with another delimiter', () => {
    const made = rowReader(questionnaire, mapOf(), [headings.join(';')]);
    expect(made).toMatchObject({
      problems: [{ key: 'wrongDelimiter', values: { delimiter: ',', likely: ';', found: 1 } }],
    });
  });
});

describe('a column map', () => {
  const columns = mapJson.columns;
  it('of another survey, or that fills a variable twice or not at all, is refused', () => {
    expect(keysOf(mapOf({ survey: 'large' }))).toEqual(['mapOfAnotherSurvey']);
    expect(keysOf(mapOf({ constants: { mark: '1' } }))).toEqual(['mapVariableTwice']);
    expect(
      keysOf(
        mapOf({
          columns: columns.slice(0, -1),
          ignored: [...mapJson.ignored, { column: 'Words', why: 'Names.' }],
        }),
      ),
    ).toEqual(['mapVariableLeftOut']);
  });

  it('with names or codes that the questionnaire or the map does not have is refused', () => {
    const changed = (column: object) => mapOf({ columns: [column, ...columns.slice(1)] });
    expect(keysOf(changed({ column: 'Job', variable: 'work' }))).toContain('mapUnknownVariable');
    expect(keysOf(changed({ column: 'Job', variable: 'job', codes: { Desk: 'boss' } }))).toEqual([
      'mapUnknownCode Job',
    ]);
    expect(keysOf(changed({ column: 'Job', variable: 'job', codes: 'jobs' }))).toEqual([
      'mapUnknownCodes Job',
    ]);
    expect(keysOf(changed({ column: 'Job', words: 'job' }))).toEqual(['mapWrongKind Job']);
    expect(keysOf(mapOf({ notAsked: [{ variables: ['mark'], in: 'old' }] }))).toEqual(['mapUnknownGroup']);
    expect(keysOf(mapOf({ groups: { old: { anyGiven: ['Age'] } } }))).toEqual(['mapUnknownColumn Age']);
  });

  it('must say one thing about each column', () => {
    const wrong = [
      { column: 'Job' },
      { column: 'Job', variable: 'job', words: 'words' },
      { column: 'Job', words: 'words', is: ['x'] },
      { column: 'Job', ticks: 'tools.web', codes: { a: 'b' } },
    ];
    for (const column of wrong) {
      expect(columnMapSchema.safeParse({ ...mapJson, columns: [column] }).success).toBe(false);
    }
  });
});
