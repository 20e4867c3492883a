// A number as people type it, in Dutch or English manner, and as it is stored: digits with a point.

/**
 * The number somebody typed, as it is stored (`12.5`), or null when it is none. A comma or a point before the decimals;
 * points or spaces between thousands where no decimals are asked for.
 */
export function typedNumber(typed: string, decimals: number): string | null {
  const text = typed
    .trim()
    .replaceAll(/[\u00a0\u202f ]/g, '')
    .replace('−', '-');
  const grouped = decimals === 0 && /^-?\d{1,3}([.,]\d{3})+$/.test(text);
  const plain = grouped ? text.replaceAll(/[.,]/g, '') : text.replace(',', '.');
  if (!/^-?\d{1,15}(\.\d{1,10})?$/.test(plain)) return null;
  const number = Number(plain);
  // What is stored is told apart by its letters: no leading nought, no trailing one, no minus nought.
  return Number.isFinite(number) ? String(number === 0 ? 0 : number) : null;
}

/** How many digits a stored number has behind its point. */
export function decimalsOf(stored: string): number {
  return stored.split('.')[1]?.length ?? 0;
}
