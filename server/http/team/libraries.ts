// The pages of all libraries, for the team: each as its library sees it, and the personal links that open them.

import type { Response, Router } from 'express';
import Papa from 'papaparse';
import type { Context } from '../../context.ts';
import { linkedLibraries, removeLibraryLink, setLibraryLink } from '../../db/library-links.ts';
import { reportByCode } from '../../db/reports.ts';
import { unknownPage } from '../../errors.ts';
import { hashToken, newToken } from '../../identity/tokens.ts';
import { readSnapshot } from '../../operations/publish-report.ts';
import { libraryView } from '../../report/library-view.ts';
import { reportWords } from '../../report/report-words.ts';
import { libraryStyles } from '../library/index.ts';
import { openWorkspace, serverAddress, showStation, type Workspace } from './workspace.ts';

export interface LibrariesPage {
  readonly finding: string;
  readonly csrf: string;
  readonly lead: string;
  readonly address: string;
  /** Of the job that makes them all as PDFs. */
  readonly files: string;
  readonly back: string;
  /** The link just made, shown once. */
  readonly link: { readonly name: string; readonly address: string } | null;
  readonly provinces: readonly {
    readonly name: string;
    readonly libraries: readonly {
      readonly name: string;
      readonly size: string;
      readonly address: string;
      readonly linked: boolean;
    }[];
  }[];
}

export function librariesRoutes(ctx: Context, router: Router): void {
  router.get('/:project/libraries', async (request, response) => {
    await show(ctx, response, await openWorkspace(ctx, response, request.params.project), null);
  });

  router.post('/:project/libraries/links', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code } = workspace.project;
    const pages = await pagesOf(ctx, workspace);
    if (!pages) throw unknownPage();
    const address = linkAddress(ctx, response, pages.published.code);
    const made = await ctx.writes.run(async (db) => {
      const linked = await linkedLibraries(db, code);
      const without = pages.libraries.filter((library) => !linked.has(library.code));
      const links = without.map((library) => ({ library, token: newToken() }));
      for (const { library, token } of links)
        await setLibraryLink(db, code, library.code, hashToken('library', token));
      return links;
    });
    const fields = ['code', 'name', 'address'].map((key) => workspace.say({ key: `library.all.csv.${key}` }));
    const data = made.map(({ library, token }) => [library.code, library.name, `${address}/${token}`]);
    const csv = Papa.unparse({ fields, data }, { delimiter: ';', escapeFormulae: true });
    response.setHeader('Content-Disposition', `attachment; filename="links-${code}.csv"`);
    response.setHeader('Cache-Control', 'no-store');
    response.type('text/csv').end(`\uFEFF${csv}\r\n`);
  });

  router.get('/:project/libraries/:library', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { report, published } = (await pagesOf(ctx, workspace)) ?? {};
    const words = reportWords(ctx.texts, workspace.language);
    const view = report && libraryView(report, request.params.library, words);
    if (!view || !published) throw unknownPage();
    const page = {
      view,
      hash: published.hash,
      report: `/r/${published.code}/${published.version}`,
      followUp: `/r/${published.code}/follow-up`,
      pdf: null,
      reflection: null,
      back: `/team/${workspace.project.code}/libraries`,
    };
    ctx.render(response, 'library/page', page, {
      title: view.name,
      layout: 'report',
      demonstration: report.demonstration,
      styles: libraryStyles,
    });
  });

  router.post('/:project/libraries/:library/link', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const pages = await pagesOf(ctx, workspace);
    const library = pages?.libraries.find(({ code }) => code === request.params.library);
    if (!pages || !library) throw unknownPage();
    const token = newToken();
    await ctx.writes.run((db) =>
      setLibraryLink(db, workspace.project.code, library.code, hashToken('library', token)),
    );
    const address = `${linkAddress(ctx, response, pages.published.code)}/${token}`;
    await show(ctx, response, workspace, { name: library.name, address });
  });

  router.post('/:project/libraries/:library/unlink', async (request, response) => {
    const { project } = await openWorkspace(ctx, response, request.params.project);
    await ctx.writes.run((db) => removeLibraryLink(db, project.code, request.params.library));
    response.redirect(303, `/team/${project.code}/libraries`);
  });
}

function linkAddress(ctx: Context, response: Response, report: string): string {
  return `${serverAddress(ctx, response)}/r/${report}/library`;
}

/** The latest report with its libraries; null while none has pages of libraries. */
async function pagesOf(ctx: Context, { project }: Workspace) {
  const published = await reportByCode(ctx.db.kysely, project.reportTemplate.code);
  const report = published && readSnapshot(published);
  return published && report?.libraries ? { published, report, libraries: report.libraries.libraries } : null;
}

async function show(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  link: LibrariesPage['link'],
): Promise<void> {
  const { code } = workspace.project;
  const [pages, linked] = await Promise.all([pagesOf(ctx, workspace), linkedLibraries(ctx.db.kysely, code)]);
  const libraries = pages?.libraries ?? [];
  const address = `/team/${code}/libraries`;
  const names = [...new Set(libraries.map(({ province }) => province))].sort((a, b) =>
    a.localeCompare(b, 'nl'),
  );
  const finding = workspace.say({ key: 'library.all.finding', values: { count: libraries.length } });
  const page: LibrariesPage = {
    finding,
    csrf: response.locals.csrf ?? '',
    lead: workspace.say(
      pages
        ? { key: 'library.all.lead', values: { version: pages.published.version } }
        : { key: 'library.all.none' },
    ),
    address,
    files: `/team/${code}/library-files`,
    back: `/team/${code}/report`,
    link,
    provinces: names.map((name) => ({
      name,
      libraries: libraries
        .filter(({ province }) => province === name)
        .sort((a, b) => a.name.localeCompare(b.name, 'nl'))
        .map((library) => ({
          name: library.name,
          size: library.sizeClass,
          address: `${address}/${encodeURIComponent(library.code)}`,
          linked: linked.has(library.code),
        })),
    })),
  };
  await showStation(ctx, response, workspace, 'team/libraries', page, {
    station: 'report',
    title: finding,
    styles: ['project.css', 'rounds.css', 'library.css'],
  });
}
