// When two texts count as the same, as the same with a slip of the pen, or as about the same thing.
import { describe, expect, it } from 'vitest';
import { likeness, probableSlips, sayTheSame } from '../../../surveys/frameworks/likeness.ts';

describe('texts', () => {
  it('say the same whatever their capitals, spaces and signs around words', () => {
    expect(sayTheSame('Werkt  nauwkeurig, en planmatig.', ' werkt nauwkeurig en planmatig')).toBe(true);
    expect(sayTheSame('werkt nauwkeurig', 'werkt onnauwkeurig')).toBe(false);
  });

  it.each([
    ['a letter left out', 'kennen en tepassen', 'kennen en toepassen', [['tepassen', 'toepassen']]],
    ['two letters swapped', 'onderhuoden', 'onderhouden', [['onderhuoden', 'onderhouden']]],
    ['another letter in a long word', 'onderhoxden', 'onderhouden', [['onderhoxden', 'onderhouden']]],
  ])('differ in a probable slip: %s', (_, one, other, pairs) => {
    expect(probableSlips(one, other)).toEqual(pairs);
    expect(probableSlips(other, one)).toEqual(pairs.map(([a, b]) => [b, a]));
  });

  it.each([
    ['nothing differs', 'kennen', 'Kennen'],
    ['two short words', 'kan boeken lezen', 'kan boeken lenen'],
    ['an ending', 'de methode', 'de methoden'],
    ['a word more', 'kennen', 'kennen en toepassen'],
    ['numbers', 'schaal 1234', 'schaal 12345'],
    ['two letters', 'tpassen', 'toepassen'],
    ['one slip and one other word', 'tepassen en toetsen', 'toepassen en delen'],
  ])('differ in none where there is %s', (_, one, other) => {
    expect(probableSlips(one, other)).toBeNull();
  });

  it('are as alike as the share of words they have in common', () => {
    expect(likeness('werken met methoden', 'methoden beheren')).toBeCloseTo(2 / 5);
    expect(likeness('a a', 'a')).toBeCloseTo(2 / 3);
    expect(likeness('', '')).toBe(1);
  });
});
