// What a worked example shows: steps with a heading, and under it words, lists of members, tables and the order. Every number
// in them comes from the functions that count a real round.
import { formatNumber } from '../../../format-values.ts';
import type { Values } from '../../../texts.ts';

export interface Step {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'says'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'cards'; readonly cards: readonly MemberCard[] }
  | { readonly kind: 'table'; readonly table: WorkedTable & { readonly labels: readonly string[] } }
  | { readonly kind: 'order'; readonly groups: readonly OrderGroup[] };

/** What one member handed in. */
export interface MemberCard {
  readonly member: string;
  readonly lines: readonly { readonly words: string; readonly tied: boolean }[];
  /** What has no place on the list. */
  readonly notes: readonly string[];
}

export interface WorkedTable {
  /** Names the table for tests and in the address. */
  readonly id: string;
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly string[] }[];
  readonly foot: { readonly head: string; readonly cells: readonly string[] } | null;
}

/** Needs on one place; more than one stand in a bracket. */
export interface OrderGroup {
  readonly place: string;
  readonly needs: readonly { readonly name: string; readonly said: string }[];
  readonly shared: boolean;
}

/** The words and numbers of a worked example in one language. */
export interface Speech {
  readonly language: string;
  /** The words under `worked.<key>`. */
  say(key: string, values?: Values): string;
  need(code: string): string;
  needs(codes: readonly string[]): string;
  list(parts: readonly string[]): string;
  /** A number as it is written in a column, with at most two decimals. */
  number(value: number): string;
  /** `2 + 3`, in which a negative number is never first. */
  adding(values: readonly number[]): string;
}

/** @param say words of any area in the language of the page */
export function speechIn(language: string, say: (key: string, values?: Values) => string): Speech {
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const own = (key: string, values?: Values) => say(`worked.${key}`, values);
  const need = (code: string) => own(`need.${code}`);
  const number = (value: number) => formatNumber(language, value);
  return {
    language,
    say: own,
    need,
    needs: (codes) => lists.format(codes.map(need)),
    list: (parts) => lists.format(parts),
    number,
    adding: (values) => values.map(number).join(' + '),
  };
}

export const says = (text: string): Block => ({ kind: 'says', text });
export const table = (given: WorkedTable): Block => ({
  kind: 'table',
  // On a phone every row is a card: each number then has its head beside it.
  table: { ...given, labels: given.heads.slice(1) },
});

/** Needs in the order of their places; those that share one stand together. */
export function orderBlock(
  lines: readonly { readonly need: string; readonly place: number; readonly said: string }[],
  speech: Speech,
): Block {
  const places = [...new Set(lines.map(({ place }) => place))].sort((one, other) => one - other);
  return {
    kind: 'order',
    groups: places.map((place) => {
      const own = lines.filter((line) => line.place === place);
      return {
        place: speech.number(place),
        needs: own.map(({ need, said }) => ({ name: speech.need(need), said })),
        shared: own.length > 1,
      };
    }),
  };
}
