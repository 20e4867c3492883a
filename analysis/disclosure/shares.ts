// One share as a reader may see it.
import type { MissingCounts, Openness, Share } from '../figure.ts';
import type { MissingCategory } from '../results/questions.ts';
import type { Highlight } from '../results/survey.ts';
import { isSmall } from './lines.ts';
import { opennessIn, partView, type View, wholeView } from './views.ts';

/**
 * A single share: below the base for a distribution its count may stand alone.
 * @param variable the one it is a share of, where the view is of a group.
 */
export function discloseShare(share: Share, view: View = wholeView, variable?: string): Share {
  const missing = view.crossed ? null : share.missing;
  // Interviews are always told as counts, however few were asked about a need (docs/rules.md, Few people).
  if (share.unit === 'interviews') {
    return { ...share, estimate: null, interval: null, missing, openness: 'countOnly' };
  }
  const openness = opennessIn(share.base, view);
  if (openness === 'withheld' || (view.crossed && givesAwayCell(share, view, variable)))
    return withheld(share);
  if (openness === 'countOnly') {
    return { ...share, estimate: null, interval: null, missing, openness: 'countOnly' };
  }
  return { ...share, interval: openness === 'full' ? share.interval : null, missing, openness };
}

/** A sign of a need or a highlight: nothing of it where its groups would tell what the views of the family hide. */
export function discloseSign({
  share,
  crossed = false,
  hidden = false,
}: Pick<Highlight, 'share' | 'crossed' | 'hidden'>): Share {
  return hidden ? withheld(share) : discloseShare(share, crossed ? partView : wholeView);
}

/** A sign with its share as readers see it; why the share is hidden would tell of it as well. */
export function openSign<Sign extends Pick<Highlight, 'share' | 'crossed' | 'hidden'>>(sign: Sign): Sign {
  const share = discloseSign(sign);
  return { ...sign, share, hidden: share.openness === 'withheld' };
}

/** A share that is one line of a distribution: nothing of it below the base of a distribution. */
export function lineShare(share: Share, view: View, variable?: string): Share {
  const open = discloseShare(share, view, variable);
  return open.openness === 'countOnly' ? withheld(share) : open;
}

/** Whether a crossed share shows 1-4 people who have it or have it not, here or by subtracting the other groups. */
function givesAwayCell({ count, base }: Share, view: View, variable: string | undefined): boolean {
  if (variable !== undefined && view.hidden(variable).size > 0) return true;
  return isSmall(count ?? 0) || isSmall((base ?? 0) - (count ?? 0));
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
