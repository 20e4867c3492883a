// What the words of a scale are worth, read from how often each point was chosen.
import { describe, expect, it } from 'vitest';
import { scaleFromCounts } from './scales.ts';

const words = [
  'Often',
  'Often',
  'Often',
  'Never',
  '',
  'Sometimes',
  'Sometimes',
  'Not here',
  'Not here',
  'Not here',
  'Not here',
];

describe('a scale read from counts', () => {
  it('gives each word the point chosen as often, and leaves out what is off the scale', () => {
    expect(scaleFromCounts(words, [1, 2, 3], 14 / 6)).toEqual({ Never: 1, Sometimes: 2, Often: 3 });
  });

  it('begins where the mean says', () => {
    expect(scaleFromCounts(words, [1, 2, 3], 8 / 6)).toEqual({ Never: 0, Sometimes: 1, Often: 2 });
  });

  it('is none where no word was chosen as often as a point', () => {
    expect(scaleFromCounts(words, [1, 5, 3], 2)).toBeNull();
  });
});
