// Changes to a needs catalogue as values: needs and highlights put in, replaced, moved and taken away, and what
// filters there are.
import type { Need, NeedsCatalogue } from '../needs-catalogue.ts';

export type Highlight = NeedsCatalogue['highlights'][number];

/** The catalogue with this need in the place of the one with the code, or at the end where there is none. */
export function withNeed(catalogue: NeedsCatalogue, need: Need): NeedsCatalogue {
  return { ...catalogue, needs: replaced(catalogue.needs, need) };
}

/** Why a need must stay; null when it may go. */
export function keepsNeed(catalogue: NeedsCatalogue, code: string): 'children' | null {
  return catalogue.needs.some(({ parent }) => parent === code) ? 'children' : null;
}

export function withoutNeed(catalogue: NeedsCatalogue, code: string): NeedsCatalogue {
  return { ...catalogue, needs: catalogue.needs.filter((need) => need.code !== code) };
}

/** The need one place further among those with the same parent; the same catalogue at an end. */
export function withNeedMoved(catalogue: NeedsCatalogue, code: string, by: -1 | 1): NeedsCatalogue {
  const need = catalogue.needs.find((each) => each.code === code);
  const siblings = catalogue.needs.filter(({ parent }) => parent === need?.parent);
  const other = need && siblings[siblings.indexOf(need) + by];
  if (!need || !other) return catalogue;
  const needs = catalogue.needs.map((each) => (each === need ? other : each === other ? need : each));
  return { ...catalogue, needs };
}

export function withHighlight(catalogue: NeedsCatalogue, highlight: Highlight): NeedsCatalogue {
  return { ...catalogue, highlights: replaced(catalogue.highlights, highlight) };
}

export function withoutHighlight(catalogue: NeedsCatalogue, code: string): NeedsCatalogue {
  return { ...catalogue, highlights: catalogue.highlights.filter((each) => each.code !== code) };
}

/** The first of N1, N2 … (or another letter) that is free. */
export function freeCode(taken: readonly { readonly code: string }[], letter: string): string {
  const codes = new Set(taken.map(({ code }) => code));
  let number = taken.length + 1;
  while (codes.has(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}

/** Needs as they are listed: each with its children behind it. */
export function listed(needs: readonly Need[]): readonly Need[] {
  const codes = new Set(needs.map(({ code }) => code));
  const top = needs.filter(({ parent }) => parent === null || !codes.has(parent));
  return top.flatMap((need) => [need, ...needs.filter(({ parent }) => parent === need.code)]);
}

function replaced<T extends { readonly code: string }>(all: readonly T[], one: T): T[] {
  return all.some(({ code }) => code === one.code)
    ? all.map((each) => (each.code === one.code ? one : each))
    : [...all, one];
}
