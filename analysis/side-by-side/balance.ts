/** Which way answers lean: how many say one thing, how many its opposite, and the difference between both. */
import type { Dataset } from '../dataset.ts';
import { noneMissing, type Share } from '../figure.ts';
import { clustersOf, countCodes, type LibraryCounts, type Mask } from '../library-counts.ts';
import type { RowCodes } from '../row-codes.ts';
import { isChosen, isFigure, isMissing, selectRows } from '../selected-rows.ts';
import { shareOf } from '../share.ts';
import { clusterMean } from '../statistics/cluster-mean.ts';
import type { Interval } from '../statistics/wilson-interval.ts';

/** Answers that count on one side, to any of several variables. */
export interface Side {
  readonly variables: readonly string[];
  readonly codes: readonly string[];
}

export interface Balance {
  readonly first: Share;
  readonly second: Share;
  /** First minus second, -1 to 1; the interval is null with fewer than two libraries or persons. Null without a base. */
  readonly net: { readonly estimate: number; readonly interval: Interval | null } | null;
}

/** Out of the base; neither side; only the first; only the second; both. */
const [outside, neither, firstOnly, secondOnly, both] = [0, 1, 2, 3, 4] as const;
const inBase = [neither, firstOnly, secondOnly, both];

/**
 * Both shares and their difference. Base: who gave a figure on any variable of either side. The difference is the mean of
 * +1, -1 and 0 (neither or both) per person, with libraries as clusters.
 * Source: the net balance of tendency surveys (European Commission 2007, Joint Harmonised EU Programme of Business and
 * Consumer Surveys); its interval is that of a mean, Cochran 1977, chapter 9.
 * @throws RangeError when a variable is not in the dataset.
 * @example 6 of 10 say more, 1 says less: net 0.5
 */
export function balanceOf(dataset: Dataset, first: Side, second: Side, mask: Mask = null): Balance {
  const counts = countCodes(dataset, balanceCodes(dataset, first, second), mask);
  return {
    first: shareOn(counts, [firstOnly, both]),
    second: shareOn(counts, [secondOnly, both]),
    net: netOf(counts),
  };
}

/** Per row 1 who is in the base and not on this side, 2 who is: what decides which groups are too small to show. */
export function sideCodes(dataset: Dataset, first: Side, second: Side, side: 'first' | 'second'): RowCodes {
  const { fill } = balanceCodes(dataset, first, second);
  const own = side === 'first' ? firstOnly : secondOnly;
  return {
    key: null,
    width: 3,
    fill: (codes, from) => {
      fill(codes, from);
      for (let row = 0; row < codes.length; row += 1) {
        const code = codes[row] as number;
        codes[row] = code === outside ? isMissing : code === own || code === both ? isChosen : isFigure;
      }
    },
  };
}

function balanceCodes(dataset: Dataset, first: Side, second: Side): RowCodes {
  let other = new Uint8Array(0);
  const select = (side: Side, codes: Uint8Array, from: number) =>
    selectRows(dataset, { variables: [...side.variables], codes: [...side.codes], except: [] }, codes, from);
  return {
    key: `balance ${JSON.stringify([first, second])}`,
    width: 5,
    fill: (codes, from) => {
      if (other.length !== codes.length) other = new Uint8Array(codes.length);
      select(first, codes.fill(isMissing), from);
      select(second, other.fill(isMissing), from);
      for (let row = 0; row < codes.length; row += 1) {
        const [one, two] = [codes[row] as number, other[row] as number];
        if (one === isMissing && two === isMissing) codes[row] = outside;
        else if (one === isChosen) codes[row] = two === isChosen ? both : firstOnly;
        else codes[row] = two === isChosen ? secondOnly : neither;
      }
    },
  };
}

function shareOn(counts: LibraryCounts, side: readonly number[]): Share {
  const sum = (places: readonly number[]) =>
    places.reduce((total, place) => total + (counts.totals[place] as number), 0);
  const skipped = counts.totals[outside] as number;
  return shareOf(sum(side), sum(inBase), {
    missing: { ...noneMissing, skipped },
    clusters: clustersOf(counts, side, inBase),
  });
}

/** The mean of +1 and -1 with the lines of counts as clusters; who named no library speaks for themselves. */
function netOf({ table, lines, width }: LibraryCounts): Balance['net'] {
  const [sums, persons] = [new Float64Array(lines - 1), new Uint32Array(lines - 1)];
  const at = (line: number, code: number) => table[line * width + code] as number;
  for (let line = 1; line < lines; line += 1) {
    sums[line - 1] = at(line, firstOnly) - at(line, secondOnly);
    persons[line - 1] = inBase.reduce((sum, code) => sum + at(line, code), 0);
  }
  const mean = clusterMean(sums, persons, [
    { value: 1, count: at(0, firstOnly) },
    { value: -1, count: at(0, secondOnly) },
    { value: 0, count: at(0, neither) + at(0, both) },
  ]);
  if (!mean) return null;
  const { mean: estimate, interval } = mean;
  // No balance is more than everybody on one side.
  const inside = (value: number) => Math.max(-1, Math.min(1, value));
  return {
    estimate,
    interval: interval && { lower: inside(interval.lower), upper: inside(interval.upper) },
  };
}
