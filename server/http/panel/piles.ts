// With many needs sorting into three piles comes before ordering: each pile becomes a tie, which the order page splits.
import type { Response, Router } from 'express';
import { cardsOfTiers } from '../../../analysis/panel/ballot-order.ts';
import type { FieldProblem, RawFields } from '../../../analysis/panel/ways/fields.ts';
import { ballotOfPiles, piles, pilesComeFirst, readPiles } from '../../../analysis/panel/ways/piles.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { ComputedPanel } from '../../computed.ts';
import type { Context } from '../../context.ts';
import type { Round } from '../../db/panels.ts';
import { recordsOf } from '../../db/records.ts';
import { analyseProject } from '../../operations/analyse-project.ts';
import { openCards, titlesOf } from './ballot-page.ts';
import { plainText } from './card-views.ts';
import { headOf, type Invitation, ownBallot } from './invitation.ts';
import { howEvidence, type NeedEvidence, needEvidence } from './need-evidence.ts';
import { keepingTyped } from './not-kept.ts';
import { fieldsOf, openRound, saveOrder, stateOf } from './open-round.ts';
import type { PanelHead } from './pages.ts';
import { panelOptions } from './panel-options.ts';
import { isVoted } from './vote.ts';
import type { VoteGroup } from './vote-view.ts';

export interface PilesPage extends PanelHead {
  readonly after: string;
  readonly count: number;
  readonly howEvidence: ComputedPanel;
  /** A choice of pile per need, with what its card shows. */
  readonly groups: readonly (VoteGroup & { readonly known: NeedEvidence | null })[];
  readonly problems: boolean;
}

/** Whether this member should sort into piles before ordering: many needs, and nothing of theirs yet. */
export async function sortsFirst(ctx: Context, invitation: Invitation, round: Round): Promise<boolean> {
  if (isVoted(round) || !pilesComeFirst(round.lists.top ?? [])) return false;
  return (await ownBallot(ctx, invitation, round.round)) === null;
}

export function pilesRoutes(ctx: Context, router: Router): void {
  router.get('/:token/piles', async (request, response, next) => {
    const { invitation, open } = await openRound(ctx, request);
    if (isVoted(open)) return next();
    await showPiles(ctx, response, invitation, open, {}, []);
  });

  const sorted = keepingTyped(ctx, async (request, response, next) => {
    const { invitation, open } = await openRound(ctx, request);
    if (isVoted(open)) return next();
    const typed: RawFields = request.body ?? {};
    const { cards } = await openCards(ctx, invitation, open);
    // Within a pile the cards keep the order this member has them in.
    const needs = (cards.get('top') ?? []).map(({ need }) => need);
    const { value, problems } = readPiles(typed, needs);
    if (problems.length > 0) return showPiles(ctx, response, invitation, open, typed, problems);
    const top = cardsOfTiers(ballotOfPiles(value, needs), needs);
    await saveOrder(ctx, invitation, open, new Map(cards).set('top', top), {
      after: fieldsOf(request).after,
    });
    response.redirect(303, `${invitation.address}?done=piles`);
  });
  router.post('/:token/piles', sorted);
}

async function showPiles(
  ctx: Context,
  response: Response,
  invitation: Invitation,
  round: Round,
  typed: RawFields,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { project } = invitation;
  const [{ cards, saved }, analysis, records] = await Promise.all([
    openCards(ctx, invitation, round),
    analyseProject(ctx, project.code, { reader: 'panel' }),
    recordsOf(ctx.db.kysely, project.code),
  ]);
  const evidence = needEvidence(analysis, records, project.catalogue);
  const { language } = response.locals;
  const say = (key: string, values = {}) => ctx.texts.say(language, key, values);
  const titles = titlesOf(invitation);
  const groups = (cards.get('top') ?? []).map(({ need }) => {
    const field = `pile.${need}`;
    const problem = problems.find((each) => each.field === field);
    return {
      field,
      legend: inLanguage(titles.get(need) ?? plainText(need), language),
      quiet: false,
      shape: 'row' as const,
      options: [...piles, 'noOpinion'].map((value) => ({
        id: `${field}.${value}`,
        value,
        label: say(`votes.piles.${value}`),
        checked: typed[field] === value,
        apart: value === 'noOpinion',
      })),
      problem: problem ? say(problem.key, problem.values) : '',
      known: evidence.get(need) ?? null,
    };
  });
  ctx.render(
    response,
    'panel/piles',
    {
      ...headOf(invitation, round.round, saved?.savedAt ?? null),
      after: typeof typed.after === 'string' ? typed.after : stateOf(saved),
      count: groups.length,
      groups,
      howEvidence: howEvidence(ctx, language),
      problems: problems.length > 0,
    },
    {
      ...panelOptions(ctx, response, invitation, { key: 'ballot.piles.title' }),
      status: problems.length > 0 ? 422 : 200,
      styles: ['computed.css', 'vote.css'],
    },
  );
}
