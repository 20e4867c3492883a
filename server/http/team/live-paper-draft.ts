// Whose ballot on paper can still be typed in, and what of theirs would give way: a member may have saved something on a
// device without handing it in. The team is told so, never what, and says that paper takes its place.
import type { Request } from 'express';
import type { Context } from '../../context.ts';
import { ballotsOf, type Member, membersOf, type Round } from '../../db/panels.ts';
import { formatDate, formatTime } from '../../format-values.ts';
import { draftName } from '../../operations/enter-paper-ballot.ts';
import { whoOf } from '../panel/invitation.ts';
import { fieldOf } from './access.ts';
import type { FormMistake } from './round-form.ts';
import type { Workspace } from './workspace.ts';

/** A member who has not handed in. */
export interface OpenMember extends Member {
  /** When they last saved on a device; null where nothing is. */
  readonly draftAt: string | null;
}
export interface PaperMember {
  readonly code: string;
  readonly who: string;
  readonly chosen: boolean;
  readonly draft: boolean;
}
/** What the team is asked about the draft of the member whose ballot it types. */
export interface PaperDraft {
  readonly name: string;
  readonly when: string;
  readonly agreed: boolean;
}

/** Who has not handed in: a ballot on paper never takes the place of one on screen. */
export async function withoutBallot(
  ctx: Context,
  { project }: Workspace,
  round: Round,
): Promise<readonly OpenMember[]> {
  const [members, ballots] = await Promise.all([
    membersOf(ctx.db.kysely, project.code),
    ballotsOf(ctx.db.kysely, project.code, round.round),
  ]);
  const saved = new Map(ballots.map((ballot) => [ballot.member, ballot]));
  return members
    .filter(({ code }) => !saved.get(code)?.submitted)
    .map((member) => ({ ...member, draftAt: saved.get(member.code)?.savedAt ?? null }));
}

/** The members to choose from. */
export function paperMembers(
  open: readonly OpenMember[],
  chosen: string | undefined,
): readonly PaperMember[] {
  return open.map((member) => ({
    code: member.code,
    who: whoOf(member),
    chosen: member.code === chosen,
    draft: member.draftAt !== null,
  }));
}

/** The question about the draft of this member; null where none stands. */
export function draftOf(
  { language }: Workspace,
  request: Request,
  member: OpenMember | undefined,
): PaperDraft | null {
  if (!member?.draftAt) return null;
  const name = draftName({ member: member.code, savedAt: member.draftAt });
  const when = `${formatDate(language, member.draftAt.slice(0, 10))}, ${formatTime(language, member.draftAt)}`;
  return { name, when, agreed: fieldOf(request, 'over') === name };
}

/** A draft stands to which nobody said that paper takes its place. */
export const draftStands: FormMistake = { field: 'over', key: 'live.paper.draftStands', values: {} };
