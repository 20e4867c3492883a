// A framework is read as its source has it: what cannot be right is told with its place, and nothing is mended.
import { describe, expect, it } from 'vitest';
import { readFramework } from '../../../surveys/frameworks/read-framework.ts';

const text = (nl: string) => ({ nl, en: nl });
const part = (code: string, more: object = {}) => ({ code, kind: 'activity', label: text(code), ...more });
const framework = (more: object = {}) => ({
  format: 'nodenkaart/framework/1',
  code: 'klein',
  version: 1,
  label: text('Klein kader'),
  source: text('Een bron'),
  read: '2026-01-05',
  scoreGroups: [2, 2],
  fields: [{ code: 'werk', label: text('Werk'), of: 'typing', shape: 'lines' }],
  ...more,
});
const typing = (more: object = {}) => ({
  code: 'een',
  kind: 'typing',
  label: text('Een'),
  fields: { werk: { lines: [{ text: text('doet iets') }] } },
  ...more,
});

function findings(more: object) {
  const reading = readFramework(framework(more));
  return 'framework' in reading
    ? reading.findings.map(({ kind, path, values }) => ({ kind, path, values }))
    : reading.problems;
}
function problems(value: unknown) {
  const reading = readFramework(value);
  return 'problems' in reading ? reading.problems.map(({ path, key }) => [path, key]) : [];
}

describe('a framework', () => {
  it('without anything odd has no findings', () => {
    expect(findings({ descriptions: [typing({ scores: { digits: '22 23', sum: 9 } })] })).toEqual([]);
  });

  it('tells a score string that misses a digit, and one that does not add up, and keeps both', () => {
    const descriptions = [typing({ scores: { digits: '222', sum: 8 } })];
    expect(findings({ descriptions })).toEqual([
      {
        kind: 'scoreDigits',
        path: 'descriptions[0].scores.digits',
        values: { field: '', digits: 3, expected: 4 },
      },
      { kind: 'scoreSum', path: 'descriptions[0].scores.sum', values: { field: '', computed: 6, stated: 8 } },
    ]);
    const reading = readFramework(framework({ descriptions }));
    expect('framework' in reading && reading.framework.descriptions[0]?.scores).toEqual({
      digits: '222',
      sum: 8,
    });
  });

  it('tells a missing list, which is another thing than a list that is said to be empty', () => {
    const group = { code: 'groep', kind: 'group', label: text('Groep') };
    expect(findings({ parts: [group] })).toMatchObject([{ kind: 'missingList', path: 'parts[0]' }]);
    for (const empty of ['none', 'unknown', 'local'])
      expect(findings({ parts: [{ ...group, empty }] })).toEqual([]);
    expect(findings({ descriptions: [typing({ fields: {} })] })).toMatchObject([
      { kind: 'missingList', path: 'descriptions[0].fields.werk', values: { field: 'Werk' } },
    ]);
  });

  it('tells two lines that ran together, whether seen in the words or said by the one who read the source', () => {
    const together = part('a', { label: text('Werkt zoals afgesproken Heeft oog voor details') });
    expect(findings({ parts: [together] })).toMatchObject([{ kind: 'joinedLines', path: 'parts[0]' }]);
    const names = part('a', { label: text('Kent Linux Mint goed genoeg') });
    expect(findings({ parts: [names] })).toEqual([]);
    const task = part('taak', { kind: 'task', count: 1, items: [part('a'), part('b', { joinedTo: 'a' })] });
    expect(findings({ parts: [task] })).toMatchObject([
      { kind: 'joinedLines', path: 'parts[0].items[1]', values: { other: 'a' } },
    ]);
  });

  it('tells a text that breaks off, a count that differs, a broken line and words without English', () => {
    expect(findings({ context: [text('Veel kleine en enkele gro')] })).toMatchObject([
      { kind: 'cutOff', path: 'context[0]' },
    ]);
    expect(findings({ parts: [part('taak', { kind: 'task', count: 3, items: [part('a')] })] })).toMatchObject(
      [{ kind: 'count', path: 'parts[0]', values: { stated: 3, found: 1 } }],
    );
    const lines = [{ text: text('twee regels'), broken: true }];
    expect(findings({ descriptions: [typing({ fields: { werk: { lines } } })] })).toMatchObject([
      { kind: 'brokenLine', path: 'descriptions[0].fields.werk.lines[0]' },
    ]);
    expect(findings({ parts: [part('a', { label: { nl: 'alleen zo' } })] })).toMatchObject([
      { kind: 'noEnglish', path: 'parts[0]' },
    ]);
  });
});

describe('a framework that does not fit together', () => {
  it('is refused with the place of each fault', () => {
    expect(problems(framework({ parts: [{ code: 'a', kind: 'wens', label: text('a') }] }))).toEqual([
      ['parts[0].kind', 'project.problem.notOneOf'],
    ]);
    expect(problems(framework({ parts: [part('a b')] }))).toEqual([['parts[0].code', 'check.frameworkCode']]);
    expect(problems(framework({ parts: [part('a', { restates: ['weg'] }), part('a')] }))).toEqual([
      ['parts', 'check.frameworkTwice'],
      ['parts[0].restates', 'check.frameworkReference'],
    ]);
    expect(problems(framework({ parts: [part('a', { onlyFor: ['a'], depth: 'diep' })] }))).toEqual([
      ['parts[0].onlyFor', 'check.frameworkReference'],
      ['parts[0].depth', 'check.frameworkReference'],
    ]);
    expect(problems(framework({ parts: [part('a', { empty: 'none', items: [part('b')] })] }))).toEqual([
      ['parts[0].empty', 'check.frameworkNotEmpty'],
    ]);
    expect(problems(framework({ descriptions: [typing({ fields: { weg: {} } })] }))).toEqual([
      ['descriptions[0].fields.weg', 'check.frameworkReference'],
    ]);
    expect(problems(framework({ descriptions: [typing({ scores: { digits: '2x', sum: 2 } })] }))).toEqual([
      ['descriptions[0].scores.digits', 'check.frameworkDigits'],
    ]);
  });
});
