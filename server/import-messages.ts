// What an import says: one sentence per problem, with file, line and column in front.
import { firstProblems, type LocatedProblem } from './csv-file.ts';
import { issueWords } from './definition-issues.ts';
import type { Texts } from './texts.ts';

/** One problem as a line of text. */
export function problemSentence(texts: Texts, language: string, found: LocatedProblem): string {
  const { file, line, column } = found;
  const message = problemWords(texts, language, found);
  if (line === null) {
    return column === null
      ? texts.say(language, 'import.at.file', { file, message })
      : texts.say(language, 'import.at.column', { file, column, message });
  }
  // Line numbers are told as they are in an editor, without points between thousands.
  const at = { file, line: String(line), message };
  return column === null
    ? texts.say(language, 'import.at.line', at)
    : texts.say(language, 'import.at.cell', { ...at, column });
}

/** What is wrong, without where. */
export function problemWords(
  texts: Texts,
  language: string,
  { key, values, ...found }: LocatedProblem,
): string {
  if (!found.issue && !found.reason) return texts.say(language, `import.problem.${key}`, values);
  const reason = found.issue
    ? issueWords(texts, language, found.issue)
    : texts.say(language, found.reason?.key ?? '', found.reason?.values);
  return values.path === '' ? reason : texts.say(language, `import.problem.${key}`, { ...values, reason });
}

/** Problems as lines: the first of them, and how many more. */
export function problemLines(
  texts: Texts,
  language: string,
  problems: readonly LocatedProblem[],
): readonly string[] {
  const told = firstProblems(problems);
  return [
    ...told.problems.map((found) => problemSentence(texts, language, found)),
    ...(told.more > 0 ? [texts.say(language, 'import.more', { count: told.more })] : []),
  ];
}

/** A refused import: how many problems, the first of them, and how many more. */
export function refusalLines(
  texts: Texts,
  language: string,
  refused: { readonly problems: readonly LocatedProblem[]; readonly more: number },
): readonly string[] {
  const count = refused.problems.length + refused.more;
  return [
    texts.say(language, 'import.refused', { count }),
    ...refused.problems.map((found) => problemSentence(texts, language, found)),
    ...(refused.more > 0 ? [texts.say(language, 'import.more', { count: refused.more })] : []),
  ];
}
