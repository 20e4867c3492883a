// The sounding board in the workspace: each round's result or progress, and closing a round.
import type { Router } from 'express';
import type { Context } from '../../context.ts';
import { ballotsOf, fewestBallots, membersOf, type Round, roundsOf } from '../../db/panels.ts';
import { unknownPage } from '../../errors.ts';
import { closeRound } from '../../operations/close-round.ts';
import { closedRoundPage, noRoundPage, openRoundPage, type PanelPage, roundTabs } from './panel-view.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

export interface CloseRoundPage {
  readonly csrf: string;
  readonly round: number;
  readonly ballots: number;
  readonly members: number;
  /** The page to go back to. */
  readonly back: string;
  /** Closing now would show no order. */
  readonly tooFew: boolean;
}

export function panelResultRoutes(ctx: Context, router: Router): void {
  router.get('/:project/panel', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const rounds = await roundsOf(ctx.db.kysely, workspace.project.code);
    const page = await pageOf(ctx, workspace, rounds, roundAsked(rounds, request.query.round));
    await showStation(ctx, response, workspace, 'team/panel', page, {
      station: 'panel',
      title: page.finding,
      charts: true,
      styles: ['panel-result.css', 'counting.css', 'rounds.css', 'voted.css'],
    });
  });

  router.get('/:project/panel/rounds/:round/close', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const round = await openRoundOf(ctx, workspace, request.params.round);
    const [members, submitted] = await Promise.all([
      membersOf(ctx.db.kysely, workspace.project.code),
      whoSubmitted(ctx, workspace, round),
    ]);
    const page = {
      csrf: response.locals.csrf ?? '',
      round: round.round,
      ballots: submitted.size,
      members: members.length,
      back: `/team/${workspace.project.code}/panel?round=${round.round}`,
      tooFew: submitted.size < fewestBallots,
    };
    await showStation(ctx, response, workspace, 'team/close-round', page, {
      station: 'panel',
      title: workspace.say({ key: 'panel.result.closeTitle', values: { round: round.round } }),
      styles: ['panel-result.css'],
    });
  });

  router.post('/:project/panel/rounds/:round/close', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { project } = workspace;
    const { round } = await openRoundOf(ctx, workspace, request.params.round);
    await closeRound(ctx, project.code, round, response.locals.account?.id ?? null);
    response.redirect(303, `/team/${project.code}/panel?round=${round}`);
  });
}

async function pageOf(
  ctx: Context,
  workspace: Workspace,
  rounds: readonly Round[],
  round: Round | null,
): Promise<PanelPage> {
  const { project, analysis } = workspace;
  if (!round) return noRoundPage(project.code, workspace);
  const tabs = roundTabs(project.code, rounds, round.round, workspace);
  if (round.state === 'open') {
    const members = await membersOf(ctx.db.kysely, project.code);
    const submitted = await whoSubmitted(ctx, workspace, round);
    return openRoundPage(project.code, round, members, submitted, tabs, workspace);
  }
  const asked = { project: project.code, round };
  const [result, checks] = await Promise.all([
    ctx.analysis.ask('roundResult', asked),
    ctx.analysis.ask('roundChecks', asked),
  ]);
  const closed = { project: project.code, round, rounds, result, checks, needs: analysis.needs };
  return closedRoundPage(closed, tabs, workspace);
}

/** The round in the address; without it the newest closed one, whose result is what matters, else the newest. */
function roundAsked(rounds: readonly Round[], asked: unknown): Round | null {
  if (typeof asked !== 'string') {
    return rounds.filter(({ state }) => state === 'closed').at(-1) ?? rounds.at(-1) ?? null;
  }
  const found = rounds.find(({ round }) => String(round) === asked);
  if (!found) throw unknownPage();
  return found;
}

/** @throws ExpectedFailure when the project has no open round of that number. */
async function openRoundOf(ctx: Context, { project }: Workspace, asked: string): Promise<Round> {
  const rounds = await roundsOf(ctx.db.kysely, project.code);
  const round = rounds.find((each) => each.state === 'open' && String(each.round) === asked);
  if (!round) throw unknownPage();
  return round;
}

/** Codes of the members who handed in. */
async function whoSubmitted(
  ctx: Context,
  { project }: Workspace,
  round: Round,
): Promise<ReadonlySet<string>> {
  const ballots = await ballotsOf(ctx.db.kysely, project.code, round.round);
  return new Set(ballots.filter(({ submitted }) => submitted).map(({ member }) => member));
}
