// What the words of a scale are worth: as the mapping says, or as the counts of the reference allow.
import { type Case, NotMapped, type Scale } from './case.ts';
import { findColumn, type Words } from './columns.ts';

export type Numbers = readonly (number | null)[];

const known = new WeakMap<Case, readonly Scale[]>();

/**
 * Numbers of a column: as they stand, or what its words are worth on a scale of the case; null for anything else.
 *
 * @throws NotMapped when there are words and no number at all
 */
export function numbersOf(one: Case, words: Words): Numbers {
  const scale = scaleOf(one, words);
  const numbers = words.map((word) => {
    if (scale) return scale[word] ?? null;
    const value = word.trim() === '' ? Number.NaN : Number(word);
    return Number.isFinite(value) ? value : null;
  });
  if (words.length > 0 && numbers.every((number) => number === null)) {
    throw new NotMapped(`no scale says what "${words.find((word) => word !== '') ?? ''}" is worth`);
  }
  return numbers;
}

/** The scale with most of a column's words; null for a column of numbers, or where no scale has one of them. */
export function scaleOf(one: Case, words: readonly string[]): Scale | null {
  const labels = [...new Set(words)].filter((word) => word !== '');
  if (labels.some((label) => Number.isFinite(Number(label)))) return null;
  const scales = known.get(one) ?? scalesOf(one);
  known.set(one, scales);
  const covered = (scale: Scale) => labels.filter((label) => label in scale).length;
  const [best] = [...scales].sort((a, b) => covered(b) - covered(a));
  return best && covered(best) > 0 ? best : null;
}

/** The mapping's scales, or one per result that says how often each point was chosen. */
function scalesOf(one: Case): readonly Scale[] {
  if (one.mapping.scales) return one.mapping.scales;
  const found = one.references.flatMap(({ id, value }) => {
    if (typeof value !== 'object' || value === null || !('counts' in value) || !('mean' in value)) return [];
    const { counts, mean } = value;
    if (!Array.isArray(counts) || typeof mean !== 'number') return [];
    try {
      const words = findColumn(one, id.replace(/^[^/]*\//, ''));
      const scale = scaleFromCounts(words, counts, mean);
      const often = [...timesOf(words).values()].filter((times) => counts.includes(times));
      const certain = new Set(counts).size === counts.length && new Set(often).size === often.length;
      return scale ? [{ scale, certain }] : [];
    } catch (problem) {
      if (problem instanceof NotMapped) return [];
      throw problem;
    }
  });
  // Of columns with the same words, one without two points chosen equally often says it best.
  const certain = found.filter((one) => one.certain).map(({ scale }) => scale);
  return [...certain.map((scale) => withOthers(scale, certain)), ...found.map(({ scale }) => scale)];
}

/** A scale with the words nobody chose in its column, from scales that have two words with it in common and agree on all. */
function withOthers(scale: Scale, others: readonly Scale[]): Scale {
  const whole: Record<string, number> = { ...scale };
  for (const other of others) {
    const shared = Object.keys(other).filter((word) => word in whole);
    if (shared.length > 1 && shared.every((word) => whole[word] === other[word])) Object.assign(whole, other);
  }
  return whole;
}

function timesOf(words: readonly string[]): ReadonlyMap<string, number> {
  const often = new Map<string, number>();
  for (const word of words) if (word !== '') often.set(word, (often.get(word) ?? 0) + 1);
  return often;
}

/**
 * Gives each word the point that was chosen as often. Two points chosen equally often may change places, which changes
 * nothing about the column they were read from.
 *
 * @param counts per point, lowest first
 * @param mean of the reference, which says where the points begin
 * @returns null where no word was chosen as often as a point
 */
export function scaleFromCounts(
  words: readonly string[],
  counts: readonly number[],
  mean: number,
): Scale | null {
  const often = timesOf(words);
  const base = counts.reduce((sum, count) => sum + count, 0);
  const weighted = counts.reduce((sum, count, place) => sum + count * place, 0);
  const start = Math.round(mean - weighted / base);
  const scale: Record<string, number> = {};
  for (const [place, count] of counts.entries()) {
    if (count === 0) continue;
    const found = [...often].find(([word, times]) => times === count && !(word in scale));
    if (found === undefined) return null;
    scale[found[0]] = start + place;
  }
  return scale;
}
