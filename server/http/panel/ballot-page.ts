// The page on which a member orders: cards with their evidence, what the last move did, and how to go on.

import type { Response } from 'express';
import { type Card, placesOfCards } from '../../../analysis/panel/ballot-order.ts';
import { listsOf } from '../../../analysis/panel/panel-result.ts';
import { pilesComeFirst } from '../../../analysis/panel/ways/piles.ts';
import type { Text } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import type { Ballot, Round } from '../../db/panels.ts';
import { recordsOf } from '../../db/records.ts';
import { analyseProject } from '../../operations/analyse-project.ts';
import type { Message } from '../../texts.ts';
import { type BallotCards, cardsOfBallot, type Lines } from './ballot-form.ts';
import { cardListView, type Moved, plainText, writePlace } from './card-views.ts';
import { commentProblems, commentView, nothingSaid, type Said } from './comments.ts';
import { headOf, type Invitation, ownBallot, ownComments } from './invitation.ts';
import { howEvidence, needEvidence } from './need-evidence.ts';
import { stateOf } from './open-round.ts';
import { panelOptions, saveWords } from './panel-options.ts';

/** What the page says beside the stored order. */
export interface BallotNews {
  readonly moved: Moved | null;
  /** The orders of lists before what was done, for the way back. */
  readonly undo: Lines | null;
  /** What was done to the whole order at once. */
  readonly done: 'undone' | 'previous' | 'piles' | null;
  readonly problems: readonly Message[];
  /** What this form said about needs. */
  readonly said: Said;
}

export const noNews: BallotNews = {
  moved: null,
  undo: null,
  done: null,
  problems: [],
  said: nothingSaid,
};

/** A member's cards in an open round: as saved, or in their own chance order. */
export async function openCards(
  ctx: Context,
  invitation: Invitation,
  round: Round,
): Promise<{ readonly cards: BallotCards; readonly saved: Ballot | null }> {
  const saved = await ownBallot(ctx, invitation, round.round);
  return { cards: cardsFrom(invitation, round, saved), saved };
}

/** The cards of a stored ballot of this member, or of none. */
export function cardsFrom(invitation: Invitation, round: Round, saved: Ballot | null): BallotCards {
  const seed = `${invitation.project.code}/${round.round}/${invitation.member.code}`;
  const lists = listsOf(round);
  return cardsOfBallot(saved?.ballot ?? null, lists, seed, invitation.starts.get(round.round));
}

/** Titles of all needs of the project. */
export function titlesOf(invitation: Invitation): ReadonlyMap<string, Text> {
  return new Map(invitation.project.catalogue.needs.map((need) => [need.code, need.label]));
}

/** Shows the ballot; with problems as 422. */
export async function showBallot(
  ctx: Context,
  response: Response,
  invitation: Invitation,
  round: Round,
  news: BallotNews,
): Promise<void> {
  const { project, member, closed } = invitation;
  const [{ cards, saved }, analysis, records, kept, before] = await Promise.all([
    openCards(ctx, invitation, round),
    analyseProject(ctx, project.code, { reader: 'panel' }),
    recordsOf(ctx.db.kysely, project.code),
    ownComments(ctx, invitation, round.round),
    closed ? ownBallot(ctx, invitation, closed.round) : null,
  ]);
  const { language } = response.locals;
  const top = cards.get('top') ?? [];
  const evidence = needEvidence(analysis, records, project.catalogue);
  const commentOf = (need: string) => commentView(need, kept, news.said);
  const list = cardListView(cards, evidence, news.moved, commentOf);
  const wrong = commentProblems(news.said);
  const titles = titlesOf(invitation);
  ctx.render(
    response,
    'panel/ballot',
    {
      ...headOf(invitation, round.round, saved?.savedAt ?? null),
      after: stateOf(saved),
      ballot: `${project.code}/${round.round}/${member.code}`,
      closesOn: round.closesOn,
      count: top.length,
      submitted: saved?.submitted ?? false,
      named: round.mode === 'named',
      previous: closed && { round: closed.round, canStartFrom: before !== null },
      list,
      howEvidence: howEvidence(ctx, language),
      manyCards: pilesComeFirst(round.lists.top ?? []),
      status: news.done
        ? { key: `panel.status.${news.done}`, values: { round: closed?.round ?? 0 } }
        : statusOf(cards, news.moved, titles),
      undo: news.undo && Object.entries(news.undo).map(([name, line]) => ({ name, line })),
      problems: news.problems,
      wrong: [...wrong].map(([need, message]) => ({
        need,
        title: titles.get(need) ?? plainText(need),
        message,
      })),
      words: wordsForBrowser(ctx, language),
    },
    {
      ...panelOptions(ctx, response, invitation, { key: 'panel.ballotTitle' }),
      status: news.problems.length > 0 || wrong.size > 0 ? 422 : 200,
      styles: ['computed.css'],
      scripts: ['ballot.js'],
    },
  );
}

/** Where the moved card stands now, in words. */
function statusOf(
  cards: BallotCards,
  moved: Moved | null,
  titles: ReadonlyMap<string, Text>,
): Message | null {
  if (!moved) return null;
  for (const [name, list] of cards) {
    const index = list.findIndex((card) => card.need === moved.need);
    if (index >= 0) return statusOfCard(list, index, name !== 'top', titles.get(moved.need) ?? moved.need);
  }
  return null;
}

function statusOfCard(list: readonly Card[], index: number, nested: boolean, title: string | Text): Message {
  const card = list[index];
  if (card?.part === 'noOpinion') return { key: 'panel.status.noOpinion', values: { title } };
  if (card?.part === 'unranked') return { key: 'panel.status.unranked', values: { title } };
  const place = writePlace(placesOfCards(list)[index] ?? 0, nested);
  if (card?.equal) return { key: 'panel.status.equal', values: { title, place } };
  const count = list.filter((each) => each.part === 'ranked').length;
  return { key: 'panel.status.place', values: { title, place, count } };
}

/** The same words for the browser, which fills title, place and count itself. */
function wordsForBrowser(ctx: Context, language: string): Readonly<Record<string, string>> {
  const open = { title: '{title}', place: '{place}', count: '{count}' };
  const say = (key: string) => ctx.texts.say(language, `panel.status.${key}`, open);
  return {
    ...saveWords(({ key, values }) => ctx.texts.say(language, key, values)),
    place: say('place'),
    equal: say('equal'),
    noOpinion: say('noOpinion'),
    unranked: say('unranked'),
    undone: say('undone'),
  };
}
