/** Importance against performance: four corners around the means of the items compared. */

export type Corner = 'concentrate' | 'keepUp' | 'lowPriority' | 'possibleOverkill';

/** Mean ratings of one item; null where nobody rated both. */
export interface RatedItem {
  readonly importance: number | null;
  readonly performance: number | null;
}

export interface ImportancePerformance {
  /** Means over the items that have both: where the lines cross. Null without any. */
  readonly crosshair: { readonly importance: number; readonly performance: number } | null;
  /** In the order of the items; null for an item without both means. */
  readonly corners: readonly (Corner | null)[];
}

/** Below this a mean lies on the line. */
const sameMean = 1e-9;

/**
 * The corner of each item: important and weak is where to concentrate. The lines are the items' own means, so the
 * corners compare items and say nothing absolute; an item on a line counts as high.
 * Source: Martilla & James 1977, Journal of Marketing 41(1) 77-79.
 *
 * @example
 * importancePerformance([{ importance: 5, performance: 2 }, { importance: 3, performance: 4 }]).corners
 * // ['concentrate', 'possibleOverkill']
 */
export function importancePerformance(items: readonly RatedItem[]): ImportancePerformance {
  const rated = items.filter(isRated);
  if (rated.length === 0) return { crosshair: null, corners: items.map(() => null) };
  const mean = (of: (item: Rated) => number) => rated.reduce((sum, item) => sum + of(item), 0) / rated.length;
  const crosshair = {
    importance: mean(({ importance }) => importance),
    performance: mean(({ performance }) => performance),
  };
  return {
    crosshair,
    corners: items.map((item) =>
      isRated(item)
        ? corner(
            item.importance >= crosshair.importance - sameMean,
            item.performance >= crosshair.performance - sameMean,
          )
        : null,
    ),
  };
}

interface Rated {
  readonly importance: number;
  readonly performance: number;
}

function isRated(item: RatedItem): item is Rated {
  return item.importance !== null && item.performance !== null;
}

function corner(important: boolean, strong: boolean): Corner {
  if (important) return strong ? 'keepUp' : 'concentrate';
  return strong ? 'possibleOverkill' : 'lowPriority';
}
