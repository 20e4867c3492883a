// Handlebars in strict mode: a misspelt name in a template is an error, not an empty place.
// Templates are read at the start and compiled once: by `warm` before the doors open, or when first shown.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Response } from 'express';
import Handlebars from 'handlebars';
import { sendHtml } from './http/send-html.ts';
import type { PageOptions, Pages } from './pages.ts';
import type { Assets } from './static.ts';
import { templateHelpers } from './template-helpers.ts';
import type { Texts } from './texts.ts';
import { inTurns } from './turns.ts';

/** Writes a page as the answer to a request. */
export type Render = <N extends keyof Pages>(
  response: Response,
  name: N,
  data: Pages[N],
  options: PageOptions,
) => void;

export interface Templates {
  /** A page in its layout as HTML. `path` is the address shown, for the links that change the language. */
  page<N extends keyof Pages>(name: N, data: Pages[N], options: PageOptions, path: string): string;
  readonly render: Render;
  /** Compiles what no page has needed yet, letting others have their turn in between: no reader waits for it, or for another's. */
  warm(): Promise<void>;
}

/** Reads pages, layouts and partials under the views folder. */
export function loadTemplates(viewsFolder: string, texts: Texts, assets: Assets): Templates {
  const handlebars = Handlebars.create();
  const helpers = templateHelpers(handlebars, texts, assets);
  for (const [name, helper] of Object.entries(helpers))
    handlebars.registerHelper(name, orField(name, helper));
  const compile = (source: string) =>
    handlebars.compile(source, {
      strict: true,
      preventIndent: true,
      knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
    });
  const compiled = (folder: string) =>
    new Map(readTemplates(join(viewsFolder, folder)).map(([name, source]) => [name, compile(source)]));
  const partials = compiled('partials');
  for (const [name, template] of partials) handlebars.registerPartial(name, template);
  const pages = compiled('pages');
  const layouts = compiled('layouts');

  const page: Templates['page'] = (name, data, options, path) => {
    const language = options.language ?? 'nl';
    const layout = options.layout ?? 'plain';
    const template = pages.get(name);
    const frame = layouts.get(layout);
    if (!template || !frame) throw new RangeError(`there is no page "${name}" or layout "${layout}"`);
    const runtime = { data: { language } };
    return frame(
      {
        body: template(data, runtime),
        title: options.title,
        language,
        languages: languageLinks(options.languages ?? [], language, path),
        styles: options.styles ?? [],
        scripts: options.scripts ?? [],
        demonstration: options.demonstration ?? false,
        workspace: options.workspace ?? null,
        refresh: options.refresh ?? null,
        feed: options.feed ?? null,
        path,
      },
      runtime,
    );
  };

  const render: Render = (response, name, data, options) => {
    const language = options.language ?? response.locals.language;
    const languages = options.languages ?? response.locals.languages;
    const html = page(name, data, { ...options, language, languages }, response.req.originalUrl);
    response.statusCode = options.status ?? 200;
    response.setHeader('Content-Language', language);
    // Answers on a shared computer must not come back with the Back button of the next person.
    response.setHeader('Cache-Control', options.cacheControl ?? 'no-store');
    sendHtml(response, html);
  };

  const warm = async () => {
    await inTurns(
      [partials, pages, layouts].flatMap((templates) => [...templates.values()]),
      compileNow,
    );
  };

  return { page, render, warm };
}

/** Compiles a template before it is first shown. */
function compileNow(template: Handlebars.TemplateDelegate): void {
  // Handlebars prepares a partial this way; its types leave it out.
  const prepare: unknown = Reflect.get(template, '_setup');
  if (typeof prepare === 'function') prepare({});
}

/** `{{text}}` with nothing behind it means the field of that name: data may be called what it is. */
function orField(name: string, helper: Handlebars.HelperDelegate): Handlebars.HelperDelegate {
  return function (this: Readonly<Record<string, unknown>>, ...values: Parameters<typeof helper>) {
    return values.length === 1 ? this[name] : helper.apply(this, values);
  };
}

/** Name (path under the folder without `.hbs`) and source of every template in a folder. */
function readTemplates(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [
        relative(folder, path).split(sep).join('/').slice(0, -'.hbs'.length),
        readFileSync(path, 'utf8'),
      ];
    });
}

interface LanguageLink {
  readonly code: string;
  readonly address: string;
  readonly here: boolean;
}

/** The same page in each language it is offered in; one language gives no links. */
function languageLinks(
  languages: readonly string[],
  language: string,
  path: string,
): readonly LanguageLink[] {
  if (languages.length < 2) return [];
  const [before = '/', query = ''] = path.split('?', 2);
  return languages.map((code) => {
    const parameters = new URLSearchParams(query);
    parameters.set('lang', code);
    return { code, address: `${before}?${parameters.toString()}`, here: code === language };
  });
}
