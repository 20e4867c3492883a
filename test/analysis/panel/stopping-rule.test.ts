import { describe, expect, it } from 'vitest';
import { adviseRound } from '../../../analysis/panel/stopping-rule.ts';

describe('advice after a round', () => {
  it('stops on a stable order before anything else', () => {
    expect(adviseRound({ agreement: 0.2, likePrevious: 0.9, round: 2 })).toBe('stopStable');
  });

  it('stops at the last round, and leaves strong agreement to the facilitator', () => {
    expect(adviseRound({ agreement: 0.8, likePrevious: 0.5, round: 3 })).toBe('stopMaximumRounds');
    expect(adviseRound({ agreement: 0.7, likePrevious: null, round: 1 })).toBe('mayStopStrongAgreement');
  });

  it('goes on when nothing is known', () => {
    expect(adviseRound({ agreement: null, likePrevious: null, round: 1 })).toBe('continue');
  });
});
