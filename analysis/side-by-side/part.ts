// One number as a share of itself and another, such as the hours of volunteers in all hours: sums, not a mean of shares, so
// that a large library weighs as much as it is large.
import { variableNamed } from '../../surveys/codebook.ts';
import type { SideBySideOf } from '../../surveys/side-by-side.ts';
import type { Dataset } from '../dataset.ts';
import { isChosen, selectRows } from '../selected-rows.ts';
import { weightedRatio } from '../statistics/linearised.ts';
import type { PartShare } from './results.ts';

/**
 * The sum of `part` over the sum of `part` and `rest`, of everybody who gave both numbers. Libraries are the clusters of its
 * interval, which is cut off at 0 and 1; with fewer than two there is none.
 * Source: the ratio estimator, Cochran 1977, chapter 6, as R's `survey::svyratio`.
 * @returns null where the survey does not ask for both numbers.
 * @example 10 of 100 and 0 of 100 hours are 10 of 200: 0.05
 */
export function partShare(
  dataset: Dataset,
  { part, rest, nothing }: Pick<SideBySideOf<'part'>, 'part' | 'rest' | 'nothing'>,
): PartShare | null {
  const { position } = dataset.codebook;
  if (![part, rest, ...(nothing ? [nothing.variable] : [])].every((name) => position.has(name))) return null;
  if (variableNamed(dataset.codebook, part).measure !== 'number') return null;
  if (variableNamed(dataset.codebook, rest).measure !== 'number') return null;
  const [parts, rests] = [dataset.numbers(part), dataset.numbers(rest)];
  const none = new Uint8Array(dataset.size);
  if (nothing) {
    const { variable, codes } = nothing;
    selectRows(dataset, { variables: [variable], codes: [...codes], except: [] }, none);
  }
  const own = Float64Array.from(parts, (hours, row) => (none[row] === isChosen ? 0 : hours));
  const whole = own.map((hours, row) => hours + (rests[row] as number));
  const ratio = weightedRatio(
    { weights: new Float64Array(dataset.size).fill(1), stages: [{ clusters: clustersIn(dataset) }] },
    own,
    whole,
  );
  const base = whole.reduce((count, hours) => count + Number(!Number.isNaN(hours)), 0);
  const { estimate = null, interval = null } = ratio ?? {};
  return {
    base,
    estimate,
    interval: interval && { lower: Math.max(0, interval.lower), upper: Math.min(1, interval.upper) },
    openness: 'full',
  };
}

/** Everybody's library; who named none is one alone. */
function clustersIn({ library, libraries, size }: Dataset): readonly number[] {
  return Array.from({ length: size }, (_, row) => {
    const own = library[row] as number;
    return own < 0 ? libraries.length + row : own;
  });
}
