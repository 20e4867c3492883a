/** Cohen's kappa: agreement of two coders on the same remarks, beyond what chance would give. */

export interface CoderAgreement {
  /** Remarks both coded. */
  readonly base: number;
  /** Share with the same code, 0-1. */
  readonly agreement: number | null;
  /** Share that would agree by chance, given how often each coder uses each code. */
  readonly chanceAgreement: number | null;
  /** 1 is perfect, 0 is chance; null when both used one and the same code only. */
  readonly kappa: number | null;
}

/**
 * Cohen's kappa, (agreement - chance) / (1 - chance), unweighted.
 * As R: `psych::cohen.kappa`, `vcd::Kappa`. Source: Cohen 1960.
 * A rare code can agree in 98 % and still have a low kappa: show both.
 *
 * @param first code per remark by the first coder, null when not coded
 * @param second the same remarks by the second coder, in the same order
 * @throws RangeError when the lists differ in length
 * @example cohenKappa(['x', 'y', 'x'], ['x', 'y', 'y']).agreement // 0.666...
 */
export function cohenKappa<Code extends string | number | boolean>(
  first: readonly (Code | null)[],
  second: readonly (Code | null)[],
): CoderAgreement {
  if (first.length !== second.length) throw new RangeError('Both coders are listed for the same remarks');
  const byFirst = new Map<Code, number>();
  const bySecond = new Map<Code, number>();
  let base = 0;
  let agreed = 0;
  for (const [index, a] of first.entries()) {
    const b = second[index] ?? null;
    if (a === null || b === null) continue;
    base += 1;
    if (a === b) agreed += 1;
    byFirst.set(a, (byFirst.get(a) ?? 0) + 1);
    bySecond.set(b, (bySecond.get(b) ?? 0) + 1);
  }
  if (base === 0) return { base, agreement: null, chanceAgreement: null, kappa: null };
  const together = [...byFirst].reduce((sum, [code, count]) => sum + count * (bySecond.get(code) ?? 0), 0);
  const agreement = agreed / base;
  const chanceAgreement = together / base ** 2;
  // Whole numbers decide whether chance is certain; a quotient might just miss 1.
  const kappa = together === base ** 2 ? null : (agreement - chanceAgreement) / (1 - chanceAgreement);
  return { base, agreement, chanceAgreement, kappa };
}
