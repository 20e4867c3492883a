// What changed between two texts: reading the same and the added words gives the later text, the same and the gone ones the earlier.
import { describe, expect, it } from 'vitest';
import { wordChanges } from '../../../surveys/frameworks/word-changes.ts';

const words = (text: string) => text.split(/\s+/).join(' ');
const without = (pieces: ReturnType<typeof wordChanges>, kind: string) =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join(' ');

describe('changes of words', () => {
  it('are pieces in reading order', () => {
    expect(wordChanges('werken met methoden', 'methoden onderhouden en beheren')).toEqual([
      { kind: 'removed', text: 'werken met' },
      { kind: 'same', text: 'methoden' },
      { kind: 'added', text: 'onderhouden en beheren' },
    ]);
  });

  it('leave capitals and signs alone', () => {
    expect(wordChanges('Luisteren.', 'luisteren')).toEqual([{ kind: 'same', text: 'luisteren' }]);
  });

  it.each([
    ['', 'iets'],
    ['iets', ''],
    ['de een de ander', 'de ander de een'],
    ['vragen en klachten  behandeld', 'eenvoudige vragen behandeld, klachten ook'],
  ])('give both texts back: "%s" and "%s"', (before, after) => {
    const pieces = wordChanges(before, after);
    expect(without(pieces, 'removed').toLowerCase()).toBe(words(after).toLowerCase());
    const bare = (text: string) => text.toLowerCase().replaceAll(',', '');
    expect(bare(without(pieces, 'added'))).toBe(bare(words(before)));
  });
});
