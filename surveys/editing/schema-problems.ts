// What the schema finds wrong in a definition that somebody typed, uploaded or edited, as problems with a place.
import type { z } from 'zod';
import type { DefinitionProblem } from '../check.ts';
import { type Questionnaire, questionnaireSchema } from '../questionnaire.ts';
import { refusal } from './refusal.ts';

export type Issue = z.core.$ZodIssue;

/** The questionnaire a JSON value is, or everything the schema finds wrong in it. */
export function readDefinition(
  value: unknown,
): { readonly questionnaire: Questionnaire } | { readonly problems: readonly DefinitionProblem[] } {
  const parsed = questionnaireSchema.safeParse(withoutSchema(value), { reportInput: true });
  if (parsed.success) return { questionnaire: parsed.data };
  return { problems: singleIssues(parsed.error.issues).map(problemOf) };
}

/** Editors of JSON files are told by `$schema` what the file should look like; it is no part of the definition. */
export function withoutSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$schema' in value)) return value;
  const { $schema: _shape, ...definition } = value;
  return definition;
}

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
export function pathOf({ path }: Pick<Issue, 'path'>): string {
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

/** What the schema says about one issue, with its place. */
export function problemOf(issue: Issue): DefinitionProblem {
  const path = pathOf(issue);
  const own = issue.code === 'invalid_key' ? issue.issues[0]?.message : issue.message;
  if (own?.startsWith('check.')) return { ...refusal(path, ''), key: own };
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return refusal(path, 'missing');
      return refusal(path, 'wrongType', { expected: issue.expected });
    case 'too_small':
      return issue.origin === 'string'
        ? refusal(path, 'noWords')
        : refusal(path, issue.origin === 'array' ? 'tooFew' : 'tooLow', { minimum: Number(issue.minimum) });
    case 'too_big':
      return refusal(path, issue.origin === 'array' ? 'tooMany' : 'tooHigh', {
        maximum: Number(issue.maximum),
      });
    case 'unrecognized_keys':
      return refusal(path, 'unknownNames', { names: issue.keys.join(', ') });
    case 'invalid_value':
      return refusal(path, 'notOneOf', { values: issue.values.map(String).join(', ') });
    case 'invalid_union':
      return { ...refusal(path, ''), key: 'check.noSuchShape' };
    default:
      return refusal(path, 'wrongValue');
  }
}
