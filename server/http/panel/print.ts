// The ballot and the cards on paper: for a member without a device, or for the table. It has nobody's answers on it.
import type { Response, Router } from 'express';
import type { RoundWay } from '../../../analysis/panel/ways/vote.ts';
import type { Context } from '../../context.ts';
import type { Round } from '../../db/panels.ts';
import { recordsOf } from '../../db/records.ts';
import { analyseProject } from '../../operations/analyse-project.ts';
import { offersFor } from '../../operations/open-round.ts';
import { cardsFrom } from './ballot-page.ts';
import { headOf, type Invitation, whoOf } from './invitation.ts';
import { type NeedEvidence, needEvidence } from './need-evidence.ts';
import { openRound } from './open-round.ts';
import type { PanelHead } from './pages.ts';
import { panelOptions } from './panel-options.ts';
import { isVoted } from './vote.ts';
import { emptyForm, voteWords } from './vote-pages.ts';
import { type VoteListView, voteLists } from './vote-view.ts';

export interface PrintPage extends PanelHead {
  readonly closesOn: string;
  readonly way: RoundWay;
  readonly named: boolean;
  /** Whose sheet it is: another member's has another order, or asks something else. */
  readonly who: string;
  readonly sheet: Sheet;
  readonly cards: readonly NeedEvidence[];
}
/** What is asked on it: lists to order, or votes. */
interface Sheet {
  readonly orders: readonly {
    /** The need this list is within; empty at the top level. */
    readonly title: string;
    readonly count: number;
    readonly needs: readonly { readonly label: string }[];
  }[];
  readonly lists: readonly VoteListView[];
}

export function printRoutes(ctx: Context, router: Router): void {
  router.get('/:token/print', async (request, response) => {
    const { invitation, open } = await openRound(ctx, request);
    const { project, member } = invitation;
    const [analysis, records, { sheet, needs }] = await Promise.all([
      analyseProject(ctx, project.code, { reader: 'panel' }),
      recordsOf(ctx.db.kysely, project.code),
      sheetOf(ctx, response, invitation, open),
    ]);
    const evidence = needEvidence(analysis, records, project.catalogue);
    const page: PrintPage = {
      ...headOf(invitation, open.round, null),
      closesOn: open.closesOn,
      way: open.way,
      named: open.mode === 'named',
      who: whoOf(member),
      sheet,
      cards: needs.flatMap((need) => evidence.get(need) ?? []),
    };
    ctx.render(response, 'panel/print', page, {
      ...panelOptions(ctx, response, invitation, { key: 'ballot.print.title' }),
      styles: ['sheet.css', 'panel-print.css'],
      scripts: ['print-button.js'],
    });
  });
}

/** The sheet of this member, and all needs on it, each before those within it. */
async function sheetOf(
  ctx: Context,
  response: Response,
  invitation: Invitation,
  open: Round,
): Promise<{ readonly sheet: Sheet; readonly needs: readonly string[] }> {
  const words = voteWords(ctx, response, invitation);
  if (isVoted(open)) {
    const offers = await offersFor(ctx, invitation.project.code, open, invitation.member.code);
    const needs = new Map(Object.entries(offers).map(([name, offer]) => [name, offer.needs]));
    return { sheet: { orders: [], lists: voteLists(offers, emptyForm(words)) }, needs: withinEach(needs) };
  }
  // The chance order of this member, so that on paper too no need profits from its place.
  const cards = [...cardsFrom(invitation, open, null)];
  const needs = new Map(cards.map(([name, list]) => [name, list.map(({ need }) => need)]));
  const orders = [...needs].map(([name, list]) => ({
    title: name === 'top' ? '' : words.title(name),
    count: list.length,
    needs: list.map((need) => ({ label: words.title(need) })),
  }));
  return { sheet: { orders, lists: [] }, needs: withinEach(needs) };
}

function withinEach(lists: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return (lists.get('top') ?? []).flatMap((need) => [need, ...(lists.get(need) ?? [])]);
}
