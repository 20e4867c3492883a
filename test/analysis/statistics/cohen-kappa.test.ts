import { describe, expect, it } from 'vitest';
import { cohenKappa } from '../../../analysis/statistics/cohen-kappa.ts';

describe("Cohen's kappa", () => {
  it('can be low where agreement is high, for a rare code', () => {
    const first = Array.from({ length: 100 }, (_, index) => index < 2);
    const second = Array.from({ length: 100 }, (_, index) => index === 0 || index === 2);
    const { agreement, kappa } = cohenKappa(first, second);
    expect(agreement).toBe(0.98);
    // By hand: (0.98 - 0.9608) / (1 - 0.9608)
    expect(kappa).toBeCloseTo(0.0192 / 0.0392, 12);
  });

  it('does not exist when both use one code only, or code nothing together', () => {
    expect(cohenKappa(['a', 'a'], ['a', 'a'])).toMatchObject({ agreement: 1, kappa: null });
    expect(cohenKappa(['a', null], [null, 'a'])).toMatchObject({ base: 0, agreement: null, kappa: null });
  });

  it('needs the same remarks from both', () => {
    expect(() => cohenKappa(['a'], [])).toThrow(RangeError);
  });
});
