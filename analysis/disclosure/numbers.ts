// Numbers and dates as a reader may see them. They have no counts that may stand alone: below the base of a distribution
// there is only how many answered. In a cross there is a mean and nothing that names single values.
import type { Numbers } from '../results/questions.ts';
import { openMissing, openReasons } from './shares.ts';
import { opennessIn, type View } from './views.ts';

const nothing = {
  mean: null,
  interval: null,
  standardDeviation: null,
  median: null,
  lowerQuartile: null,
  upperQuartile: null,
  minimum: null,
  maximum: null,
  bins: [],
} as const;

/** How many answered, and nothing of what. */
export function withoutFigures(numbers: Numbers): Numbers {
  return { ...numbers, ...nothing };
}

/** @param single whether this reader may see single answers: the lowest and the highest. */
export function discloseNumbers(numbers: Numbers, view: View, single: boolean): Numbers {
  const openness = opennessIn(numbers.base, view);
  const full = openness === 'full';
  const head = {
    ...numbers,
    openness,
    base: openness === 'withheld' ? null : numbers.base,
    missing: openMissing(numbers.missing, openness, view),
    missingCategories: openReasons(numbers.missingCategories, openness, view),
  };
  if (openness === 'withheld' || openness === 'countOnly') return withoutFigures(head);
  if (view.crossed) {
    if (view.hidesSum(numbers.variable)) return withoutFigures(head);
    const { mean, interval } = numbers;
    return {
      ...head,
      ...nothing,
      mean,
      interval: full && view.hasSpread(numbers.variable) ? interval : null,
    };
  }
  return {
    ...head,
    interval: full ? numbers.interval : null,
    minimum: full && single ? numbers.minimum : null,
    maximum: full && single ? numbers.maximum : null,
    bins: numbers.bins.map(({ share, ...bin }) => ({
      ...bin,
      share: { ...share, openness, interval: full ? share.interval : null, missing: null },
    })),
  };
}
