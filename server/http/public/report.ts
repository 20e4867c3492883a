// Published reports: the latest or an older version, its running foot and its file, all drawn from the snapshot alone.
import { type Request, type Response, Router } from 'express';
import type { Context } from '../../context.ts';
import { type PublishedReport, reportByCode, reportVersions } from '../../db/reports.ts';
import { unknownReport } from '../../errors.ts';
import { figureKinds, reportFigures } from '../../figures-file.ts';
import { formatDate } from '../../format-values.ts';
import { readSnapshot } from '../../operations/publish-report.ts';
import { paperNames, reportPaper } from '../../operations/report-papers.ts';
import { footStyles, reportFile } from '../../report/html-file.ts';
import { reportView } from '../../report/report-view.ts';
import { reportWords } from '../../report/report-words.ts';
import { type KeptFile, keptFiles } from '../kept-files.ts';
import { figureFiles, htmlFile, paperFiles, sendFigures, sendPaper } from '../report-files.ts';
import { sendKeptHtml } from '../send-html.ts';
import { needsAsked, slidesPage } from '../slides-page.ts';

/** Browser modules of a page with charts, in the order they load. */
export const chartScripts = ['vendor/chart.js', 'charts.js'] as const;

/** Published reports under /r. */
export function reportRoutes(ctx: Context): Router {
  const router = Router();
  const papers = keptFiles(24);
  const pages = keptFiles(24);
  const figures = keptFiles(24);

  router.get(['/:report', '/:report/:version'], async (request, response) => {
    const published = await publishedReport(ctx, request);
    const { language } = response.locals;
    const versions = (await reportVersions(ctx.db.kysely, published.project)).filter(
      ({ code }) => code === published.code,
    );
    const path = request.baseUrl + request.path;
    // A page says of which other versions there are, and nothing else that is not in its snapshot.
    const name = [published.hash, language, path, ...versions.map(({ version }) => version)].join(' ');
    const page = await pages.get(name, async () =>
      new TextEncoder().encode(drawPage(ctx, published, versions, language, path)),
    );
    sendKeptHtml(response, page, language);
  });

  router.get('/:report/:version/present', async (request, response) => {
    const published = await publishedReport(ctx, request);
    const { language, languages } = response.locals;
    const report = readSnapshot(published);
    const asked = needsAsked(report, request);
    const address = request.baseUrl + request.path;
    const page = await pages.get([published.hash, language, address, asked].join(' '), async () => {
      const from = {
        report: `/r/${published.code}/${published.version}`,
        address: `/r/${published.code}/${published.version}/present`,
        hash: published.hash,
      };
      const [slides, options] = slidesPage(ctx, report, from, { language, asked });
      const path = asked === null ? address : `${address}?needs=${asked}`;
      return new TextEncoder().encode(
        ctx.templates.page('public/slides', slides, { ...options, language, languages }, path),
      );
    });
    sendKeptHtml(response, page, language);
  });

  router.get('/:report/:version/foot-:language.css', async (request, response) => {
    const published = await publishedReport(ctx, request);
    const { language } = request.params;
    if (!ctx.texts.reportLanguages.includes(language)) throw unknownReport();
    const view = reportView(readSnapshot(published), reportWords(ctx.texts, language), { standalone: true });
    response.type('text/css').end(footStyles(ctx, view, language));
  });

  router.get('/:report/:version/file', async (request, response) => {
    const published = await publishedReport(ctx, request);
    const { language } = response.locals;
    const file = await papers.get(`${published.hash} ${language} file`, async () =>
      new TextEncoder().encode(reportFile(ctx, readSnapshot(published), published.hash, language)),
    );
    const bytes = unlessHad(response, file);
    if (!bytes) return;
    const name = `${published.code}-${published.version}-${language}.html`;
    response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
    response.type('text/html; charset=utf-8').end(bytes);
  });

  for (const paper of paperNames)
    router.get(`/:report/:version/${paper}`, async (request, response) => {
      const published = await publishedReport(ctx, request);
      const { language } = response.locals;
      const file = await papers.get(`${published.hash} ${language} ${paper}`, () =>
        reportPaper(ctx, paper, readSnapshot(published), published.hash, language),
      );
      const bytes = unlessHad(response, file);
      if (bytes) sendPaper(response, paper, `${published.code}-${published.version}-${language}`, bytes);
    });

  for (const kind of figureKinds)
    router.get(`/:report/:version/figures.${kind}`, async (request, response) => {
      const published = await publishedReport(ctx, request);
      const { language } = response.locals;
      const file = await figures.get(`${published.hash} ${language} ${kind}`, async () =>
        reportFigures(kind, readSnapshot(published), published.hash, ctx.texts, language),
      );
      const bytes = unlessHad(response, file);
      if (bytes) sendFigures(response, kind, `${published.code}-${published.version}-${language}`, bytes);
    });

  return router;
}

/** What is to be sent, under a tag of its bytes; null when the browser has it already and was told so. */
function unlessHad(response: Response, { bytes, digest }: KeptFile): Uint8Array | null {
  response.setHeader('ETag', `"${digest}"`);
  if (!response.req.fresh) return bytes;
  response.status(304).end();
  return null;
}

/** The page of a version as HTML. */
function drawPage(
  ctx: Context,
  published: PublishedReport,
  versions: Awaited<ReturnType<typeof reportVersions>>,
  language: string,
  path: string,
): string {
  const report = readSnapshot(published);
  const view = reportView(report, reportWords(ctx.texts, language), { standalone: false });
  const address = `/r/${published.code}/${published.version}`;
  return ctx.templates.page(
    'public/report',
    {
      view,
      hash: published.hash,
      others: versions
        .filter(({ version }) => version !== published.version)
        .map(({ version, publishedAt }) => ({
          version,
          date: formatDate(language, publishedAt),
          address: `/r/${published.code}/${version}`,
        })),
      foot: `${address}/foot-${language}.css`,
      files: [
        ...paperFiles(ctx.texts, address, language),
        htmlFile(ctx.texts, address, language),
        ...figureFiles(ctx.texts, address, language),
      ],
      followUp: `/r/${published.code}/follow-up`,
      slides: `${address}/present`,
      back: null,
    },
    {
      title: view.title,
      layout: 'report',
      demonstration: report.demonstration,
      scripts: chartScripts,
      language,
      languages: ctx.texts.reportLanguages,
    },
    path,
  );
}

/** The version the address names, or the latest. @throws ExpectedFailure when there is none. */
async function publishedReport(ctx: Context, request: Request): Promise<PublishedReport> {
  const { report, version } = request.params;
  const wanted =
    version === undefined ? undefined : /^[1-9]\d{0,5}$/.test(String(version)) ? Number(version) : 0;
  const published = await reportByCode(ctx.db.kysely, String(report), wanted);
  if (!published) throw unknownReport();
  return published;
}
