// A closed round for a member: the own order beside the group's, how much members agreed, where they did not.
import type { Response } from 'express';
import type { RoundMovement } from '../../../analysis/panel/movement.ts';
import { countedWay } from '../../../analysis/panel/panel-result.ts';
import type { PanelList, PanelPlace } from '../../../analysis/results/panel.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import { computedPanel, noBase, panelMethods } from '../../computed.ts';
import type { Context } from '../../context.ts';
import { type Comment, commentsOf } from '../../db/panel-comments.ts';
import { fewestBallots, type Round } from '../../db/panels.ts';
import type { Message } from '../../texts.ts';
import { outcomeOf } from '../outcome.ts';
import { workedAddress } from '../worked-address.ts';
import { agreementSaid } from './agreement-said.ts';
import { titlesOf } from './ballot-page.ts';
import { bracketAt } from './brackets.ts';
import { orderView, plainText, writePlace } from './card-views.ts';
import { namedOrders, withMovement } from './closed-round.ts';
import { countedOf, isUnplaced } from './counted-votes.ts';
import { headOf, type Invitation, ownBallot } from './invitation.ts';
import { type OwnVote, ownOfNeed, ownVote } from './own-vote.ts';
import type { RoundLine, RoundList } from './pages.ts';
import { panelOptions } from './panel-options.ts';
import { workOutView } from './work-out-view.ts';

/** From this many places apart an own place is marked, as with evidence beside the panel (docs/rules.md, Panel). */
const farFrom = 3;

/** Shows a closed round. What others ordered is only in the group's figures. */
export async function showRound(
  ctx: Context,
  response: Response,
  invitation: Invitation,
  round: Round,
): Promise<void> {
  const { project, rounds } = invitation;
  const [own, data, remarks, outcome] = await Promise.all([
    ownBallot(ctx, invitation, round.round),
    withMovement(ctx, project.code, round, rounds),
    commentsOf(ctx.db.kysely, project.code, round.round),
    outcomeOf(ctx.db.kysely, project.code),
  ]);
  const say = ({ key, values }: Message) => ctx.texts.say(response.locals.language, key, values);
  const { result, movement } = data;
  // What few people said can tell who they are, as their order can.
  const comments = result.ballots >= fewestBallots ? remarks : [];
  const named = await namedOrders(ctx, project.code, data, say);
  const titles = titlesOf(invitation);
  const handedIn = ownVote(own, round);
  const lists = result.lists.map((list) => listView(list, handedIn, titles, movement, comments));
  ctx.render(
    response,
    'panel/round',
    {
      ...headOf(invitation, round.round, null),
      closed: {
        round: round.round,
        closedOn: round.closedOn,
        frozenOn: round.frozenOn,
        rationale: round.rationale,
      },
      outcome,
      open: invitation.open !== null,
      ballots: result.ballots,
      members: result.members,
      lists: lists.length > 0 ? lists : null,
      agreement: agreementSaid(result.lists.find(({ parent }) => parent === null)),
      workOut: workOutView(
        result,
        (need) => inLanguage(titles.get(need) ?? plainText(need), response.locals.language),
        { language: response.locals.language, say },
      ),
      computed: computedPanel(
        say({ key: 'panel.round.title', values: { round: round.round } }),
        { methods: panelMethods(result.lists), weights: 'members' },
        noBase,
        { say },
      ),
      divided: result.lists.flatMap((list) => dividedOf(list, titles)),
      named: named && {
        ...named,
        rows: named.rows.map((row) => ({
          ...row,
          need: inLanguage(titles.get(row.need) ?? plainText(row.need), response.locals.language),
        })),
      },
      tookPart: handedIn !== null,
      voted: countedWay(round),
      worked: workedAddress(round.way),
      otherWayBefore: data.otherWayBefore,
      own: handedIn?.cards && lists.length === 0 ? orderView(handedIn.cards, titles) : null,
    },
    {
      ...panelOptions(ctx, response, invitation, {
        key: 'panel.round.title',
        values: { round: round.round },
      }),
      styles: ['computed.css', 'counting.css', 'vote.css'],
    },
  );
}

/** Nothing to order yet. */
export function showNotice(ctx: Context, response: Response, invitation: Invitation): void {
  const title = { key: 'panel.waiting.title' };
  ctx.render(
    response,
    'panel/notice',
    { ...headOf(invitation, null, null), title, text: { key: 'panel.waiting.text' } },
    panelOptions(ctx, response, invitation, title),
  );
}

function listView(
  list: PanelList,
  own: OwnVote | null,
  titles: ReadonlyMap<string, Text>,
  { before }: RoundMovement,
  comments: readonly Comment[],
): RoundList {
  const nested = list.parent !== null;
  const line = (place: PanelPlace, index: number): RoundLine => {
    const { place: ownPlace, part, said } = ownOfNeed(own, list, place.need);
    const apart = ownPlace === null ? 0 : place.rank - ownPlace;
    const far = Math.abs(apart) >= farFrom;
    const earlier = before.get(place.need);
    return {
      title: titles.get(place.need) ?? plainText(place.need),
      group: isUnplaced(list, place.need) ? '–' : writePlace(place.rank, nested),
      mean: place.meanPlace === null ? null : { key: 'panel.round.mean', values: { mean: place.meanPlace } },
      bracket: list.votes ? '' : bracketAt(list.order, index),
      counted: countedOf(list, place.need),
      said,
      own: ownPlace === null ? null : writePlace(ownPlace, nested),
      note: far ? apartMessage(apart) : partMessage(part),
      far,
      moved: shiftOf(place, nested),
      reason: place.moved?.reason ?? '',
      before: earlier === undefined ? null : writePlace(earlier, nested),
      comments: comments.filter(({ need }) => need === place.need).map(({ words }) => words),
    };
  };
  return {
    title: list.parent === null ? null : (titles.get(list.parent) ?? plainText(list.parent)),
    notes: notesOf(list),
    lines: list.order.map(line),
  };
}

/** How a place differs from what the ballots counted to: only by hands. */
export function shiftOf({ counted, rank, moved }: PanelPlace, nested: boolean): Message | null {
  if (counted === rank) return null;
  const values = { from: writePlace(counted, nested), place: writePlace(rank, nested) };
  return { key: `rounds.final.${moved ? 'moved' : 'shifted'}`, values };
}

function apartMessage(apart: number): Message {
  return {
    key: apart > 0 ? 'panel.round.youHigher' : 'panel.round.youLower',
    values: { places: Math.abs(apart) },
  };
}

function partMessage(part: string | null): Message | null {
  return part === 'noOpinion' || part === 'unranked' ? { key: `panel.round.${part}` } : null;
}

/** What the means rest on, or why there are none. */
function notesOf({ votes, orderOnly, ballots }: PanelList): readonly Message[] {
  if (votes) return [];
  return [
    orderOnly ? { key: 'panel.result.orderOnly' } : { key: 'panel.round.meanBase', values: { ballots } },
  ];
}

function dividedOf(
  list: PanelList,
  titles: ReadonlyMap<string, Text>,
): readonly { readonly title: Text; readonly range: Message }[] {
  return list.order
    .filter((place) => place.divided && place.lowest !== null && place.highest !== null)
    .map((place) => ({
      title: titles.get(place.need) ?? plainText(place.need),
      range: { key: 'panel.range', values: { from: place.lowest ?? 0, to: place.highest ?? 0 } },
    }));
}
