// Figures of another system over HTTP: a CSV is given, its columns and words are looked at, and what was shown is stored.
import type { Request, Response, Router } from 'express';
import { dayOf } from '../../../../surveys/day.ts';
import type { LineProblem } from '../../../../surveys/outside/outside-table.ts';
import type { Context } from '../../../context.ts';
import { unknownPage } from '../../../errors.ts';
import { problemWords } from '../../../import-messages.ts';
import { outsideKnown, planMark, removeOutside, storeOutside } from '../../../operations/outside-figures.ts';
import { fieldsSentOnce } from '../../forms.ts';
import { openWorkspace, showStation, type Workspace } from '../workspace.ts';
import { type OutsideCheckPage, outsideCheckPage } from './check-view.ts';
import { type OutsideReading, type OutsideTyped, outsideTyped, readOutside } from './outside-form.ts';
import { type OutsidePage, outsidePage } from './outside-view.ts';

export interface OutsidePages {
  'team/outside': OutsidePage;
  'team/outside-check': OutsideCheckPage;
}

const styles = ['project.css', 'rounds.css', 'register-page.css', 'report-need.css', 'outside.css'];

export function outsideRoutes(ctx: Context, router: Router): void {
  router.get('/:project/outside', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { stored } = request.query;
    const count = typeof stored === 'string' && /^\d{1,6}$/.test(stored) ? Number(stored) : null;
    await showList(ctx, response, workspace, outsideTyped({}), [], count);
  });

  router.post('/:project/outside', async (request: Request<{ project: string }>, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { project, surveys, language } = workspace;
    const typed = outsideTyped(fieldsSentOnce(request));
    const known = await outsideKnown(ctx, project, surveys);
    const reading = readOutside(typed, known, language, dayOf(ctx.now()));
    const { plan } = reading;
    if (reading.table === null && reading.problems.length === 0) {
      return showList(ctx, response, workspace, typed, reading.mistakes, null);
    }
    // Only what was shown is stored: the same file, read the same way.
    if (!plan || !typed.save || typed.seen !== planMark(plan)) {
      return showCheck(ctx, response, workspace, typed, reading);
    }
    await storeOutside(ctx, project.code, plan);
    const count = plan.desk.length + plan.set.rows.length;
    response.redirect(303, `/team/${project.code}/outside?stored=${count}`);
  });

  router.post(
    '/:project/outside/:set/remove',
    async (request: Request<{ project: string; set: string }>, response) => {
      const { project } = await openWorkspace(ctx, response, request.params.project);
      if (!(await removeOutside(ctx, project.code, request.params.set))) throw unknownPage();
      response.redirect(303, `/team/${project.code}/outside`);
    },
  );
}

async function showList(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  typed: OutsideTyped,
  mistakes: OutsideReading['mistakes'],
  stored: number | null,
): Promise<void> {
  const known = await outsideKnown(ctx, workspace.project, workspace.surveys);
  const page = outsidePage(workspace, known, {
    csrf: response.locals.csrf ?? '',
    stored: stored === null ? '' : workspace.say({ key: 'outside.stored', values: { count: stored } }),
    mistakes,
    typed,
  });
  await showStation(ctx, response, workspace, 'team/outside', page, {
    station: 'needs',
    title: page.finding,
    styles,
    status: mistakes.length > 0 ? 422 : 200,
  });
}

async function showCheck(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  typed: OutsideTyped,
  reading: OutsideReading,
): Promise<void> {
  const known = await outsideKnown(ctx, workspace.project, workspace.surveys);
  const given = {
    csrf: response.locals.csrf ?? '',
    address: `/team/${workspace.project.code}/outside`,
    seen: reading.plan ? planMark(reading.plan) : '',
    problemWords: (found: LineProblem) => problemAt(ctx, workspace, found),
  };
  const page = outsideCheckPage(typed, reading, known, given, workspace);
  await showStation(ctx, response, workspace, 'team/outside-check', page, {
    station: 'needs',
    title: page.heading,
    styles,
    status: 422,
  });
}

function problemAt({ texts }: Context, { language, say }: Workspace, found: LineProblem) {
  const { line, column } = found;
  const key = line === null ? 'file' : column === null ? 'line' : 'cell';
  return {
    // Line numbers are told as they are in an editor, without points between thousands.
    place: say({ key: `register.at.${key}`, values: { line: String(line), column: column ?? '' } }),
    words: problemWords(texts, language, { ...found, file: '' }),
  };
}
