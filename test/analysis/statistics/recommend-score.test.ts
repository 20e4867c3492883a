import { describe, expect, it } from 'vitest';
import { recommendScore } from '../../../analysis/statistics/recommend-score.ts';

describe('the recommendation score', () => {
  it('counts 9 and 10 for, 0 to 6 against', () => {
    const result = recommendScore([1, 0, 0, 0, 0, 0, 1, 1, 1, 2, 4]);
    expect(result).toMatchObject({ base: 10, promoters: 6, passives: 2, detractors: 2, estimate: 40 });
  });

  it('has no doubt when everybody promotes', () => {
    const result = recommendScore([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]);
    expect(result).toMatchObject({ estimate: 100, standardError: 0, interval: { lower: 100, upper: 100 } });
  });

  it('does not exist without answers', () => {
    expect(recommendScore(new Array<number>(11).fill(0))).toBeNull();
  });

  it('needs eleven counts', () => {
    expect(() => recommendScore([1, 2, 3])).toThrow(RangeError);
  });
});
