// What actions take, in the words of one language: means, people and money by year.
import { type CostsPerYear, costsPerYear, type ToldMeans } from '../../analysis/action-means.ts';
import { formatEuro } from '../format-values.ts';
import type { ReportWords } from './report-words.ts';

/** Sums by year with what they leave out. */
export interface CostsView {
  readonly rows: readonly { readonly year: string; readonly amount: string; readonly of: string }[];
  /** Of all years together. */
  readonly total: string;
  /** How many actions have no amount; empty when all have one. */
  readonly note: string;
}

/** What one action takes, a sentence each; none where nothing is told. */
export function meansWords(
  told: ToldMeans | null | undefined,
  { t, text, language }: Pick<ReportWords, 't' | 'text' | 'language'>,
): readonly string[] {
  if (!told) return [];
  const { years } = costsPerYear([told.costs]);
  const amounts = years.map(({ year, amount }) => `${year}: ${formatEuro(language, amount)}`).join(', ');
  return [
    ...(told.means ? [t('report.actions.means', { means: text(told.means) })] : []),
    ...(told.people ? [t('report.actions.people', { people: text(told.people) })] : []),
    ...(amounts === '' ? [] : [t('report.actions.cost', { amounts })]),
  ];
}

/** The sums of actions; null where no action has an amount. */
export function costsView(
  costs: Parameters<typeof costsPerYear>[0],
  words: Pick<ReportWords, 't' | 'language'>,
): CostsView | null {
  const sums: CostsPerYear = costsPerYear(costs);
  if (sums.years.length === 0) return null;
  const { t, language } = words;
  return {
    rows: sums.years.map(({ year, amount, actions }) => ({
      year: String(year),
      amount: formatEuro(language, amount),
      of: t('report.actions.withAmount', { count: actions, of: costs.length }),
    })),
    total: formatEuro(language, sums.total),
    note: sums.without === 0 ? '' : t('report.actions.withoutAmount', { count: sums.without }),
  };
}
