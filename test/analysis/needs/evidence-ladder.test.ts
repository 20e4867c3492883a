import { describe, expect, it } from 'vitest';
import { type EvidenceItem, evidenceLevel } from '../../../analysis/needs/evidence-ladder.ts';

const supports = (...kinds: EvidenceItem['kind'][]): EvidenceItem[] =>
  kinds.map((kind) => ({ kind, direction: 'supports' }));

describe('the ladder of evidence', () => {
  it('is none, weak or strong', () => {
    expect(evidenceLevel([])).toMatchObject({ level: 0, strength: 'none' });
    expect(evidenceLevel(supports('survey'))).toMatchObject({ level: 1, strength: 'weak' });
    expect(evidenceLevel(supports('interview', 'interview'))).toMatchObject({ level: 2, strength: 'weak' });
    expect(evidenceLevel(supports('survey', 'interview'))).toMatchObject({ level: 3, strength: 'strong' });
  });

  it('reaches the top with three kinds, counted and told', () => {
    expect(evidenceLevel(supports('survey', 'interview', 'desk_figures')).level).toBe(4);
    expect(evidenceLevel(supports('survey', 'colleague_survey', 'desk_figures')).level).toBe(3);
  });

  it('counts open answers with their own survey', () => {
    expect(evidenceLevel(supports('survey', 'open_answers'))).toMatchObject({
      level: 2,
      kinds: 1,
      qualitative: true,
    });
  });

  it('climbs on support only, and says when something contradicts', () => {
    const items: EvidenceItem[] = [
      ...supports('survey'),
      { kind: 'interview', direction: 'contradicts' },
      { kind: 'panel', direction: 'nuance' },
    ];
    expect(evidenceLevel(items)).toMatchObject({ level: 1, kinds: 1, contested: true });
    expect(evidenceLevel([{ kind: 'document', direction: 'contradicts' }])).toMatchObject({
      level: 0,
      contested: true,
    });
  });
});
