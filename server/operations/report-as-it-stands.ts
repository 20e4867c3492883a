// The job of building a project's report as it would be published now: what the public may see, with the project's records.
import { libraryFiguresFor } from '../../analysis/disclosure.ts';
import { withKept } from '../../analysis/report/kept-analysis.ts';
import type { ReportModel } from '../../analysis/report/model.ts';
import { buildReport } from '../../analysis/report.ts';
import { membersOf } from '../db/panels.ts';
import { projectByCode } from '../db/projects.ts';
import { recordsOf } from '../db/records.ts';
import { reportDraftOf } from '../db/report-drafts.ts';
import { reportByCode } from '../db/reports.ts';
import { keptAnalysis } from '../db/retention.ts';
import { savedViewsOf } from '../db/saved-views.ts';
import { unknownProject } from '../errors.ts';
import type { JobContext } from '../worker/job-context.ts';
import { projectAnalysis, projectInput } from './project-analysis.ts';
import { readSnapshot } from './publish-report.ts';
import type { ReleasedSequences } from './released-sequences.ts';
import { savedFigures } from './saved-figures.ts';
import { sideBySide } from './side-by-side.ts';

export interface ReportAsked {
  readonly project: string;
  /** What the public may see. */
  readonly released: ReleasedSequences;
  /** Day, `2024-03-01`. */
  readonly publishedOn: string;
  /** As `ReportInput.toMend`. */
  readonly toMend?: boolean;
}

/** @throws ExpectedFailure when there is no such project. @throws UnreleasedQuote, RangeError as `buildReport` does. */
export async function reportAsItStands(
  ctx: JobContext,
  { project: code, released, publishedOn, toMend }: ReportAsked,
): Promise<ReportModel> {
  const db = ctx.db.kysely;
  const project = await projectByCode(db, code);
  if (!project) throw unknownProject(code);
  const views = await savedViewsOf(db, code);
  const input = await projectInput(ctx, code, released);
  const kept = await keptAnalysis(db, code);
  const now = await projectAnalysis(ctx, { project: code, reader: 'public', released, filters: [] });
  const stayed = kept === 'nothing' ? null : kept;
  const gone = new Set(stayed?.surveys.keys());
  const [analysis, records, latest] = [
    stayed ? withKept(now, stayed.surveys, stayed.needs) : now,
    await recordsOf(db, code),
    await reportByCode(db, project.reportTemplate.code),
  ];
  const report = buildReport({
    analysis,
    catalogue: project.catalogue,
    records,
    template: project.reportTemplate,
    board: await membersOf(db, code),
    registerDate: project.registerDate,
    publishedOn,
    version: (latest?.version ?? 0) + 1,
    beside: await sideBySide(ctx, { project: code, reader: 'public', released }),
    draft: (await reportDraftOf(db, code)).draft,
    toMend,
    saved: await savedFigures(ctx, { project: code, reader: 'public', released, gone }, views),
  });
  const needs = report.needs.map((need) => need.code);
  const before = latest ? (readSnapshot(latest).libraries ?? null) : null;
  const made = { version: report.version, madeOn: publishedOn };
  // The pages of the libraries rest on the answers of the main survey: without these they stay what they were.
  const [main] = input.surveys;
  const libraries = gone.has(main?.survey ?? '') ? before : libraryFiguresFor(input, needs, before, made);
  return libraries ? { ...report, libraries } : report;
}
