// Complementary suppression in one row of counts whose total is known: hiding one small cell is not enough when
// the total minus the others gives it back.

/**
 * Which cells of a row must be hidden: those of 1 to `minimum` - 1, and then the smallest other cells until at
 * least two are hidden and together they hold at least `minimum`. Zeros stay visible.
 * Source: Hundepool et al. 2012; METHODS A11.
 *
 * @param counts whole counts of one row
 * @param minimum smallest count that may be shown, 5 when left out
 * @returns the places of the hidden cells, lowest first
 * @example suppressRow([3, 20, 6]) // [0, 2]
 */
export function suppressRow(counts: readonly number[], minimum = 5): readonly number[] {
  const hidden = new Set(counts.flatMap((count, index) => (count > 0 && count < minimum ? [index] : [])));
  if (hidden.size === 0) return [];
  const sum = () => [...hidden].reduce((total, index) => total + (counts[index] ?? 0), 0);
  while (hidden.size < 2 || sum() < minimum) {
    const rest = counts.flatMap((count, index) =>
      count > 0 && !hidden.has(index) ? [{ count, index }] : [],
    );
    const [smallest] = rest.sort((one, other) => one.count - other.count || one.index - other.index);
    if (!smallest) break;
    hidden.add(smallest.index);
  }
  return [...hidden].sort((one, other) => one - other);
}
