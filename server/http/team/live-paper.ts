// The ballot on paper, for members without a device: printed from the round's own lists, and typed in by the facilitator
// as the same ballot a screen stores. The log says that it came from paper. Votes that are no orders: `live-paper-vote.ts`.
import type { Request, Response, Router } from 'express';
import { listName, listsOf } from '../../../analysis/panel/panel-result.ts';
import { type PaperPlace, tiersOfPlaces } from '../../../analysis/panel/paper-ballot.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { type Member, membersOf, type Round, roundsOf } from '../../db/panels.ts';
import { unknownPage } from '../../errors.ts';
import { enterPaperBallot } from '../../operations/enter-paper-ballot.ts';
import { whoOf } from '../panel/invitation.ts';
import { isVoted } from '../panel/vote.ts';
import { fieldOf } from './access.ts';
import {
  draftOf,
  draftStands,
  type PaperDraft,
  type PaperMember,
  paperMembers,
  withoutBallot,
} from './live-paper-draft.ts';
import { keepVote, redirectToKept, showVoteEntry, showVoteSheets } from './live-paper-vote.ts';
import type { FormMistake } from './round-form.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

export interface BallotPaperPage {
  readonly project: string;
  readonly round: number;
  readonly closesOn: string;
  readonly named: boolean;
  readonly back: string;
  readonly lists: readonly PaperList[];
}
export interface PaperBallotPage {
  readonly csrf: string;
  readonly title: string;
  readonly back: string;
  readonly print: string;
  readonly mistakes: readonly FormMistake[];
  /** Members who have not handed in. */
  readonly members: readonly PaperMember[];
  readonly draft: PaperDraft | null;
  readonly lists: readonly PaperList[];
  /** Kept just now, for this member. */
  readonly kept: string | null;
}
interface PaperList {
  /** Empty at the top level. */
  readonly title: string;
  readonly count: number;
  readonly needs: readonly {
    readonly code: string;
    readonly label: string;
    readonly place: string;
    readonly noOpinion: boolean;
  }[];
}

export function livePaperRoutes(ctx: Context, router: Router): void {
  router.get('/:project/panel/rounds/:round/paper/print', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const round = await roundAsked(ctx, workspace, request.params.round);
    if (isVoted(round)) {
      return showVoteSheets(ctx, response, workspace, round, await withoutBallot(ctx, workspace, round));
    }
    showPaper(ctx, response, workspace, round);
  });

  router.get('/:project/panel/rounds/:round/paper', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const round = await roundAsked(ctx, workspace, request.params.round);
    if (isVoted(round)) {
      const open = await withoutBallot(ctx, workspace, round);
      return showVoteEntry(ctx, request, response, workspace, round, open);
    }
    await showEntry(ctx, request, response, workspace, round, []);
  });

  router.post('/:project/panel/rounds/:round/paper', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const round = await roundAsked(ctx, workspace, request.params.round);
    const open = await withoutBallot(ctx, workspace, round);
    if (isVoted(round)) return keepVote(ctx, request, response, workspace, round, open);
    const member = open.find(({ code }) => code === fieldOf(request, 'member'));
    const mistakes = mistakesOf(request, round, member ?? null);
    if (!member || mistakes.length > 0) {
      return showEntry(ctx, request, response, workspace, round, mistakes);
    }
    const lists = listsOf(round).map((list) => [
      listName(list),
      tiersOfPlaces(list.needs, (need) => placeOf(request, need)),
    ]);
    const kept = await enterPaperBallot(ctx, workspace.project.code, response.locals.account?.id ?? '', {
      round: round.round,
      member: member.code,
      ballot: { lists: Object.fromEntries(lists) },
      over: fieldOf(request, 'over'),
    });
    if (!kept) return showEntry(ctx, request, response, workspace, round, [draftStands]);
    redirectToKept(response, workspace, round, member);
  });
}

/** @throws ExpectedFailure when the project has no open round of that number. */
async function roundAsked(ctx: Context, { project }: Workspace, asked: string): Promise<Round> {
  const rounds = await roundsOf(ctx.db.kysely, project.code);
  const round = rounds.find(({ state, round }) => state === 'open' && String(round) === asked);
  if (!round) throw unknownPage();
  return round;
}

/** What is typed beside a need; what is no place is null. */
function placeOf(request: Request, need: string): PaperPlace {
  if (fieldOf(request, `none.${need}`) === '1') return 'noOpinion';
  const typed = fieldOf(request, `place.${need}`).trim();
  return /^\d{1,3}$/.test(typed) ? Number(typed) : null;
}

function mistakesOf(request: Request, round: Round, member: Member | null): readonly FormMistake[] {
  const mistakes: FormMistake[] = [];
  if (!member) mistakes.push({ field: 'member', key: 'live.paper.memberMissing', values: {} });
  for (const { needs } of listsOf(round)) {
    for (const need of needs) {
      const typed = fieldOf(request, `place.${need}`).trim();
      const place = /^\d{1,3}$/.test(typed) ? Number(typed) : null;
      if (typed === '') continue;
      const field = `place.${need}`;
      if (fieldOf(request, `none.${need}`) === '1')
        mistakes.push({ field, key: 'live.paper.both', values: {} });
      else if (place === null || place < 1 || place > needs.length) {
        mistakes.push({ field, key: 'live.paper.placeWrong', values: { most: needs.length } });
      }
    }
  }
  const needs = listsOf(round).flatMap((list) => list.needs);
  if (needs.every((need) => placeOf(request, need) === null) && mistakes.length === 0) {
    mistakes.push({ field: `place.${needs[0] ?? ''}`, key: 'live.paper.empty', values: {} });
  }
  return mistakes;
}

function listsFor(
  { project, language }: Workspace,
  round: Round,
  request: Request | null,
): readonly PaperList[] {
  const label = (code: string) => {
    const need = project.catalogue.needs.find((each) => each.code === code);
    return need ? inLanguage(need.label, language) : code;
  };
  return listsOf(round).map(({ parent, needs }) => ({
    title: parent === null ? '' : label(parent),
    count: needs.length,
    needs: needs.map((code) => ({
      code,
      label: label(code),
      place: request ? fieldOf(request, `place.${code}`) : '',
      noOpinion: request ? fieldOf(request, `none.${code}`) === '1' : false,
    })),
  }));
}

function showPaper(ctx: Context, response: Response, workspace: Workspace, round: Round): void {
  const { project, language } = workspace;
  const page: BallotPaperPage = {
    project: inLanguage(project.title, language),
    round: round.round,
    closesOn: round.closesOn,
    named: round.mode === 'named',
    back: `/team/${project.code}/panel/rounds/${round.round}/paper`,
    lists: listsFor(workspace, round, null),
  };
  ctx.render(response, 'team/ballot-paper', page, {
    title: workspace.say({ key: 'live.paper.printTitle' }),
    layout: 'room',
    styles: ['sheet.css'],
    scripts: ['print-button.js'],
    demonstration: project.demonstration,
  });
}

async function showEntry(
  ctx: Context,
  request: Request,
  response: Response,
  workspace: Workspace,
  round: Round,
  mistakes: readonly FormMistake[],
): Promise<void> {
  const { code } = workspace.project;
  const [open, members] = await Promise.all([
    withoutBallot(ctx, workspace, round),
    membersOf(ctx.db.kysely, code),
  ]);
  const chosen = fieldOf(request, 'member');
  const kept = members.find((member) => member.code === request.query.kept);
  const title = workspace.say({ key: 'live.paper.title', values: { round: round.round } });
  const base = `/team/${code}/panel`;
  const page: PaperBallotPage = {
    csrf: response.locals.csrf ?? '',
    title,
    back: `${base}?round=${round.round}`,
    print: `${base}/rounds/${round.round}/paper/print`,
    mistakes,
    members: paperMembers(open, chosen),
    draft: draftOf(
      workspace,
      request,
      open.find((member) => member.code === chosen),
    ),
    lists: listsFor(workspace, round, mistakes.length > 0 ? request : null),
    kept: kept && mistakes.length === 0 ? whoOf(kept) : null,
  };
  await showStation(ctx, response, workspace, 'team/paper-ballot', page, {
    station: 'panel',
    title,
    status: mistakes.length > 0 ? 422 : 200,
    styles: ['project.css', 'rounds.css', 'live.css'],
  });
}
