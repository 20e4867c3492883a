/** The inverse of a symmetric positive definite matrix, such as an information or covariance matrix. */

/**
 * Inverse by Cholesky's decomposition, matrix = L L'. Size cubed.
 *
 * @param matrix row after row, `size` numbers each; only the lower triangle is read
 * @returns the whole inverse, or null when the matrix is not positive definite
 * @example inversePositive(Float64Array.of(2, 0, 0, 4), 2) // Float64Array [0.5, 0, 0, 0.25]
 */
export function inversePositive(matrix: Float64Array, size: number): Float64Array | null {
  const lower = cholesky(matrix, size);
  if (lower === null) return null;
  const inverse = new Float64Array(size * size);
  const column = new Float64Array(size);
  for (let unit = 0; unit < size; unit += 1) {
    // Solve L y = e, then L' x = y.
    for (let i = 0; i < size; i += 1) {
      let sum = i === unit ? 1 : 0;
      for (let k = unit; k < i; k += 1) sum -= (lower[i * size + k] ?? 0) * (column[k] ?? 0);
      column[i] = i < unit ? 0 : sum / (lower[i * size + i] ?? 1);
    }
    for (let i = size - 1; i >= 0; i -= 1) {
      let sum = column[i] ?? 0;
      for (let k = i + 1; k < size; k += 1) sum -= (lower[k * size + i] ?? 0) * (column[k] ?? 0);
      column[i] = sum / (lower[i * size + i] ?? 1);
      inverse[i * size + unit] = column[i] ?? 0;
    }
  }
  return inverse;
}

function cholesky(matrix: Float64Array, size: number): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * size + j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (lower[i * size + k] ?? 0) * (lower[j * size + k] ?? 0);
      if (i !== j) {
        lower[i * size + j] = sum / (lower[j * size + j] ?? 1);
        continue;
      }
      if (!(sum > 0)) return null;
      lower[i * size + i] = Math.sqrt(sum);
    }
  }
  return lower;
}
