import { describe, expect, it } from 'vitest';
import {
  agrestiCoull,
  clopperPearson,
  wilsonCorrected,
} from '../../../analysis/statistics/other-intervals.ts';

describe('intervals others print', () => {
  it('are those of scipy', () => {
    // scipy 1.17.1: binomtest(33, 108).proportion_ci(method="exact") and "wilsoncc"
    expect(clopperPearson(33, 108)?.lower).toBeCloseTo(0.22053960082343, 12);
    expect(clopperPearson(33, 108)?.upper).toBeCloseTo(0.40155514158317684, 12);
    expect(wilsonCorrected(33, 108)?.lower).toBeCloseTo(0.22248527947291785, 12);
    expect(wilsonCorrected(33, 108)?.upper).toBeCloseTo(0.40268052753219696, 12);
  });

  it('end at 0 and 1', () => {
    expect(clopperPearson(0, 12)?.lower).toBe(0);
    expect(clopperPearson(12, 12)?.upper).toBe(1);
    expect(wilsonCorrected(0, 12)?.lower).toBe(0);
    expect(wilsonCorrected(12, 12)?.upper).toBe(1);
  });

  it('are none on an empty base', () => {
    expect([agrestiCoull(0, 0), clopperPearson(0, 0), wilsonCorrected(0, 0)]).toEqual([null, null, null]);
  });
});
