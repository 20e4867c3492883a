// Numbers, dates, points, ticks of a pick and reasons out of a CSV: read as typed on screen, mistakes with their place.
import { describe, expect, it } from 'vitest';
import { columnMapSchema } from '../../../surveys/formats/column-map.ts';
import { rowReader } from '../../../surveys/formats/row-reader.ts';
import { questionnaireSchema } from '../../../surveys/questionnaire.ts';

const text = (en: string) => ({ en });
const option = (code: string) => ({ code, label: text(code) });
const instead = [{ code: 'unknown', label: text('I do not know'), missing: 'dontKnow' }];
const questionnaire = questionnaireSchema.parse({
  format: 'nodenkaart/questionnaire/1',
  code: 'lines',
  languages: ['en'],
  title: text('Lines'),
  welcome: { title: text('Hello'), paragraphs: [text('Hello')] },
  notice: [{ title: text('Why'), text: text('Because') }],
  thanks: { title: text('Thanks'), paragraphs: [text('Thanks')] },
  pages: [
    {
      code: 'only',
      title: text('Only'),
      questions: [
        { type: 'number', code: 'hours', label: text('Hours'), min: 0, max: 60, decimals: 1, instead },
        { type: 'date', code: 'since', label: text('Since'), precision: 'month', latest: '2026-12' },
        { type: 'date', code: 'away', label: text('Away'), period: true },
        {
          type: 'points',
          code: 'money',
          label: text('Money'),
          total: 10,
          options: [option('books'), option('films')],
          instead,
        },
        {
          type: 'pick',
          code: 'best',
          label: text('Best'),
          count: 1,
          options: [option('sea'), option('wood')],
          instead,
        },
      ],
    },
  ],
});
const mapJson = {
  format: 'nodenkaart/column-map/1',
  survey: 'lines',
  version: 1,
  decimal: ',',
  day: { fixed: '2026-02-01' },
  columns: [
    { column: 'Hours', variable: 'hours', codes: { 'no idea': 'unknown' } },
    { column: 'Since', variable: 'since', format: 'M/YYYY' },
    { column: 'From', variable: 'away.begin', format: 'D/M/YYYY' },
    { column: 'To', variable: 'away.end', format: 'D/M/YYYY' },
    { column: 'Books', variable: 'money.books' },
    { column: 'Films', variable: 'money.films' },
    { column: 'Why no money', reason: 'money', codes: { '?': 'unknown' } },
    { column: 'Sea', ticks: 'best.sea' },
    { column: 'Wood', ticks: 'best.wood' },
    { column: 'Best?', reason: 'best' },
  ],
};
const headings = mapJson.columns.map(({ column }) => column);
type Cells = Readonly<Record<string, string>>;

function readerOf(change: object = {}) {
  const found = rowReader(questionnaire, columnMapSchema.parse({ ...mapJson, ...change }), headings);
  if ('problems' in found) throw new Error(JSON.stringify(found.problems));
  return (cells: Cells) => found.read(headings.map((heading) => cells[heading] ?? ''));
}
function answersIn(cells: Cells) {
  const { row, problems } = readerOf()(cells);
  if (!row) throw new Error(JSON.stringify(problems));
  return row.answers;
}
function problemsIn(cells: Cells) {
  return (readerOf()(cells).problems ?? []).map(({ key, column }) => [column, key]);
}
function mapProblems(columns: readonly object[]) {
  const all = mapJson.columns.map((column) => ({
    ...column,
    ...columns.find((change) => 'column' in change && change.column === column.column),
  }));
  const found = rowReader(questionnaire, columnMapSchema.parse({ ...mapJson, columns: all }), headings);
  return 'problems' in found ? found.problems.map(({ key }) => key) : [];
}

describe('a cell of a variable on a number line', () => {
  it('is a number with the decimal sign of the map, kept as typed answers are', () => {
    expect(answersIn({ Hours: '7,5' })).toEqual({ hours: '7.5' });
    expect(answersIn({ Hours: '08,0' })).toEqual({ hours: '8' });
  });

  it('is a date in the form of its column', () => {
    expect(answersIn({ Since: '3/2019' })).toEqual({ since: '2019-03' });
    expect(answersIn({ From: '1/7/2025', To: '14/7/2025' })).toEqual({
      'away.begin': '2025-07-01',
      'away.end': '2025-07-14',
    });
  });

  it('is a reason where the map says so', () => {
    expect(answersIn({ Hours: 'no idea' })).toEqual({ hours: 'unknown' });
  });

  it('that is none is told with what it should be', () => {
    expect(problemsIn({ Hours: '7.5' })).toEqual([['Hours', 'badNumber']]);
    expect(problemsIn({ Hours: 'many', Since: '13/2019' })).toEqual([
      ['Hours', 'badNumber'],
      ['Since', 'badDay'],
    ]);
    expect(problemsIn({ Since: '2019' })).toEqual([['Since', 'badDay']]);
  });

  it('that the question would not take on screen is not taken from a file', () => {
    expect(problemsIn({ Hours: '61' })).toEqual([['Hours', 'numberTooHigh']]);
    expect(problemsIn({ Hours: '7,25' })).toEqual([['Hours', 'tooManyDecimals']]);
    expect(problemsIn({ Since: '1/2027' })).toEqual([['Since', 'dateTooLate']]);
    expect(problemsIn({ From: '14/7/2025', To: '1/7/2025' })).toEqual([['To', 'endBeforeBegin']]);
    expect(problemsIn({ From: '14/7/2025' })[0]?.[1]).toBe('noEnd');
  });
});

describe('points and a pick', () => {
  it('fill what was left open: no points, not picked', () => {
    expect(answersIn({ Books: '10' })).toEqual({ 'money.books': '10', 'money.films': '0' });
    expect(answersIn({ Sea: 'x' })).toEqual({ 'best.sea': '1', 'best.wood': '0' });
  });

  it('must be shared out whole, and no more picked than asked', () => {
    expect(problemsIn({ Books: '4', Films: '5' })).toEqual([['Books', 'pointsLeft']]);
    expect(problemsIn({ Sea: 'x', Wood: 'x' })).toEqual([['Sea', 'tooMany']]);
  });

  it('have the reason of a column of reasons in every variable', () => {
    expect(answersIn({ 'Why no money': '?' })).toEqual({
      'money.books': 'unknown',
      'money.films': 'unknown',
    });
    expect(answersIn({ 'Best?': 'unknown' })).toEqual({ 'best.sea': 'unknown', 'best.wood': 'unknown' });
    expect(problemsIn({ Sea: 'x', 'Best?': 'unknown' })[0]?.[1]).toBe('insteadToo');
    expect(problemsIn({ 'Why no money': 'tired' })).toEqual([['Why no money', 'unknownCode']]);
  });
});

describe('a map', () => {
  it('says how a date is written only of a date, and as finely as it is asked', () => {
    expect(mapProblems([{ column: 'Hours', format: 'YYYY' }])).toEqual(['mapNoDate']);
    expect(mapProblems([{ column: 'Since', format: 'D/M/YYYY' }])).toEqual(['mapDateForm']);
    expect(mapProblems([{ column: 'Since', decimal: '.' }])).toEqual(['mapNoNumber']);
  });

  it('names reasons a question has', () => {
    expect(mapProblems([{ column: 'Best?', reason: 'since' }])).toEqual(['mapNoReasons']);
    expect(mapProblems([{ column: 'Why no money', codes: { '?': 'never' } }])).toEqual(['mapUnknownCode']);
    expect(mapProblems([{ column: 'Hours', codes: { x: 'never' } }])).toEqual(['mapUnknownCode']);
  });

  it('takes one form of a date at most', () => {
    const wrong = { ...mapJson, columns: [{ column: 'Since', variable: 'since', format: 'D/YYYY' }] };
    expect(columnMapSchema.safeParse(wrong).success).toBe(false);
  });
});
