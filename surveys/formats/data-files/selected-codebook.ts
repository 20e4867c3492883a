// A codebook of fewer variables: what leaves is what was chosen, and nothing tells of the rest.
import type { Codebook } from '../../codebook.ts';
import { isNumeric } from '../../variable.ts';

/** The codebook with these variables alone, in its own order; names it does not have are passed over. */
export function selectedCodebook(codebook: Codebook, names: ReadonlySet<string>): Codebook {
  const variables = codebook.variables.filter(({ name }) => names.has(name));
  const { registerVariable } = codebook;
  return {
    variables,
    position: new Map(variables.map(({ name }, index) => [name, index])),
    numeric: variables.filter(isNumeric).map(({ name }) => name),
    registerVariable: registerVariable !== null && names.has(registerVariable) ? registerVariable : null,
  };
}
