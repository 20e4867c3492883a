// A member's tablet during a session in the room: in step with the facilitator's screen, and a plain page without scripts.
import type { Request, Response, Router } from 'express';
import { type LiveStep, stageShown } from '../../../analysis/panel/live-agenda.ts';
import { topicCount } from '../../../analysis/panel/live-topics.ts';
import { countedWay } from '../../../analysis/panel/panel-result.ts';
import type { Way } from '../../../analysis/panel/ways/vote.ts';
import type { Context } from '../../context.ts';
import { type LiveState, liveState } from '../../db/live-sessions.ts';
import { commentsOf } from '../../db/panel-comments.ts';
import type { Message } from '../../texts.ts';
import { clockOf, countOf, type LiveNews, memberPage, newsOf } from '../live/news.ts';
import { type RevealView, revealView } from '../live/reveal.ts';
import { streamNews } from '../live/stream.ts';
import { workedAddress } from '../worked-address.ts';
import { titlesOf } from './ballot-page.ts';
import { headOf, type Invitation, invitationOf, liveAddresses, ownBallot } from './invitation.ts';
import { ownVote } from './own-vote.ts';
import type { LiveAddresses, PanelHead } from './pages.ts';

export interface LiveMemberPage extends PanelHead {
  readonly follow: LiveAddresses;
  /** Names this state of the page. */
  readonly shown: string;
  /** Null while no session runs. */
  readonly step: LiveStep | null;
  readonly clock: string;
  readonly count: Message | null;
  readonly submitted: boolean;
  readonly named: boolean;
  /** How votes that are no orders were cast; null where orders were. */
  readonly voted: Way | null;
  readonly reveal: RevealView | null;
  /** Where the way of the round is worked out by hand; shown with its result. */
  readonly worked: string;
  /** The group's order stands without own places beside it. */
  readonly alone: boolean;
}

export function panelLiveRoutes(ctx: Context, router: Router): void {
  router.get('/:token/live', async (request, response) => {
    const invitation = await invitationOf(ctx, request);
    await showLive(ctx, response, invitation);
  });

  router.get('/:token/live/state', async (request, response) => {
    const invitation = await invitationOf(ctx, request);
    const state = await liveState(ctx.db.kysely, invitation.project.code);
    response.setHeader('Cache-Control', 'no-store');
    response.json(newsFor(ctx, response, invitation)(state));
  });

  router.get('/:token/live/events', async (request: Request, response: Response) => {
    const invitation = await invitationOf(ctx, request);
    streamNews(ctx, request, response, {
      project: invitation.project.code,
      reader: `member/${invitation.member.code}`,
      news: newsFor(ctx, response, invitation),
    });
  });
}

function newsFor(ctx: Context, response: Response, { member }: Invitation) {
  const { language } = response.locals;
  const say = ({ key, values }: Message) => ctx.texts.say(language, key, values);
  return (state: LiveState | null): LiveNews =>
    newsOf(state, memberPage(state, member.code), say, ctx.now().getTime());
}

async function showLive(ctx: Context, response: Response, invitation: Invitation): Promise<void> {
  const { project, member } = invitation;
  const state = await liveState(ctx.db.kysely, project.code);
  const page = state ? await pageOf(ctx, invitation, state) : idlePage;
  const title = ctx.texts.say(
    response.locals.language,
    `live.${page.step ? `step.${page.step}` : 'none.title'}`,
  );
  ctx.render(
    response,
    'panel/live',
    {
      ...headOf(invitation, state?.round.round ?? null, null),
      live: null,
      follow: liveAddresses(`${invitation.address}/live`),
      shown: memberPage(state, member.code),
      ...page,
    },
    {
      title,
      layout: 'panel',
      styles: ['live.css'],
      scripts: ['live.js'],
      demonstration: project.demonstration,
    },
  );
}

type PageParts = Omit<LiveMemberPage, keyof PanelHead | 'follow' | 'shown'>;

const idlePage: PageParts = {
  step: null,
  clock: '',
  count: null,
  submitted: false,
  named: false,
  voted: null,
  reveal: null,
  worked: '',
  alone: false,
};

async function pageOf(ctx: Context, invitation: Invitation, state: LiveState): Promise<PageParts> {
  const { session, round } = state;
  const closed = round.state === 'closed';
  const parts = {
    clock: clockOf(session.timer, ctx.now().getTime()),
    count: countOf(state),
    submitted: state.submitted.has(invitation.member.code),
    named: round.mode === 'named',
    voted: countedWay(round),
    worked: workedAddress(round.way),
  };
  if (!closed)
    return { ...parts, step: stageShown(session.stage, closed, 0).step, reveal: null, alone: false };
  const { code } = invitation.project;
  const [result, comments, own] = await Promise.all([
    ctx.analysis.ask('roundResult', { project: code, round }),
    commentsOf(ctx.db.kysely, code, round.round),
    ownBallot(ctx, invitation, round.round),
  ]);
  const stage = stageShown(session.stage, closed, topicCount(round, result));
  const titles = titlesOf(invitation);
  const reveal = revealView({ result, comments, own: ownVote(own, round), titles }, stage);
  return { ...parts, step: stage.step, reveal, alone: stage.step === 'beside' && !reveal.mine };
}
