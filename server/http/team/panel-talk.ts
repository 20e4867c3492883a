// The facilitator's page for the talk about a closed round: what the group disagrees on comes first, with what members
// said about it, how places moved since the round before, and whether to order once more.
import type { Router } from 'express';
import type { MethodName } from '../../../analysis/methods.ts';
import { countedWay } from '../../../analysis/panel/panel-result.ts';
import { exploresOnly } from '../../../analysis/panel/ways/vote.ts';
import type { PanelList, PanelPlace } from '../../../analysis/results/panel.ts';
import { type ComputedPanel, computedPanel, noBase, panelMethods } from '../../computed.ts';
import type { Context } from '../../context.ts';
import { openingsOf } from '../../db/card-openings.ts';
import { type Comment, commentsOf } from '../../db/panel-comments.ts';
import { fewestBallots } from '../../db/panels.ts';
import { writePlace } from '../panel/card-views.ts';
import {
  type ClosedRoundData,
  closedRoundOf,
  labelIn,
  type NamedOrders,
  namedOrders,
} from '../panel/closed-round.ts';
import { countedOf, isUnplaced } from '../panel/counted-votes.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

export interface PanelTalkPage {
  readonly title: string;
  readonly lead: string;
  readonly back: string;
  readonly facts: readonly { readonly name: string; readonly words: string }[];
  readonly topics: readonly Topic[];
  readonly note: string;
  readonly computed: ComputedPanel;
  readonly named: NamedOrders | null;
}
interface Topic {
  readonly label: string;
  readonly place: string;
  readonly divided: boolean;
  readonly lines: readonly string[];
  readonly comments: readonly string[];
}

export function panelTalkRoutes(ctx: Context, router: Router): void {
  router.get('/:project/panel/rounds/:round/talk', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code } = workspace.project;
    const data = await closedRoundOf(ctx, code, request.params.round);
    const [comments, openings, named] = await Promise.all([
      commentsOf(ctx.db.kysely, code, data.round.round),
      openingsOf(ctx.db.kysely, code, data.round.round),
      namedOrders(ctx, code, data, workspace.say),
    ]);
    const page = talkPage(workspace, data, { comments, openings }, named);
    await showStation(ctx, response, workspace, 'team/panel-talk', page, {
      station: 'panel',
      title: page.title,
      styles: ['panel-result.css', 'rounds.css'],
    });
  });
}

/** What members left beside their orders, without who: what they said, and how often they opened evidence. */
interface Beside {
  readonly comments: readonly Comment[];
  readonly openings: ReadonlyMap<string, number>;
}

function talkPage(
  workspace: Workspace,
  data: ClosedRoundData,
  beside: Beside,
  named: NamedOrders | null,
): PanelTalkPage {
  const { round, result } = data;
  const say = (key: string, values = {}) => workspace.say({ key: `rounds.talk.${key}`, values });
  const label = (need: string) => labelIn(workspace.analysis.needs, need, workspace.language);
  // What few people said can tell who they are, as their order can.
  const shown = result.ballots >= fewestBallots ? beside : { comments: [], openings: new Map() };
  const topics = result.lists
    .flatMap((list) => list.order.map((place) => ({ list, place })))
    .sort((a, b) => (b.place.disagreement ?? 0) - (a.place.disagreement ?? 0))
    .map(({ list, place }) => topicOf(workspace, data, list, place, shown));
  const spread = result.lists.some(({ order }) => order.some(({ lowest }) => lowest !== null));
  return {
    title: say('title', { round: round.round }),
    lead:
      countedWay(round) === null || result.lists.length === 0
        ? say(result.lists.length === 0 ? 'tooFew' : spread ? 'lead' : 'leadNoSpread')
        : workspace.say({ key: 'votes.talk.lead' }),
    back: `/team/${workspace.project.code}/panel?round=${round.round}`,
    facts: factsOf(workspace, data),
    topics,
    note: say(round.mode === 'named' ? 'noteNamed' : 'note'),
    computed: computedPanel(
      say('title', { round: round.round }),
      { methods: talkMethods(data), weights: 'members' },
      noBase,
      workspace,
    ),
    named: named && { ...named, rows: named.rows.map((row) => ({ ...row, need: label(row.need) })) },
  };
}

/** What made the places, how far apart members are, and the advice. */
function talkMethods({ round, result, movement }: ClosedRoundData): readonly MethodName[] {
  return [
    ...panelMethods(result.lists),
    ...(movement.likePrevious === null ? [] : (['kendallTauB'] as const)),
    ...(result.lists.length === 0 || exploresOnly(round.way) ? [] : (['stopping'] as const)),
  ];
}

function topicOf(
  workspace: Workspace,
  { movement, comparedWith }: ClosedRoundData,
  list: PanelList,
  place: PanelPlace,
  { comments, openings }: Beside,
): Topic {
  const say = (key: string, values = {}) => workspace.say({ key: `rounds.talk.${key}`, values });
  const nested = list.parent !== null;
  const write = (value: number) => writePlace(value, nested);
  const before = movement.before.get(place.need) ?? null;
  const counted = countedOf(list, place.need);
  const { needs } = workspace.analysis;
  const lines = [
    ...(nested ? [say('within', { title: labelIn(needs, list.parent ?? '', workspace.language) })] : []),
    ...(counted ? [workspace.say(counted)] : []),
    ...(place.lowest === null || place.highest === null
      ? []
      : [say('range', { from: place.lowest, to: place.highest })]),
    ...(before === null
      ? []
      : [
          before === place.rank
            ? say('stayed', { round: comparedWith ?? 0 })
            : say('moved', { from: write(before), to: write(place.rank) }),
        ]),
    ...(openings.size === 0 ? [] : [say('opened', { times: openings.get(place.need) ?? 0 })]),
  ];
  return {
    label: labelIn(needs, place.need, workspace.language),
    place: isUnplaced(list, place.need) ? '–' : write(place.rank),
    divided: place.divided,
    lines,
    comments: comments.filter(({ need }) => need === place.need).map(({ words }) => words),
  };
}

/** Quorum, agreement, likeness to the round before, and the advice they lead to. */
function factsOf(
  { say }: Workspace,
  { round, result, movement, otherWayBefore }: ClosedRoundData,
): PanelTalkPage['facts'] {
  const words = (key: string, values = {}) => say({ key: `rounds.talk.${key}`, values });
  const agreement = result.lists.find(({ parent }) => parent === null)?.agreement ?? null;
  const met = result.ballots >= round.quorum;
  return [
    {
      name: words('quorum'),
      words: say({
        key: met ? 'rounds.quorum.met' : 'rounds.quorum.missed',
        values: { quorum: round.quorum },
      }),
    },
    ...(agreement
      ? [
          {
            name: words('agreement'),
            words: words('agreementWords', {
              w: agreement.w,
              reading: say({ key: `panel.result.reading.${agreement.words}` }),
            }),
          },
        ]
      : []),
    ...(movement.likePrevious === null
      ? []
      : [{ name: words('likeness'), words: words('likenessWords', { tau: movement.likePrevious }) }]),
    ...(otherWayBefore ? [{ name: words('likeness'), words: say({ key: 'votes.otherWay' }) }] : []),
    ...(result.lists.length === 0
      ? []
      : [
          {
            name: words('advice'),
            words: exploresOnly(round.way)
              ? say({ key: 'votes.explored' })
              : words(`adviceWords.${movement.advice}`),
          },
        ]),
  ];
}
