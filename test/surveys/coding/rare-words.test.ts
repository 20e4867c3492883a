// Words of a quote by which somebody could be known.
import { expect, it } from 'vitest';
import { rareWordsIn } from '../../../surveys/coding/rare-words.ts';

const answers = [
  { label: 'Leiding van een bib', count: 3 },
  { label: 'Catalografie', count: 4 },
  { label: 'Balie en uitleen van boeken', count: 30 },
  { label: 'Beheer van boeken', count: 2 },
];

it('warns of words that few people gave about themselves, not of those many gave', () => {
  expect(rareWordsIn('Als LEIDINGGEVENDE doe ik ook catalografie.', answers, 5)).toEqual([
    'leidinggevende',
    'catalografie',
  ]);
  expect(rareWordsIn('Aan de balie, met boeken van een bib', answers, 5)).toEqual([]);
});
