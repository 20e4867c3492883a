// Who a panel address belongs to, and the rounds of that project: every page and save of the panel begins here.
import type { Request } from 'express';
import type { Context } from '../../context.ts';
import { deviceByToken, votesByOwnLink } from '../../db/live-devices.ts';
import { type LiveSession, runningSession, sessionById } from '../../db/live-sessions.ts';
import { commentsBy, startsOf } from '../../db/panel-comments.ts';
import { ballotByOwnKey } from '../../db/panel-decisions.ts';
import { wasDeviceLetIn } from '../../db/panel-log.ts';
import {
  type Ballot,
  ballotOf,
  type Member,
  memberByToken,
  membersOf,
  type Round,
  type RoundLists,
  roundsOf,
} from '../../db/panels.ts';
import { type Project, projectByCode } from '../../db/projects.ts';
import { deviceGaveWay, unknownToken, votesElsewhere } from '../../errors.ts';
import { hashToken } from '../../identity/tokens.ts';
import type { LiveAddresses, PanelHead } from './pages.ts';

export interface Invitation {
  readonly address: string;
  readonly member: Member;
  readonly project: Project;
  readonly rounds: readonly Round[];
  /** The round that takes ballots, if any. */
  readonly open: Round | null;
  /** The newest closed round, if any. */
  readonly closed: Round | null;
  /** The chance order in which this member first met the cards of a round, where it was kept. */
  readonly starts: ReadonlyMap<number, RoundLists>;
  /** The session in the room, while one runs. */
  readonly session: LiveSession | null;
  /** A device of the room was let in as this member in the newest round; that device itself is not told. */
  readonly deviceLetIn: boolean;
  /** Key of this member's ballot in a round, which only the secret of the own link gives; null on a device of the room. */
  ownKey(round: number): string | null;
}

/** The member the address of this request was sent to. @throws ExpectedFailure for an address that is nobody's. */
export async function invitationOf(ctx: Context, request: Request): Promise<Invitation> {
  const { token } = request.params;
  if (typeof token !== 'string') throw unknownToken();
  const db = ctx.db.kysely;
  const known = await memberByToken(db, hashToken('panel', token));
  const device = known ? null : await memberOfDevice(ctx, token);
  const member = known ?? device?.member ?? null;
  const project = member && (await projectByCode(ctx.db.kysely, member.project));
  if (!member || !project) throw unknownToken();
  const [all, starts, session] = await Promise.all([
    roundsOf(db, project.code),
    startsOf(db, project.code, member.code),
    runningSession(db, project.code),
  ]);
  const rounds = device ? all.filter(({ round }) => round === device.round) : all;
  const newest = all.at(-1);
  return {
    address: `/p/${token}`,
    member,
    project,
    rounds,
    open: rounds.filter((round) => round.state === 'open').at(-1) ?? null,
    closed: rounds.filter((round) => round.state === 'closed').at(-1) ?? null,
    starts,
    session,
    deviceLetIn:
      known !== null && !!newest && (await wasDeviceLetIn(db, project.code, newest.round, member.code)),
    ownKey: (round) => (known ? hashToken('ownBallot', `${token}\0${project.code}\0${round}`) : null),
  };
}

/**
 * The member a device was let in as: for the round of that session alone, and until the session ends.
 * @throws ExpectedFailure once the member saved with the own link: what was saved there is for that link alone; and when
 *   another device of theirs came in its place.
 */
async function memberOfDevice(ctx: Context, token: string) {
  const db = ctx.db.kysely;
  const device = await deviceByToken(db, hashToken('device', token));
  if (device?.gaveWay) throw deviceGaveWay();
  const session = device?.member ? await sessionById(db, device.session) : null;
  if (!device?.member || !session) return null;
  if (await votesByOwnLink(db, session.project, session.round, device.member)) throw votesElsewhere();
  const member = (await membersOf(db, session.project)).find(({ code }) => code === device.member);
  return member ? { member: { ...member, project: session.project }, round: session.round } : null;
}

/**
 * This member's own ballot of a round, also after the decision; nobody else's leaves the database. Once a round is
 * closed, a link made later opens nothing that was saved with the one before: whoever makes links would read along.
 */
export async function ownBallot(ctx: Context, invitation: Invitation, round: number): Promise<Ballot | null> {
  const { project, member } = invitation;
  const own = await ballotOf(ctx.db.kysely, project.code, round, member.code);
  const ownKey = invitation.ownKey(round);
  if (own) return invitation.open?.round === round || !own.ownKey || own.ownKey === ownKey ? own : null;
  const ballot = ownKey && (await ballotByOwnKey(ctx.db.kysely, project.code, round, ownKey));
  if (!ballot) return null;
  return { project: project.code, round, member: member.code, ballot, submitted: true, savedAt: '' };
}

/** What this member said about needs in a round, by need. */
export function ownComments(
  ctx: Context,
  { project, member }: Invitation,
  round: number,
): Promise<ReadonlyMap<string, string>> {
  return commentsBy(ctx.db.kysely, { project: project.code, round, member: member.code });
}

/** Where a screen that follows a session asks for news. */
export function liveAddresses(page: string): LiveAddresses {
  return { page, events: `${page}/events`, state: `${page}/state` };
}

/** The line above a page. */
export function headOf(invitation: Invitation, round: number | null, savedAt: string | null): PanelHead {
  const { address, project, session, deviceLetIn } = invitation;
  const leaves = invitation.open?.round === round && session?.round === round;
  const live = session && { ...liveAddresses(`${address}/live`), leaves };
  return { address, project: project.title, round, savedAt, deviceLetIn, live };
}

/** Who a member is without a name. */
export function whoOf({ role, library }: Pick<Member, 'role' | 'library'>): string {
  return `${role}, ${library}`;
}
