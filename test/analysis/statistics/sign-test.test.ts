import { describe, expect, it } from 'vitest';
import { signTest } from '../../../analysis/statistics/sign-test.ts';

describe('the sign test', () => {
  // R: binom.test(x, n)$p.value
  it.each([
    [4, 12, 0.076812744140625],
    [0, 5, 0.0625],
    [10, 1, 0.01171875],
    [202, 22, 1.29293454138527e-37],
  ])('of %d against %d is that of R', (up, down, p) => {
    expect(signTest(up, down) / p).toBeCloseTo(1, 9);
    expect(signTest(down, up)).toBe(signTest(up, down));
  });

  it('sees nothing in equal numbers, or in none', () => {
    expect(signTest(7, 7)).toBe(1);
    expect(signTest(0, 0)).toBe(1);
  });

  it('refuses counts that are not whole', () => {
    expect(() => signTest(1.5, 2)).toThrow(RangeError);
    expect(() => signTest(-1, 2)).toThrow(RangeError);
  });
});
