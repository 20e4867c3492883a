// The fields of an editor's form as they arrive and as they are shown again: flat names with dots, such as
// `options.2.label.nl`. What repeats is numbered; moving and taking away renumbers.
import type { Text } from '../questionnaire.ts';

/** Field name → what was typed; a box that is not ticked is absent. */
export type FormFields = Readonly<Record<string, string>>;

/** What is wrong with a field: the words are in views/texts. */
export interface FormProblem {
  /** The name of the field, or the start of the names of what belongs together. */
  readonly field: string;
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What a ticked box sends. */
export const ticked = 'on';

/** The numbers of a repeated part that are there, in order. */
export function itemsIn(fields: FormFields, list: string): readonly number[] {
  const start = `${list}.`;
  const found = new Set<number>();
  for (const name of Object.keys(fields)) {
    if (!name.startsWith(start)) continue;
    const [number = ''] = name.slice(start.length).split('.', 1);
    if (/^\d{1,4}$/.test(number)) found.add(Number(number));
  }
  return [...found].sort((a, b) => a - b);
}

/** The fields of one repeated part, without its prefix. */
export function fieldsUnder(fields: FormFields, prefix: string): FormFields {
  const start = `${prefix}.`;
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name.startsWith(start))
      .map(([name, value]) => [name.slice(start.length), value]),
  );
}

/** The fields with a prefix before each name. */
export function withPrefix(prefix: string, fields: FormFields): FormFields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${prefix}.${name}`, value]));
}

/** The fields of several parts, each under its number in the list. */
export function numbered<T>(
  list: string,
  items: readonly T[],
  fieldsOf: (item: T) => FormFields,
): FormFields {
  return Object.assign({}, ...items.map((item, index) => withPrefix(`${list}.${index}`, fieldsOf(item))));
}

/** The fields with one repeated part at another place; places count from 0 among those that are there. */
export function moveItem(fields: FormFields, list: string, from: number, to: number): FormFields {
  const numbers = [...itemsIn(fields, list)];
  if (from < 0 || from >= numbers.length || to < 0 || to >= numbers.length) return fields;
  const [moved] = numbers.splice(from, 1);
  numbers.splice(to, 0, moved as number);
  return renumbered(fields, list, numbers);
}

/** The fields without one repeated part. */
export function removeItem(fields: FormFields, list: string, at: number): FormFields {
  return renumbered(
    fields,
    list,
    itemsIn(fields, list).filter((_, index) => index !== at),
  );
}

/** The repeated parts in this order of their old numbers, numbered from 0; those not named are gone. */
function renumbered(fields: FormFields, list: string, numbers: readonly number[]): FormFields {
  const parts = numbers.map((number, index) =>
    withPrefix(`${list}.${index}`, fieldsUnder(fields, `${list}.${number}`)),
  );
  const others = Object.entries(fields).filter(
    ([name]) => !/^\.\d+\./.test(name.slice(list.length)) || !name.startsWith(`${list}.`),
  );
  return Object.assign(Object.fromEntries(others), ...parts);
}

/**
 * Where the subject of a comparison was changed, the answers ticked for the one before go: `was` is what the form was
 * drawn with.
 */
export function settled(fields: FormFields): FormFields {
  const changed = Object.keys(fields)
    .filter((name) => name.endsWith('.was') && fields[name] !== fields[`${name.slice(0, -4)}.of`])
    .map((name) => name.slice(0, -4));
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name]) =>
        !name.endsWith('.was') && !changed.some((row) => name.startsWith(`${row}.`) && name !== `${row}.of`),
    ),
  );
}

/** A text in its languages as fields. */
export function textFields(name: string, text: Text | undefined): FormFields {
  return Object.fromEntries(
    Object.entries(text ?? {}).map(([language, words]) => [`${name}.${language}`, words]),
  );
}

/** Where a problem stands: its own field, or one under it. */
export function problemAt(problems: readonly FormProblem[], field: string): FormProblem | null {
  return problems.find((problem) => problem.field === field) ?? null;
}

/** A code made of words: letters without accents, digits and `_`; the words of Dutch that say little are left out. */
export function codeOf(words: string, taken: ReadonlySet<string>, otherwise: string): string {
  const plain = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 24)
    .replace(/^_+|_+$/g, '');
  const wish = plain === '' ? otherwise : plain;
  if (!taken.has(wish)) return wish;
  let number = 2;
  while (taken.has(`${wish}_${number}`)) number += 1;
  return `${wish}_${number}`;
}
