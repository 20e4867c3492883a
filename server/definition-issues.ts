// What a schema finds wrong in a JSON file, as problems with a place and as words in the reader's language.
import { z } from 'zod';
import type { Texts } from './texts.ts';

export type Issue = z.core.$ZodIssue;

const builtIn: Readonly<Record<string, () => { readonly localeError: z.core.$ZodErrorMap }>> = {
  nl: z.locales.nl,
  en: z.locales.en,
};

/**
 * Every single thing that is wrong, with its whole path. Where a value may have several shapes, what is wrong with the
 * shape it comes nearest to.
 */
export function singleIssues(issues: readonly Issue[]): readonly Issue[] {
  return issues.flatMap((issue): readonly Issue[] => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const [nearest] = issue.errors
      .map((branch) => singleIssues(branch))
      .sort((one, other) => depthOf(other) - depthOf(one) || one.length - other.length);
    if (!nearest || depthOf(nearest) === 0) return [{ ...issue, errors: [] }];
    return nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  });
}

/** How far a shape was followed before something was wrong. */
function depthOf(issues: readonly Issue[]): number {
  const unknownNames = issues.some(({ code }) => code === 'unrecognized_keys') ? 0.5 : 0;
  return Math.max(unknownNames, ...issues.map(({ path }) => path.length));
}

/** `columns[3].codes`; the whole of the file is an empty path. */
export function pathOf({ path }: Issue): string {
  return path.reduce<string>(
    (whole, part) =>
      typeof part === 'number'
        ? `${whole}[${part}]`
        : whole === ''
          ? String(part)
          : `${whole}.${String(part)}`,
    '',
  );
}

/** What is wrong, in one language: a schema's own words by their key, else the words that come with zod. */
export function issueWords(texts: Texts, language: string, issue: Issue): string {
  if (texts.has(language, issue.message)) return texts.say(language, issue.message);
  if (issue.code === 'invalid_union') return texts.say(language, 'check.noSuchShape');
  const locale = (builtIn[language] ?? z.locales.en)();
  // The issue was made by this version of zod; its input is kept so that the words can name what was there.
  const said = locale.localeError(issue as z.core.$ZodRawIssue);
  return typeof said === 'string' ? said : (said?.message ?? issue.message);
}
