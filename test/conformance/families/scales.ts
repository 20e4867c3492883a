// Summaries of one scale or number, scales of several items, and the recommend score.
import { cronbachAlpha } from '../../../analysis/statistics/cronbach-alpha.ts';
import { recommendScore } from '../../../analysis/statistics/recommend-score.ts';
import { summarise } from '../../../analysis/statistics/summary.ts';
import { topBox } from '../../../analysis/statistics/top-box.ts';
import { type Case, mappedResult, NotMapped } from '../case.ts';
import { findColumn } from '../columns.ts';
import { type Family, hasKeys, subject, wordsUnder } from '../family.ts';
import { type Numbers, numbersOf } from '../scales.ts';
import { pair, percent } from './in-words.ts';

export const scaleSummary: Family = {
  name: 'summary',
  recognises: (value) => hasKeys(value, 'n', 'mean', 'median', 'sd'),
  compute: ({ id, value }, one) => {
    const words = findColumn(one, subject(id));
    const ratings = numbersOf(one, words);
    const values = ratings.filter((rating) => rating !== null);
    const summary = summarise(values);
    const blank = words.filter((word) => word === '').length;
    const offScale = ratings.length - values.length - blank;
    return {
      n: summary?.base,
      missing: ratings.length - values.length,
      blank,
      unfamiliar: offScale,
      na_answer: offScale,
      mean: summary?.mean,
      sd: summary?.standardDeviation,
      se: summary?.standardError,
      ci_t95: pair(summary?.interval),
      median: summary?.median,
      mode: summary?.modes,
      quartiles_type7: [summary?.lowerQuartile, summary?.median, summary?.upperQuartile],
      ...pointsInWords(value, values),
    };
  },
};

/** How often each point was chosen, and the boxes of the size the reference asks. */
function pointsInWords(value: unknown, values: readonly number[]) {
  if (!hasKeys(value, 'counts') || !Array.isArray(value.counts)) return {};
  const points: readonly unknown[] = value.counts;
  const lowest = Math.min(...values);
  // The scale may begin below what anybody chose; it begins where its counts fit, and else at the lowest answer.
  const starts = [lowest, ...Array.from({ length: points.length }, (_, down) => lowest - down)];
  const counted = (start: number) =>
    points.map((_, place) => values.filter((rating) => rating === start + place).length);
  const fits = (start: number) => counted(start).every((count, place) => count === points[place]);
  const counts = counted(starts.find(fits) ?? lowest);
  const size = hasKeys(value.top_box, 'k') ? Number(value.top_box.k) : null;
  if (size === null) return { counts, top_box: null, bottom_box: null };
  const box = topBox(counts, size);
  const inWords = (part: 'top' | 'bottom') => ({
    k: size,
    count: box[part].count,
    pct: percent(box[part].estimate),
  });
  return { counts, top_box: inWords('top'), bottom_box: inWords('bottom') };
}

export const reliability: Family = {
  name: 'reliability',
  recognises: (value) => hasKeys(value, 'items', 'alpha_listwise'),
  compute: ({ value }, one) => {
    const names = wordsUnder(value, 'items');
    const alpha = cronbachAlpha(itemsOf(one, names));
    return {
      items: names,
      n_complete: alpha?.base,
      n_any: alpha?.answered,
      alpha_listwise: alpha?.estimate,
      alpha_standardized_listwise: alpha?.standardised,
      feldt_ci95: pair(alpha?.interval),
      alpha_pairwise_psych: alpha?.pairwise,
      alpha_if_deleted: alpha?.items.map(({ alphaWithout }) => alphaWithout),
      item_rest_r: alpha?.items.map(({ withRest }) => withRest),
    };
  },
};

/** Items as numbers; one with a minus is turned round between the lowest and the highest answer of all. */
function itemsOf(one: Case, names: readonly string[]): readonly Float64Array[] {
  const plain = names.map((name) => numbersOf(one, findColumn(one, name.replace(/^-/, ''))));
  const given = plain.flatMap((item) => item.filter((value) => value !== null));
  const ends = given.reduce(
    (sum, value) => ({ low: Math.min(sum.low, value), high: Math.max(sum.high, value) }),
    {
      low: Infinity,
      high: -Infinity,
    },
  );
  return plain.map((item, place) => {
    const reversed = names[place]?.startsWith('-');
    return Float64Array.from(item, (value) =>
      value === null ? Number.NaN : reversed ? ends.low + ends.high - value : value,
    );
  });
}

export const recommend: Family = {
  name: 'recommend score',
  recognises: (value) => hasKeys(value, 'promoters', 'detractors', 'nps'),
  compute: ({ id, value }, one) => {
    const ratings = recommendColumn(one, id, value).filter((rating) => rating !== null);
    const counts = Array.from(
      { length: 11 },
      (_, point) => ratings.filter((rating) => rating === point).length,
    );
    const score = recommendScore(counts);
    return {
      n: score?.base,
      promoters: score?.promoters,
      passives: score?.passives,
      detractors: score?.detractors,
      nps: score?.estimate,
      se: score?.standardError,
      ci95: pair(score?.interval),
    };
  },
};

/** The column the mapping or the id names; else the one from 0 to 10 with as many promoters. */
function recommendColumn(one: Case, id: string, value: unknown): Numbers {
  const { column } = mappedResult(one, id);
  if (typeof column === 'string') return numbersOf(one, findColumn(one, column));
  if (id.includes('/')) return numbersOf(one, findColumn(one, subject(id)));
  const wanted = hasKeys(value, 'promoters') ? value.promoters : null;
  const candidates = [...one.columns.values()]
    .map((words) => words.map((word) => (/^(10|\d)$/.test(word) ? Number(word) : null)))
    .filter((ratings) => ratings.filter((rating) => (rating ?? 0) >= 9).length === wanted);
  if (candidates.length !== 1 || candidates[0] === undefined) {
    throw new NotMapped('no single column from 0 to 10 fits');
  }
  return candidates[0];
}

export const orderByMean: Family = {
  name: 'order by mean',
  recognises: (value) => hasKeys(value, 'order', 'mean'),
  compute: ({ value }, one) => {
    const lines = wordsUnder(value, 'order').map((name) => {
      const given = numbersOf(one, findColumn(one, name)).filter((rating) => rating !== null);
      return { name, mean: summarise(given)?.mean ?? Number.NaN };
    });
    const sorted = lines.toSorted((a, b) => b.mean - a.mean);
    return { order: sorted.map(({ name }) => name), mean: sorted.map(({ mean }) => mean) };
  },
};
