// The cards and the ballot on paper: for a member without a device, or for the table. It has nobody's order on it.
import type { Router } from 'express';
import type { Context } from '../../context.ts';
import { recordsOf } from '../../db/records.ts';
import { analyseProject } from '../../operations/analyse-project.ts';
import { cardsFrom } from './ballot-page.ts';
import { cardListView } from './card-views.ts';
import { commentView, nothingSaid } from './comments.ts';
import { headOf } from './invitation.ts';
import { needEvidence } from './need-evidence.ts';
import { openRound } from './open-round.ts';
import type { CardListView, PanelHead } from './pages.ts';
import { panelOptions } from './panel-options.ts';
import { isVoted } from './vote.ts';

export interface PrintPage extends PanelHead {
  readonly closesOn: string;
  readonly count: number;
  readonly list: CardListView;
}

export function printRoutes(ctx: Context, router: Router): void {
  router.get('/:token/print', async (request, response, next) => {
    const { invitation, open } = await openRound(ctx, request);
    if (isVoted(open)) return next();
    const { project } = invitation;
    const [analysis, records] = await Promise.all([
      analyseProject(ctx, project.code, { reader: 'panel' }),
      recordsOf(ctx.db.kysely, project.code),
    ]);
    // The chance order of this member, so that on paper too no need profits from its place.
    const cards = cardsFrom(invitation, open, null);
    const evidence = needEvidence(analysis, records, project.catalogue);
    ctx.render(
      response,
      'panel/print',
      {
        ...headOf(invitation, open.round, null),
        closesOn: open.closesOn,
        count: open.lists.top?.length ?? 0,
        list: cardListView(cards, evidence, null, (need) => commentView(need, new Map(), nothingSaid)),
      },
      {
        ...panelOptions(ctx, response, invitation, { key: 'ballot.print.title' }),
        styles: ['panel-print.css'],
        scripts: ['print-button.js'],
      },
    );
  });
}
