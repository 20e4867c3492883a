// How much a figure would move in another sample of libraries: the variance of a sum of influences per cluster.
import type { Dataset } from '../dataset.ts';

/**
 * Variance of a sum of influences with libraries as clusters; who named no library is a cluster alone.
 * Source: Binder 1983, International Statistical Review 51 (linearisation); Cochran 1977, chapter 9.
 *
 * @param influence per row how much that answer moves the figure; 0 for rows outside its base
 */
export function clusterVariance(dataset: Dataset, influence: Float64Array): number {
  const perLibrary = new Float64Array(dataset.libraries.length);
  const seen = new Uint8Array(dataset.libraries.length);
  let squares = 0;
  let clusters = 0;
  for (let row = 0; row < influence.length; row += 1) {
    const value = influence[row] as number;
    if (value === 0) continue;
    const library = dataset.library[row] as number;
    if (library < 0) {
      squares += value * value;
      clusters += 1;
    } else {
      perLibrary[library] = (perLibrary[library] as number) + value;
      seen[library] = 1;
    }
  }
  for (let library = 0; library < perLibrary.length; library += 1) {
    if (seen[library] !== 1) continue;
    squares += (perLibrary[library] as number) ** 2;
    clusters += 1;
  }
  return clusters < 2 ? squares : (squares * clusters) / (clusters - 1);
}
