// The published report of the demonstration with a few of its libraries: enough to make their papers.
import { reportByCode } from '../../server/db/reports.ts';
import { readSnapshot } from '../../server/operations/publish-report.ts';
import type { App } from './start-app.ts';

/** The published report with its first `count` libraries alone. @throws Error where none is published. */
export async function firstLibraries({ ctx }: App, count: number) {
  const published = await reportByCode(ctx.db.kysely, 'ooo');
  if (!published) throw new Error('no report');
  const report = readSnapshot(published);
  if (!report.libraries) throw new Error('no libraries');
  const libraries = { ...report.libraries, libraries: report.libraries.libraries.slice(0, count) };
  return { published, report: { ...report, libraries } };
}
