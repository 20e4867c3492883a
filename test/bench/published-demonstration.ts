// The report of the demonstration as it was published, for benches of what is made from a report.
import { join } from 'node:path';
import type { ReportModel } from '../../analysis/report/model.ts';
import type { Context } from '../../server/context.ts';
import { reportByCode } from '../../server/db/reports.ts';
import { createDemonstration } from '../../server/operations/create-demonstration.ts';
import { readSnapshot } from '../../server/operations/publish-report.ts';
import { templatesFolder } from '../../server/paths.ts';
import { readDemonstration, readTemplateFolder } from '../../server/template-folder.ts';

/** Makes the demonstration in an empty database; its report with the hash of the snapshot. */
export async function publishedDemonstration(
  ctx: Context,
): Promise<{ readonly report: ReportModel; readonly hash: string }> {
  const folder = join(templatesFolder, 'ooo');
  await createDemonstration(ctx, 'ooo', await readTemplateFolder(folder), await readDemonstration(folder));
  const found = await reportByCode(ctx.db.kysely, 'ooo');
  if (!found) throw new Error('the demonstration has no report');
  return { report: readSnapshot(found), hash: found.hash };
}
