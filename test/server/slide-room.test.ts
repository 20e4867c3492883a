// How much fits on a slide: lines, things shared over slides, and words cut between words.
import { describe, expect, it } from 'vitest';
import { fitting, heightOf, linesIn, shared, shortened } from '../../server/report/slides/room.ts';

describe('lines', () => {
  it('are counted by words, and an endless word is broken', () => {
    expect(linesIn('kort')).toBe(1);
    expect(linesIn('')).toBe(1);
    // 10 letters of 10 pixels at a width of 49 for a size of 10: ten letters to a line.
    expect(linesIn('vijf negen vijf', 10, 49)).toBe(2);
    expect(linesIn('x'.repeat(95), 10, 49)).toBe(10);
    expect(linesIn(`kort ${'x'.repeat(20)}`, 10, 49)).toBe(3);
    expect(heightOf('twee', 20)).toBe(27);
  });
});

describe('things on slides', () => {
  const asTall = (height: number) => height;
  it('take as few slides as they can, about as much on each', () => {
    expect(shared([1, 1, 1, 1, 1, 1], asTall, 5)).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
    expect(shared([2, 2], asTall, 5)).toEqual([[2, 2]]);
    expect(shared([], asTall, 5)).toEqual([]);
  });
  it('that are too tall stand alone, and none is lost', () => {
    expect(shared([1, 9, 1], asTall, 5)).toEqual([[1], [9], [1]]);
  });
  it('fit until the first that does not', () => {
    expect(fitting([2, 2, 2], asTall, 5)).toEqual([2, 2]);
    expect(fitting([], asTall, 5)).toEqual([]);
  });
});

it('words are cut between words, an endless one anywhere, and what is short stays', () => {
  expect(shortened('een twee drie', 13)).toBe('een twee drie');
  expect(shortened('een twee drie', 12)).toBe('een twee…');
  expect(shortened('x'.repeat(20), 10)).toBe(`${'x'.repeat(9)}…`);
  expect(shortened('😀😀😀', 2)).toBe('😀…');
});
