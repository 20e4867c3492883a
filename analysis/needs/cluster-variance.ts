// How much a figure would move in another sample of libraries: the variance of a sum of influences per cluster.
import type { Combinations } from './combinations.ts';

/**
 * Variance of a sum of influences with libraries as clusters; who named no library is a cluster alone.
 * Source: Binder 1983, International Statistical Review 51 (linearisation); Cochran 1977, chapter 9.
 *
 * @param influence per combination how much such an answer moves the figure; 0 outside its base
 */
export function clusterVariance(
  { lines, table }: Pick<Combinations, 'lines' | 'table'>,
  influence: Float64Array,
): number {
  const perLibrary = new Float64Array(lines);
  const seen = new Uint8Array(lines);
  let squares = 0;
  let clusters = 0;
  for (const [combination, value] of influence.entries()) {
    if (value === 0) continue;
    const start = combination * lines;
    const alone = table[start] as number;
    squares += alone * value * value;
    clusters += alone;
    for (let line = 1; line < lines; line += 1) {
      const count = table[start + line] as number;
      if (count === 0) continue;
      perLibrary[line] = (perLibrary[line] as number) + count * value;
      seen[line] = 1;
    }
  }
  for (let line = 1; line < lines; line += 1) {
    if (seen[line] !== 1) continue;
    squares += (perLibrary[line] as number) ** 2;
    clusters += 1;
  }
  return clusters < 2 ? squares : (squares * clusters) / (clusters - 1);
}
