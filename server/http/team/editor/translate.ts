// Every text of a questionnaire beside its translation, saved together.
import type { Request, RequestHandler, Response } from 'express';
import type { Edit } from '../../../../surveys/editing/edit.ts';
import { type Place, placeOf, samePlace } from '../../../../surveys/editing/places.ts';
import { textsOf, withTexts } from '../../../../surveys/editing/texts.ts';
import { inLanguage, type Questionnaire } from '../../../../surveys/questionnaire.ts';
import type { Context } from '../../../context.ts';
import { editDefinition } from '../../../operations/definition-editing.ts';
import { fieldOf } from '../access.ts';
import { openWorkspace, showStation } from '../workspace.ts';
import { addressesOf, type Editor, openEditor, queryOf } from './open-editor.ts';

interface TranslationRow {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly missing: boolean;
  /** Lines of the field. */
  readonly lines: number;
}

export interface TranslatePage {
  readonly csrf: string;
  readonly title: string;
  readonly action: string;
  readonly revision: number;
  readonly from: { readonly code: string; readonly name: string };
  readonly to: { readonly code: string; readonly name: string } | null;
  readonly languages: readonly {
    readonly code: string;
    readonly name: string;
    readonly here: boolean;
    readonly added: boolean;
    readonly missing: number;
    readonly address: string;
  }[];
  readonly missing: number;
  readonly total: number;
  readonly only: boolean;
  readonly everything: string;
  readonly onlyMissing: string;
  readonly groups: readonly {
    readonly heading: string;
    readonly address: string;
    readonly rows: readonly TranslationRow[];
  }[];
  readonly saved: boolean;
  /** Somebody changed the definition meanwhile. */
  readonly stale: boolean;
  readonly back: string;
  readonly preview: string;
}

export function getTranslate(ctx: Context): RequestHandler {
  return async (request, response) => {
    const editor = await openEditor(ctx, request, response);
    await show(ctx, request, response, editor, new Map(), false);
  };
}

/** POST: 303 to the same page; 409 with everything typed when a colleague was first. */
export function postTranslate(ctx: Context): RequestHandler {
  return async (request, response) => {
    const editor = await openEditor(ctx, request, response);
    const { questionnaire, revision } = editor.definition;
    const to = languageAsked(ctx, request, questionnaire);
    const typed = typedTexts(request, questionnaire);
    const made = Number(fieldOf(request, 'revision'));
    if (to === null) return show(ctx, request, response, editor, typed, false);
    if (made !== revision) return show(ctx, request, response, editor, typed, true);
    const texts = textsOf(questionnaire).flatMap(({ path, text }) => {
      const words = typed.get(path);
      return words === undefined || words === (text[to] ?? '') ? [] : [{ path, language: to, words }];
    });
    const result = await editDefinition(ctx, editor.survey.code, revision, editOf(questionnaire, to, texts));
    if (result === 'stale' || 'problems' in result) {
      return show(ctx, request, response, await openEditor(ctx, request, response), typed, true);
    }
    const only = queryOf(request, 'only');
    response.redirect(
      303,
      addressesOf(editor).to('translate', { to, said: 'saved', ...(only === '' ? {} : { only }) }),
    );
  };
}

type TextEdits = Extract<Edit, { kind: 'setTexts' }>['texts'];

/** A language the questionnaire did not have comes in with its first words. */
function editOf(questionnaire: Questionnaire, to: string, texts: TextEdits): Edit {
  if (questionnaire.languages.includes(to)) return { kind: 'setTexts', texts };
  const translated = withTexts(questionnaire, texts);
  if ('problems' in translated) return { kind: 'setTexts', texts };
  const languages = [...questionnaire.languages, to];
  return { kind: 'replaceAll', questionnaire: { ...translated.questionnaire, languages } };
}

/** The language to translate into: of the questionnaire or of respondents' screens, but never the first. */
function languageAsked(ctx: Context, request: Request, { languages }: Questionnaire): string | null {
  const possible = [...languages.slice(1), ...ctx.texts.languages].filter((code) => code !== languages[0]);
  const asked = queryOf(request, 'to');
  return possible.includes(asked) ? asked : (languages[1] ?? null);
}

/** Typed words by the path of their text. */
function typedTexts(request: Request, questionnaire: Questionnaire): ReadonlyMap<string, string> {
  const typed = new Map<string, string>();
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return typed;
  for (const { path } of textsOf(questionnaire)) {
    if (Object.hasOwn(body, `t:${path}`)) {
      typed.set(path, fieldOf(request, `t:${path}`).replaceAll('\r\n', '\n').trim());
    }
  }
  return typed;
}

async function show(
  ctx: Context,
  request: Request,
  response: Response,
  editor: Editor,
  typed: ReadonlyMap<string, string>,
  stale: boolean,
): Promise<void> {
  const page = translatePage(ctx, request, response, editor, typed, stale);
  const workspace = await openWorkspace(ctx, response, editor.project.code);
  await showStation(ctx, response, workspace, 'team/translate', page, {
    station: 'questionnaire',
    title: `${page.title} · ${editor.say({ key: 'editor.translate.title' })}`,
    styles: ['editor.css'],
    scripts: ['translate.js'],
    ...(stale ? { status: 409 } : {}),
  });
}

function translatePage(
  ctx: Context,
  request: Request,
  response: Response,
  editor: Editor,
  typed: ReadonlyMap<string, string>,
  stale: boolean,
): TranslatePage {
  const { questionnaire, revision } = editor.definition;
  const addresses = addressesOf(editor);
  const [from = ''] = questionnaire.languages;
  const to = languageAsked(ctx, request, questionnaire);
  const names = new Intl.DisplayNames([editor.language], { type: 'language' });
  const named = (code: string) => ({ code, name: names.of(code) ?? code });
  const texts = textsOf(questionnaire);
  const missingIn = (language: string) => texts.filter(({ text }) => !text[language]).length;
  const only = queryOf(request, 'only') === 'missing';
  const offered = [...new Set([...questionnaire.languages, ...ctx.texts.languages])].filter(
    (code) => code !== from,
  );
  return {
    csrf: response.locals.csrf ?? '',
    title: inLanguage(questionnaire.title, editor.language),
    action: addresses.to('translate', {
      ...(to === null ? {} : { to }),
      ...(only ? { only: 'missing' } : {}),
    }),
    revision,
    from: named(from),
    to: to === null ? null : named(to),
    languages: offered.map((code) => ({
      ...named(code),
      here: code === to,
      added: questionnaire.languages.includes(code),
      missing: missingIn(code),
      address: addresses.to('translate', { to: code }),
    })),
    missing: to === null ? 0 : missingIn(to),
    total: texts.length,
    only,
    everything: addresses.to('translate', to === null ? {} : { to }),
    onlyMissing: addresses.to('translate', { ...(to === null ? {} : { to }), only: 'missing' }),
    groups: to === null ? [] : groupsOf(questionnaire, texts, from, to, typed, only, editor),
    saved: queryOf(request, 'said') === 'saved',
    stale,
    back: addresses.to('edit'),
    preview: addresses.to('preview', to === null ? {} : { in: to }),
  };
}

function groupsOf(
  questionnaire: Questionnaire,
  texts: ReturnType<typeof textsOf>,
  from: string,
  to: string,
  typed: ReadonlyMap<string, string>,
  only: boolean,
  editor: Editor,
): TranslatePage['groups'] {
  const addresses = addressesOf(editor);
  const groups: { place: Place; heading: string; address: string; rows: TranslationRow[] }[] = [];
  for (const { path, text } of texts) {
    const missing = !text[to];
    if (only && !missing) continue;
    const { place } = placeOf(questionnaire, path);
    let group = groups.at(-1);
    if (!group || !samePlace(group.place, place)) {
      group = {
        place,
        heading: editor.say({ key: `editor.where.${place.kind}`, values: { code: place.code } }),
        address: addresses.edit(place),
        rows: [],
      };
      groups.push(group);
    }
    const words = inLanguage({ ...text, ...(text[from] ? { [from]: text[from] } : {}) }, from);
    group.rows.push({
      name: `t:${path}`,
      from: words,
      to: typed.get(path) ?? text[to] ?? '',
      missing,
      lines: words.length > 60 || words.includes('\n') ? Math.min(8, 1 + Math.ceil(words.length / 45)) : 1,
    });
  }
  return groups.map(({ place: _place, ...group }) => group);
}
