// Bases and counts: who is in, who counts, and why the others are missing.
import { describe, expect, it } from 'vitest';
import { countShare, countVariable } from '../../analysis/tabulate.ts';
import { datasetOf, times } from './small-survey.ts';

describe('counting', () => {
  const dataset = datasetOf([
    ...times(6, { role: 'desk', 'use.wise': '3', 'stop.time': '1', 'stop.travel': '0' }),
    ...times(3, { role: 'lead', 'use.wise': 'N', 'stop.time': '0', 'stop.travel': '1' }),
    ...times(2, { role: 'lead' }),
  ]);

  it('keeps not applicable and skipped apart and out of the base', () => {
    const { base, missing, categories } = countVariable(dataset, 'use.wise');
    expect({ base, categories }).toEqual({ base: 6, categories: [0, 0, 6, 3] });
    expect(missing).toEqual({ notShown: 0, skipped: 2, notApplicable: 3, dontKnow: 0, preferNotToSay: 0 });
  });

  it('counts a respondent once however many of the variables hold', () => {
    const { share } = countShare(dataset, {
      any: [{ variables: ['stop.*'], except: ['stop.none'], codes: ['1'] }],
      where: [],
    });
    expect({ count: share.count, base: share.base, skipped: share.missing?.skipped }).toEqual({
      count: 9,
      base: 9,
      skipped: 2,
    });
  });

  it('limits a share to whom it is about', () => {
    const where = [{ variables: ['role'], except: [], codes: ['lead'] }];
    const { share } = countShare(dataset, {
      any: [{ variables: ['stop.time'], except: [], codes: ['1'] }],
      where,
    });
    expect({ count: share.count, base: share.base, skipped: share.missing?.skipped }).toEqual({
      count: 0,
      base: 3,
      skipped: 2,
    });
  });

  it('refuses a selection of nothing', () => {
    const share = { any: [{ variables: ['gone.*'], except: [], codes: ['1'] }], where: [] };
    expect(() => countShare(dataset, share)).toThrow('no variable is named by gone.*');
  });
});
