// The codebook: its codes with how often each is given, a new one, and the form of one code.
import type { Request, Response, Router } from 'express';
import {
  type ChangedBy,
  withContent,
  withNewCode,
  withoutCode,
  withRetired,
} from '../../../../surveys/coding/codebook-edits.ts';
import {
  type CodebookEntry,
  type CodingDimension,
  codingDimensions,
} from '../../../../surveys/needs-catalogue.ts';
import { inLanguage } from '../../../../surveys/questionnaire.ts';
import type { Context } from '../../../context.ts';
import { formUnreadable, unknownPage } from '../../../errors.ts';
import { formatDate } from '../../../format-values.ts';
import { hasRole, type TeamRole } from '../../../identity/roles.ts';
import { codeUse, editCodebook } from '../../../operations/edit-codebook.ts';
import { editionOf } from '../../../operations/edition.ts';
import { fieldOf } from '../access.ts';
import type { FormMistake } from '../round-form.ts';
import { type CodingDesk, deskPage, openCodingDesk } from './coding-desk.ts';

export interface CodebookPage {
  readonly csrf: string;
  readonly back: string;
  readonly mistakes: readonly FormMistake[];
  readonly dimensions: readonly {
    readonly id: CodingDimension;
    readonly name: string;
    readonly typed: string;
    readonly codes: readonly { readonly address: string; readonly label: string; readonly use: string }[];
  }[];
  /** The newest first. */
  readonly changes: readonly string[];
}
export interface CodePage {
  readonly csrf: string;
  readonly edition: string;
  readonly back: string;
  readonly title: string;
  readonly use: string;
  /** Nothing has it: it can be taken out. */
  readonly removable: boolean;
  readonly retired: boolean;
  readonly labels: readonly { readonly language: string; readonly name: string; readonly value: string }[];
  readonly description: string;
  readonly keywords: string;
  readonly mistakes: readonly FormMistake[];
  /** What a colleague saved meanwhile; empty where nobody did. */
  readonly stale: string;
}

const longest = { label: 80, description: 400, keyword: 60 } as const;
const mostKeywords = 60;
const changesShown = 30;

type AskedCode = Request<{ project: string; dimension: string; code: string }>;

export function codebookRoutes(ctx: Context, router: Router): void {
  const by = ({ locals }: Response): ChangedBy => ({
    at: ctx.now().toISOString(),
    role: roleIn(locals.roles),
  });

  router.get('/:project/coding/codebook', async (request, response) => {
    await showList(ctx, response, await openCodingDesk(ctx, response, request.params.project), '', []);
  });

  router.post('/:project/coding/codebook', async (request: Request<{ project: string }>, response) => {
    const desk = await openCodingDesk(ctx, response, request.params.project);
    const dimension = dimensionNamed(fieldOf(request, 'do'));
    const name = fieldOf(request, `new.${dimension}`).trim();
    const known = desk.frame[dimension].some((entry) => Object.values(entry.label).includes(name));
    if (name === '' || name.length > longest.label || known) {
      const key = `coding-desk.codebook.${known ? 'known' : 'nameWrong'}`;
      const mistake = { field: `new.${dimension}`, key, values: { most: longest.label } };
      return showList(ctx, response, desk, name, [mistake]);
    }
    const label = { [desk.language]: name };
    await editCodebook(ctx, desk.project.code, (frame) => withNewCode(frame, dimension, label, by(response)));
    response.redirect(303, `/team/${desk.project.code}/coding/codebook#${dimension}`);
  });

  router.get('/:project/coding/codebook/:dimension/:code', async (request: AskedCode, response) => {
    const desk = await openCodingDesk(ctx, response, request.params.project);
    await showCode(ctx, request, response, desk, {});
  });

  router.post('/:project/coding/codebook/:dimension/:code', async (request: AskedCode, response) => {
    const desk = await openCodingDesk(ctx, response, request.params.project);
    const { dimension, entry } = entryAsked(desk, request);
    const typed = readCode(request, ctx.texts.workspaceLanguages);
    const wanted = fieldOf(request, 'do');
    const mistakes = wanted === 'save' ? judgeCode(typed) : [];
    if (mistakes.length > 0) return showCode(ctx, request, response, desk, { typed, mistakes, status: 422 });
    const use = (await codeUse(ctx.db.kysely, desk.project.code, desk.survey.code))[dimension];
    if (wanted === 'remove' && (use.get(entry.code) ?? 0) > 0) throw formUnreadable();
    const edition = fieldOf(request, 'edition');
    const kept = await editCodebook(ctx, desk.project.code, (frame) => {
      const now = frame[dimension].find(({ code }) => code === entry.code);
      if (!now || editionOf(now) !== edition) return null;
      if (wanted === 'remove') return withoutCode(frame, dimension, now.code, by(response));
      if (wanted === 'retire' || wanted === 'return')
        return withRetired(frame, dimension, now.code, wanted === 'retire', by(response));
      return withContent(frame, dimension, now.code, contentOf(typed, now), by(response));
    });
    if (kept) return response.redirect(303, `/team/${desk.project.code}/coding/codebook#${dimension}`);
    const fresh = await openCodingDesk(ctx, response, desk.project.code);
    await showCode(ctx, request, response, fresh, { typed, stale: true, status: 409 });
  });
}

const codingRoles = ['lead', 'analyst', 'coder'] as const;

/** The role by which somebody changes the codebook. */
function roleIn(roles: readonly TeamRole[] | undefined): (typeof codingRoles)[number] {
  return codingRoles.find((role) => hasRole(roles, role)) ?? 'coder';
}

function dimensionNamed(name: string): CodingDimension {
  const found = codingDimensions.find((each) => each === name);
  if (!found) throw formUnreadable();
  return found;
}

function entryAsked(desk: CodingDesk, { params }: AskedCode) {
  const dimension = codingDimensions.find((each) => each === params.dimension);
  const entry = dimension && desk.frame[dimension].find(({ code }) => code === params.code);
  if (!dimension || !entry) throw unknownPage();
  return { dimension, entry };
}

interface CodeTyped {
  readonly labels: Readonly<Record<string, string>>;
  readonly description: string;
  readonly keywords: readonly string[];
}

function readCode(request: Request, languages: readonly string[]): CodeTyped {
  const words = (name: string) => fieldOf(request, name).replaceAll('\r\n', '\n').trim();
  return {
    labels: Object.fromEntries(languages.map((language) => [language, words(`label.${language}`)])),
    description: words('description'),
    keywords: words('keywords')
      .split(/[,\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
  };
}

function judgeCode({ labels, description, keywords }: CodeTyped): readonly FormMistake[] {
  const mistakes: FormMistake[] = [];
  const [first = ''] = Object.keys(labels);
  const wrong = (field: string, key: string, most: number) =>
    mistakes.push({ field, key: `coding-desk.codebook.${key}`, values: { most } });
  const long = Object.entries(labels).find(([, label]) => label.length > longest.label);
  if (Object.values(labels).every((label) => label === '') || long)
    wrong(`label.${long?.[0] ?? first}`, 'nameWrong', longest.label);
  if (description.length > longest.description) wrong('description', 'tooLong', longest.description);
  if (keywords.length > mostKeywords || keywords.some((word) => word.length > longest.keyword))
    wrong('keywords', 'keywordsWrong', mostKeywords);
  return mistakes;
}

function contentOf({ labels, description, keywords }: CodeTyped, { description: known }: CodebookEntry) {
  const label = Object.fromEntries(Object.entries(labels).filter(([, words]) => words !== ''));
  const [language = ''] = Object.keys(label);
  return {
    label,
    ...(description ? { description: { ...known, [language]: description } } : {}),
    ...(keywords.length > 0 ? { keywords: [...keywords] } : {}),
  };
}

async function showList(
  ctx: Context,
  response: Response,
  desk: CodingDesk,
  typed: string,
  mistakes: readonly FormMistake[],
): Promise<void> {
  const { project, frame, language } = desk;
  const say = (key: string, values = {}) => desk.say({ key: `coding-desk.codebook.${key}`, values });
  const use = await codeUse(ctx.db.kysely, project.code, desk.survey.code);
  const root = `/team/${project.code}/coding`;
  const page: CodebookPage = {
    csrf: response.locals.csrf ?? '',
    back: root,
    mistakes,
    dimensions: codingDimensions.map((dimension) => ({
      id: dimension,
      name: desk.say({ key: `coding.${dimension}` }),
      typed: mistakes.some(({ field }) => field === `new.${dimension}`) ? typed : '',
      codes: frame[dimension].map(({ code, label, retired }) => ({
        address: `${root}/codebook/${dimension}/${encodeURIComponent(code)}`,
        label: inLanguage(label, language),
        use: [
          say('use', { count: use[dimension].get(code) ?? 0 }),
          ...(retired ? [say('isRetired')] : []),
        ].join(' · '),
      })),
    })),
    changes: (frame.changes ?? [])
      .slice(-changesShown)
      .toReversed()
      .map((change) => {
        const entry = frame[change.dimension].find(({ code }) => code === change.code);
        const label = entry?.label ?? change.was;
        return say(`did.${change.what}`, {
          date: formatDate(language, change.at.slice(0, 10)),
          role: say(`role.${codingRoles.find((role) => role === change.role) ?? 'coder'}`),
          label: label ? inLanguage(label, language) : change.code,
          was: change.was ? inLanguage(change.was, language) : '',
        });
      }),
  };
  const title = say('title');
  const status = mistakes.length > 0 ? 422 : 200;
  ctx.render(response, 'team/codebook', page, deskPage(desk, response, { title, status }));
}

interface ShownCode {
  readonly typed?: CodeTyped;
  readonly mistakes?: readonly FormMistake[];
  readonly stale?: boolean;
  readonly status?: number;
}

async function showCode(
  ctx: Context,
  request: AskedCode,
  response: Response,
  desk: CodingDesk,
  { typed, mistakes = [], stale = false, status = 200 }: ShownCode,
): Promise<void> {
  const { dimension, entry } = entryAsked(desk, request);
  const { project, language } = desk;
  const count =
    (await codeUse(ctx.db.kysely, project.code, desk.survey.code))[dimension].get(entry.code) ?? 0;
  const title = inLanguage(entry.label, language);
  const page: CodePage = {
    csrf: response.locals.csrf ?? '',
    edition: editionOf(entry),
    back: `/team/${project.code}/coding/codebook`,
    title,
    use: desk.say({ key: 'coding-desk.codebook.use', values: { count } }),
    removable: count === 0 && desk.frame[dimension].length > 1,
    retired: entry.retired ?? false,
    labels: ctx.texts.workspaceLanguages.map((each) => ({
      language: each,
      name: desk.say({ key: `catalogue.language.${each}` }),
      value: typed?.labels[each] ?? entry.label[each] ?? '',
    })),
    description: typed?.description ?? (entry.description ? inLanguage(entry.description, language) : ''),
    keywords: (typed?.keywords ?? entry.keywords ?? []).join(', '),
    mistakes,
    stale: stale ? title : '',
  };
  ctx.render(response, 'team/code', page, deskPage(desk, response, { title, status }));
}
