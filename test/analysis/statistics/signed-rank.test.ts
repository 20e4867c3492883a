import { describe, expect, it } from 'vitest';
import { signedRank } from '../../../analysis/statistics/signed-rank.ts';
import { countValues } from '../../../analysis/statistics/value-counts.ts';

describe("Wilcoxon's signed-rank test", () => {
  // scipy.stats.wilcoxon(..., alternative='greater', correction=False)
  it('drops zeros and shares ranks among ties', () => {
    const test = signedRank(countValues([1, 1, 2, -1, 3, 0, 2]));
    expect(test?.base).toBe(6);
    expect(test?.positiveRanks).toBe(19);
    expect((test?.p ?? 0) / 2).toBeCloseTo(0.03537493353818881, 12);
  });

  it('treats differences that only rounding sets apart as ties', () => {
    const rounded = signedRank(countValues([0.1 + 0.2, 0.3, -0.3]));
    const exact = signedRank(countValues([3, 3, -3]));
    expect(rounded?.positiveRanks).toBe(exact?.positiveRanks);
    expect(rounded?.z).toBe(exact?.z);
  });

  it('mirrors with the sign of the differences', () => {
    const up = signedRank(countValues([1, 2, 3, -1]));
    const down = signedRank(countValues([-1, -2, -3, 1]));
    expect(up?.z).toBeCloseTo(-(down?.z ?? 0), 14);
    expect(up?.correctedP).toBeCloseTo(down?.correctedP ?? 0, 14);
  });

  it('does not exist when nobody changed', () => {
    expect(signedRank([])).toBeNull();
    expect(signedRank([{ value: 0, count: 9 }])).toBeNull();
  });
});
