// Cards as the templates draw them: places as they are written, which buttons do something, who takes the focus.
import { type Card, placesOfCards, writeCards } from '../../../analysis/panel/ballot-order.ts';
import type { Text } from '../../../surveys/questionnaire.ts';
import type { BallotCards } from './ballot-form.ts';
import type { CommentView } from './comments.ts';
import type { NeedEvidence } from './need-evidence.ts';
import type { CardListView, CardView, OrderLine, OrderView } from './pages.ts';

/** The card that was moved just now and the button that did it. */
export interface Moved {
  readonly need: string;
  readonly by: string;
}

/** Shorter lists are quicker with the buttons alone. */
const placesFrom = 4;

/** The top list with the lists of its needs' children inside their cards. */
export function cardListView(
  cards: BallotCards,
  evidence: ReadonlyMap<string, NeedEvidence>,
  moved: Moved | null,
  commentOf: (need: string) => CommentView,
): CardListView {
  const listView = (name: string, list: readonly Card[], nested: boolean): CardListView => {
    const places = placesOfCards(list);
    const ranked = list.filter((card) => card.part === 'ranked');
    const view = (card: Card): CardView => {
      const index = list.indexOf(card);
      const place = places[index] ?? null;
      const tiedBelow = list[index + 1]?.equal ?? false;
      const known = evidence.get(card.need);
      const children = nested ? undefined : cards.get(card.need);
      const ofPart = card.part === 'ranked';
      return {
        need: card.need,
        title: known?.title ?? plainText(card.need),
        explanation: known?.explanation ?? null,
        facets: known?.facets ?? [],
        place: place === null ? null : writePlace(place, nested),
        nested,
        equal: card.equal,
        tied: card.equal || tiedBelow,
        canUp: card.part === 'unranked' || (ofPart && (index > 0 || tiedBelow)),
        canDown: ofPart && (index < ranked.length - 1 || card.equal),
        canEqual: ofPart && index > 0,
        noOpinion: card.part === 'noOpinion',
        places: list.length >= placesFrom ? list.map((_, at) => at + 1) : null,
        moved: moved?.need === card.need,
        focus: moved?.need === card.need ? moved.by : null,
        figure: known?.figure ?? null,
        quote: known?.quote ?? null,
        evidence: known?.evidence ?? [],
        ...commentOf(card.need),
        children: children ? listView(card.need, children, true) : null,
      };
    };
    return {
      name,
      nested,
      line: writeCards(list),
      places: list.map((_, at) => at + 1),
      ranked: ranked.map(view),
      unranked: list.filter((card) => card.part === 'unranked').map(view),
      noOpinion: list.filter((card) => card.part === 'noOpinion').map(view),
    };
  };
  return listView('top', cards.get('top') ?? [], false);
}

/** The same order to read: the review, the thank-you page and a closed round. */
export function orderView(cards: BallotCards, titles: ReadonlyMap<string, Text>): OrderView {
  const view = (list: readonly Card[], nested: boolean): OrderView => {
    const places = placesOfCards(list);
    const line = (card: Card): OrderLine => {
      const place = places[list.indexOf(card)] ?? null;
      const children = nested ? undefined : cards.get(card.need);
      return {
        place: place === null ? null : writePlace(place, nested),
        title: titles.get(card.need) ?? plainText(card.need),
        equal: card.equal || (list[list.indexOf(card) + 1]?.equal ?? false),
        children: children ? view(children, true) : null,
      };
    };
    const of = (part: Card['part']) => list.filter((card) => card.part === part).map(line);
    return { ranked: of('ranked'), unranked: of('unranked'), noOpinion: of('noOpinion') };
  };
  return view(cards.get('top') ?? [], false);
}

/** A place as it is written: `3`, and `b` for the second inside a need. */
export function writePlace(place: number, nested: boolean): string {
  return nested && place <= 26 ? String.fromCharCode(96 + place) : String(place);
}

/** A need that left the catalogue is still called by its code. */
export function plainText(code: string): Text {
  return { nl: code, en: code };
}
