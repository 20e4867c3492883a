// What a kit for a day holds, and what it still lacks.
import type { ProjectRecord, ProjectRecords } from '../../surveys/project-records.ts';

type Material = ProjectRecord<'material'>;

/** The parts without which a day cannot be held. */
export const kitParts = ['agenda', 'slides', 'exercise', 'film'] as const;
export type KitPart = (typeof kitParts)[number];

export interface KitPartState {
  readonly part: KitPart;
  /** The materials that are this part; the agenda has none. */
  readonly materials: readonly Material[];
  /** Nothing is named for it; one of it is still being made; a film has no address to watch it at. Null where nothing lacks. */
  readonly lacks: 'absent' | 'notReady' | 'link' | null;
}

/** The parts of a kit in order, each with what it lacks. */
export function partsOfKit(
  kit: ProjectRecord<'kit'>,
  { material }: Pick<ProjectRecords, 'material'>,
): readonly KitPartState[] {
  return kitParts.map((part) => {
    if (part === 'agenda') return { part, materials: [], lacks: kit.agenda ? null : 'absent' };
    const materials = material.filter(({ code }) => kit[part].includes(code));
    return { part, materials, lacks: lackOf(part, materials) };
  });
}

function lackOf(part: KitPart, materials: readonly Material[]): KitPartState['lacks'] {
  if (materials.length === 0) return 'absent';
  if (materials.some(({ state }) => state !== 'ready')) return 'notReady';
  // A film is shown from its address; slides and exercises can be handed over on paper.
  return part === 'film' && materials.some(({ link }) => link === undefined) ? 'link' : null;
}
