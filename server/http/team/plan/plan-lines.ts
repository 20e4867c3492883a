// A record in a list of the plan: where it is changed, and moved among the others.
import type { Words } from '../workspace.ts';

/** What every record of the plan has on the page. */
export interface PlanLine {
  readonly code: string;
  readonly title: string;
  readonly facts: string;
  readonly edit: string;
  readonly move: string;
  readonly first: boolean;
  readonly last: boolean;
}

/** A part of the plan: its heading, what stands in it, and where something is added. */
export interface PlanPart<T> {
  readonly id: string;
  readonly title: string;
  /** Where the part is empty: what will be here. */
  readonly none: string;
  readonly add: { readonly address: string; readonly name: string };
  readonly lines: readonly T[];
}

/** A part by its name in the address and its words in views/texts. */
export function planPart<T>(
  root: string,
  id: string,
  words: string,
  lines: readonly T[],
  { say }: Pick<Words, 'say'>,
): PlanPart<T> {
  return {
    id,
    title: say({ key: `plan.${words}.heading`, values: { count: lines.length } }),
    none: say({ key: `plan.${words}.none` }),
    add: { address: `${root}/${id}/new`, name: say({ key: `plan.${words}.new` }) },
    lines,
  };
}

/** Where each of a list is changed and moved. */
export function places<T extends { readonly code: string }>(
  root: string,
  id: string,
  list: readonly T[],
): readonly { readonly record: T; readonly place: Omit<PlanLine, 'title' | 'facts'> }[] {
  return list.map((record, index) => ({
    record,
    place: {
      code: record.code,
      edit: `${root}/${id}/${record.code}`,
      move: `${root}/${id}/${record.code}/move`,
      first: index === 0,
      last: index === list.length - 1,
    },
  }));
}
