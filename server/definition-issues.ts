// What a schema finds wrong in a JSON file, as problems with a place and as words in the reader's language.
import { z } from 'zod';
import type { Issue } from '../surveys/editing/schema-problems.ts';
import type { Texts } from './texts.ts';

const builtIn: Readonly<Record<string, () => { readonly localeError: z.core.$ZodErrorMap }>> = {
  nl: z.locales.nl,
  en: z.locales.en,
};

/** What is wrong, in one language: a schema's own words by their key, else the words that come with zod. */
export function issueWords(texts: Texts, language: string, issue: Issue): string {
  if (texts.has(language, issue.message)) return texts.say(language, issue.message);
  if (issue.code === 'invalid_union') return texts.say(language, 'check.noSuchShape');
  const locale = (builtIn[language] ?? z.locales.en)();
  // The issue was made by this version of zod; its input is kept so that the words can name what was there.
  const said = locale.localeError(issue as z.core.$ZodRawIssue);
  return typeof said === 'string' ? said : (said?.message ?? issue.message);
}
