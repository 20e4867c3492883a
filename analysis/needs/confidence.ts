/** A first suggestion for how much confidence a finding deserves; a person sets the level and writes why. */

export type Concern = 'none' | 'minor' | 'moderate' | 'serious';

/** Concerns about the four components of a finding. */
export interface FindingConcerns {
  /** Limitations in how the evidence was gathered. */
  readonly methods: Concern;
  /** How well the finding fits the evidence, contradictions included. */
  readonly coherence: Concern;
  /** How rich the evidence is. */
  readonly adequacy: Concern;
  /** How far the evidence is about these libraries and this question. */
  readonly relevance: Concern;
}

export type Confidence = 'high' | 'moderate' | 'low' | 'veryLow';

const levels: readonly Confidence[] = ['high', 'moderate', 'low', 'veryLow'];
const steps: Readonly<Record<Concern, number>> = { none: 0, minor: 0, moderate: 1, serious: 2 };
const MANY_MINOR = 3;

/**
 * From high downwards: a moderate concern one level, a serious one two, three or more minor ones together one.
 * Source: own rule after GRADE-CERQual (Lewin et al. 2018), which leaves the weighing to people.
 *
 * @example suggestConfidence({ methods: 'moderate', coherence: 'none', adequacy: 'none', relevance: 'none' }) // 'moderate'
 */
export function suggestConfidence(concerns: FindingConcerns): Confidence {
  const { methods, coherence, adequacy, relevance } = concerns;
  const all = [methods, coherence, adequacy, relevance];
  const minor = all.filter((concern) => concern === 'minor').length;
  const down = all.reduce((sum, concern) => sum + steps[concern], minor >= MANY_MINOR ? 1 : 0);
  return levels[Math.min(down, levels.length - 1)] ?? 'veryLow';
}
