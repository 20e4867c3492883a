// How long what people said is kept (docs/rules.md, What is kept). Days in, days out: the clock is whose ask.
import { dayOf } from './day.ts';

/** Months after which something goes. */
export const keptMonths = { words: 6, answers: 24, offers: 12 } as const;

/** A day so many months later, `2024-03-01`; where that month is shorter, its last day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const there = new Date(
    Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())),
  );
  return dayOf(there);
}

/** What is known of a survey and of the reports of its project; null for what did not happen yet. */
export interface SurveyEnd {
  readonly closedOn: string | null;
  readonly reportedOn: string | null;
}

/** The day from which people's own words go: after the closing and the first report, whichever was later; null: not yet. */
export function wordsGoOn({ closedOn, reportedOn }: SurveyEnd): string | null {
  if (closedOn === null || reportedOn === null) return null;
  return monthsAfter(reportedOn > closedOn ? reportedOn : closedOn, keptMonths.words);
}

/** The day from which answers go and only figures are left; null while the survey is open. */
export function answersGoOn({ closedOn }: Pick<SurveyEnd, 'closedOn'>): string | null {
  return closedOn === null ? null : monthsAfter(closedOn, keptMonths.answers);
}

/** The day from which an offer of this month (`2024-03`) goes: it may have been made on the first day, and twelve months are the most. */
export function offersGoOn(month: string): string {
  return monthsAfter(`${month}-01`, keptMonths.offers);
}
