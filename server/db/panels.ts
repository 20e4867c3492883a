// Panels: members with their invitation, rounds, and the ballots stored in them.
import { type CastBallot, type RoundWay, roundWays } from '../../analysis/panel/ways/vote.ts';
import type { Queries } from './open.ts';
import type { BallotsTable, PanelMembersTable, PanelRoundsRow } from './tables/panels.ts';

export interface Member {
  readonly code: string;
  /** Who, without a name: the kind of library and the role. */
  readonly library: string;
  readonly role: string;
  /** Empty when it was not given; for the team, and for others only where `namePublic`. */
  readonly name: string;
  readonly namePublic: boolean;
  /** What could pull this member one way, in their own words; empty when nothing was said. */
  readonly interest: string;
}

/** The needs to order: one list per parent (`top` for the top level), each in the order it is first shown. */
export type RoundLists = Readonly<Record<string, readonly string[]>>;

export type RoundEvidence = Readonly<Record<string, number | null>>;

/** Who sees what after closing: the group's order alone, or also who ordered what (docs/rules.md, Panel). */
export type RoundMode = 'confidential' | 'named';

export interface Round {
  readonly round: number;
  readonly state: 'open' | 'closed';
  /** Last day to vote. */
  readonly closesOn: string;
  readonly closedOn: string | null;
  readonly lists: RoundLists;
  /** Evidence score per need on the day of closing; null while open, and for rounds closed before it was kept. */
  readonly evidence: RoundEvidence | null;
  readonly mode: RoundMode;
  /** How it is voted in. */
  readonly way: RoundWay;
  /** Fewest ballots with which the group decides. */
  readonly quorum: number;
  /** Members on the day of closing; null while open, and for rounds closed before it was kept. */
  readonly invited: number | null;
  /** Day on which the decision was fixed, with its reason; null before that. */
  readonly frozenOn: string | null;
  readonly rationale: string | null;
}

/** Form fields by name, as they came. */
export type TypedFields = Readonly<Record<string, string>>;

export interface Ballot {
  readonly project: string;
  readonly round: number;
  readonly member: string;
  readonly ballot: CastBallot;
  /** Fields as they were typed, also what is no vote yet; left out for an order of cards. */
  readonly typed?: TypedFields | undefined;
  /** Handed in, or only saved on the way. Both may still change while the round is open. */
  readonly submitted: boolean;
  readonly savedAt: string;
  /** Made from the secret of the member's link: after a decision whoever holds the link finds this ballot by it. */
  readonly ownKey?: string | null;
}

/** Fewest ballots of which a group order is shown (analysis/panel/panel-result.ts), and so the lowest quorum. */
export const fewestBallots = 3;

/** Adds members, or changes who they are; their invitations stay as they are. */
export async function saveMembers(
  db: Queries,
  project: string,
  members: readonly Pick<Member, 'code' | 'library' | 'role'>[],
): Promise<void> {
  for (const { code, library, role } of members) {
    await db
      .insertInto('panel_members')
      .values({ project, code, library, role, token_hash: null, name: '', name_public: 0, interest: '' })
      .onConflict((conflict) => conflict.columns(['project', 'code']).doUpdateSet({ library, role }))
      .execute();
  }
}

/** Gives a member this invitation; the one before stops working. */
export async function setMemberToken(
  db: Queries,
  project: string,
  member: string,
  tokenHash: string,
): Promise<void> {
  await db
    .updateTable('panel_members')
    .set({ token_hash: tokenHash })
    .where('project', '=', project)
    .where('code', '=', member)
    .execute();
}

/** Those who are members now, by code. */
export async function membersOf(db: Queries, project: string): Promise<readonly Member[]> {
  const rows = await db
    .selectFrom('panel_members')
    .select(memberColumns)
    .where('project', '=', project)
    .where('left_on', 'is', null)
    .orderBy('code')
    .execute();
  return rows.map(memberOf);
}

/** Whom an invitation is for, or null when it is none of ours. */
export async function memberByToken(
  db: Queries,
  tokenHash: string,
): Promise<(Member & { readonly project: string }) | null> {
  const row = await db
    .selectFrom('panel_members')
    .select(['project', ...memberColumns])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row ? { project: row.project, ...memberOf(row) } : null;
}

const memberColumns = ['code', 'library', 'role', 'name', 'name_public', 'interest'] as const;

function memberOf(row: Pick<PanelMembersTable, (typeof memberColumns)[number]>): Member {
  const { code, library, role, name, interest } = row;
  return { code, library, role, name, namePublic: row.name_public === 1, interest };
}

/** Opens a round. @throws a unique violation when the project has a round of this number. */
export async function createRound(
  db: Queries,
  project: string,
  round: Pick<Round, 'round' | 'closesOn' | 'lists'> & Partial<Pick<Round, 'mode' | 'quorum' | 'way'>>,
): Promise<void> {
  await db
    .insertInto('panel_rounds')
    .values({
      project,
      round: round.round,
      state: 'open',
      closes_on: round.closesOn,
      closed_on: null,
      lists: JSON.stringify(round.lists),
      evidence: null,
      mode: round.mode ?? 'confidential',
      quorum: round.quorum ?? fewestBallots,
      way: round.way ?? 'order',
    })
    .execute();
}

/** The rounds of a project by number. */
export async function roundsOf(db: Queries, project: string): Promise<readonly Round[]> {
  const rows = await db
    .selectFrom('panel_rounds')
    .selectAll()
    .where('project', '=', project)
    .orderBy('round')
    .execute();
  return rows.map(roundOf);
}

/** The round that tells the order: the newest decision, which stands until a later one; before any the newest closed. */
export function roundInForce(rounds: readonly Round[]): Round | null {
  const closed = rounds.filter(({ state }) => state === 'closed');
  return closed.filter(({ frozenOn }) => frozenOn !== null).at(-1) ?? closed.at(-1) ?? null;
}

/** Closes an open round, with the number of members it had. @returns whether it was open. */
export async function closeRound(db: Queries, project: string, round: number, day: string): Promise<boolean> {
  const { length: invited } = await membersOf(db, project);
  const closed = await db
    .updateTable('panel_rounds')
    .set({ state: 'closed', closed_on: day, invited })
    .where('project', '=', project)
    .where('round', '=', round)
    .where('state', '=', 'open')
    .returning('round')
    .executeTakeFirst();
  return closed !== undefined;
}

/** Keeps the evidence that decides ties of a closed round. What was kept first stays. */
export async function keepEvidence(
  db: Queries,
  project: string,
  round: number,
  evidence: RoundEvidence,
): Promise<void> {
  await db
    .updateTable('panel_rounds')
    .set({ evidence: JSON.stringify(evidence) })
    .where('project', '=', project)
    .where('round', '=', round)
    .where('evidence', 'is', null)
    .execute();
}

/** Whether the round is open; it cannot be closed any more between this look and the commit. */
export async function holdOpen(db: Queries, project: string, round: number): Promise<boolean> {
  const open = await db
    .updateTable('panel_rounds')
    // Touching the row holds it.
    .set({ state: 'open' })
    .where('project', '=', project)
    .where('round', '=', round)
    .where('state', '=', 'open')
    .returning('round')
    .executeTakeFirst();
  return open !== undefined;
}

/**
 * Saves a ballot in the place of the member's earlier one.
 * @returns whether it was saved: a round that is closed, or is not there, takes none.
 */
export async function saveBallot(db: Queries, ballot: Ballot): Promise<boolean> {
  const open = await holdOpen(db, ballot.project, ballot.round);
  if (open) await storeBallot(db, ballot);
  return open;
}

/** Puts a ballot in the place of the member's earlier one, in a round that the caller holds open (`holdOpen`). */
export async function storeBallot(db: Queries, ballot: Ballot): Promise<void> {
  const content = {
    ballot: JSON.stringify(ballot.ballot),
    typed: ballot.typed ? JSON.stringify(ballot.typed) : null,
    submitted: ballot.submitted ? 1 : 0,
    saved_at: ballot.savedAt,
    // What is saved without a key, as on a device of the room, leaves the key there is.
    ...(ballot.ownKey ? { own_key: ballot.ownKey } : {}),
  };
  await db
    .insertInto('ballots')
    .values({ project: ballot.project, round: ballot.round, member: ballot.member, ...content })
    .onConflict((conflict) => conflict.columns(['project', 'round', 'member']).doUpdateSet(content))
    .execute();
}

/** The ballots of a round by member. */
export async function ballotsOf(db: Queries, project: string, round: number): Promise<readonly Ballot[]> {
  const rows = await ballotRows(db, project, round).orderBy('member').execute();
  return rows.map(ballotFrom);
}

/** The ballot of one member in a round; null while nothing was saved. */
export async function ballotOf(
  db: Queries,
  project: string,
  round: number,
  member: string,
): Promise<Ballot | null> {
  const row = await ballotRows(db, project, round).where('member', '=', member).executeTakeFirst();
  return row ? ballotFrom(row) : null;
}

function ballotRows(db: Queries, project: string, round: number) {
  return db.selectFrom('ballots').selectAll().where('project', '=', project).where('round', '=', round);
}

function ballotFrom(row: BallotsTable): Ballot {
  return {
    project: row.project,
    round: row.round,
    member: row.member,
    // Only saveBallot above writes these columns, from these types.
    ballot: JSON.parse(row.ballot) as CastBallot,
    ...(row.typed === null ? {} : { typed: JSON.parse(row.typed) as TypedFields }),
    submitted: row.submitted === 1,
    savedAt: row.saved_at,
    ownKey: row.own_key,
  };
}

function roundOf(row: PanelRoundsRow): Round {
  return {
    round: row.round,
    state: row.state,
    closesOn: row.closes_on,
    closedOn: row.closed_on,
    // Only createRound above writes this column, from this type.
    lists: JSON.parse(row.lists) as RoundLists,
    // Likewise only keepEvidence.
    evidence: row.evidence === null ? null : (JSON.parse(row.evidence) as RoundEvidence),
    mode: row.mode,
    // Only createRound writes this column too; a way that is gone is read as the one every list fits.
    way: roundWays.find((way) => way === row.way) ?? 'order',
    quorum: row.quorum,
    invited: row.invited,
    frozenOn: row.frozen_on,
    rationale: row.rationale,
  };
}
