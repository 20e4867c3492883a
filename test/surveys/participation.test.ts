// The question who takes part in which group, made of the register of groups.
import { describe, expect, it } from 'vitest';
import { participationAsked, participationIn } from '../../surveys/participation.ts';
import { questionSchema } from '../../surveys/questionnaire.ts';

const words = {
  label: { nl: 'Aan welke?', en: 'Which?' },
  help: { nl: 'Kies.', en: 'Choose.' },
  none: { nl: 'Geen', en: 'None' },
};
const groups = [
  { code: 'data', name: { nl: 'Data', en: 'Data' } },
  { code: 'leren', name: { nl: 'Leren' } },
];
const asked = (before?: ReturnType<typeof participationAsked>) =>
  participationAsked(groups, words, ['nl', 'en'], before);

describe('UKB-08 the question on working groups', () => {
  it('has a box per group in the order of the register, and one for none', () => {
    const question = asked();
    expect(questionSchema.safeParse(question).success).toBe(true);
    expect(question.options).toEqual([
      { code: 'data', label: { nl: 'Data', en: 'Data' } },
      // A name in one language is told as it is in the others.
      { code: 'leren', label: { nl: 'Leren', en: 'Leren' } },
      { code: 'none', label: { nl: 'Geen', en: 'None' }, exclusive: true },
    ]);
    expect(participationIn('data')).toBe(`${question.code}.data`);
  });

  it('keeps the words the team gave it, and takes the groups as they are now', () => {
    const before = { ...asked(), label: { nl: 'In welke groep zit je?' }, options: [] };
    expect(asked(before)).toMatchObject({ label: { nl: 'In welke groep zit je?' } });
    expect(asked(before).options).toHaveLength(3);
  });

  it('is not made of nothing', () => {
    expect(() => participationAsked([], words, ['nl'], undefined)).toThrow(RangeError);
  });
});
