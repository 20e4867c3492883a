// Places in a definition that have a form of their own, and to which one a problem's path belongs.
import type { Questionnaire } from '../questionnaire.ts';

export type Place =
  | { readonly kind: 'question'; readonly code: string }
  | { readonly kind: 'page'; readonly code: string }
  | { readonly kind: 'list'; readonly code: string }
  | { readonly kind: 'scale'; readonly code: string }
  | { readonly kind: 'front'; readonly code: '' };

export interface PathPlace {
  readonly place: Place;
  /** The field of that form the path goes to: `options.3.label`. */
  readonly field: string;
}

/** The form a path of the definition belongs to; `pages[2].questions[0].options[3].label` is in a question's form. */
export function placeOf(questionnaire: Questionnaire, path: string): PathPlace {
  const [, p, q, rest = ''] = /^pages\[(\d+)\](?:\.questions\[(\d+)\])?\.?(.*)$/.exec(path) ?? [];
  if (p !== undefined) {
    const page = questionnaire.pages[Number(p)];
    const question = q === undefined ? undefined : page?.questions[Number(q)];
    if (question) return { place: { kind: 'question', code: question.code }, field: fieldOf(rest) };
    if (page) return { place: { kind: 'page', code: page.code }, field: fieldOf(rest) };
  }
  const [, kind, code = '', inside = ''] = /^(lists|scales)\.([A-Za-z0-9_-]+)\.?(.*)$/.exec(path) ?? [];
  if (kind === 'lists') return { place: { kind: 'list', code }, field: fieldOf(inside) };
  if (kind === 'scales') return { place: { kind: 'scale', code }, field: fieldOf(inside) };
  return { place: { kind: 'front', code: '' }, field: fieldOf(path) };
}

/** A path as the names of fields are written: `options[3].label` is `options.3.label`. */
function fieldOf(path: string): string {
  return path.replaceAll(/\[(\d+)\]/g, '.$1').replace(/^rows\.options\./, 'rows.');
}

export function samePlace(one: Place, other: Place): boolean {
  return one.kind === other.kind && one.code === other.code;
}

/** Whether the questionnaire has this place. */
export function hasPlace({ pages, lists, scales }: Questionnaire, { kind, code }: Place): boolean {
  if (kind === 'front') return true;
  if (kind === 'list') return Object.hasOwn(lists, code);
  if (kind === 'scale') return Object.hasOwn(scales, code);
  return pages.some(
    (page) =>
      (kind === 'page' && page.code === code) ||
      (kind === 'question' && page.questions.some((question) => question.code === code)),
  );
}

/** The page a place is on; null for what is on none. */
export function pageOfPlace({ pages }: Questionnaire, { kind, code }: Place): string | null {
  if (kind === 'page') return code;
  if (kind !== 'question') return null;
  return pages.find(({ questions }) => questions.some((question) => question.code === code))?.code ?? null;
}
