// The plan of a project: who asked for it; the team writes it here.
import type { Router } from 'express';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import { partyForm } from '../../../surveys/records/plan.ts';
import type { Context } from '../../context.ts';
import { recordsOf } from '../../db/records.ts';
import { recordRoutes } from './record-routes.ts';
import { openWorkspace, showStation } from './workspace.ts';

/** A record in a list: where it is changed and moved. */
interface PlanLine {
  readonly code: string;
  readonly title: string;
  readonly facts: string;
  readonly edit: string;
  readonly move: string;
  readonly first: boolean;
  readonly last: boolean;
}
export interface PlanPage {
  readonly csrf: string;
  readonly title: string;
  readonly parties: readonly PlanLine[];
  readonly newParty: string;
  readonly materials: string;
}

export function planRoutes(ctx: Context, router: Router): void {
  recordRoutes(ctx, router, { form: partyForm, path: 'plan/parties', home: 'plan', station: null });

  router.get('/:project/plan', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { say, language, project } = workspace;
    const { party } = await recordsOf(ctx.db.kysely, project.code);
    const root = `/team/${project.code}/plan`;
    const words = (text: Text | undefined) => (text ? inLanguage(text, language) : '');
    const page: PlanPage = {
      csrf: response.locals.csrf ?? '',
      title: say({ key: 'plan.title' }),
      newParty: `${root}/parties/new`,
      materials: `/team/${project.code}/materials`,
      parties: party.map(({ code, name, role, sector }, place) => ({
        code,
        title: words(name),
        facts: [words(role), words(sector)].filter(Boolean).join(' · '),
        edit: `${root}/parties/${code}`,
        move: `${root}/parties/${code}/move`,
        first: place === 0,
        last: place === party.length - 1,
      })),
    };
    await showStation(ctx, response, workspace, 'team/plan', page, {
      station: null,
      title: page.title,
      styles: ['plan.css'],
    });
  });
}
