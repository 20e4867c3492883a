// What the pages of worked examples have in common for a reader: lists of members, the order with its brackets, and the
// few rules one needs to do the counting by hand. Nothing of the product's own counting is used here.
import { eachOf, numberIn, type ReadTable, wordsOf } from './read-page.ts';

/** To two decimals, as the pages write it. */
export const rounded = (value: number) => Math.round(value * 100) / 100;
export const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
/** The cells of a row behind its head, by the words of the head. */
export const byHead = ({ rows }: ReadTable) => new Map(rows.map(([head = '', ...cells]) => [head, cells]));
export const numbers = (table: ReadTable) =>
  new Map([...byHead(table)].map(([head, cells]) => [head, cells.map(numberIn)]));
/** Places as in sport: 1, 2, 2, 4. */
export const sportPlaces = (scores: readonly number[], better: (one: number, other: number) => boolean) =>
  scores.map((own) => 1 + scores.filter((other) => better(other, own)).length);

export interface Card {
  readonly member: string;
  readonly tiers: readonly (readonly string[])[];
  readonly noOpinion: readonly string[];
}
/** The lists as they stand on the page, in Dutch. */
export function cardsOf(html: string): readonly Card[] {
  return [...html.matchAll(/<section class="worked-card">(.*?)<\/section>/gs)].map(([, card = '']) => ({
    member: wordsOf(eachOf(card, 'h3')[0] ?? ''),
    tiers: eachOf(card, 'li').map((line) => wordsOf(line).replace(' (gelijk)', '').split(' en ')),
    noOpinion: eachOf(card, 'p').flatMap((note) =>
      wordsOf(note).startsWith('Geen mening: ') ? wordsOf(note).slice(13).split(' en ') : [],
    ),
  }));
}
/** The place of a need on a list, by counting which ones stand above and beside it. */
export function placeOn({ tiers, noOpinion }: Card, need: string, needs: readonly string[]): number | null {
  if (noOpinion.includes(need)) return null;
  const ranked = tiers.flat();
  const last = needs.filter((each) => !ranked.includes(each) && !noOpinion.includes(each));
  const groups = [...tiers, last];
  const at = groups.findIndex((group) => group.includes(need));
  const above = groups.slice(0, at).flat().length;
  return above + ((groups[at]?.length ?? 0) + 1) / 2;
}
/** The order as it stands on the page: every need with its place, and whether a bracket holds it with others. */
export const orderOn = (html: string) =>
  [
    ...html.matchAll(
      /<li class="worked-group( shared)?"><span class="worked-place">(\d+)<\/span>(.*?)<\/ul>/gs,
    ),
  ].flatMap(([, shared, place, inside = '']) =>
    eachOf(inside, 'strong').map((need) => ({ need, place: Number(place), shared: shared !== undefined })),
  );
