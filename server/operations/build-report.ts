// The report of a project as it would be published now: what the public may see, with the project's records.

import type { ReportModel } from '../../analysis/report/model.ts';
import { buildReport } from '../../analysis/report.ts';
import type { Context } from '../context.ts';
import { projectByCode } from '../db/projects.ts';
import { recordsOf } from '../db/records.ts';
import { reportByCode } from '../db/reports.ts';
import { unknownProject } from '../errors.ts';
import { analyseProject } from './analyse-project.ts';

/**
 * Builds the next version of a project's report without keeping it.
 * @throws ExpectedFailure when there is no such project.
 * @throws UnreleasedQuote, RangeError as `buildReport` does.
 */
export async function currentReport(ctx: Context, projectCode: string): Promise<ReportModel> {
  const project = await projectByCode(ctx.db.kysely, projectCode);
  if (!project) throw unknownProject(projectCode);
  const [analysis, records, latest] = [
    await analyseProject(ctx, projectCode, { reader: 'public' }),
    await recordsOf(ctx.db.kysely, projectCode),
    await reportByCode(ctx.db.kysely, project.reportTemplate.code),
  ];
  return buildReport({
    analysis,
    catalogue: project.catalogue,
    records,
    template: project.reportTemplate,
    registerDate: project.registerDate,
    publishedOn: ctx.now().toISOString().slice(0, 10),
    version: (latest?.version ?? 0) + 1,
  });
}
