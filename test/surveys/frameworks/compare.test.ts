// Descriptions side by side: each is held against the one before it, in the order of the framework.
import { describe, expect, it } from 'vitest';
import { compareDescriptions } from '../../../surveys/frameworks/compare.ts';
import { type Framework, frameworkSchema } from '../../../surveys/frameworks/framework.ts';

const text = (nl: string) => ({ nl, en: nl });
const lines = (...each: readonly string[]) => ({ lines: each.map((line) => ({ text: text(line) })) });
const profile = (code: string, fields: object) => ({ code, kind: 'profile', label: text(code), fields });

function framework(...descriptions: readonly object[]): Framework {
  return frameworkSchema.parse({
    format: 'nodenkaart/framework/1',
    code: 'klein',
    version: 1,
    label: text('Klein'),
    source: text('Bron'),
    read: '2026-01-05',
    areas: [{ code: 'techniek', label: text('Techniek') }],
    parts: [
      { code: 'luisteren', kind: 'competence', label: text('luisteren') },
      { code: 'schrijven', kind: 'competence', label: text('schrijven') },
    ],
    verbs: [
      { code: 'know', label: text('kennen'), words: { nl: ['kennen'] } },
      { code: 'manage', label: text('beheren'), words: { nl: ['beheren'] } },
    ],
    fields: [
      { code: 'kennis', label: text('Kennis'), of: 'profile', shape: 'lines', verbs: true },
      { code: 'machines', label: text('Machines'), of: 'profile', shape: 'lines', areas: ['techniek'] },
      { code: 'competenties', label: text('Competenties'), of: 'profile', shape: 'parts' },
    ],
    descriptions,
  });
}
const basis = {
  kennis: lines('de wet kennen', 'kast en doos kennen'),
  machines: { empty: 'none' },
  competenties: { codes: ['luisteren', 'schrijven'] },
};
const compared = (second: object, area: string | null = null) =>
  compareDescriptions(
    framework(profile('a', basis), profile('b', { ...basis, ...second })),
    ['a', 'b'],
    'nl',
    area,
  );
const differences = (second: object, area: string | null = null) =>
  compared(second, area).verdicts.map(({ differences, slips }) => [differences, slips.length]);

describe('descriptions side by side', () => {
  it('differ in nothing when only order, capitals and spaces do', () => {
    expect(differences({})).toEqual([[0, 0]]);
    expect(differences({ kennis: lines('Kast en  doos kennen.', 'de wet kennen') })).toEqual([[0, 0]]);
    expect(differences({ competenties: { codes: ['schrijven', 'luisteren'] } })).toEqual([[0, 0]]);
  });

  it('tell a probable slip as a slip, not as a difference', () => {
    expect(differences({ kennis: lines('de wet kenen', 'kast en doos kennen') })).toEqual([[0, 1]]);
  });

  it('tell what is new, gone and changed, and which verbs grew', () => {
    const { fields, verdicts } = compared({
      kennis: lines('kast en doos beheren', 'de sleutels bewaren'),
      machines: lines('boren'),
      competenties: { codes: ['luisteren'] },
    });
    expect(
      fields.map(({ cells }) => cells[1]).map((cell) => [cell?.added, cell?.removed, cell?.changed]),
    ).toEqual([
      [1, 1, 1],
      [1, 0, 0],
      [0, 1, 0],
    ]);
    expect(fields[0]?.cells[1]?.grown).toEqual(['manage']);
    expect(fields[0]?.cells[0]).toMatchObject({ added: 0, removed: 0, grown: [] });
    expect(verdicts).toMatchObject([{ from: 'a', to: 'b', differences: 5 }]);
  });

  it('leave a local place empty on both sides without calling it a difference', () => {
    const local = profile('a', { ...basis, machines: { empty: 'local' } });
    const both = compareDescriptions(framework(local, { ...local, code: 'b' }), ['a', 'b'], 'nl');
    expect(both.verdicts[0]?.differences).toBe(0);
    expect(both.fields[1]?.cells.map(({ empty }) => empty)).toEqual(['local', 'local']);
  });

  it('keep to one area and what is about all', () => {
    const codes = (area: string | null) => compared({}, area).fields.map(({ field }) => field.code);
    expect(codes('techniek')).toEqual(['kennis', 'machines', 'competenties']);
    expect(codes('elders')).toEqual(['kennis', 'competenties']);
  });

  it('are two to four of one kind', () => {
    const five = framework(...['a', 'b', 'c', 'd', 'e'].map((code) => profile(code, basis)));
    const compare = (...codes: readonly string[]) => compareDescriptions(five, codes, 'nl').columns.length;
    expect(compare('d', 'a')).toBe(2);
    for (const codes of [['a'], ['a', 'x'], ['a', 'b', 'c', 'd', 'e']])
      expect(() => compare(...codes)).toThrow();
  });
});
