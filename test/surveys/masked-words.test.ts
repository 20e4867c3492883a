// What leads straight to somebody is taken out of words that leave.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { masked, wordsMasker } from '../../surveys/masked-words.ts';

const mask = wordsMasker(['Bibliotheek Aalst', 'De Krook (Gent)', 'Genk']);

it.each([
  ['mail an.peeters@bib.example.be, of bel', `mail ${masked}, of bel`],
  ['bel 0470/12.34.56 na vijf', `bel ${masked} na vijf`],
  ['bel +32 (0)9 210 10 10', `bel ${masked}`],
  ['in bibliotheek  AALST werkt het', `in ${masked} werkt het`],
  ['bij De Krook (Gent)!', `bij ${masked}!`],
  // A short name is an ordinary word, and a longer word that begins with a name is another word.
  ['Genk en Bibliotheek Aalsters', 'Genk en Bibliotheek Aalsters'],
  ['in 2024 kwamen er 120 000 bezoekers, 30%', 'in 2024 kwamen er 120 000 bezoekers, 30%'],
])('%s', (words, expected) => {
  expect(mask(words)).toBe(expected);
});

it('leaves no address and no number, whatever stands around them', () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.stringMatching(/^0\d{8,9}$/), (email, number) => {
      const [name = ''] = email.split('@');
      const out = mask(`Vraag ${email} of ${number}.`);
      expect(out).not.toContain(number);
      expect(out).not.toContain(`${name}@`);
    }),
  );
});
