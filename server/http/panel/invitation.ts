// Who a panel address belongs to, and the rounds of that project: every page and save of the panel begins here.
import type { Request } from 'express';
import { listName, type NeedList } from '../../../analysis/panel/panel-result.ts';
import type { Context } from '../../context.ts';
import { commentsOf, startsOf } from '../../db/panel-comments.ts';
import {
  type Ballot,
  ballotsOf,
  type Member,
  memberByToken,
  type Round,
  type RoundLists,
  roundsOf,
} from '../../db/panels.ts';
import { type Project, projectByCode } from '../../db/projects.ts';
import { unknownToken } from '../../errors.ts';
import { hashToken } from '../../identity/tokens.ts';
import type { PanelHead } from './pages.ts';

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
}

/** The member the address of this request was sent to. @throws ExpectedFailure for an address that is nobody's. */
export async function invitationOf(ctx: Context, request: Request): Promise<Invitation> {
  const { token } = request.params;
  if (typeof token !== 'string') throw unknownToken();
  const member = await memberByToken(ctx.db.kysely, hashToken('panel', token));
  const project = member && (await projectByCode(ctx.db.kysely, member.project));
  if (!member || !project) throw unknownToken();
  const [rounds, starts] = await Promise.all([
    roundsOf(ctx.db.kysely, project.code),
    startsOf(ctx.db.kysely, project.code, member.code),
  ]);
  return {
    address: `/p/${token}`,
    member,
    project,
    rounds,
    open: rounds.filter((round) => round.state === 'open').at(-1) ?? null,
    closed: rounds.filter((round) => round.state === 'closed').at(-1) ?? null,
    starts,
  };
}

/** This member's own ballot of a round; nobody else's leaves the database. */
export async function ownBallot(ctx: Context, invitation: Invitation, round: number): Promise<Ballot | null> {
  const ballots = await ballotsOf(ctx.db.kysely, invitation.project.code, round);
  return ballots.find((ballot) => ballot.member === invitation.member.code) ?? null;
}

/** What this member said about needs in a round, by need. */
export async function ownComments(
  ctx: Context,
  { project, member }: Invitation,
  round: number,
): Promise<ReadonlyMap<string, string>> {
  const comments = await commentsOf(ctx.db.kysely, project.code, round);
  return new Map(
    comments.filter((each) => each.member === member.code).map(({ need, words }) => [need, words]),
  );
}

/** The lists of a round, the top level first. */
export function listsOfRound(round: Round): readonly NeedList[] {
  const lists = Object.entries(round.lists).map(([name, needs]) => ({
    parent: name === listName({ parent: null }) ? null : name,
    needs,
  }));
  return lists.sort((a, b) => Number(a.parent !== null) - Number(b.parent !== null));
}

/** The line above a page. */
export function headOf(invitation: Invitation, round: number | null, savedAt: string | null): PanelHead {
  return { address: invitation.address, project: invitation.project.title, round, savedAt };
}
