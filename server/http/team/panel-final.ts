// The decision: the panel's final list, moving a need by hand with a reason, and freezing it for good.
import type { Response, Router } from 'express';
import { methodsOfCount } from '../../../analysis/methods.ts';
import { hasPlace } from '../../../analysis/panel/round-tree.ts';
import { exploresOnly } from '../../../analysis/panel/ways/vote.ts';
import { placeNeeds } from '../../../analysis/report/order.ts';
import type { PanelPlace } from '../../../analysis/results/panel.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../computed.ts';
import type { Context } from '../../context.ts';
import { formatDate } from '../../format-values.ts';
import { decideRound, moveByHand, newestToDecide } from '../../operations/decide-round.ts';
import { type ClosedRoundData, closedRoundOf, labelIn } from '../panel/closed-round.ts';
import { shiftOf } from '../panel/round-page.ts';
import { fieldOf } from './access.ts';
import type { FormMistake } from './round-form.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

export interface PanelFinalPage {
  readonly csrf: string;
  readonly title: string;
  readonly lead: string;
  readonly address: string;
  readonly back: string;
  /** Empty with too few ballots. */
  readonly rows: readonly FinalRow[];
  /** The reason of the decision once it is frozen, else null. */
  readonly rationale: string | null;
  /** Moving and freezing are possible: the newest closed round, none open, nothing frozen. */
  readonly movable: boolean;
  /** Why it cannot be frozen; empty when it can. */
  readonly hindrance: string;
  readonly choices: readonly { readonly code: string; readonly label: string; readonly selected: boolean }[];
  readonly typed: { readonly to: string; readonly reason: string; readonly rationale: string };
  readonly mistakes: readonly FormMistake[];
  readonly computed: ComputedPanel;
}
interface FinalRow {
  readonly code: string;
  /** As written in the whole list: `3`, or `3a` for a child of the need in place 3. */
  readonly place: string;
  readonly nested: boolean;
  readonly label: string;
  /** From the place by the ballots to the final place; empty where they are the same. */
  readonly moved: string;
  readonly reason: string;
  readonly flag: string;
}

interface Typed {
  readonly need: string;
  readonly to: string;
  readonly reason: string;
  readonly rationale: string;
}
const nothing: Typed = { need: '', to: '', reason: '', rationale: '' };
const mostWords = 1000;

export function panelFinalRoutes(ctx: Context, router: Router): void {
  router.get('/:project/panel/rounds/:round/final', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const data = await closedRoundOf(ctx, workspace.project.code, request.params.round);
    await show(ctx, response, workspace, data, nothing, []);
  });

  router.post('/:project/panel/rounds/:round/move', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const data = await closedRoundOf(ctx, workspace.project.code, request.params.round);
    const field = (name: string) => fieldOf(request, name).trim();
    const typed = { ...nothing, need: field('need'), to: field('to'), reason: field('reason') };
    const list = data.result.lists.find(({ order }) => order.some(({ need }) => need === typed.need));
    const to = /^\d{1,4}$/.test(typed.to) ? Number(typed.to) : 0;
    const mistakes: FormMistake[] = [];
    if (!list) mistakes.push(mistake('need', 'needMissing'));
    else if (to < 1 || to > list.order.length) {
      mistakes.push(mistake('to', 'placeWrong', { most: list.order.length }));
    }
    mistakes.push(...judgeWords('reason', typed.reason));
    if (exploresOnly(data.round.way)) mistakes.push({ field: 'reason', key: 'votes.explored' });
    if (!list || mistakes.length > 0) return show(ctx, response, workspace, data, typed, mistakes);
    const from = list.order.find(({ need }) => need === typed.need)?.rank ?? 0;
    const move = { need: typed.need, from, to, reason: typed.reason };
    await moveByHand(ctx, workspace.project.code, data.round.round, accountOf(response), move);
    response.redirect(303, addressOf(workspace, data));
  });

  router.post('/:project/panel/rounds/:round/freeze', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const data = await closedRoundOf(ctx, workspace.project.code, request.params.round);
    const typed = { ...nothing, rationale: fieldOf(request, 'rationale').trim() };
    const mistakes = [...judgeWords('rationale', typed.rationale)];
    if (exploresOnly(data.round.way)) mistakes.push({ field: 'rationale', key: 'votes.explored' });
    if (data.result.ballots < data.round.quorum) {
      mistakes.push({
        field: 'rationale',
        key: 'rounds.quorum.missed',
        values: { quorum: data.round.quorum },
      });
    }
    if (mistakes.length > 0) return show(ctx, response, workspace, data, typed, mistakes);
    await decideRound(ctx, workspace.project.code, data.round.round, accountOf(response), typed.rationale);
    response.redirect(303, addressOf(workspace, data));
  });
}

const accountOf = (response: Response) => response.locals.account?.id ?? '';
const addressOf = ({ project }: Workspace, { round }: ClosedRoundData) =>
  `/team/${project.code}/panel/rounds/${round.round}/final`;

function mistake(field: string, key: string, values = {}): FormMistake {
  return { field, key: `rounds.final.${key}`, values };
}

function judgeWords(field: 'reason' | 'rationale', words: string): readonly FormMistake[] {
  if (words === '') return [mistake(field, `${field}Missing`)];
  return words.length > mostWords ? [mistake(field, 'tooLong', { most: mostWords })] : [];
}

async function show(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  data: ClosedRoundData,
  typed: Typed,
  mistakes: readonly FormMistake[],
): Promise<void> {
  const { round, rounds, result } = data;
  const say = (key: string, values = {}) => workspace.say({ key: `rounds.final.${key}`, values });
  const frozen = round.frozenOn !== null;
  const date = frozen ? formatDate(workspace.language, round.frozenOn ?? '') : '';
  const title = say(frozen ? 'titleFrozen' : 'title', { round: round.round, date });
  const newest = newestToDecide(rounds)?.round === round.round;
  const explores = exploresOnly(round.way);
  const movable = newest && !frozen && !explores && result.lists.length > 0;
  const page: PanelFinalPage = {
    csrf: response.locals.csrf ?? '',
    title,
    lead: leadOf(data, say),
    address: `/team/${workspace.project.code}/panel/rounds/${round.round}`,
    back: `/team/${workspace.project.code}/panel?round=${round.round}`,
    rows: finalRows(workspace, data),
    rationale: round.rationale,
    movable,
    hindrance:
      movable && result.ballots < round.quorum
        ? workspace.say({ key: 'rounds.quorum.missed', values: { quorum: round.quorum } })
        : explores
          ? workspace.say({ key: 'votes.explored' })
          : frozen || newest
            ? ''
            : say('notNewest'),
    choices: result.lists.flatMap(({ order }) =>
      order.map(({ need }) => ({
        code: need,
        label: labelIn(workspace.analysis.needs, need, workspace.language),
        selected: need === typed.need,
      })),
    ),
    typed,
    mistakes,
    computed: computedPanel(
      title,
      { methods: [...methodsOfCount(result.lists), 'finalOrder', 'needScore'], weights: 'members' },
      noBase,
      workspace,
    ),
  };
  await showStation(ctx, response, workspace, 'team/panel-final', page, {
    station: 'panel',
    title,
    status: mistakes.length > 0 ? 422 : 200,
    styles: ['project.css', 'panel-result.css', 'rounds.css'],
  });
}

/** How far the decision is: fixed, replaced since, still to be made, or with too few ballots for any. */
function leadOf(
  { round, rounds, result }: ClosedRoundData,
  say: (key: string, values?: object) => string,
): string {
  const newer = rounds.filter((each) => each.round > round.round && each.frozenOn !== null).at(-1);
  if (round.frozenOn !== null) {
    return newer ? say('leadReplaced', { round: newer.round }) : say('leadFrozen');
  }
  if (result.lists.length === 0) return say('leadTooFew');
  const standing = rounds.filter(({ frozenOn }) => frozenOn !== null).at(-1);
  return standing ? say('leadAgain', { round: standing.round }) : say('lead');
}

/** All needs of the project as one list, children under their parent, with what was moved and what is flagged (docs/rules.md, Panel). */
function finalRows(workspace: Workspace, { result }: ClosedRoundData): readonly FinalRow[] {
  const say = (key: string, values = {}) => workspace.say({ key: `rounds.final.${key}`, values });
  const { needs } = workspace.analysis;
  if (result.lists.length === 0) return [];
  return placeNeeds(needs, result).map(({ need, parent, mark, panel }) => {
    const nested = parent !== null;
    const shift = panel && shiftOf(panel, nested);
    return {
      code: need.code,
      place: mark ?? '–',
      nested,
      label: labelIn(needs, need.code, workspace.language),
      moved: shift ? workspace.say(shift) : '',
      reason: panel?.moved?.reason ?? '',
      flag: flagWords(panel, mark, say),
    };
  });
}

/** A flag as the group saw it: with the evidence of the day of closing. */
function flagWords(
  place: PanelPlace | null,
  mark: string | null,
  say: (key: string, values?: Readonly<Record<string, number>>) => string,
): string {
  if (place === null) return mark === null ? say('notInRound') : '';
  if (!hasPlace(place)) return say('fewOpinions');
  if (place.flag === null) return '';
  return say(`flag.${place.flag}`, { evidence: place.evidencePlace ?? 0 });
}
