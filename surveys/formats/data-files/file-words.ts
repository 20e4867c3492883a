// What words a file needs besides those of the questionnaire.
import { inLanguage, type MissingReason } from '../../questionnaire.ts';
import type { Variable } from '../../variable.ts';

export interface FileWords {
  readonly language: string;
  readonly reasons: Readonly<Record<MissingReason, string>>;
  /** Of a column that only says why there is no answer. */
  readonly missing: string;
  /** What the column with the day is. */
  readonly day: string;
}

/** What a variable asks, with the row or option it is about. */
export function wholeLabel({ label, item }: Variable, language: string): string {
  return inLanguage(label, language) + (item ? `: ${inLanguage(item, language)}` : '');
}
