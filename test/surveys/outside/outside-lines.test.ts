// A CSV from elsewhere as figures: what counts as a number, what is empty, and what does not match.
import { describe, expect, it } from 'vitest';
import { columnProblems, outsideLines } from '../../../surveys/outside/outside-lines.ts';
import { matchedValues, nothing } from '../../../surveys/outside/outside-matching.ts';
import { outsidePlan, setCode } from '../../../surveys/outside/outside-plan.ts';
import { outsideTable, proposedRoles } from '../../../surveys/outside/outside-table.ts';

function tableOf(text: string) {
  const read = outsideTable(text);
  if ('problems' in read) throw new Error(read.problems.map(({ key }) => key).join());
  return read.table;
}
function problemsOf(text: string): readonly string[] {
  const read = outsideTable(text);
  return 'problems' in read ? read.problems.map(({ key, line }) => `${key} ${line}`) : [];
}

describe('the file itself (OOO-57, LIB-17)', () => {
  it('finds its own delimiter and proposes columns by their heading alone', () => {
    const table = tableOf('Jaar;Onderwerp;Tickets;Opmerking\n2024;Wise;12;"een;twee"\n\n');
    expect(table.headings).toEqual(['Jaar', 'Onderwerp', 'Tickets', 'Opmerking']);
    expect(proposedRoles(table)).toEqual(['period', 'category', 'count', 'none']);
    expect(table.lines).toEqual([{ line: 2, cells: ['2024', 'Wise', '12', 'een;twee'] }]);
  });

  it('is refused with the line where it breaks', () => {
    expect(problemsOf('')).toEqual(['fileEmpty null']);
    expect(problemsOf('jaar;aantal\n')).toEqual(['noRows null']);
    expect(problemsOf('jaar,aantal\n2024,1,2\n')).toEqual(['cellCount 2']);
    expect(problemsOf('jaar,jaar\n2024,1\n')).toEqual(['headingTwice 1']);
  });
});

describe('its lines', () => {
  it('read whole numbers with signs between thousands, and leave out what is empty', () => {
    const table = tableOf('jaar;a\n1;1.234\n2;1 234\n3;12\n4;\n5;0\n6;1.23\n7;-1\n8;1,5');
    const { lines, problems, empty } = outsideLines(table, ['period', 'count'], 'use');
    expect(lines.map(({ period, count }) => [period, count])).toEqual([
      ['1', 1234],
      ['2', 1234],
      ['3', 12],
      ['5', 0],
    ]);
    expect(empty).toBe(1);
    expect(problems.map(({ key, line }) => [key, line])).toEqual([
      ['badCount', 7],
      ['badCount', 8],
      ['badCount', 9],
    ]);
  });

  it('take minutes as hours, and refuse what is no time', () => {
    const table = tableOf('jaar,soort,n,m\n2024,a,1,90\n2024,b,1,\n2024,c,1,lang');
    const { lines, problems } = outsideLines(table, ['period', 'category', 'count', 'minutes'], 'desk');
    expect(lines.map(({ hours }) => hours)).toEqual([1.5, null, null]);
    expect(problems.map(({ key, line, column }) => [key, line, column])).toEqual([['badNumber', 4, 'm']]);
  });

  it('need a period and a count, and a category where needs are scored from them', () => {
    expect(columnProblems('use', ['none'])).toEqual(['noCount', 'noPeriod']);
    expect(columnProblems('desk', ['period', 'count', 'count'])).toEqual(['noCategory', 'oneCount']);
    expect(columnProblems('use', ['period', 'period', 'count'])).toEqual(['roleTwice']);
    expect(columnProblems('use', ['period', 'count', 'count'])).toEqual([]);
  });
});

describe('its words', () => {
  const known = [
    { code: 'wise', names: ['Wise'] },
    { code: 'site', names: ['Website', 'Dubbel'] },
    { code: 'app', names: ['Dubbel'] },
  ];

  it('match what is called the same and nothing else', () => {
    const matched = matchedValues(['wise', 'WISE', 'Wise Analytics', 'dubbel', '', 'site'], known, new Map());
    expect(matched.map(({ value, code, how }) => [value, code, how])).toEqual([
      ['wise', 'wise', 'same'],
      ['WISE', 'wise', 'same'],
      ['Wise Analytics', null, 'open'],
      ['dubbel', null, 'open'],
      ['site', 'site', 'same'],
    ]);
  });

  it('stand for what somebody chose, for nothing, or stay open', () => {
    const chosen = new Map([
      ['a', 'app'],
      ['b', nothing],
      ['c', ''],
      ['d', 'bestaat niet'],
    ]);
    expect(matchedValues(['a', 'b', 'c', 'd', 'a'], known, chosen)).toEqual([
      { value: 'a', lines: 2, code: 'app', how: 'chosen', unknown: '' },
      { value: 'b', lines: 1, code: null, how: 'nothing', unknown: '' },
      { value: 'c', lines: 1, code: null, how: 'open', unknown: '' },
      { value: 'd', lines: 1, code: null, how: 'open', unknown: 'bestaat niet' },
    ]);
  });
});

describe('what it becomes', () => {
  const asked = {
    kind: 'desk' as const,
    title: 'Desk 2024',
    language: 'nl',
    day: '2026-11-30',
    services: [],
    libraries: [],
    labels: new Map([['wise', { nl: 'Wise' }]]),
  };
  const categories = matchedValues(['Wise', 'Iets', 'iets'], [{ code: 'wise', names: ['Wise'] }], new Map());
  const plan = (csv: string) => {
    const { lines } = outsideLines(tableOf(csv), ['period', 'category', 'count', 'hours'], 'desk');
    return outsidePlan({ ...asked, lines, categories }).desk;
  };

  it('adds lines about the same up, with a median only of tickets that stand alone', () => {
    const desk = plan('p,c,n,u\n1,Wise,1,2\n1,Wise,1,9\n1,Wise,1,4\n1,Iets,5,2\n1,Iets,5,4\n1,iets,2,1');
    expect(desk.map(({ category, tickets, hours }) => [category, tickets, hours])).toEqual([
      ['wise', 3, 4],
      ['iets', 10, null],
      ['iets-2', 2, 1],
    ]);
  });

  it('has a code of its name, which a newer file of that name takes over', () => {
    expect(setCode('Servicedesk 2025!')).toBe('servicedesk-2025');
    expect(plan('p,c,n,u\n1,Wise,1,2')[0]).toMatchObject({ code: 'desk-2024-1', set: 'desk-2024' });
  });
});
