/** The day of a moment, as `2026-11-29`: by UTC, as everything that is kept. @throws RangeError for an invalid date. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** A day that is in the calendar, written `2024-03-14`. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const moment = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
}
