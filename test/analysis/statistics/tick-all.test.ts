import { describe, expect, it } from 'vitest';
import { tickAll } from '../../../analysis/statistics/tick-all.ts';

describe('a tick-all question', () => {
  it('keeps its three bases apart', () => {
    const { mentions, options } = tickAll([362, 289], 455, 476);
    expect(mentions).toBe(651);
    expect(options[0]?.ofAnswered.estimate).toBeCloseTo(362 / 455, 14);
    expect(options[0]?.ofAsked.estimate).toBeCloseTo(362 / 476, 14);
    expect(options[0]?.ofMentions).toBeCloseTo(362 / 651, 14);
  });

  it('has no shares when nobody ticked', () => {
    expect(tickAll([0], 0, 0).options[0]).toMatchObject({
      ofAnswered: { estimate: null },
      ofAsked: { estimate: null },
      ofMentions: null,
    });
  });

  it('refuses more answers than people asked, and more ticks than answers', () => {
    expect(() => tickAll([1], 5, 4)).toThrow(RangeError);
    expect(() => tickAll([6], 5, 5)).toThrow(RangeError);
  });
});
