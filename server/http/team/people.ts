// The team of a project: who is in it with which roles, and inviting somebody.
import type { Request, Response, Router } from 'express';
import { dayOf } from '../../../surveys/day.ts';
import type { Context } from '../../context.ts';
import { deleteInvitation, invitationsOf, peopleOf } from '../../db/people.ts';
import { ExpectedFailure } from '../../errors.ts';
import { formatDate } from '../../format-values.ts';
import { mayDo, type TeamRole, teamRoles } from '../../identity/roles.ts';
import { changeRoles, invitationDays, invite } from '../../operations/people.ts';
import { fieldOf } from './access.ts';
import { rolesInWords } from './data/line-words.ts';
import type { FormMistake } from './round-form.ts';
import { openWorkspace, serverAddress, showStation } from './workspace.ts';

interface RoleChoice {
  readonly role: TeamRole;
  readonly id: string;
  readonly checked: boolean;
}

export interface PeoplePage {
  readonly csrf: string;
  readonly title: string;
  readonly address: string;
  /** Whether this reader may change anything here. */
  readonly changes: boolean;
  readonly days: number;
  readonly people: readonly {
    readonly account: string;
    readonly email: string;
    readonly own: boolean;
    readonly since: string;
    /** The roles in words. */
    readonly roles: string;
    readonly choices: readonly RoleChoice[];
  }[];
  readonly invitations: readonly {
    readonly id: string;
    readonly forWhom: string;
    readonly roles: string;
    readonly until: string;
  }[];
  /** The link made just now; it is nowhere else and never comes back. */
  readonly link: { readonly forWhom: string; readonly address: string } | null;
  readonly forWhom: string;
  readonly choices: readonly RoleChoice[];
  readonly mistakes: readonly FormMistake[];
}

const longest = 120;

type News = Partial<Pick<PeoplePage, 'link' | 'mistakes' | 'forWhom'>> & {
  readonly ticked?: readonly TeamRole[];
  readonly status?: number;
};

export function peopleRoutes(ctx: Context, router: Router): void {
  router.get('/:project/people', async (request, response) => {
    await show(ctx, response, request.params.project, {});
  });

  router.post('/:project/people/invite', async (request, response) => {
    const { project } = request.params;
    const roles = rolesTicked(request);
    const forWhom = fieldOf(request, 'forWhom').trim();
    const mistakes: FormMistake[] = [];
    if (forWhom === '') mistakes.push({ field: 'forWhom', key: 'people.invite.whoMissing', values: {} });
    if (forWhom.length > longest)
      mistakes.push({ field: 'forWhom', key: 'people.invite.whoLong', values: { most: longest } });
    if (roles.length === 0) mistakes.push({ field: 'invite-lead', key: 'people.noRole', values: {} });
    if (mistakes.length > 0)
      return show(ctx, response, project, { forWhom, ticked: roles, mistakes, status: 422 });
    const by = response.locals.account?.id ?? '';
    const token = await invite(ctx, project, { roles, forWhom, by });
    // Shown in the answer itself: kept nowhere, it cannot be shown a second time.
    const address = `${serverAddress(ctx, response)}/team/join/${token}`;
    await show(ctx, response, project, { link: { forWhom, address } });
  });

  router.post('/:project/people/invitations/:id/remove', async (request, response) => {
    const { project, id } = request.params;
    await ctx.writes.run((db) => deleteInvitation(db, { project, id }));
    response.redirect(303, `/team/${project}/people`);
  });

  router.post('/:project/people/:account', async (request, response) => {
    const { project, account } = request.params;
    const roles = rolesTicked(request);
    if (roles.length === 0)
      return show(ctx, response, project, {
        mistakes: [{ field: `${account}-lead`, key: 'people.noRole', values: {} }],
        status: 422,
      });
    await change(ctx, response, project, account, roles);
  });

  router.post('/:project/people/:account/remove', async (request, response) => {
    const { project, account } = request.params;
    await change(ctx, response, project, account, []);
  });
}

/** Changes somebody's roles; a project that would have no lead left is told on the page itself. */
async function change(
  ctx: Context,
  response: Response,
  project: string,
  account: string,
  roles: readonly TeamRole[],
): Promise<void> {
  try {
    await changeRoles(ctx, project, account, roles, response.locals.account?.id ?? '');
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || error.key !== 'lastLead') throw error;
    const mistakes = [{ field: `${account}-lead`, key: 'people.lastLead', values: {} }];
    return show(ctx, response, project, { mistakes, status: 409 });
  }
  response.redirect(303, account === response.locals.account?.id ? '/team' : `/team/${project}/people`);
}

function rolesTicked(request: Request): readonly TeamRole[] {
  return teamRoles.filter((role) => fieldOf(request, role) === '1');
}

async function show(ctx: Context, response: Response, project: string, news: News): Promise<void> {
  const workspace = await openWorkspace(ctx, response, project);
  const { language, say } = workspace;
  const [people, invitations] = await Promise.all([
    peopleOf(ctx.db.kysely, project),
    invitationsOf(ctx.db.kysely, project, dayOf(ctx.now())),
  ]);
  const inWords = (roles: readonly string[]) => rolesInWords(roles, language, say);
  const choicesOf = (prefix: string, ticked: readonly string[]) =>
    teamRoles.map((role) => ({ role, id: `${prefix}-${role}`, checked: ticked.includes(role) }));
  const title = say({ key: 'people.title', values: { count: people.length } });
  const page: PeoplePage = {
    csrf: response.locals.csrf ?? '',
    title,
    address: `/team/${project}/people`,
    changes: mayDo(response.locals.roles ?? [], 'people', 'change'),
    days: invitationDays,
    people: people.map(({ account, email, roles, since }) => ({
      account,
      email,
      own: account === response.locals.account?.id,
      since: formatDate(language, since.slice(0, 10)),
      roles: inWords(roles),
      choices: choicesOf(account, roles),
    })),
    invitations: invitations.map(({ id, forWhom, roles, expiresOn }) => ({
      id,
      forWhom,
      roles: inWords(roles),
      until: formatDate(language, expiresOn),
    })),
    link: news.link ?? null,
    forWhom: news.forWhom ?? '',
    choices: choicesOf('invite', news.ticked ?? []),
    mistakes: news.mistakes ?? [],
  };
  await showStation(ctx, response, workspace, 'team/people', page, {
    station: null,
    title,
    status: news.status ?? 200,
    styles: ['project.css', 'rounds.css', 'people.css'],
  });
}
