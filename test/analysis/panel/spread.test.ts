import { describe, expect, it } from 'vitest';
import { placeSpread } from '../../../analysis/panel/spread.ts';
import { ballot, items } from './ballots.ts';

describe('the spread of places', () => {
  it('flags a need that half put first and half last', () => {
    const lines = placeSpread(['A > B > C > D', 'D > B > C > A'].map(ballot), items);
    expect(lines?.[0]).toEqual({
      item: 'A',
      base: 2,
      first: 1,
      best: 1,
      worst: 4,
      meanPlace: 2.5,
      polarisation: 1,
      divided: true,
    });
    expect(lines?.[1]).toMatchObject({ best: 2, worst: 2, polarisation: 0, divided: false });
  });

  it('sees no division when everybody ties everything', () => {
    const lines = placeSpread(['A = B = C = D', 'A = B = C = D'].map(ballot), items);
    expect(lines?.[0]).toMatchObject({ meanPlace: 2.5, polarisation: 0, divided: false });
  });

  it('leaves out members without opinion', () => {
    expect(placeSpread(['A > B > C > D', 'B > C > D / A'].map(ballot), items)?.[0]).toMatchObject({
      base: 1,
      best: 1,
    });
    expect(placeSpread([ballot('B / A')], items)?.[0]).toMatchObject({ base: 0, best: null, divided: false });
  });

  it('does not exist without ballots', () => {
    expect(placeSpread([], items)).toBeNull();
  });
});
