// A need says that its evidence changed from more than three points on, and when there is none any more.
import { describe, expect, it } from 'vitest';
import { evidenceChange } from '../../../analysis/needs/evidence-change.ts';

describe('the evidence of a need', () => {
  it('has changed from more than three points on', () => {
    expect(evidenceChange(40, 43)).toBeNull();
    expect(evidenceChange(40, 43.1)).toBe('higher');
    expect(evidenceChange(40, 36.9)).toBe('lower');
  });

  it('came or went where one of both is missing, and missing is not zero', () => {
    expect(evidenceChange(null, 2)).toBe('appeared');
    expect(evidenceChange(2, null)).toBe('gone');
    expect(evidenceChange(null, null)).toBeNull();
  });
});
