/** Whether the evidence of a need is still what it was when a panel ordered. */

/** Points of the score, 0-100, from which on a need says that its evidence changed (docs/rules.md, Needs). */
const leastPoints = 3;

export type EvidenceChange = 'higher' | 'lower' | 'appeared' | 'gone';

/**
 * How the score of a need moved since it was kept; null where it stayed within three points.
 * A rule of our own.
 *
 * @param kept the score of that moment, 0-100; null where no source had said anything
 * @param now the score of today as its reader sees it; null without one
 * @example evidenceChange(40, 44) // 'higher'
 */
export function evidenceChange(kept: number | null, now: number | null): EvidenceChange | null {
  if (kept === null) return now === null ? null : 'appeared';
  if (now === null) return 'gone';
  if (Math.abs(now - kept) <= leastPoints) return null;
  return now > kept ? 'higher' : 'lower';
}
