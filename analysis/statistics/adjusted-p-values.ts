/** Many comparisons at once: p-values raised so that chance alone is not taken for a finding. */

/**
 * Benjamini-Hochberg: of the comparisons called different at q, a share of q is expected to be chance.
 * Sorted from the highest, q_(i) = min over j >= i of p_(j) m / j, never more than 1.
 * As R: `p.adjust(p, "BH")`. Source: Benjamini & Hochberg 1995, JRSS B 57.
 *
 * @param p one per comparison, 0-1; null where there was nothing to test, which is not counted in m
 * @returns in the same order, null where null came in
 * @throws RangeError when a p is not between 0 and 1
 * @example benjaminiHochberg([0.01, 0.04, null]) // [0.02, 0.04, null]
 */
export function benjaminiHochberg(p: readonly (number | null)[]): readonly (number | null)[] {
  const falling = sortedPlaces(p).reverse();
  const adjusted: (number | null)[] = p.map(() => null);
  let lowest = 1;
  for (const [passed, place] of falling.entries()) {
    lowest = Math.min(lowest, (p[place] as number) * (falling.length / (falling.length - passed)));
    adjusted[place] = lowest;
  }
  return adjusted;
}

/**
 * Holm: the chance of calling even one comparison different that is not stays under the level.
 * Sorted from the lowest, max over j <= i of p_(j) (m - j + 1), never more than 1.
 * As R: `p.adjust(p, "holm")`. Source: Holm 1979, Scandinavian Journal of Statistics 6.
 *
 * @param p one per comparison, 0-1; null where there was nothing to test, which is not counted in m
 * @returns in the same order, null where null came in
 * @throws RangeError when a p is not between 0 and 1
 * @example holm([0.01, 0.04, null]) // [0.02, 0.04, null]
 */
export function holm(p: readonly (number | null)[]): readonly (number | null)[] {
  const rising = sortedPlaces(p);
  const adjusted: (number | null)[] = p.map(() => null);
  let highest = 0;
  for (const [passed, place] of rising.entries()) {
    highest = Math.max(highest, Math.min(1, (p[place] as number) * (rising.length - passed)));
    adjusted[place] = highest;
  }
  return adjusted;
}

/** Places of the p-values there are, lowest first. A place is only given where p is a number, hence the casts above. */
function sortedPlaces(p: readonly (number | null)[]): number[] {
  if (p.some((value) => value !== null && !(value >= 0 && value <= 1))) {
    throw new RangeError('A p-value lies between 0 and 1');
  }
  const places = [...p.keys()].filter((place) => p[place] !== null);
  return places.sort((one, other) => (p[one] as number) - (p[other] as number));
}
