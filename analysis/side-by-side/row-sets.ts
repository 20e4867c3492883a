// The rows that several row sets of a questionnaire have together: `A.one` and `B.one` are about the same thing.
import type { Text } from '../../surveys/questionnaire.ts';
import type { Dataset } from '../dataset.ts';

export interface SharedRow {
  readonly code: string;
  readonly label: Text;
  /** One per row set, in their order. */
  readonly variables: readonly string[];
}

/** Rows of the first set that every other has too, in its order; words of one's own are no row. */
export function sharedRows(
  { codebook }: Dataset,
  sets: readonly string[],
  except: readonly string[] = [],
): readonly SharedRow[] {
  const [first = ''] = sets;
  return codebook.variables.flatMap(({ name, item, label, measure }) => {
    const code = name.startsWith(`${first}.`) ? name.slice(first.length + 1) : '';
    if (code === '' || measure === 'text' || except.includes(code)) return [];
    const variables = sets.map((set) => `${set}.${code}`);
    return variables.every((variable) => codebook.position.has(variable))
      ? [{ code, label: item ?? label, variables }]
      : [];
  });
}
