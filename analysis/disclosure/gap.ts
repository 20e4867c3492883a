// The gap between two questions as a reader may see it.
import type { Gap } from '../explore/explored.ts';
import { saidOfGap } from '../explore/said.ts';
import { opennessIn } from './views.ts';

/** Differences of few people are no counts; in a group they are not shown. */
export function discloseGap(gap: Gap, crossed: boolean): Gap {
  const openness = opennessIn(gap.paired?.base ?? 0, {
    crossed,
    refused: false,
    hidden: () => new Set(),
    hidesSum: () => false,
    hasSpread: () => true,
  });
  const told = !crossed && (openness === 'full' || openness === 'smallGroup');
  const paired =
    told && gap.paired ? { ...gap.paired, interval: openness === 'full' ? gap.paired.interval : null } : null;
  const copy = { ...gap, openness: told ? openness : ('withheld' as const), paired };
  return { ...copy, said: saidOfGap(copy) };
}
