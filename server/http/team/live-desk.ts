// The facilitator's desk beside the screen for the room: who waits at the door, paper ballots, and the same buttons.
import type { Response } from 'express';
import type { LiveStep } from '../../../analysis/panel/live-agenda.ts';
import type { Context } from '../../context.ts';
import { devicesOf, type LiveDevice } from '../../db/live-devices.ts';
import { type LiveState, liveState } from '../../db/live-sessions.ts';
import { fewestBallots, type Member, membersOf, roundsOf } from '../../db/panels.ts';
import { type LetIn, topicsOf } from '../../operations/live-session.ts';
import type { Message } from '../../texts.ts';
import { countOf, noSessionPage, stepOf } from '../live/news.ts';
import { whoOf } from '../panel/invitation.ts';
import { type AgendaLine, agendaOf, controlsOf, type LiveControls } from './live-controls.ts';
import { type JoinView, joinView } from './live-screen.ts';
import { openWorkspace, showStation } from './workspace.ts';

export interface LiveDeskPage {
  readonly csrf: string;
  readonly title: string;
  readonly address: string;
  readonly back: string;
  readonly events: string;
  readonly state: string;
  readonly shown: string;
  /** A round is open, so that a session can begin. */
  readonly canStart: boolean;
  readonly session: DeskSession | null;
}
interface DeskSession {
  readonly round: number;
  readonly step: LiveStep;
  readonly agenda: readonly AgendaLine[];
  readonly count: Message;
  readonly join: JoinView;
  readonly waiting: readonly WaitingDevice[];
  readonly inside: readonly (LiveDevice & { readonly who: string })[];
  /** Members a device can be let in as; who handed in or came in by this door is marked. */
  readonly members: readonly { readonly code: string; readonly who: string; readonly state: DeskState }[];
  readonly controls: LiveControls;
  /** Where paper ballots are typed in; null once closed. */
  readonly paper: string | null;
}
interface WaitingDevice extends LiveDevice {
  readonly problem: Refused['why'] | null;
  /** The member the facilitator chose; asked about where somebody is in as them already, or something was saved. */
  readonly chosen: string;
  readonly asks: boolean;
}
/** A device that could not be let in, or not without a question. */
interface Refused {
  readonly device: string;
  readonly member: string;
  readonly why: Exclude<LetIn, 'in'>;
}
type DeskState = 'none' | 'submitted' | 'inside';

/** Shows the desk, with why a device was not let in. */
export async function showDesk(
  ctx: Context,
  response: Response,
  project: string,
  refused: Refused | null = null,
): Promise<void> {
  const workspace = await openWorkspace(ctx, response, project);
  const { code } = workspace.project;
  const [state, rounds] = await Promise.all([liveState(ctx.db.kysely, code), roundsOf(ctx.db.kysely, code)]);
  const address = `/team/${code}/panel/live`;
  const page: LiveDeskPage = {
    csrf: response.locals.csrf ?? '',
    title: workspace.say({ key: 'live.desk.title' }),
    address,
    back: `/team/${code}/panel`,
    events: `${address}/events`,
    state: `${address}/state`,
    shown: state?.key ?? noSessionPage,
    canStart: rounds.some((round) => round.state === 'open'),
    session: state && (await deskSession(ctx, response, state, refused)),
  };
  await showStation(ctx, response, workspace, 'team/live-desk', page, {
    station: 'panel',
    title: page.title,
    status: refused === null || refused.why === 'samePerson' ? 200 : 422,
    styles: ['project.css', 'rounds.css', 'live.css'],
    scripts: ['live.js'],
  });
}

async function deskSession(
  ctx: Context,
  response: Response,
  state: LiveState,
  refused: Refused | null,
): Promise<DeskSession> {
  const { session, round } = state;
  const db = ctx.db.kysely;
  const [devices, members, topics] = await Promise.all([
    devicesOf(db, session.id),
    membersOf(db, session.project),
    topicsOf(ctx, state),
  ]);
  const { step } = stepOf(state);
  return {
    round: round.round,
    step,
    agenda: agendaOf(step, topics),
    count: countOf(state),
    join: joinView(ctx, response, session.id),
    waiting: devices
      .filter(({ member }) => member === null)
      .map((device) => waitingDevice(device, device.id === refused?.device ? refused : null)),
    inside: devices.flatMap((device) => {
      const member = members.find(({ code }) => code === device.member);
      return member ? [{ ...device, who: whoOf(member) }] : [];
    }),
    members: members.map((member) => ({
      code: member.code,
      who: whoOf(member),
      state: stateOf(member, state, devices),
    })),
    controls: controlsOf(state, topics, {
      csrf: response.locals.csrf ?? '',
      from: 'desk',
      now: ctx.now().getTime(),
      fewest: fewestBallots,
    }),
    paper: round.state === 'open' ? `/team/${session.project}/panel/rounds/${round.round}/paper` : null,
  };
}

function waitingDevice(device: LiveDevice, refused: Refused | null): WaitingDevice {
  const problem = refused?.why ?? null;
  return { ...device, problem, chosen: refused?.member ?? '', asks: problem === 'samePerson' };
}

function stateOf({ code }: Member, { submitted }: LiveState, devices: readonly LiveDevice[]): DeskState {
  if (submitted.has(code)) return 'submitted';
  return devices.some(({ member }) => member === code) ? 'inside' : 'none';
}
