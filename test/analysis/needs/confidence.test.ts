import { describe, expect, it } from 'vitest';
import { type Concern, suggestConfidence } from '../../../analysis/needs/confidence.ts';

const suggested = (methods: Concern, coherence: Concern, adequacy: Concern, relevance: Concern) =>
  suggestConfidence({ methods, coherence, adequacy, relevance });

describe('the suggested confidence in a finding', () => {
  it('is high without concerns or with two minor ones', () => {
    expect(suggested('none', 'none', 'none', 'none')).toBe('high');
    expect(suggested('minor', 'none', 'minor', 'none')).toBe('high');
  });
  it('goes down by moderate and serious concerns, and once for three minor ones', () => {
    expect(suggested('minor', 'minor', 'minor', 'none')).toBe('moderate');
    expect(suggested('none', 'moderate', 'none', 'none')).toBe('moderate');
    expect(suggested('none', 'serious', 'none', 'none')).toBe('low');
    expect(suggested('moderate', 'serious', 'none', 'none')).toBe('veryLow');
  });
  it('has a floor', () => {
    expect(suggested('serious', 'serious', 'serious', 'serious')).toBe('veryLow');
  });
});
