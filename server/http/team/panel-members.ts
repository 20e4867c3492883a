// The members of the sounding board: adding and removing them, and making their personal links.
import type { Response, Router } from 'express';
import { dayOf } from '../../../surveys/day.ts';
import type { Context } from '../../context.ts';
import type { Queries } from '../../db/open.ts';
import { addToLog, type PanelAct } from '../../db/panel-log.ts';
import { addMember, removeMember, setNamePublic } from '../../db/panel-members.ts';
import { type Member, membersOf, roundsOf, setMemberToken } from '../../db/panels.ts';
import { unknownPage } from '../../errors.ts';
import { hashToken, newToken } from '../../identity/tokens.ts';
import { giveStart } from '../../operations/open-round.ts';
import { whoOf } from '../panel/invitation.ts';
import { fieldOf } from './access.ts';
import type { FormMistake } from './round-form.ts';
import { openWorkspace, serverAddress, showStation, type Workspace } from './workspace.ts';

export interface PanelMembersPage {
  readonly csrf: string;
  readonly title: string;
  readonly address: string;
  readonly back: string;
  readonly members: readonly (Member & { readonly who: string; readonly shownAs: string })[];
  /** The link made just now; it is nowhere else and never comes back. */
  readonly link: { readonly who: string; readonly address: string } | null;
  readonly typed: MemberTyped;
  readonly mistakes: readonly FormMistake[];
}

export interface MemberTyped {
  readonly library: string;
  readonly role: string;
  readonly name: string;
  readonly namePublic: boolean;
  readonly interest: string;
}

const longest = { library: 120, role: 120, name: 120, interest: 600 } as const;
const nothingTyped: MemberTyped = { library: '', role: '', name: '', namePublic: false, interest: '' };

export function panelMemberRoutes(ctx: Context, router: Router): void {
  router.get('/:project/panel/members', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    await showMembers(ctx, response, workspace, {});
  });

  router.post('/:project/panel/members', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const typed: MemberTyped = {
      library: fieldOf(request, 'library').trim(),
      role: fieldOf(request, 'role').trim(),
      name: fieldOf(request, 'name').trim(),
      namePublic: fieldOf(request, 'namePublic') === '1',
      interest: fieldOf(request, 'interest').trim(),
    };
    const mistakes = judgeMember(typed);
    if (mistakes.length > 0) return showMembers(ctx, response, workspace, { typed, mistakes });
    const account = response.locals.account?.id ?? '';
    await ctx.writes.run((db) => acceptMember(ctx, db, workspace.project.code, account, typed));
    response.redirect(303, `/team/${workspace.project.code}/panel/members`);
  });

  router.post('/:project/panel/members/:member/link', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const member = await memberOf(ctx, workspace, request.params.member);
    const token = newToken();
    await ctx.writes.run(async (db) => {
      await setMemberToken(db, workspace.project.code, member.code, hashToken('panel', token));
      await addToLog(db, workspace.project.code, lineOf(ctx, response, 'linkMade', member));
    });
    // Shown in the answer itself: kept nowhere, it cannot be shown a second time.
    const link = { who: whoOf(member), address: `${serverAddress(ctx, response)}/p/${token}` };
    await showMembers(ctx, response, workspace, { link });
  });

  router.post('/:project/panel/members/:member/name', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code } = workspace.project;
    const member = await memberOf(ctx, workspace, request.params.member);
    const shown = fieldOf(request, 'shown') === '1';
    await ctx.writes.run(async (db) => {
      await setNamePublic(db, code, member.code, shown);
      await addToLog(db, code, lineOf(ctx, response, shown ? 'nameShown' : 'nameHidden', member));
    });
    response.redirect(303, `/team/${code}/panel/members`);
  });

  router.post('/:project/panel/members/:member/remove', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code } = workspace.project;
    const member = await memberOf(ctx, workspace, request.params.member);
    await ctx.writes.run(async (db) => {
      await removeMember(db, code, member.code, dayOf(ctx.now()));
      await addToLog(db, code, lineOf(ctx, response, 'memberRemoved', member));
    });
    response.redirect(303, `/team/${code}/panel/members`);
  });
}

/** What is wrong with a member as typed. */
export function judgeMember(typed: MemberTyped): readonly FormMistake[] {
  const mistakes: FormMistake[] = [];
  for (const field of ['library', 'role'] as const) {
    if (typed[field] === '') mistakes.push({ field, key: `rounds.members.${field}Missing`, values: {} });
  }
  for (const [field, most] of Object.entries(longest)) {
    // The keys of `longest` are fields of what was typed.
    if (typed[field as keyof typeof longest].length > most) {
      mistakes.push({ field, key: 'rounds.members.tooLong', values: { most } });
    }
  }
  if (typed.namePublic && typed.name === '') {
    mistakes.push({ field: 'name', key: 'rounds.members.nameMissing', values: {} });
  }
  return mistakes;
}

/** Adds a member, with a chance order of cards in the round that is open. @returns the member's code. */
export async function acceptMember(
  ctx: Context,
  db: Queries,
  project: string,
  account: string,
  typed: MemberTyped,
): Promise<string> {
  const member = { code: ctx.newId(), ...typed };
  await addMember(db, project, member);
  const open = (await roundsOf(db, project)).find(({ state }) => state === 'open');
  if (open) await giveStart(ctx, db, project, open, member.code);
  const details = { member: member.code };
  const at = ctx.now().toISOString();
  await addToLog(db, project, { act: 'memberAdded', account, at, round: null, reason: '', details });
  return member.code;
}

function lineOf(ctx: Context, response: Response, act: PanelAct, member: Member) {
  const account = response.locals.account?.id ?? '';
  const details = { member: member.code };
  return { act, account, at: ctx.now().toISOString(), round: null, reason: '', details };
}

/** @throws ExpectedFailure when the project has no such member. */
async function memberOf(ctx: Context, { project }: Workspace, code: string): Promise<Member> {
  const member = (await membersOf(ctx.db.kysely, project.code)).find((each) => each.code === code);
  if (!member) throw unknownPage();
  return member;
}

async function showMembers(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  news: Partial<Pick<PanelMembersPage, 'link' | 'typed' | 'mistakes'>>,
): Promise<void> {
  const { code } = workspace.project;
  const members = await membersOf(ctx.db.kysely, code);
  const say = (key: string, values = {}) => workspace.say({ key: `rounds.members.${key}`, values });
  const title = say('title', { count: members.length });
  const page: PanelMembersPage = {
    csrf: response.locals.csrf ?? '',
    title,
    address: `/team/${code}/panel/members`,
    back: `/team/${code}/panel`,
    members: members.map((member) => ({
      ...member,
      who: whoOf(member),
      shownAs: member.namePublic ? say('shownName', { name: member.name }) : say('shownLibrary'),
    })),
    link: news.link ?? null,
    typed: news.typed ?? nothingTyped,
    mistakes: news.mistakes ?? [],
  };
  await showStation(ctx, response, workspace, 'team/panel-members', page, {
    station: 'panel',
    title,
    status: page.mistakes.length > 0 ? 422 : 200,
    styles: ['project.css', 'rounds.css'],
  });
}
