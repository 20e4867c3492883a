// All pages of libraries as PDFs: started, followed and stopped by the team, and fetched as one zip.
import type { Router } from 'express';
import type { Context } from '../../context.ts';
import { endLibraryFiles, type LibraryFiles, libraryFilesOf, libraryZipOf } from '../../db/library-files.ts';
import { reportByCode } from '../../db/reports.ts';
import { unknownPage } from '../../errors.ts';
import { isLost, startLibraryFiles } from '../../operations/library-files.ts';
import { readSnapshot } from '../../operations/publish-report.ts';
import { fieldOf } from './access.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

export interface LibraryFilesPage {
  readonly csrf: string;
  /** Which job this page is about: stopping it stops no other. */
  readonly job: string;
  readonly title: string;
  readonly address: string;
  readonly back: string;
  readonly state: LibraryFiles['state'] | 'lost' | 'none';
  /** What it says of the state, with how many of how many. */
  readonly told: string;
  readonly made: number;
  readonly total: number;
  /** Version of the report the files are of; 0 without files. */
  readonly version: number;
}

/** Seconds until a browser without scripts looks again. */
const again = 3;

export function libraryFilesRoutes(ctx: Context, router: Router): void {
  router.get('/:project/library-files', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const job = await libraryFilesOf(ctx.db.kysely, workspace.project.code);
    const page = pageOf(workspace, job, ctx.now(), response.locals.csrf ?? '');
    await showStation(ctx, response, workspace, 'team/library-files', page, {
      station: 'report',
      title: page.title,
      styles: ['project.css', 'library.css'],
      scripts: page.state === 'running' ? ['library-files.js'] : [],
      ...(page.state === 'running' ? { refresh: again } : {}),
    });
  });

  router.post('/:project/library-files', async (request, response) => {
    const { project, language } = await openWorkspace(ctx, response, request.params.project);
    const published = await reportByCode(ctx.db.kysely, project.reportTemplate.code);
    const report = published && readSnapshot(published);
    if (!published || !report?.libraries) throw unknownPage();
    const job = await libraryFilesOf(ctx.db.kysely, project.code);
    const runs = job?.state === 'running' && !isLost(job, ctx.now());
    if (!runs) await startLibraryFiles(ctx, published, report, language);
    response.redirect(303, `/team/${project.code}/library-files`);
  });

  router.post('/:project/library-files/stop', async (request, response) => {
    const { project } = await openWorkspace(ctx, response, request.params.project);
    const job = fieldOf(request, 'job');
    await ctx.writes.run((db) => endLibraryFiles(db, project.code, job, 'stopped'));
    response.redirect(303, `/team/${project.code}/library-files`);
  });

  router.get('/:project/library-files/all.zip', async (request, response) => {
    const { project } = await openWorkspace(ctx, response, request.params.project);
    const zip = await libraryZipOf(ctx.db.kysely, project.code);
    if (!zip) throw unknownPage();
    response.setHeader('Content-Disposition', `attachment; filename="bibs-${project.code}.zip"`);
    response.setHeader('Cache-Control', 'no-store');
    response.type('application/zip').end(zip);
  });
}

function pageOf(
  { project, say }: Workspace,
  job: LibraryFiles | null,
  now: Date,
  csrf: string,
): LibraryFilesPage {
  const state = job === null ? 'none' : isLost(job, now) ? 'lost' : job.state;
  const { made = 0, total = 0, version = 0 } = job ?? {};
  return {
    csrf,
    job: job?.id ?? '',
    title: say({ key: 'library-files.title' }),
    address: `/team/${project.code}/library-files`,
    back: `/team/${project.code}/libraries`,
    state,
    told: say({ key: `library-files.state.${state}`, values: { made, total, version } }),
    made,
    total,
    version,
  };
}
