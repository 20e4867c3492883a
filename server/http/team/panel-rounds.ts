// Opening a round of the sounding board from the workspace: which needs, how it is held, until when.
import type { Response, Router } from 'express';
import { exploresOnly, roundWays } from '../../../analysis/panel/ways/vote.ts';
import { dayOf } from '../../../surveys/day.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { fewestBallots, membersOf, type Round, roundsOf } from '../../db/panels.ts';
import { formatDate } from '../../format-values.ts';
import { openRound, refuseRound } from '../../operations/open-round.ts';
import { fieldOf } from './access.ts';
import {
  type FormMistake,
  judgeRoundForm,
  type RoundTyped,
  readRoundForm,
  suggestedRound,
} from './round-form.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

export interface OpenRoundPage {
  readonly csrf: string;
  readonly title: string;
  readonly mistakes: readonly FormMistake[];
  readonly closesOn: string;
  readonly quorum: string;
  readonly fewest: number;
  readonly members: number;
  /** The decision that stands meanwhile; empty before any. */
  readonly decided: string;
  readonly modes: readonly { readonly mode: string; readonly checked: boolean }[];
  readonly ways: readonly WayChoice[];
  readonly needs: readonly NeedChoice[];
  readonly back: string;
}
interface WayChoice {
  readonly way: string;
  readonly checked: boolean;
  /** Its result is no order to decide on. */
  readonly explores: boolean;
}
interface NeedChoice {
  readonly code: string;
  readonly label: string;
  readonly checked: boolean;
  /** Stands under its parent. */
  readonly nested: boolean;
}

export function panelRoundRoutes(ctx: Context, router: Router): void {
  router.get('/:project/panel/open', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code, catalogue } = workspace.project;
    refuseRound(await roundsOf(ctx.db.kysely, code));
    const members = await membersOf(ctx.db.kysely, code);
    const typed = suggestedRound(catalogue.needs, members.length, ctx.now());
    await showForm(ctx, response, workspace, typed, members.length, []);
  });

  router.post('/:project/panel/open', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code, catalogue } = workspace.project;
    refuseRound(await roundsOf(ctx.db.kysely, code));
    const members = await membersOf(ctx.db.kysely, code);
    const typed = readRoundForm((name) => fieldOf(request, name), catalogue.needs);
    const today = dayOf(ctx.now());
    const { settings, mistakes } = judgeRoundForm(typed, catalogue.needs, members.length, today);
    if (!settings) return showForm(ctx, response, workspace, typed, members.length, mistakes);
    const round = await openRound(ctx, code, response.locals.account?.id ?? '', settings);
    response.redirect(303, `/team/${code}/panel?round=${round}`);
  });
}

async function showForm(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  typed: RoundTyped,
  members: number,
  mistakes: readonly FormMistake[],
): Promise<void> {
  const { project, language } = workspace;
  const rounds = await roundsOf(ctx.db.kysely, project.code);
  const values = { round: (rounds.at(-1)?.round ?? 0) + 1 };
  const title = workspace.say({ key: 'rounds.open.title', values });
  const { needs } = project.catalogue;
  const top = needs.filter(({ parent }) => !needs.some(({ code }) => code === parent));
  const choice = (need: (typeof needs)[number], nested: boolean): NeedChoice => ({
    code: need.code,
    label: inLanguage(need.label, language),
    checked: typed.needs.has(need.code),
    nested,
  });
  const page: OpenRoundPage = {
    csrf: response.locals.csrf ?? '',
    title,
    mistakes,
    closesOn: typed.closesOn,
    quorum: typed.quorum,
    fewest: fewestBallots,
    members,
    decided: decidedWords(rounds, workspace),
    modes: ['confidential', 'named'].map((mode) => ({ mode, checked: typed.mode === mode })),
    ways: roundWays.map((way) => ({ way, checked: typed.way === way, explores: exploresOnly(way) })),
    needs: top.flatMap((need) => [
      choice(need, false),
      ...needs.filter(({ parent }) => parent === need.code).map((child) => choice(child, true)),
    ]),
    back: `/team/${project.code}/panel`,
  };
  await showStation(ctx, response, workspace, 'team/open-round', page, {
    station: 'panel',
    title,
    status: mistakes.length > 0 ? 422 : 200,
    styles: ['project.css', 'rounds.css'],
  });
}

/** That the decision there is stands until a new one is fixed. */
function decidedWords(rounds: readonly Round[], { language, say }: Workspace): string {
  const last = rounds.filter(({ frozenOn }) => frozenOn !== null).at(-1);
  if (!last?.frozenOn) return '';
  const values = { round: last.round, date: formatDate(language, last.frozenOn) };
  return say({ key: 'rounds.open.decided', values });
}
