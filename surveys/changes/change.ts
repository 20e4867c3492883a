// One difference between two versions of a questionnaire, and what every comparison of them needs.
import { inLanguage, type Text } from '../questionnaire.ts';

/** A difference, with a verdict about comparing answers across the two versions. The words are `changes.<key>`. */
export interface Change {
  /** Where in the newer definition; of what was removed, where it was in the older. */
  readonly path: string;
  /** The code of the question, page or language it is about (of several questions, joined by commas); '' for none. */
  readonly code: string;
  readonly key: string;
  /** What fills the words: `code`, and what the kind of change needs. */
  readonly values: Readonly<Record<string, string | number | Text>>;
  /** `breaking`: answers before and after must not be taken together or compared as answers to the same question. */
  readonly verdict: 'safe' | 'breaking';
}

/** Makes the changes of one thing: its place and code are said once. */
export type Tell = (
  verdict: Change['verdict'],
  key: string,
  values?: Change['values'],
  path?: string,
) => Change;

/** A teller of changes at a place. */
export function tellerAt(path: string, code: string): Tell {
  return (verdict, key, values = {}, place = '') => ({
    path: place === '' ? path : place.startsWith('.') ? path + place : place,
    code,
    key: `changes.${key}`,
    values: { code, ...values },
    verdict,
  });
}

/** Whether two parts of a definition say the same. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  // What is left out and what is undefined is the same in JSON.
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  const [first, second] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return [...names].every((name) => same(first[name], second[name]));
}

/** The change of words: those of the first language are what was asked, the others translate them. */
export function wordsChange(
  tell: Tell,
  kind: string,
  older: Text,
  newer: Text,
  language: string,
  values: Change['values'] = {},
  path?: string,
): readonly Change[] {
  const [before, after] = [inLanguage(older, language), inLanguage(newer, language)];
  if (plain(before) !== plain(after)) {
    return [tell('breaking', `${kind}Words`, { ...values, before, after }, path)];
  }
  return same(plainText(older), plainText(newer))
    ? []
    : [tell('safe', `${kind}Translation`, { ...values, words: newer }, path)];
}

function plainText(text: Text): Text {
  return Object.fromEntries(Object.entries(text).map(([name, words]) => [name, plain(words)]));
}

/** Spaces are no words. */
function plain(words: string): string {
  return words.trim().replaceAll(/\s+/g, ' ');
}

/** What is in both, and what came and went; by code. */
export function paired<T extends { readonly code: string }>(older: readonly T[], newer: readonly T[]) {
  const before = new Map(older.map((one) => [one.code, one]));
  const after = new Set(newer.map(({ code }) => code));
  return {
    both: newer.flatMap((one) => {
      const was = before.get(one.code);
      return was ? [[was, one] as const] : [];
    }),
    added: newer.filter(({ code }) => !before.has(code)),
    removed: older.filter(({ code }) => !after.has(code)),
  };
}

/** The codes that stand elsewhere among those of both lists: as few as possible. */
export function movedCodes(older: readonly string[], newer: readonly string[]): readonly string[] {
  const place = new Map(older.map((code, index) => [code, index]));
  const kept = newer.filter((code) => place.has(code));
  const places = kept.map((code) => place.get(code) ?? 0);
  // The longest run in the old order stays; length and predecessor of the longest run that ends at each place.
  const length = places.map(() => 1);
  const before = places.map(() => -1);
  for (const [end, last] of places.entries()) {
    for (let start = 0; start < end; start += 1) {
      if ((places[start] ?? 0) < last && (length[start] ?? 0) + 1 > (length[end] ?? 0)) {
        length[end] = (length[start] ?? 0) + 1;
        before[end] = start;
      }
    }
  }
  const stays = new Set<number>();
  for (let at = length.indexOf(Math.max(0, ...length)); at >= 0; at = before[at] ?? -1) stays.add(at);
  return kept.filter((_, index) => !stays.has(index));
}
