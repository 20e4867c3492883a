// One share as a reader may see it.
import type { MissingCounts, Openness, Share } from '../figure.ts';
import type { MissingCategory } from '../results.ts';
import { type Find, minimums, opennessIn, type View, wholeView } from './views.ts';

/** A single share: below the base for a distribution its count may stand alone. */
export function discloseShare(share: Share, view: View = wholeView, find?: Find<Share>): Share {
  const missing = view.crossed ? null : share.missing;
  // Interviews are always told as counts, however few were asked about a need (RULINGS 3).
  if (share.unit === 'interviews') {
    return { ...share, estimate: null, interval: null, missing, openness: 'countOnly' };
  }
  const openness = opennessIn(share.base, view);
  if (openness === 'withheld' || (view.crossed && givesAwayCell(share, view, find))) return withheld(share);
  if (openness === 'countOnly') {
    return { ...share, estimate: null, interval: null, missing, openness: 'countOnly' };
  }
  return { ...share, interval: openness === 'full' ? share.interval : null, missing, openness };
}

/** A share that is one line of a distribution: nothing of it below the base of a distribution. */
export function lineShare(share: Share, view: View, find?: Find<Share>): Share {
  const open = discloseShare(share, view, find);
  return open.openness === 'countOnly' ? withheld(share) : open;
}

/** Whether a crossed share shows 1-4 people who have it or have it not, here or by subtracting the other groups. */
function givesAwayCell(share: Share, view: View, find: Find<Share> | undefined): boolean {
  const hidden = find ? view.hidden((survey) => bothSides(find(survey))).size > 0 : false;
  return hidden || bothSides(share).some(isSmall);
}

function bothSides(share: Share | undefined): readonly number[] {
  const [count, base] = [share?.count ?? 0, share?.base ?? 0];
  return [count, base - count];
}

function isSmall(count: number): boolean {
  return count > 0 && count < minimums.cell;
}

export function withheld(share: Share): Share {
  return {
    ...share,
    count: null,
    base: null,
    estimate: null,
    interval: null,
    missing: null,
    openness: 'withheld',
  };
}

export function openMissing(
  missing: MissingCounts | null,
  openness: Openness,
  view: View,
): MissingCounts | null {
  return openness === 'withheld' || view.crossed ? null : missing;
}

/** Reasons that were given, counted: as open as the missing answers they are among. */
export function openReasons(
  reasons: readonly MissingCategory[],
  openness: Openness,
  view: View,
): readonly MissingCategory[] {
  return reasons.map((reason) => ({
    ...reason,
    count: openness === 'withheld' || view.crossed ? null : reason.count,
  }));
}
