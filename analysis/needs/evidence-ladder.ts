/** How well a need is supported: the ladder of evidence, counting kinds of source and not numbers of quotes. */

import type { EvidenceKind } from '../../surveys/needs-catalogue.ts';

/** Every kind of evidence, and whether it counts things or tells them. */
export const evidenceNature: Readonly<Record<EvidenceKind, 'quantitative' | 'qualitative'>> = {
  survey: 'quantitative',
  open_answers: 'qualitative',
  panel: 'qualitative',
  interview: 'qualitative',
  desk_figures: 'quantitative',
  platform_study: 'quantitative',
  colleague_survey: 'quantitative',
  document: 'qualitative',
  other: 'qualitative',
};

export type EvidenceDirection = 'supports' | 'contradicts' | 'nuance';

/** One piece of evidence for a need. A panel's own ranking is not evidence; its words and recognition are. */
export interface EvidenceItem {
  readonly kind: EvidenceKind;
  readonly direction: EvidenceDirection;
}

export type EvidenceStrength = 'none' | 'weak' | 'strong';

export interface EvidenceLevel {
  /** 0 nothing, 1 one item, 2 several of one kind, 3 several kinds, 4 three or more, counted and told. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  /** The level as it is shown: none, weak (1-2), strong (3-4). */
  readonly strength: EvidenceStrength;
  /** Independent kinds that support the need. */
  readonly kinds: number;
  readonly quantitative: boolean;
  readonly qualitative: boolean;
  /** Something contradicts the need. */
  readonly contested: boolean;
}

/**
 * Level of evidence of one need. Only supporting items climb the ladder. Open answers are part of their
 * survey: they add a voice (qualitative) but no kind of their own.
 * Source: own rule after the literature on triangulation (docs/rules.md, Evidence).
 *
 * @example evidenceLevel([{ kind: 'survey', direction: 'supports' }]).level // 1
 */
export function evidenceLevel(items: readonly EvidenceItem[]): EvidenceLevel {
  const supporting = items.filter((item) => item.direction === 'supports');
  const kinds = new Set(supporting.map(({ kind }) => (kind === 'open_answers' ? 'survey' : kind))).size;
  const quantitative = supporting.some(({ kind }) => evidenceNature[kind] === 'quantitative');
  const qualitative = supporting.some(({ kind }) => evidenceNature[kind] === 'qualitative');
  const level = ladder(supporting.length, kinds, quantitative && qualitative);
  return {
    level,
    strength: level === 0 ? 'none' : level <= 2 ? 'weak' : 'strong',
    kinds,
    quantitative,
    qualitative,
    contested: items.some((item) => item.direction === 'contradicts'),
  };
}

function ladder(items: number, kinds: number, mixed: boolean): EvidenceLevel['level'] {
  if (items === 0) return 0;
  if (items === 1) return 1;
  if (kinds === 1) return 2;
  return kinds >= 3 && mixed ? 4 : 3;
}
