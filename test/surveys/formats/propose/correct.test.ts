// What the team corrects in a proposal: nothing by sending the form as it stands, and what it says where it says something.
import { describe, expect, it } from 'vitest';
import { corrected, planProblems } from '../../../../surveys/formats/propose/correct.ts';
import { csvOf, madeOf, partOf, readText } from './read-text.ts';

const repeat = (cells: readonly string[], times: number) => Array.from({ length: times }, () => cells).flat();
const read = readText(
  csvOf({
    Kleur: repeat(['Rood', 'Blauw', 'Roos', 'weet niet'], 6),
    'Hoe vaak? [Boeken]': repeat(['Nooit', 'Soms', 'Vaak'], 8),
    'Hoe vaak? [Films]': repeat(['Soms', 'Vaak', 'Nooit'], 8),
    'Hoe vaak doe je dit': repeat(['Soms', 'Vaak', 'Nooit'], 8),
    Jaren: repeat(['12', '25', '37', '44'], 6),
  }),
);
const known = { rows: 24, libraryCodes: new Set<string>(), libraryNames: new Set<string>() };
const correct = (fields: Readonly<Record<string, string>>) => {
  const { plan, problems } = corrected(read.plan, read.facts, known, fields);
  return { read: { ...read, plan }, plan, problems };
};
const labels = (fields: Readonly<Record<string, string>>, heading: string) =>
  partOf(correct(fields).read, heading).answers.map(({ label, meaning }) => [label, meaning]);

describe('a form that is sent', () => {
  it('as it stands changes nothing', () => {
    const fields = Object.fromEntries(
      read.plan.parts.flatMap((part) => [
        [`kind.${part.id}`, part.kind],
        [`label.${part.id}`, part.label],
        [`order.${part.id}`, part.order],
        ...part.columns.map((column, index) => [`column.${part.id}.${index}`, column.label]),
        ...part.answers.flatMap((answer, index) => [
          [`answer.${part.id}.${index}.label`, answer.label],
          [`answer.${part.id}.${index}.place`, String(index + 1)],
          [`answer.${part.id}.${index}.meaning`, answer.meaning],
          [`answer.${part.id}.${index}.same`, ''],
        ]),
      ]),
    );
    expect(correct(fields).plan).toEqual(read.plan);
    expect(correct({}).plan).toEqual(read.plan);
  });

  it('moves an answer up before, and down behind, what stood there', () => {
    const kept = ['weet niet', 'dontKnow'];
    const up = labels({ 'answer.c0.2.place': '1' }, 'Kleur');
    expect(up).toEqual([['Roos', 'answer'], ['Rood', 'answer'], ['Blauw', 'answer'], kept]);
    const down = labels({ 'answer.c0.0.place': '2' }, 'Kleur');
    expect(down).toEqual([['Blauw', 'answer'], ['Rood', 'answer'], ['Roos', 'answer'], kept]);
  });

  it('makes two answers one, with every spelling and the sum of their counts', () => {
    const { read: after } = correct({ 'answer.c0.2.same': '0' });
    const [first] = partOf(after, 'Kleur').answers;
    expect(first).toMatchObject({ label: 'Rood', spellings: ['Rood', 'Roos'], count: 12 });
    expect(madeOf(after, after.plan).rows.every(({ problems }) => problems === null)).toBe(true);
  });

  it('takes a group apart, and puts columns together', () => {
    expect(correct({ 'kind.c1': 'separate' }).plan.parts.map(({ id, kind }) => [id, kind])).toEqual([
      ['c0', 'single'],
      ['c1', 'single'],
      ['c2', 'single'],
      ['c3', 'single'],
      ['c4', 'number'],
    ]);
    const { read: after } = correct({ 'join.c3': '1' });
    expect(partOf(after, 'Hoe vaak doe je dit')).toMatchObject({
      id: 'c1',
      kind: 'grid',
      label: 'Hoe vaak?',
    });
    expect(partOf(after, 'Hoe vaak doe je dit').columns).toHaveLength(3);
    expect(madeOf(after, after.plan).rows.every(({ problems }) => problems === null)).toBe(true);
  });

  it('says what cannot be, and keeps the rest', () => {
    const { problems, read: after } = correct({ 'join.c4': '1', 'label.c4': 'Sinds wanneer?' });
    expect(problems).toEqual([{ key: 'joinFailed', values: { heading: 'Jaren' } }]);
    expect(partOf(after, 'Jaren').label).toBe('Sinds wanneer?');
    const out = Object.fromEntries(read.plan.parts.map(({ id }) => [`kind.${id}`, 'leaveOut']));
    expect(planProblems(correct(out).plan).map(({ key }) => key)).toEqual(['noQuestions']);
  });
});
