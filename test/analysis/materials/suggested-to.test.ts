// What is suggested to one person follows from that person's answers, and only from what everybody may see.
import { describe, expect, it } from 'vitest';
import { suggestedTo } from '../../../analysis/materials/suggested-to.ts';
import { recordsWith } from './products.ts';

const records = recordsWith({
  course: [
    { code: 'basics', public: true, offeredTo: ['pulse:route:no', 'pulse:route:busy'] },
    { code: 'visit', public: true, offeredTo: ['pulse:wants:visit'] },
    { code: 'hidden', offeredTo: ['pulse:route:no'] },
    { code: 'making', public: true, state: 'making', offeredTo: ['pulse:route:no'] },
    { code: 'all', public: true },
  ],
});
const offered = (answers: Readonly<Record<string, string>>, survey = 'pulse') =>
  suggestedTo(survey, answers, records).map(({ code }) => code);

describe('what is suggested to one person', () => {
  it('UKB-13 is the course for the route they entered by', () => {
    expect(offered({ route: 'no' })).toEqual(['basics']);
    expect(offered({ route: 'busy' })).toEqual(['basics']);
    expect(offered({ route: 'yes' })).toEqual([]);
    expect(offered({})).toEqual([]);
  });

  it('follows what was ticked, and nothing of another survey', () => {
    expect(offered({ 'wants.visit': '1' })).toEqual(['visit']);
    expect(offered({ 'wants.visit': '0' })).toEqual([]);
    expect(offered({ route: 'no' }, 'other')).toEqual([]);
  });
});
