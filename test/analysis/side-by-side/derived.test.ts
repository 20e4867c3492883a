// Skills nobody is asked about, read from rows that were rated twice, against values worked out by hand.
import { describe, expect, it } from 'vitest';
import { discloseSideBySide } from '../../../analysis/disclosure/side-by-side.ts';
import { sideBySideResults } from '../../../analysis/side-by-side/side-by-side.ts';
import { sideBySideSchema } from '../../../surveys/side-by-side.ts';
import { datasetOf } from '../small-survey.ts';

type Row = Parameters<typeof datasetOf>[0][number];
const times = (count: number, row: Row): readonly Row[] => Array.from({ length: count }, () => row);
const label = { nl: 'Zo' };
const declared = sideBySideSchema.parse({
  kind: 'derived',
  code: 'skills',
  label,
  rated: [{ importance: 'use', ability: 'skill' }],
  skills: [
    { code: 'both', label, from: ['wise', 'films', 'wise'] },
    { code: 'one', label, from: ['films'] },
    { code: 'gone', label, from: ['nowhere'] },
  ],
});
const rowsOf = (people: readonly Row[], reader: 'everything' | 'team' = 'everything') => {
  const input = {
    dataset: datasetOf(people),
    register: [],
    background: [],
    declared: [declared],
    everything: reader === 'everything',
  };
  const results = sideBySideResults([declared], input);
  const [result] = reader === 'team' ? results.map(discloseSideBySide) : results;
  if (result?.kind !== 'gap') throw new Error('no gap');
  return result.rows;
};
/** Rated once at 3 against 1, once at 1 against 2; and somebody who rated one of both. */
const low: Row = { 'use.wise': '3', 'skill.wise': '1', 'use.films': '1', 'skill.films': '2' };
const half: Row = { 'use.wise': '1', 'skill.wise': '2' };

describe('a derived skill', () => {
  it('CMP-9 LIB-12 counts each person once, by the means of what they rated twice, and each row once', () => {
    const [both, one] = rowsOf([low, half, { 'use.wise': '3' }]);
    // Of the first person 2 against 1.5, of the second 1 against 2; the third rated ability nowhere.
    expect([both?.everybody.count, both?.everybody.base]).toEqual([1, 2]);
    expect(both?.scores).toMatchObject({ n: 2, importance: 1.5, ability: 1.75 });
    expect(both?.scores?.weighted).toBeCloseTo(1.5 * (1.5 - 1.75), 9);
    expect(both?.scores?.ranked).toBe(0);
    expect([one?.everybody.count, one?.everybody.base]).toEqual([0, 1]);
  });

  it('has no row for what the survey does not ask', () => {
    expect(rowsOf([low]).map(({ code }) => code)).toEqual(['both', 'one']);
  });

  it('CMP-9 says from how many, and shows nothing of fewer than the minimum', () => {
    const few = rowsOf(times(4, low), 'team')[0];
    expect([few?.everybody.count, few?.everybody.base, few?.scores]).toEqual([null, null, null]);
    const enough = rowsOf([...times(20, low), ...times(20, half)], 'team')[0];
    expect([enough?.everybody.count, enough?.everybody.base, enough?.scores?.n]).toEqual([20, 40, 40]);
  });
});
