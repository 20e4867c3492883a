// What a library finds behind its personal link: its page, and the form its team fills in together.
import { Router } from 'express';
import type { Context } from '../../context.ts';
import { unknownPage } from '../../errors.ts';
import { fileName, libraryFile } from '../../operations/library-files.ts';
import { type LibraryView, libraryView } from '../../report/library-view.ts';
import { reportWords } from '../../report/report-words.ts';
import { keptFiles } from '../kept-files.ts';
import { reflectionRoutes } from './reflection.ts';
import { libraryVisit } from './visit.ts';

export interface LibraryPage {
  readonly view: LibraryView;
  readonly hash: string;
  readonly report: string;
  readonly followUp: string;
  /** The page as a PDF of one A4; null for the project's team, which has them all in one file. */
  readonly pdf: string | null;
  /** Of the form the team fills in; null where somebody else looks. */
  readonly reflection: string | null;
  /** For the project's team: the list of libraries. */
  readonly back: string | null;
}

export const libraryStyles = ['follow-up.css', 'library.css'];

/** Pages of libraries under /r. */
export function libraryRoutes(ctx: Context): Router {
  const router = Router();
  const papers = keptFiles(48);

  // The link that is handed out has no version: it goes on working when the next one is published.
  router.get('/:report/library/:key', async (request, response) => {
    const { address } = await libraryVisit(ctx, request);
    response.redirect(303, address);
  });

  router.get('/:report/:version/library/:key', async (request, response) => {
    const { published, report, library, address } = await libraryVisit(ctx, request);
    const view = libraryView(report, library.code, reportWords(ctx.texts, response.locals.language));
    if (!view) throw unknownPage();
    const page: LibraryPage = {
      view,
      hash: published.hash,
      report: `/r/${published.code}/${published.version}`,
      followUp: `/r/${published.code}/follow-up`,
      pdf: `${address}/page.pdf?lang=${response.locals.language}`,
      reflection: `${address}/reflection`,
      back: null,
    };
    response.setHeader('X-Robots-Tag', 'noindex');
    ctx.render(response, 'library/page', page, {
      title: view.name,
      layout: 'report',
      demonstration: report.demonstration,
      styles: libraryStyles,
    });
  });

  router.get('/:report/:version/library/:key/page.pdf', async (request, response) => {
    const { published, report, library } = await libraryVisit(ctx, request);
    const { language } = response.locals;
    const { code } = library;
    const { bytes, digest } = await papers.get([published.hash, language, code].join(' '), async () => {
      const file = await libraryFile(ctx, report, code, published.hash, language);
      if (!file) throw unknownPage();
      return file.content;
    });
    response.setHeader('X-Robots-Tag', 'noindex');
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('ETag', `"${digest}"`);
    if (request.fresh) return void response.status(304).end();
    const name = [published.code, published.version, fileName(code), language].join('-');
    response.setHeader('Content-Disposition', `attachment; filename="${name}.pdf"`);
    response.type('application/pdf').end(bytes);
  });

  reflectionRoutes(ctx, router);
  return router;
}
