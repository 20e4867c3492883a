// A vote on paper, in a round that is not voted in by ordering cards. Groups of four and pairs are drawn for each member,
// so those sheets carry a name each; whatever the way, typing in begins with whose sheet it is.
import type { Request, Response } from 'express';
import type { Way } from '../../../analysis/panel/ways/vote.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { type Member, membersOf, type TypedFields } from '../../db/panels.ts';
import { enterPaperBallot } from '../../operations/enter-paper-ballot.ts';
import { offersFor } from '../../operations/open-round.ts';
import type { Message } from '../../texts.ts';
import { whoOf } from '../panel/invitation.ts';
import { fieldsOf } from '../panel/open-round.ts';
import { readVoteForm, type VoteProblem } from '../panel/vote-form.ts';
import { emptyForm, type VotedRound } from '../panel/vote-pages.ts';
import { type VoteListView, voteLists } from '../panel/vote-view.ts';
import { fieldOf } from './access.ts';
import {
  draftOf,
  draftStands,
  type OpenMember,
  type PaperDraft,
  type PaperMember,
  paperMembers,
  withoutBallot,
} from './live-paper-draft.ts';
import type { FormMistake } from './round-form.ts';
import { showStation, type Workspace } from './workspace.ts';

export interface VoteSheetsPage {
  readonly project: string;
  readonly round: number;
  readonly way: Way;
  readonly named: boolean;
  readonly back: string;
  readonly sheets: readonly VoteSheet[];
}
interface VoteSheet {
  /** Whose sheet it is; empty where every member gets the same. */
  readonly who: string;
  readonly lists: readonly VoteListView[];
}
export interface PaperVotePage {
  readonly csrf: string;
  readonly title: string;
  readonly back: string;
  readonly print: string;
  readonly address: string;
  readonly mistakes: readonly FormMistake[];
  /** Members who have not handed in. */
  readonly members: readonly PaperMember[];
  readonly draft: PaperDraft | null;
  /** Whose sheet is typed in, and what was drawn for that member; null before that is chosen. */
  readonly sheet: (VoteSheet & { readonly member: string }) | null;
  /** Kept just now, for this member. */
  readonly kept: string | null;
}

/** Ways in which every member is asked something else. */
const drawnWays: readonly Way[] = ['sets', 'pairs'];

/** The sheets to print: one for everybody, or one for each member who has not handed in. */
export async function showVoteSheets(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  round: VotedRound,
  open: readonly OpenMember[],
): Promise<void> {
  const { project, language } = workspace;
  const drawn = drawnWays.includes(round.way);
  const sheetOf = async (member: Member): Promise<VoteSheet> => ({
    who: drawn ? whoOf(member) : '',
    lists: await listsFor(ctx, workspace, round, member.code, {}, []),
  });
  const page: VoteSheetsPage = {
    project: inLanguage(project.title, language),
    round: round.round,
    way: round.way,
    named: round.mode === 'named',
    back: paperAddress(workspace, round),
    sheets: await Promise.all((drawn ? open : open.slice(0, 1)).map(sheetOf)),
  };
  ctx.render(response, 'team/vote-paper', page, {
    title: workspace.say({ key: `votes.title.${round.way}` }),
    layout: 'room',
    styles: ['sheet.css'],
    scripts: ['print-button.js'],
    demonstration: project.demonstration,
  });
}

/** Whose sheet it is, and then its form. */
export async function showVoteEntry(
  ctx: Context,
  request: Request,
  response: Response,
  workspace: Workspace,
  round: VotedRound,
  open: readonly OpenMember[],
  wrong: { readonly typed: TypedFields; readonly problems: readonly (VoteProblem | Message)[] } | null = null,
): Promise<void> {
  const asked = wrong ? fieldsOf(request).member : request.query.member;
  const member = open.find(({ code }) => code === asked);
  const kept = await keptMember(ctx, request, workspace);
  const problems = wrong?.problems ?? [];
  const mistakes = problems.map((problem) => ({ field: 'vote', ...problem }));
  const address = paperAddress(workspace, round);
  const title = workspace.say({ key: 'live.paper.title', values: { round: round.round } });
  const page: PaperVotePage = {
    csrf: response.locals.csrf ?? '',
    title,
    back: `/team/${workspace.project.code}/panel?round=${round.round}`,
    print: `${address}/print`,
    address,
    mistakes,
    members: paperMembers(open, member?.code),
    draft: draftOf(workspace, request, member),
    sheet: member
      ? {
          member: member.code,
          who: whoOf(member),
          lists: await listsFor(ctx, workspace, round, member.code, wrong?.typed ?? {}, problems),
        }
      : null,
    kept: kept && !member ? whoOf(kept) : null,
  };
  await showStation(ctx, response, workspace, 'team/paper-vote', page, {
    station: 'panel',
    title,
    status: wrong ? 422 : 200,
    styles: ['project.css', 'rounds.css', 'live.css', 'vote.css'],
  });
}

/** Keeps what was typed in; with a mistake the form comes back with everything that was typed. */
export async function keepVote(
  ctx: Context,
  request: Request,
  response: Response,
  workspace: Workspace,
  round: VotedRound,
  open: readonly OpenMember[],
): Promise<void> {
  const fields = fieldsOf(request);
  const member = open.find(({ code }) => code === fields.member);
  if (!member) {
    const problems = [{ key: 'live.paper.memberMissing', field: 'member', values: {} }];
    return showVoteEntry(ctx, request, response, workspace, round, open, { typed: {}, problems });
  }
  const { code } = workspace.project;
  const { typed, ballot, problems, empty } = readVoteForm(
    fields,
    await offersFor(ctx, code, round, member.code),
  );
  if (!ballot) {
    const wrong = { typed, problems: empty ? [{ key: 'live-votes.empty' }] : problems };
    return showVoteEntry(ctx, request, response, workspace, round, open, wrong);
  }
  const account = response.locals.account?.id ?? '';
  const over = fieldOf(request, 'over');
  const paper = { round: round.round, member: member.code, ballot, typed, over };
  if (!(await enterPaperBallot(ctx, code, account, paper))) {
    const again = await withoutBallot(ctx, workspace, round);
    return showVoteEntry(ctx, request, response, workspace, round, again, { typed, problems: [draftStands] });
  }
  redirectToKept(response, workspace, round, member);
}

/** On to the next sheet, with word of the one that was kept. */
export function redirectToKept(
  response: Response,
  workspace: Workspace,
  round: { readonly round: number },
  member: Member,
): void {
  const kept = new URLSearchParams({ kept: member.code });
  response.redirect(303, `${paperAddress(workspace, round)}?${kept.toString()}`);
}

function paperAddress({ project }: Workspace, { round }: { readonly round: number }): string {
  return `/team/${project.code}/panel/rounds/${round}/paper`;
}

async function keptMember(ctx: Context, request: Request, { project }: Workspace): Promise<Member | null> {
  const { kept } = request.query;
  if (typeof kept !== 'string') return null;
  return (await membersOf(ctx.db.kysely, project.code)).find(({ code }) => code === kept) ?? null;
}

/** The lists as they were drawn for a member, with what was typed on them. */
async function listsFor(
  ctx: Context,
  workspace: Workspace,
  round: VotedRound,
  member: string,
  typed: TypedFields,
  problems: readonly (VoteProblem | Message)[],
): Promise<readonly VoteListView[]> {
  const { project, language } = workspace;
  const title = (code: string) => {
    const need = project.catalogue.needs.find((each) => each.code === code);
    return need ? inLanguage(need.label, language) : code;
  };
  return voteLists(await offersFor(ctx, project.code, round, member), {
    ...emptyForm({ say: workspace.say, title }),
    typed,
    problems: problems.flatMap((problem) => ('field' in problem ? [problem] : [])),
  });
}
