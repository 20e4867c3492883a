// Coding remarks a second time: one remark at a time, without seeing what the first person made of it.
import type { Request, Response, Router } from 'express';
import { valences } from '../../../surveys/coding/valence.ts';
import type { Context } from '../../context.ts';
import { peopleOf } from '../../db/people.ts';
import { unknownPage } from '../../errors.ts';
import { agreeOnRemark, codeTwice } from '../../operations/code-twice.ts';
import type { DoubleCoding } from '../../operations/double-coding.ts';
import { fieldOf } from './access.ts';
import { readCodes } from './coding/answer-form.ts';
import { resultTabs } from './results-view.ts';
import { secondCodingPage, type TypedCodes } from './second-coding-view.ts';
import { openWorkspace, showStation } from './workspace.ts';

export function secondCodingRoutes(ctx: Context, router: Router): void {
  router.get('/:project/results/remarks/second', async (request, response) => {
    const { project } = request.params;
    const asked = typeof request.query.remark === 'string' ? request.query.remark : null;
    const coding = await codingOf(ctx, response, project, asked);
    const start = coding.asked?.agreed ?? coding.asked?.first ?? nothing;
    await show(ctx, request, response, coding, { ...start, valence: start.valence ?? '', mistake: null });
  });

  router.post('/:project/results/remarks/second', async (request, response) => {
    const { project } = request.params;
    const asked = fieldOf(request, 'remark');
    const coding = await codingOf(ctx, response, project, asked);
    // Another window coded this one meanwhile: the next one is shown, nothing is written over.
    const here = `/team/${encodeURIComponent(project)}/results/remarks/second`;
    if ((coding.asked ?? coding.next)?.id !== asked) return response.redirect(303, here);
    const { services, themes } = readCodes((name) => fieldOf(request, name), coding.frame);
    const typed = fieldOf(request, 'valence');
    const valence = valences.find((each) => each === typed);
    if (services.length === 0 || themes.length === 0 || !valence) {
      const mistake = services.length === 0 ? 'services' : themes.length === 0 ? 'themes' : 'valence';
      return show(ctx, request, response, coding, { services, themes, valence: typed, mistake });
    }
    const keep = coding.asked ? agreeOnRemark : codeTwice;
    await keep(ctx, coding.survey, asked, { services, themes, valence }, response.locals.account?.id ?? '');
    response.redirect(303, here);
  });
}

const nothing = { services: [], themes: [], valence: null } as const;

/** @throws ExpectedFailure when the project codes no remarks, or has none. */
async function codingOf(
  ctx: Context,
  { locals }: Response,
  project: string,
  asked: string | null,
): Promise<DoubleCoding> {
  const account = locals.account?.id ?? '';
  const coding = await ctx.analysis.ask('doubleCoding', { project, asked, account });
  if (!coding || coding.remarks === 0) throw unknownPage();
  return coding;
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
      alone: (await peopleOf(ctx.db.kysely, request.params.project)).length < 2,
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
