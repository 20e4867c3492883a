// What a sent form of the editor does: saves one place, or adds, moves, copies or takes away; and back.
import type { Request, RequestHandler, Response } from 'express';
import type { DefinitionProblem } from '../../../../surveys/check.ts';
import {
  type FormFields,
  type FormProblem,
  itemsIn,
  moveItem,
  removeItem,
  settled,
} from '../../../../surveys/editing/form-fields.ts';
import { hasPlace, type Place, placeOf } from '../../../../surveys/editing/places.ts';
import type { Questionnaire } from '../../../../surveys/questionnaire.ts';
import type { Context } from '../../../context.ts';
import {
  editDefinition,
  openDefinition,
  redoEdit,
  undoEdit,
} from '../../../operations/definition-editing.ts';
import { fieldOf } from '../access.ts';
import { showEditor } from './editor-page.ts';
import { type Errand, errandOf } from './errands.ts';
import { isPlaceholder, newWords } from './new-codes.ts';
import { addressesOf, type Editor, openEditor, placeAsked, queryOf } from './open-editor.ts';
import { editAt, fieldsAt, markOf } from './place-form.ts';
import { presetScale } from './scale-presets.ts';

/** POST: 303 to where what was changed stands; 422 or 409 with everything typed when it could not be. */
export function postEdit(ctx: Context): RequestHandler {
  return async (request, response) => {
    const editor = await openEditor(ctx, request, response);
    const action = fieldOf(request, 'do') || 'save';
    const place = placeAsked(request, editor.definition.questionnaire);
    if (action === 'undo' || action === 'redo') return stepBack(ctx, request, response, editor, action);
    const errand = errandOf(
      action,
      editor.definition.questionnaire,
      place,
      request,
      (questionnaire) => newWords(ctx.texts, questionnaire),
      (name) => presetScale(ctx.texts, editor.definition.questionnaire, name),
    );
    if (errand) return runErrand(ctx, request, response, editor, errand);
    return savePlace(ctx, request, response, editor, action);
  };
}

async function stepBack(
  ctx: Context,
  request: Request,
  response: Response,
  editor: Editor,
  way: 'undo' | 'redo',
): Promise<void> {
  const done = await (way === 'undo' ? undoEdit : redoEdit)(ctx, editor.survey.code);
  const { questionnaire } = await openDefinition(ctx, editor.survey.code);
  const said = way === 'undo' ? 'undone' : 'redone';
  const address = addressesOf(editor).edit(placeAsked(request, questionnaire), done ? { said } : {});
  response.redirect(303, address);
}

async function runErrand(
  ctx: Context,
  request: Request,
  response: Response,
  editor: Editor,
  errand: Errand,
): Promise<void> {
  const { survey, definition } = editor;
  const result = await editDefinition(ctx, survey.code, definition.revision, errand.edit);
  if (result === 'stale') {
    // What is moved or added is named by its code, so it means the same on what a colleague made of it.
    const now = await openEditor(ctx, request, response);
    return runErrand(ctx, request, response, now, errand);
  }
  if ('problems' in result) {
    const place = placeAsked(request, definition.questionnaire);
    return showEditor(ctx, request, response, editor, { place, refused: result.problems, status: 422 });
  }
  const { place, said, focus } = errand.after(result.questionnaire);
  const query = { ...said, ...(focus === '' ? {} : { focus }) };
  response.redirect(303, addressesOf(editor).edit(place, query) + (focus === '' ? '' : `#${focus}`));
}

const controls: ReadonlySet<string> = new Set(['csrf', 'do', 'mark', 'take']);

/** The fields of the form itself. */
function formFields(request: Request): FormFields {
  const body: unknown = request.body;
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const words = entries.flatMap(([name, value]) =>
    typeof value === 'string' && !controls.has(name) ? [[name, value] as const] : [],
  );
  return settled(Object.fromEntries(words));
}

async function savePlace(
  ctx: Context,
  request: Request,
  response: Response,
  editor: Editor,
  action: string,
): Promise<void> {
  const { survey, definition } = editor;
  const { questionnaire } = definition;
  const asked = placeAsked(request, questionnaire);
  if (wantsGone(request, asked)) {
    response.redirect(303, addressesOf(editor).edit(asked, { said: 'gone' }));
    return;
  }
  const typed = formFields(request);
  const arranged = arrangedBy(action, typed);
  const fields = withFreshCodes(ctx, arranged.fields, questionnaire, asked);
  const show = (state: {
    readonly problems?: readonly FormProblem[];
    readonly conflict?: boolean;
    readonly refused?: readonly DefinitionProblem[];
  }) =>
    showEditor(ctx, request, response, editor, {
      place: asked,
      fields: { ...fields, ...arranged.opened },
      status: state.conflict ? 409 : 422,
      ...state,
    });
  const mark = fieldOf(request, 'mark');
  if (mark !== '' && mark !== markOf(questionnaire, asked) && fieldOf(request, 'take') === '') {
    return show({ conflict: true });
  }
  const read = editAt(questionnaire, asked, fields);
  if ('problems' in read) return show({ problems: read.problems });
  const result = await editDefinition(ctx, survey.code, definition.revision, read.edit);
  if (result === 'stale') {
    return savePlace(ctx, request, response, await openEditor(ctx, request, response), action);
  }
  if ('problems' in result) {
    const { problems, refused } = sorted(result.problems, questionnaire, asked);
    return show({ problems, refused });
  }
  const query = { ...arranged.said, ...(arranged.focus === '' ? {} : { focus: arranged.focus }) };
  const address = addressesOf(editor).edit(read.place, {
    ...(action === 'save' ? { said: 'saved' } : {}),
    ...query,
  });
  response.redirect(303, address + (arranged.focus === '' ? '' : `#${arranged.focus}`));
}

/** The address names a place that is not there any more. */
function wantsGone(request: Request, { kind }: Place): boolean {
  return (
    kind === 'front' && ['question', 'page', 'list', 'scale'].some((name) => queryOf(request, name) !== '')
  );
}

interface Arranged {
  readonly fields: FormFields;
  readonly said: Readonly<Record<string, string | number>>;
  readonly focus: string;
  /** Fields that are shown but say nothing yet. */
  readonly opened: FormFields;
}

/** The fields after a button among them: an item up, down or away, or a condition for it. */
function arrangedBy(action: string, fields: FormFields): Arranged {
  const [, list = '', way = '', at = ''] =
    /^([a-z.]+):(up|down|remove|condition):(\d{1,4})$/i.exec(action) ?? [];
  const nothing = { fields, said: {}, focus: '', opened: {} };
  if (list === '') return nothing;
  const index = Number(at);
  if (way === 'condition') {
    const place = `${list}.${index}`;
    return {
      ...nothing,
      said: { condition: place },
      focus: `f-${place}.showIf.0.of`,
      opened: { [`${place}.showIf.mode`]: 'all' },
    };
  }
  if (way === 'remove') {
    return {
      ...nothing,
      fields: removeItem(fields, list, index),
      focus: `f-${list}.${Math.max(0, index - 1)}`,
    };
  }
  const to = way === 'up' ? index - 1 : index + 1;
  // The last one is the blank one, behind which nothing moves.
  const last = itemsIn(fields, list).length - 2;
  if (to < 0 || to > last) return nothing;
  return {
    ...nothing,
    fields: moveItem(fields, list, index, to),
    said: { said: 'itemMoved', to: to + 1, of: last + 1 },
    focus: `${list}.${to}.${way}`,
  };
}

/** An option that began as a placeholder gets a code of its own words when it has them. */
function withFreshCodes(
  ctx: Context,
  fields: FormFields,
  questionnaire: Questionnaire,
  place: Place,
): FormFields {
  if (place.kind === 'front' || place.kind === 'page' || !hasPlace(questionnaire, place)) return fields;
  const before = fieldsAt(questionnaire, place);
  const words = newWords(ctx.texts, questionnaire);
  const [language = ''] = questionnaire.languages;
  const placeholders = new Set(
    Object.entries(before)
      .filter(([name, value]) => name.endsWith(`.label.${language}`) && isPlaceholder(value, words))
      .map(([name]) => before[name.replace(/label\.[a-z]{2}$/, 'code')]),
  );
  const fresh = Object.entries(fields).filter(([name, code]) => {
    const label = fields[name.replace(/code$/, `label.${language}`)] ?? '';
    return !(
      /^(options|rows)\.\d+\.code$/.test(name) &&
      placeholders.has(code) &&
      !isPlaceholder(label, words)
    );
  });
  return Object.fromEntries(fresh);
}

/** Problems of the definition at the fields of this form, and those that are about something else. */
function sorted(
  problems: readonly DefinitionProblem[],
  questionnaire: Questionnaire,
  here: Place,
): { readonly problems: readonly FormProblem[]; readonly refused: readonly DefinitionProblem[] } {
  const placed = problems.map((problem) => ({ problem, ...placeOf(questionnaire, problem.path) }));
  const own = placed.filter(({ place, field }) => place.kind === here.kind && field !== '');
  return {
    problems: own.map(({ problem, field }) => ({ field, key: problem.key, values: problem.values })),
    refused: placed.filter((each) => !own.includes(each)).map(({ problem }) => problem),
  };
}
