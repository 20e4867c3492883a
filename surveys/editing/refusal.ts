// Why an edit cannot be made: a problem like those of check.ts, with words of its own.
import type { DefinitionProblem } from '../check.ts';

/** A problem whose words are `project.problem.<key>`. */
export function refusal(
  path: string,
  key: string,
  values: DefinitionProblem['values'] = {},
): DefinitionProblem & { readonly severity: 'error' } {
  return { path, key: `project.problem.${key}`, values, severity: 'error' };
}
