/** What unequal weights cost: how many answers of equal weight would say as much. */

export interface KishDesignEffect {
  /** n sum(w^2) / (sum w)^2: 1 for equal weights, more the further they lie apart. */
  readonly designEffect: number;
  /** (sum w)^2 / sum(w^2). */
  readonly effectiveBase: number;
}

/**
 * Kish's design effect of weighting. Units of weight 0 do not count. Source: Kish 1965, Survey Sampling.
 *
 * @param weights 0 or more
 * @returns null when no weight is more than 0
 * @throws RangeError when a weight is negative or not a number
 * @example kishDesignEffect([1, 1, 1.5, 2, 0.5, 0.5])?.designEffect // 1.2426...
 */
export function kishDesignEffect(weights: ArrayLike<number>): KishDesignEffect | null {
  let [units, sum, squares] = [0, 0, 0];
  for (let unit = 0; unit < weights.length; unit += 1) {
    const weight = weights[unit] as number;
    if (!(weight >= 0)) throw new RangeError(`A weight is 0 or more, got ${weight}`);
    if (weight > 0) units += 1;
    sum += weight;
    squares += weight * weight;
  }
  if (units === 0) return null;
  const effectiveBase = (sum * sum) / squares;
  return { designEffect: units / effectiveBase, effectiveBase };
}
