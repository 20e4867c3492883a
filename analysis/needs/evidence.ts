// The evidence matrix: what each kind of source says about a need, how strongly and in which direction.
import type { EvidenceKind } from '../../surveys/needs-catalogue.ts';
import { evidenceKindSchema } from '../../surveys/needs-catalogue.ts';
import type { ProjectRecords } from '../../surveys/project-records.ts';
import type { Share } from '../figure.ts';
import type { EvidenceCell, NeedResult, NeedSource } from '../results/needs.ts';
import { type EvidenceItem, type EvidenceLevel, evidenceLevel } from './evidence-ladder.ts';
import { interviewCounts } from './indicators.ts';

/** From this source score (0-100) on, a measured source alone speaks strongly; the page prints it. */
export const strongFrom = 33;

export interface NeedEvidence {
  readonly cells: readonly EvidenceCell[];
  readonly level: EvidenceLevel;
}

/** One cell per kind and the level of the need as a whole, from its measured sources and what people added. */
export function evidenceOf(
  need: string,
  sources: readonly NeedSource[],
  records: ProjectRecords,
): NeedEvidence {
  const items = [
    ...sources.filter(({ kind }) => kind !== 'interview').flatMap(measuredItems),
    ...interviewItems(need, records),
    ...records.evidence
      .filter((item) => item.need === need)
      .map(({ kind, direction }) => ({ kind, direction })),
    ...studiesFor(need, records).map(({ kind }) => ({ kind, direction: 'supports' as const })),
  ];
  return {
    cells: evidenceKindSchema.options.map((kind) =>
      cellOf(
        kind,
        items.filter((item) => item.kind === kind),
        sources.find((source) => source.kind === kind)?.score ?? null,
      ),
    ),
    level: evidenceLevel(items),
  };
}

/** Studies that are cited for a need. */
export function studiesFor(need: string, { study }: Pick<ProjectRecords, 'study'>): ProjectRecords['study'] {
  return study.filter(({ supports: cited = [] }) => cited.includes(need));
}

/** Whether a measured share says anything for its need: somebody does, or the mean is above nothing. */
export function supports(share: Share | undefined): boolean {
  return ((share?.method === 'mean' ? share.estimate : share?.count) ?? 0) > 0;
}

function measuredItems({ kind, indicators }: NeedSource): readonly EvidenceItem[] {
  return indicators
    .filter(({ share }) => supports(share))
    .map(() => ({ kind, direction: 'supports' as const }));
}

/** One item per interview that knew the need; if more did not than did, they speak against it. */
function interviewItems(need: string, records: ProjectRecords): readonly EvidenceItem[] {
  const { recognised, asked } = interviewCounts(need, records);
  const supporting = Array.from({ length: recognised }, () => ({
    kind: 'interview' as const,
    direction: 'supports' as const,
  }));
  const against =
    asked - recognised > recognised
      ? [{ kind: 'interview' as const, direction: 'contradicts' as const }]
      : [];
  return [...supporting, ...against];
}

function cellOf(kind: EvidenceKind, items: readonly EvidenceItem[], score: number | null): EvidenceCell {
  const pointing = (direction: EvidenceItem['direction']) =>
    items.filter((item) => item.direction === direction).length;
  const counts = {
    count: items.length,
    supports: pointing('supports'),
    contradicts: pointing('contradicts'),
  };
  return cellWith(kind, counts, isStrong(counts.supports, score));
}

/** A cell of the matrix from how many items it has and where they point. @param strong whether it speaks strongly. */
export function cellWith(
  kind: EvidenceKind,
  counts: Pick<EvidenceCell, 'count' | 'supports' | 'contradicts'>,
  strong: boolean,
): EvidenceCell {
  const strength =
    counts.contradicts > 0 ? 'contested' : counts.supports === 0 ? 'none' : strong ? 'strong' : 'weak';
  return {
    kind,
    ...counts,
    direction: directionOf(counts.supports, counts.contradicts, counts.count),
    strength,
  };
}

/** Kinds of source that say anything about any need; open answers belong to their survey (docs/rules.md, Evidence). */
export function kindsSpeaking(needs: readonly Pick<NeedResult, 'evidence'>[]): readonly EvidenceKind[] {
  const speaks = (kind: EvidenceKind) =>
    needs.some(({ evidence }) => evidence.some((cell) => cell.kind === kind && cell.count > 0));
  return evidenceKindSchema.options.filter(
    (kind) => kind !== 'open_answers' && (speaks(kind) || (kind === 'survey' && speaks('open_answers'))),
  );
}

/** The level of a need from its row of the matrix. */
export function levelOf(
  cells: readonly EvidenceCell[],
): Pick<EvidenceLevel, 'level' | 'strength' | 'contested'> {
  const items = cells.flatMap(({ kind, supports, contradicts }) => [
    ...Array.from({ length: supports }, (): EvidenceItem => ({ kind, direction: 'supports' })),
    ...Array.from({ length: contradicts }, (): EvidenceItem => ({ kind, direction: 'contradicts' })),
  ]);
  const { level, strength, contested } = evidenceLevel(items);
  return { level, strength, contested };
}

function directionOf(supports: number, contradicts: number, all: number): EvidenceCell['direction'] {
  if (all === 0) return 'none';
  if (supports > 0 && contradicts > 0) return 'mixed';
  if (contradicts > 0) return 'contradicts';
  return supports > 0 ? 'supports' : 'nuance';
}

/** A measured source by its score; a source of people's words by two independent items. */
function isStrong(supports: number, score: number | null): boolean {
  return score === null ? supports >= 2 : score >= strongFrom;
}
