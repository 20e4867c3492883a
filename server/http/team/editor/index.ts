// Routes of the editor: the definition of a survey made and changed in the workspace.
import type { Router } from 'express';
import { hasPlace, type Place } from '../../../../surveys/editing/places.ts';
import type { Context } from '../../../context.ts';
import { postEdit } from './change.ts';
import { showEditor } from './editor-page.ts';
import { openEditor, placeAsked, queryOf } from './open-editor.ts';
import { getPreview } from './preview.ts';
import { getTranslate, postTranslate } from './translate.ts';
import { getTry, postTry } from './try.ts';

export function editorRoutes(ctx: Context, router: Router): void {
  router.get('/:project/edit', async (request, response) => {
    const editor = await openEditor(ctx, request, response);
    const { questionnaire } = editor.definition;
    const adding: Place = { kind: 'page', code: queryOf(request, 'add') };
    const place = hasPlace(questionnaire, adding) ? adding : placeAsked(request, questionnaire);
    await showEditor(ctx, request, response, editor, { place });
  });
  router.post('/:project/edit', postEdit(ctx));
  router.get('/:project/preview', getPreview(ctx));
  router.get('/:project/try', getTry(ctx));
  router.post('/:project/try', postTry(ctx));
  router.get('/:project/translate', getTranslate(ctx));
  router.post('/:project/translate', postTranslate(ctx));
}
