// The page beside the form: what a respondent would see, with everything that hangs on a condition shown.
import type { RequestHandler } from 'express';
import { withoutConditions } from '../../../../surveys/editing/preview.ts';
import type { Context } from '../../../context.ts';
import { letUsFrame } from '../frames.ts';
import { addressesOf, openEditor, queryOf } from './open-editor.ts';
import { openingOf, showWalk, triedRegister, viewOf, walkFrame, walkLanguage } from './walk-page.ts';

/** GET: one page (or the first screen), which our own pages may frame. */
export function getPreview(ctx: Context): RequestHandler {
  return async (request, response) => {
    const editor = await openEditor(ctx, request, response);
    const questionnaire = withoutConditions(editor.definition.questionnaire);
    const page = questionnaire.pages.find(({ code }) => code === queryOf(request, 'page')) ?? null;
    const language = walkLanguage(ctx, questionnaire, queryOf(request, 'in'));
    const addresses = addressesOf(editor);
    const place = page === null ? {} : { page: page.code };
    const register = await triedRegister(ctx, editor.project.code);
    letUsFrame(response);
    showWalk(ctx, response, editor, language, page, {
      survey: walkFrame(ctx, editor, questionnaire, language, false, (code) =>
        addresses.to('preview', { ...place, in: code }),
      ),
      still: true,
      action: '',
      back: '',
      hidden: [],
      editor: addresses.edit(page === null ? { kind: 'front', code: '' } : { kind: 'page', code: page.code }),
      opening: page === null ? openingOf(questionnaire, language) : null,
      view:
        page === null
          ? null
          : viewOf({
              questionnaire,
              page,
              answers: {},
              given: {},
              problems: [],
              language,
              register,
              seed: null,
            }),
    });
  };
}
