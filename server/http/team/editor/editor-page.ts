// The page of the editor: the outline, the form of one place (or the kinds of questions, or everything to look at), a
// preview, and what can be done with the whole.
import type { Request, Response } from 'express';
import type { DefinitionProblem } from '../../../../surveys/check.ts';
import { checkBeforeFielding } from '../../../../surveys/editing/blanks.ts';
import type { FormSection } from '../../../../surveys/editing/blocks.ts';
import type { FormFields, FormProblem } from '../../../../surveys/editing/form-fields.ts';
import type { LanguageNames } from '../../../../surveys/editing/form-viewer.ts';
import { type Place, placeOf, samePlace } from '../../../../surveys/editing/places.ts';
import { estimateOf } from '../../../../surveys/estimate.ts';
import type { MessageView } from '../../../../surveys/question-types/question-view.ts';
import {
  inLanguage,
  type Question,
  type Questionnaire,
  questionsOf,
} from '../../../../surveys/questionnaire.ts';
import type { Context } from '../../../context.ts';
import type { Tab } from '../page-parts.ts';
import { openWorkspace, showStation } from '../workspace.ts';
import { type CheckView, checkView } from './check-view.ts';
import { conditionWords } from './condition-words.ts';
import { addressesOf, type Editor, queryOf } from './open-editor.ts';
import { type Outline, outlineOf } from './outline-view.ts';
import { fieldsAt, markOf, sectionsAt } from './place-form.ts';
import { controlOf, pageToPreview } from './preview-page.ts';

interface FormView {
  readonly kind: Place['kind'];
  readonly code: string;
  readonly type: Question['type'] | null;
  readonly heading: string;
  readonly mark: string;
  readonly sections: readonly FormSection[];
  readonly problems: readonly { readonly target: string; readonly message: MessageView }[];
  /** What the check says about this place. */
  readonly checks: readonly CheckView[];
  /** Somebody else changed it meanwhile. */
  readonly conflict: boolean;
  readonly removable: boolean;
}

export interface EditorPage {
  readonly csrf: string;
  readonly address: string;
  readonly tabs: readonly Tab[];
  readonly title: string;
  readonly language: string;
  readonly state: MessageView;
  readonly closed: boolean;
  /** What was typed is on the page and not saved. */
  readonly unsaved: boolean;
  readonly undo: boolean;
  readonly redo: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly minutes: number;
  readonly addresses: Readonly<
    Record<'check' | 'try' | 'translate' | 'versions' | 'publish' | 'file' | 'leave', string>
  >;
  readonly said: MessageView | null;
  /** What could not be done, apart from the form. */
  readonly refused: readonly string[];
  readonly focus: string;
  readonly outline: Outline;
  readonly form: FormView | null;
  readonly gallery: {
    readonly page: string;
    readonly after: string;
    readonly pageTitle: string;
    readonly types: readonly Question['type'][];
    readonly back: string;
  } | null;
  /** All that is wrong or worth a look, where that was asked; `found` may be empty. */
  readonly check: { readonly found: readonly CheckView[] } | null;
  /** `control`: the name of a control of the question in the form, by which the preview finds it. */
  readonly preview: { readonly address: string; readonly control: string };
}

/** What is shown beside the definition itself: typed fields, what is wrong, what was done. */
export interface EditorState {
  readonly place: Place;
  readonly fields?: FormFields;
  readonly problems?: readonly FormProblem[];
  readonly conflict?: boolean;
  readonly refused?: readonly DefinitionProblem[];
  readonly status?: number;
}

const types: readonly Question['type'][] = [
  'single',
  'multiple',
  'grid',
  'scale',
  'text',
  'rank',
  'pick',
  'points',
  'slider',
  'number',
  'date',
  'register',
  'section',
  'consent',
];

/** Shows the editor: the whole page, or for its own script only what changes. */
export async function showEditor(
  ctx: Context,
  request: Request,
  response: Response,
  editor: Editor,
  state: EditorState,
): Promise<void> {
  const page = editorPage(ctx, request, response, editor, state);
  const title = `${page.title} · ${editor.say({ key: 'editor.title' })}`;
  const styles = ['editor.css'];
  if (request.get('x-editor') === 'part') {
    ctx.render(response, 'team/editor', page, { title, status: state.status, layout: 'bare' });
    return;
  }
  const workspace = await openWorkspace(ctx, response, editor.project.code);
  await showStation(ctx, response, workspace, 'team/editor', page, {
    station: 'questionnaire',
    title,
    styles,
    scripts: ['editor.js'],
    ...(state.status === undefined ? {} : { status: state.status }),
  });
}

function editorPage(
  ctx: Context,
  request: Request,
  response: Response,
  editor: Editor,
  state: EditorState,
): EditorPage {
  const { survey, surveys, definition, language } = editor;
  const { questionnaire } = definition;
  const { place } = state;
  const addresses = addressesOf(editor);
  const { errors, warnings } = checkBeforeFielding(questionnaire);
  const problems = [...errors, ...warnings];
  const checks = problems.map((problem) => checkView(problem, questionnaire, addresses, editor));
  const add = queryOf(request, 'add');
  const adding = questionnaire.pages.find(({ code }) => code === add);
  const checking = queryOf(request, 'view') === 'check';
  const previewPage = pageToPreview(questionnaire, place);
  return {
    csrf: response.locals.csrf ?? '',
    address: addresses.edit(place),
    tabs:
      surveys.length < 2
        ? []
        : surveys.map((each) => ({
            name: inLanguage(each.questionnaire.title, language),
            address: addressesOf({ ...editor, survey: each }).to('edit'),
            here: each.code === survey.code,
          })),
    title: inLanguage(questionnaire.title, language),
    language: questionnaire.languages[0] ?? language,
    state: stateOf(editor),
    closed: survey.state === 'closed',
    unsaved: state.fields !== undefined,
    undo: definition.undo,
    redo: definition.redo,
    errors: errors.length,
    warnings: warnings.length,
    minutes: estimateOf(questionnaire).minutes,
    addresses: {
      check: addresses.to('edit', { view: 'check' }),
      try: addresses.to('try'),
      translate: addresses.to('translate'),
      versions: addresses.to('versions'),
      publish: addresses.to('publish'),
      file: addresses.to('definition-file'),
      leave: addresses.edit(place),
    },
    said: saidOf(request),
    refused: (state.refused ?? []).map(({ key, values }) => editor.say({ key, values })),
    focus: queryOf(request, 'focus'),
    outline: outlineOf(questionnaire, problems, place, addresses, language),
    form: adding || checking ? null : formView(ctx, request, editor, state, checks, problems),
    gallery: adding
      ? {
          page: adding.code,
          after: queryOf(request, 'after'),
          pageTitle: inLanguage(adding.title, language),
          types: types.filter((type) => !taken(questionnaire, type)),
          back: addresses.edit({ kind: 'page', code: adding.code }),
        }
      : null,
    check: checking && !adding ? { found: checks } : null,
    preview: {
      address: addresses.to('preview', {
        ...(previewPage === null ? {} : { page: previewPage }),
        revision: definition.revision,
      }),
      control: controlOf(questionnaire, place),
    },
  };
}

/** There is at most one question for consent, and one for the register. */
function taken(questionnaire: Questionnaire, type: Question['type']): boolean {
  return (
    ['consent', 'register'].includes(type) && questionsOf(questionnaire).some((each) => each.type === type)
  );
}

function stateOf({ definition, survey }: Editor): MessageView {
  const { fielded, changed } = definition;
  if (survey.state === 'closed') return { key: 'editor.state.closed', values: {} };
  if (fielded === null) return { key: 'editor.state.new', values: {} };
  return changed
    ? { key: 'editor.state.changed', values: { version: fielded, next: fielded + 1 } }
    : { key: 'editor.state.same', values: { version: fielded } };
}

const saids: ReadonlySet<string> = new Set([
  'saved',
  'moved',
  'itemMoved',
  'added',
  'removed',
  'copied',
  'filled',
  'undone',
  'redone',
  'gone',
  'translated',
]);

/** What was done, told once by the address that a change leads to. */
function saidOf(request: Request): MessageView | null {
  const said = queryOf(request, 'said');
  if (!saids.has(said)) return null;
  const number = (name: string) => Math.max(0, Math.min(9999, Number(queryOf(request, name)) || 0));
  const values = { what: queryOf(request, 'what').slice(0, 80), to: number('to'), of: number('of') };
  return { key: `editor.said.${said}`, values };
}

function formView(
  ctx: Context,
  request: Request,
  editor: Editor,
  { place, fields, problems = [], conflict = false }: EditorState,
  checks: readonly CheckView[],
  definitionProblems: readonly DefinitionProblem[],
): FormView {
  const { questionnaire } = editor.definition;
  const shown = fields ?? { ...fieldsAt(questionnaire, place), ...opened(request) };
  const question =
    place.kind === 'question'
      ? questionsOf(questionnaire).find(({ code }) => code === place.code)
      : undefined;
  const type = question?.type ?? null;
  return {
    kind: place.kind,
    code: place.code,
    type: (fields?.type as Question['type'] | undefined) ?? type,
    heading: editor.say({
      key: `editor.heading.${place.kind}`,
      values: {
        code: place.code,
        type: type === null ? '' : editor.say({ key: `editor.type.${type}.name` }),
      },
    }),
    mark: markOf(questionnaire, place),
    sections: sectionsAt({
      questionnaire,
      place,
      fields: shown,
      problems,
      register: editor.register,
      names: languageNames(ctx, editor.language, questionnaire),
      inWords: (condition) => conditionWords(questionnaire, condition, editor),
    }),
    problems: problems.map(({ field, key, values }) => ({ target: `f-${field}`, message: { key, values } })),
    checks: checks.filter((_, index) =>
      samePlace(placeOf(questionnaire, definitionProblems[index]?.path ?? '').place, place),
    ),
    conflict,
    removable: place.kind !== 'front',
  };
}

/** The fields of a condition that was asked for and says nothing yet. */
function opened(request: Request): FormFields {
  const place = queryOf(request, 'condition');
  return /^[a-z]+\.\d{1,4}$/.test(place) ? { [`${place}.showIf.mode`]: 'all' } : {};
}

/** What the languages are called that respondents' pages have, and those of the questionnaire. */
function languageNames(ctx: Context, language: string, { languages }: Questionnaire): LanguageNames {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return Object.fromEntries(
    [...new Set([...languages, ...ctx.texts.languages])].map((code) => [code, names.of(code) ?? code]),
  );
}
