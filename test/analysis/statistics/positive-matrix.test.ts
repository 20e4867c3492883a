import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inversePositive } from '../../../analysis/statistics/positive-matrix.ts';

describe('the inverse of a positive definite matrix', () => {
  it('times the matrix is one', () => {
    const part = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(fc.array(part, { minLength: 16, maxLength: 16 }), (parts) => {
        // A A' + 1 is positive definite whatever A is.
        const at = (i: number, j: number) => parts[i * 4 + j] ?? 0;
        const matrix = Float64Array.from({ length: 16 }, (_, cell) => {
          const [i, j] = [Math.floor(cell / 4), cell % 4];
          return [0, 1, 2, 3].reduce((sum, k) => sum + at(i, k) * at(j, k), i === j ? 1 : 0);
        });
        const inverse = inversePositive(matrix, 4);
        for (let i = 0; i < 4; i += 1) {
          for (let j = 0; j < 4; j += 1) {
            let sum = 0;
            for (let k = 0; k < 4; k += 1)
              sum += (matrix[i * 4 + k] ?? 0) * (inverse?.[k * 4 + j] ?? Number.NaN);
            expect(sum).toBeCloseTo(i === j ? 1 : 0, 9);
          }
        }
      }),
    );
  });

  it('does not exist for another matrix', () => {
    expect(inversePositive(Float64Array.of(1, 2, 2, 1), 2)).toBeNull();
  });
});
