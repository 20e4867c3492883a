// What pages of frameworks share: addresses, and the words for a place where there is nothing.
import type { Empty } from '../../../../surveys/frameworks/framework.ts';
import type { Words } from '../workspace.ts';

/** Addresses of the pages of frameworks in a project. */
export function frameworkAddresses(project: string, framework = '') {
  const all = `/team/${encodeURIComponent(project)}/frameworks`;
  const one = `${all}/${encodeURIComponent(framework)}`;
  return { all, one, compare: `${one}/compare`, draw: `${one}/draw` };
}

/** "nog in te vullen", "geen, zegt de bron" …: why there is nothing. */
export function emptyWords(empty: Empty, { say }: Words): string {
  return say({ key: `frameworks.empty.${empty}` });
}
