// What words a file needs besides those of the questionnaire.
import type { MissingReason } from '../../questionnaire.ts';

export interface FileWords {
  readonly language: string;
  readonly reasons: Readonly<Record<MissingReason, string>>;
  /** Of a column that only says why there is no answer. */
  readonly missing: string;
  /** What the column with the day is. */
  readonly day: string;
}
