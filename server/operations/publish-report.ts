// Publishes a project's report: freezes it as one snapshot with its hash, so that it says the same tomorrow.
import { createHash } from 'node:crypto';
import { shownBlocks } from '../../analysis/report/blocks.ts';
import { errorsOf } from '../../analysis/report/checks.ts';
import type { ReleasedSurvey, ReportModel } from '../../analysis/report/model.ts';
import { releaseStep, type TooSmallStep, tooSmallStep } from '../../analysis/report/release-step.ts';
import type { Context } from '../context.ts';
import type { Queries } from '../db/open.ts';
import { recordsOf } from '../db/records.ts';
import { publishReport as keepReport, type PublishedReport, reportByCode } from '../db/reports.ts';
import { countResponses } from '../db/responses.ts';
import { keptAnalysis } from '../db/retention.ts';
import { surveysOf } from '../db/surveys.ts';
import { answersGone, releaseTooSmall, reportNotReady } from '../errors.ts';
import { currentReport } from './build-report.ts';

/**
 * Publishes the project's report as it stands now and says which version it became, with the hash of its snapshot.
 * @throws ExpectedFailure for an unknown project, when too few persons answered since the last version, when
 * answers of a survey were erased before their figures were kept for a report, or when something in it must be mended first.
 * @throws UnreleasedQuote, RangeError as `buildReport` does.
 */
export async function publishReport(
  ctx: Context,
  projectCode: string,
): Promise<Pick<PublishedReport, 'code' | 'version' | 'hash'>> {
  // Before the figures are made, so that none are made of what is going meanwhile.
  await refuseGone(ctx.db.kysely, projectCode);
  const current = await currentReport(ctx, projectCode);
  const errors = errorsOf(current, await recordsOf(ctx.db.kysely, projectCode));
  if (errors > 0) throw reportNotReady(errors);
  return ctx.writes.run(async (db) => {
    await refuseGone(db, projectCode);
    const latest = await reportByCode(db, current.report);
    const step = latest && (await stepSince(db, projectCode, latest, current.released));
    if (step) throw releaseTooSmall(step.moved, releaseStep);
    const report: ReportModel = {
      ...current,
      version: (latest?.version ?? 0) + 1,
      blocks: shownBlocks(current),
    };
    const snapshot = JSON.stringify(report);
    const hash = hashOf(snapshot);
    const version = await keepReport(db, {
      code: report.report,
      project: projectCode,
      snapshot,
      hash,
      publishedAt: ctx.now().toISOString(),
    });
    return { code: report.report, version, hash };
  });
}

async function refuseGone(db: Queries, project: string): Promise<void> {
  if ((await keptAnalysis(db, project)) === 'nothing') throw answersGone();
}

/**
 * What keeps a next version back: how few persons answered since this one; null when it may go out. A version shows
 * the figures every reader outside the team sees (`next`), so those who came after the last step wait for the next.
 */
export async function stepSince(
  db: Queries,
  project: string,
  latest: PublishedReport,
  next: readonly ReleasedSurvey[],
): Promise<TooSmallStep | null> {
  const answered = (await surveysOf(db, project)).map(async ({ code }) => ({
    survey: code,
    responses: await countResponses(db, code),
  }));
  const last = readSnapshot(latest).released;
  // Whoever withdrew may be made up for in number by somebody new who still waits: the figures then differ by one.
  return tooSmallStep(last, await Promise.all(answered)) ?? tooSmallStep(last, next);
}

/**
 * The report in a stored snapshot.
 * @throws RangeError when its words no longer have its hash: somebody changed what was published.
 */
export function readSnapshot({ code, version, snapshot, hash }: PublishedReport): ReportModel {
  if (hashOf(snapshot) !== hash)
    throw new RangeError(
      `version ${version} of report "${code}" is not what was published: its hash differs`,
    );
  // Only publishReport writes snapshots, and the hash proves that nothing touched it since.
  return JSON.parse(snapshot) as ReportModel;
}

/** SHA-256 of a snapshot, in hexadecimal. */
function hashOf(snapshot: string): string {
  return createHash('sha256').update(snapshot).digest('hex');
}
