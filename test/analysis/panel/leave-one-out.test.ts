import { describe, expect, it } from 'vitest';
import { leaveOneOut } from '../../../analysis/panel/leave-one-out.ts';
import { ballot } from './ballots.ts';

describe('leaving one member out', () => {
  it('gives the range of places, also when two ballots are equal', () => {
    const ballots = ['A > B', 'A > B', 'B > A'].map(ballot);
    expect(leaveOneOut(ballots, ['A', 'B'])).toEqual([
      { item: 'A', best: 1, worst: 1 },
      { item: 'B', best: 1, worst: 2 },
    ]);
  });

  it('needs two members', () => {
    expect(leaveOneOut([ballot('A > B')], ['A', 'B'])).toBeNull();
  });

  it('counts each ballot as one, even when it is the same value', () => {
    const same = ballot('A > B');
    expect(leaveOneOut([same, same], ['A', 'B'])?.[0]).toEqual({ item: 'A', best: 1, worst: 1 });
  });

  it('has no range for what nobody compares', () => {
    const ballots = ['A > B / C', 'B > A / C'].map(ballot);
    expect(leaveOneOut(ballots, ['A', 'B', 'C'])?.[2]).toEqual({ item: 'C', best: null, worst: null });
  });
});
