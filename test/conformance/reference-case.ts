// The reference results of a committed survey, as the tests of the whole road through the product read them.
import { readFileSync } from 'node:fs';

export interface Reference {
  readonly id: string;
  readonly value: Readonly<Record<string, unknown>>;
}

export function readReferences(folder: string): readonly Reference[] {
  const text = readFileSync(new URL(`../fixtures/${folder}/expected.json`, import.meta.url), 'utf8');
  const { results }: { results: readonly Reference[] } = JSON.parse(text);
  return results;
}

export function idsUnder(references: readonly Reference[], start: string): readonly string[] {
  return references.filter(({ id }) => id.startsWith(start)).map(({ id }) => id.slice(start.length));
}
