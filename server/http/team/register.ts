// The register of libraries over HTTP: looked at, taken from a CSV, shown as it would become, and then stored.
import { createHash } from 'node:crypto';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import { dayOf } from '../../../surveys/day.ts';
import type { Library } from '../../../surveys/demonstration.ts';
import type { Context } from '../../context.ts';
import type { LocatedProblem } from '../../csv-file.ts';
import { librariesOf } from '../../db/libraries.ts';
import { problemWords } from '../../import-messages.ts';
import { importRegister, planRegister } from '../../operations/import-register.ts';
import { fieldOf } from './access.ts';
import { registerAddress } from './fieldwork-view.ts';
import { type ProblemAt, type RegisterForm, registerPage } from './register-view.ts';
import { sendCsv } from './send-csv.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

export function registerRoutes(ctx: Context, router: Router): void {
  router.get('/:project/register', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { stored } = request.query;
    await show(ctx, response, workspace, {
      ...untouched(ctx, response),
      stored: typeof stored === 'string' ? stored : '',
    });
  });

  router.get('/:project/register/template.csv', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const say = (key: string) => workspace.say({ key: `register.example.${key}` });
    const examples = ['one', 'two'].map((which) => ({
      code: say(`${which}.code`),
      name: say(`${which}.name`),
      province: say(`${which}.province`),
      sizeClass: say(`${which}.size`),
    }));
    sendLibraries(response, 'register-voorbeeld.csv', examples, workspace);
  });

  router.get('/:project/register/register.csv', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const libraries = await librariesOf(ctx.db.kysely, workspace.project.code);
    sendLibraries(response, `register-${workspace.project.code}.csv`, libraries, workspace);
  });

  router.post('/:project/register', async (request: Request<{ project: string }>, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code } = workspace.project;
    const csv = fieldOf(request, 'file') || fieldOf(request, 'csv');
    const date = fieldOf(request, 'date');
    const typed = { ...untouched(ctx, response), csv, date };
    const source = { project: code, file: fieldOf(request, 'file:name'), text: csv };
    const register = await planRegister(ctx, source);
    const problems = [
      ...(z.iso.date().safeParse(date).success ? [] : [dateProblem(workspace)]),
      ...register.problems.map((found) => problemAt(ctx, workspace, found)),
    ];
    if (problems.length > 0) return show(ctx, response, workspace, { ...typed, problems });
    const seen = seenOf(csv, await librariesOf(ctx.db.kysely, code));
    // Only what was shown is stored: the same text, over the same register.
    if (fieldOf(request, 'go') !== 'save' || fieldOf(request, 'seen') !== seen) {
      return show(ctx, response, workspace, { ...typed, plan: { register, seen } });
    }
    const outcome = await importRegister(ctx, { ...source, date });
    if (outcome.problems) {
      const late = outcome.problems.map((found) => problemAt(ctx, workspace, found));
      return show(ctx, response, workspace, { ...typed, problems: late });
    }
    response.redirect(303, `${registerAddress(code)}?stored=${outcome.imported}`);
  });
}

function untouched(ctx: Context, response: Response): RegisterForm {
  const date = dayOf(ctx.now());
  return { csrf: response.locals.csrf ?? '', stored: '', csv: '', date, problems: [], plan: null };
}

async function show(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  form: RegisterForm,
): Promise<void> {
  const { code, registerDate } = workspace.project;
  const libraries = await librariesOf(ctx.db.kysely, code);
  const page = registerPage(code, libraries, registerDate, form, workspace);
  await showStation(ctx, response, workspace, 'team/register', page, {
    station: 'fieldwork',
    title: page.finding,
    styles: ['project.css', 'register-page.css'],
    status: form.plan || form.problems.length > 0 ? 422 : 200,
  });
}

/** Line breaks are those of whoever sends the form. */
function seenOf(csv: string, libraries: readonly Library[]): string {
  const content = JSON.stringify([csv.replaceAll('\r\n', '\n'), libraries]);
  return createHash('sha256').update(content).digest('base64url');
}

function problemAt({ texts }: Context, { language, say }: Workspace, found: LocatedProblem): ProblemAt {
  const { line, column } = found;
  const key = line === null ? (column === null ? 'file' : 'column') : column === null ? 'line' : 'cell';
  return {
    // Line numbers are told as they are in an editor, without points between thousands.
    place: say({ key: `register.at.${key}`, values: { line: String(line), column: column ?? '' } }),
    words: problemWords(texts, language, found),
  };
}

function dateProblem({ say }: Workspace): ProblemAt {
  return { place: say({ key: 'register.date' }), words: say({ key: 'register.badDate' }) };
}

function sendLibraries(
  response: Response,
  name: string,
  libraries: readonly Library[],
  { say }: Workspace,
): void {
  const fields = ['code', 'name', 'province', 'size'].map((key) => say({ key: `register.heading.${key}` }));
  const data = libraries.map((each) => [each.code, each.name, each.province, each.sizeClass]);
  sendCsv(response, name, fields, data);
}
