// The report station: see what would be published, check it, publish it.
import type { Router } from 'express';
import { UnreleasedQuote } from '../../../analysis/report/chain.ts';
import { type ReportModel, ReportTemplateMistake } from '../../../analysis/report/model.ts';
import type { Context } from '../../context.ts';
import { recordsOf } from '../../db/records.ts';
import { reportByCode, reportVersions } from '../../db/reports.ts';
import { keptAnalysis } from '../../db/retention.ts';
import { savedViewsOf } from '../../db/saved-views.ts';
import { reportNotReady } from '../../errors.ts';
import { currentReport } from '../../operations/build-report.ts';
import { publishReport, stepSince } from '../../operations/publish-report.ts';
import { paperNames, reportPaper } from '../../operations/report-papers.ts';
import { reportView } from '../../report/report-view.ts';
import { reportWords } from '../../report/report-words.ts';
import { chartScripts } from '../public/report.ts';
import { paperFiles, sendPaper } from '../report-files.ts';
import { needsAsked, slidesPage } from '../slides-page.ts';
import { letUsFrame } from './frames.ts';
import { reportContactRoutes } from './report-contact.ts';
import { reportStationPage } from './report-view.ts';
import { openWorkspace, showStation } from './workspace.ts';

export function reportStationRoutes(ctx: Context, router: Router): void {
  reportContactRoutes(ctx, router);

  router.get('/:project/report', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { project, analysis } = workspace;
    const db = ctx.db.kysely;
    const [records, versions, latest, next, saved, kept] = await Promise.all([
      recordsOf(db, project.code),
      reportVersions(db, project.code),
      reportByCode(db, project.reportTemplate.code),
      nextReport(ctx, project.code),
      savedViewsOf(db, project.code),
      keptAnalysis(db, project.code),
    ]);
    const figures = next instanceof Error ? [] : next.released;
    const step = latest && (await stepSince(db, project.code, latest, figures));
    const csrf = response.locals.csrf ?? '';
    const page = reportStationPage(
      {
        project: project.code,
        csrf,
        analysis,
        records,
        versions,
        next,
        step,
        answersGone: kept === 'nothing',
        saved,
        mainSurvey: workspace.surveys[0]?.code ?? '',
      },
      workspace,
      reportWords(ctx.texts, workspace.language),
    );
    await showStation(ctx, response, workspace, 'team/report', page, {
      station: 'report',
      title: page.finding,
      styles: ['report.css', 'report-need.css', 'public.css'],
    });
  });

  router.get('/:project/report/preview', async (request, response) => {
    // The team sees it also while something in it must be mended.
    const report = await currentReport(ctx, request.params.project, { toMend: true });
    letUsFrame(response);
    const view = reportView(report, reportWords(ctx.texts, response.locals.language), { standalone: false });
    ctx.render(
      response,
      'public/report',
      {
        view,
        hash: null,
        others: [],
        foot: null,
        files: paperFiles(ctx.texts, `/team/${report.project}/report/draft`, response.locals.language),
        followUp: null,
        slides: `/team/${report.project}/report/present`,
        back: `/team/${report.project}/report`,
      },
      { title: view.title, layout: 'report', demonstration: report.demonstration, scripts: chartScripts },
    );
  });

  router.get('/:project/report/present', async (request, response) => {
    // In a meeting nobody's words stand that were not released: a draft to be mended is not shown.
    const report = await currentReport(ctx, request.params.project);
    const address = `/team/${report.project}/report`;
    const from = { report: `${address}/preview`, address: `${address}/present`, hash: null };
    const shown = { language: response.locals.language, asked: needsAsked(report, request) };
    ctx.render(response, 'public/slides', ...slidesPage(ctx, report, from, shown));
  });

  for (const paper of paperNames)
    router.get(`/:project/report/draft/${paper}`, async (request, response) => {
      const report = await currentReport(ctx, request.params.project);
      const { language } = response.locals;
      const bytes = await reportPaper(ctx, paper, report, null, language);
      sendPaper(
        response,
        paper,
        `${report.report}-${ctx.texts.say(language, 'report.draft')}-${language}`,
        bytes,
      );
    });

  router.post('/:project/report', async (request, response) => {
    try {
      await publishReport(ctx, request.params.project);
    } catch (error) {
      if (error instanceof UnreleasedQuote) throw reportNotReady(1);
      throw error;
    }
    response.redirect(303, `/team/${encodeURIComponent(request.params.project)}/report`);
  });
}

/** The next version, or the reason a person can mend why it cannot be made. */
async function nextReport(
  ctx: Context,
  project: string,
): Promise<ReportModel | UnreleasedQuote | ReportTemplateMistake> {
  try {
    return await currentReport(ctx, project);
  } catch (error) {
    if (error instanceof UnreleasedQuote || error instanceof ReportTemplateMistake) return error;
    throw error;
  }
}
