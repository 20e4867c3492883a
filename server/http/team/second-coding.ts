// Coding remarks a second time: one remark at a time, without seeing what the first person made of it.
import type { Request, Response, Router } from 'express';
import type { Codes } from '../../../analysis/coding/double-coding.ts';
import type { Context } from '../../context.ts';
import { saveSecondCoding } from '../../db/second-codings.ts';
import { unknownPage } from '../../errors.ts';
import type { DoubleCoding } from '../../operations/double-coding.ts';
import { fieldOf } from './access.ts';
import { resultTabs } from './results-view.ts';
import { secondCodingPage, type TypedCodes } from './second-coding-view.ts';
import { openWorkspace, showStation } from './workspace.ts';

export function secondCodingRoutes(ctx: Context, router: Router): void {
  router.get('/:project/results/remarks/second', async (request, response) => {
    const { project } = request.params;
    const asked = typeof request.query.remark === 'string' ? request.query.remark : null;
    const coding = await codingOf(ctx, project, asked);
    await show(ctx, request, response, coding, { services: [], themes: [], mistake: null });
  });

  router.post('/:project/results/remarks/second', async (request, response) => {
    const { project } = request.params;
    const asked = fieldOf(request, 'remark');
    const coding = await codingOf(ctx, project, asked);
    // Another window coded this one meanwhile: the next one is shown, nothing is written over.
    const here = `/team/${encodeURIComponent(project)}/results/remarks/second`;
    if (coding.next?.id !== asked) return response.redirect(303, here);
    const codes = readCodes(request, coding);
    if (codes.services.length === 0 || codes.themes.length === 0) {
      const mistake = codes.services.length === 0 ? 'services' : 'themes';
      return show(ctx, request, response, coding, { ...codes, mistake });
    }
    const account = response.locals.account?.id ?? '';
    const at = ctx.now().toISOString();
    const { survey } = coding;
    await ctx.writes.run((db) => saveSecondCoding(db, { survey, remark: asked, codes, account, at }));
    response.redirect(303, here);
  });
}

/** @throws ExpectedFailure when the project codes no remarks, or has none. */
async function codingOf(ctx: Context, project: string, asked: string | null): Promise<DoubleCoding> {
  const coding = await ctx.analysis.ask('doubleCoding', { project, asked });
  if (!coding || coding.remarks === 0) throw unknownPage();
  return coding;
}

function readCodes(request: Request, { frame }: DoubleCoding): Codes {
  const ticked = (dimension: 'services' | 'themes') =>
    frame[dimension]
      .map(({ code }) => code)
      .filter((code) => fieldOf(request, `${dimension}.${code}`) === '1');
  return { services: ticked('services'), themes: ticked('themes') };
}

async function show(
  ctx: Context,
  request: Request<{ project: string }>,
  response: Response,
  coding: DoubleCoding,
  typed: TypedCodes,
): Promise<void> {
  const workspace = await openWorkspace(ctx, response, request.params.project);
  const { project, surveys, analysis } = workspace;
  const [shown] = surveys;
  const own = shown && analysis.surveys.find(({ survey }) => survey === shown.code);
  const skills = project.catalogue.skills !== undefined;
  const place = shown && { project: project.code, surveys, shown, page: 'remarks', skills, query: '' };
  const page = secondCodingPage(
    coding,
    typed,
    {
      tabs: place && own ? resultTabs(place, own, workspace) : [],
      remarks: own?.remarks ?? [],
      project: project.code,
      csrf: response.locals.csrf ?? '',
    },
    workspace,
  );
  await showStation(ctx, response, workspace, 'team/second-coding', page, {
    station: 'results',
    title: page.finding,
    status: typed.mistake === null ? 200 : 422,
    styles: ['rounds.css', 'coding.css'],
  });
}
