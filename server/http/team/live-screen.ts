// The screen for the room, in big type: how to come in, how many handed in, the clock, and the result step by step.
import type { Response } from 'express';
import { type LiveStep, stageShown } from '../../../analysis/panel/live-agenda.ts';
import { topicCount } from '../../../analysis/panel/live-topics.ts';
import { countedWay } from '../../../analysis/panel/panel-result.ts';
import type { Way } from '../../../analysis/panel/ways/vote.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { type LiveState, liveState } from '../../db/live-sessions.ts';
import { commentsOf } from '../../db/panel-comments.ts';
import { fewestBallots, membersOf } from '../../db/panels.ts';
import type { Project } from '../../db/projects.ts';
import { roomCode, showReceipt } from '../../identity/tokens.ts';
import { topicsOf } from '../../operations/live-session.ts';
import type { Message } from '../../texts.ts';
import { countOf, noSessionPage } from '../live/news.ts';
import { type QrDrawing, qrOf } from '../live/qr.ts';
import { type RevealView, revealView } from '../live/reveal.ts';
import { whoOf } from '../panel/invitation.ts';
import { type AgendaLine, agendaOf, controlsOf, type LiveControls } from './live-controls.ts';
import { serverAddress } from './workspace.ts';

export interface LiveScreenPage {
  readonly title: string;
  readonly desk: string;
  readonly events: string;
  readonly state: string;
  /** Names this state of the page. */
  readonly shown: string;
  /** Null when no session runs. */
  readonly session: SessionView | null;
}
interface SessionView {
  readonly round: number;
  readonly named: boolean;
  readonly step: LiveStep;
  /** How votes that are no orders were cast; null where orders were. */
  readonly voted: Way | null;
  readonly agenda: readonly AgendaLine[];
  readonly count: Message;
  readonly handedIn: number;
  readonly members: number;
  /** Who handed in, in a named round alone. */
  readonly names: readonly string[] | null;
  readonly join: JoinView;
  readonly reveal: RevealView | null;
  readonly controls: LiveControls;
}
/** How to come in: the code leads to the door. */
export interface JoinView {
  readonly qr: QrDrawing;
  /** Without `https://`: it is typed over. */
  readonly address: string;
  readonly code: string;
}

export async function showScreen(ctx: Context, response: Response, project: Project): Promise<void> {
  const state = await liveState(ctx.db.kysely, project.code);
  const base = `/team/${project.code}/panel/live`;
  const page: LiveScreenPage = {
    title: inLanguage(project.title, response.locals.language),
    desk: base,
    events: `${base}/events`,
    state: `${base}/state`,
    shown: state?.key ?? noSessionPage,
    session: state && (await sessionView(ctx, response, project, state)),
  };
  ctx.render(response, 'team/live-screen', page, {
    title: ctx.texts.say(response.locals.language, 'live.screen'),
    layout: 'room',
    styles: ['live.css', 'live-room.css'],
    scripts: ['live.js'],
    demonstration: project.demonstration,
  });
}

/** The address and code on the screen, made of the session's id: nothing that opens a door is stored. */
export function joinView(ctx: Context, response: Response, session: string): JoinView {
  const code = showReceipt(roomCode(ctx.sessionSecret, session));
  const door = `${serverAddress(ctx, response)}/live`;
  return { qr: qrOf(`${door}/${code}`), address: door.replace(/^https?:\/\//, ''), code };
}

async function sessionView(
  ctx: Context,
  response: Response,
  project: Project,
  state: LiveState,
): Promise<SessionView> {
  const { round, session, submitted } = state;
  const named = round.mode === 'named';
  const members = named ? await membersOf(ctx.db.kysely, project.code) : [];
  const { step, topics, reveal } = await stageView(ctx, project, state);
  return {
    round: round.round,
    named,
    step,
    agenda: agendaOf(step, topics),
    voted: countedWay(round),
    count: countOf(state),
    handedIn: state.handedIn,
    members: state.members,
    names: named ? members.filter(({ code }) => submitted.has(code)).map(whoOf) : null,
    join: joinView(ctx, response, session.id),
    reveal,
    controls: controlsOf(state, topics, {
      csrf: response.locals.csrf ?? '',
      from: 'screen',
      now: ctx.now().getTime(),
      fewest: fewestBallots,
    }),
  };
}

/** The step that is shown, with the result where that is open. */
async function stageView(
  ctx: Context,
  project: Project,
  { round, session }: Pick<LiveState, 'round' | 'session'>,
) {
  if (round.state === 'open') {
    const topics = await topicsOf(ctx, { round, session });
    return { step: stageShown(session.stage, false, topics).step, topics, reveal: null };
  }
  const [result, comments] = await Promise.all([
    ctx.analysis.ask('roundResult', { project: project.code, round }),
    commentsOf(ctx.db.kysely, project.code, round.round),
  ]);
  const topics = topicCount(round, result);
  const stage = stageShown(session.stage, true, topics);
  const titles = new Map(project.catalogue.needs.map(({ code, label }) => [code, label]));
  return { step: stage.step, topics, reveal: revealView({ result, comments, titles, own: null }, stage) };
}
