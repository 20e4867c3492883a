// Needs and their signs, highlights and filters edited in the workspace. A form carries the edition of the part it shows:
// what somebody else kept meanwhile is never overwritten unseen.
import type { Request, Router } from 'express';
import type { FormFields } from '../../../surveys/editing/form-fields.ts';
import type { Context } from '../../context.ts';
import { openDesk } from './needs-edit-desk.ts';
import { changePart, formOf, showForm } from './needs-edit-form.ts';
import { changeList, showList } from './needs-edit-list.ts';

/** Goes before the routes of single needs. */
export function needsEditRoutes(ctx: Context, router: Router): void {
  router.get('/:project/needs/edit', async (request, response) => {
    const desk = await openDesk(ctx, response, request.params.project);
    await showList(ctx, response, desk, { fields: wordsGiven(request.query) });
  });
  router.post('/:project/needs/edit', async (request: Request<{ project: string }>, response) => {
    const desk = await openDesk(ctx, response, request.params.project);
    await changeList(ctx, request, response, desk);
  });
  for (const part of ['need', 'highlight'] as const) {
    router.get(`/:project/needs/edit/${part}/:code`, async (request, response) => {
      const desk = await openDesk(ctx, response, request.params.project);
      const form = formOf(desk, part, request.params.code);
      const saved = request.query.saved !== undefined;
      await showForm(ctx, response, desk, form, { fields: form.fields, saved });
    });
    router.post(`/:project/needs/edit/${part}/:code`, async (request, response) => {
      const desk = await openDesk(ctx, response, request.params.project);
      await changePart(ctx, request, response, desk, formOf(desk, part, request.params.code));
    });
  }
}

/** Words of a new need that a link fills in, per language: what a talk found missing. */
function wordsGiven(query: Request['query']): FormFields {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, words]) =>
      name.startsWith('label.') && typeof words === 'string' ? [[name, words.slice(0, 300)]] : [],
    ),
  );
}
