// Codes the words of an answer point to.
import { describe, expect, it } from 'vitest';
import { suggestedCodes } from '../../../surveys/coding/suggested-codes.ts';

const codes = [
  { code: 'wise', label: { nl: 'Wise' } },
  { code: 'coop', label: { nl: 'Coöperatieplatform', en: 'Cooperation platform' } },
  { code: 'tijd', label: { nl: 'Tijd' }, keywords: ['uren', 'te druk'] },
  { code: 'pc', label: { nl: 'pc' } },
];

describe('suggested codes', () => {
  it('have their name or a keyword at the beginning of a word, in the order of the codebook', () => {
    expect(suggestedCodes(codes, 'Geen TIJD en het cooperatieplatform, en wise!')).toEqual([
      'wise',
      'coop',
      'tijd',
    ]);
    expect(suggestedCodes(codes, 'Een half uurtje, we hebben het te  druk')).toEqual(['tijd']);
    expect(suggestedCodes(codes, 'urenlang')).toEqual(['tijd']);
    expect(suggestedCodes(codes, 'otherwise avontuurlijk')).toEqual([]);
  });

  it('are not made of very short names', () => {
    expect(suggestedCodes(codes, 'mijn pc is traag')).toEqual([]);
  });
});
