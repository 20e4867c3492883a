/** The day of a moment, as `2026-11-29`: by UTC, as everything that is kept. @throws RangeError for an invalid date. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
