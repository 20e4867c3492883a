// A date of which only a month, a quarter or a part of a year may be known.
import type { z } from 'zod';
import { inLanguage } from '../questionnaire.ts';
import type { fuzzyDate } from './parts.ts';
import type { Reading } from './record-form.ts';

export type FuzzyDate = z.infer<typeof fuzzyDate>;

/** How a date is told in words of its own; '' where it is told as its day. */
export function ownWords({ sort, label }: FuzzyDate, { languages, tellDay }: Reading): string {
  const [first = ''] = languages;
  const told = inLanguage(label, first);
  return languages.some((language) => told === tellDay(language, sort)) ? '' : told;
}
