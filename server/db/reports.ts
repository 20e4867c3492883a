// Published reports: each version is frozen as one snapshot with its hash.
import type { Queries } from './open.ts';

export interface PublishedReport {
  /** Its place in the address: /r/<code>. */
  readonly code: string;
  readonly version: number;
  readonly project: string;
  /** JSON of the report model; pages and files are drawn from it alone. */
  readonly snapshot: string;
  readonly hash: string;
  readonly publishedAt: string;
}

/**
 * Adds the next version of a report and says which number it got. Call it inside a transaction.
 * @throws a unique violation when two publish at the very same moment.
 */
export async function publishReport(db: Queries, report: Omit<PublishedReport, 'version'>): Promise<number> {
  const latest = await reportByCode(db, report.code);
  const version = (latest?.version ?? 0) + 1;
  await db
    .insertInto('reports')
    .values({
      code: report.code,
      version,
      project: report.project,
      snapshot: report.snapshot,
      hash: report.hash,
      published_at: report.publishedAt,
    })
    .execute();
  return version;
}

/** The latest version of a report, or this one; null when it was never published. */
export async function reportByCode(
  db: Queries,
  code: string,
  version?: number,
): Promise<PublishedReport | null> {
  let query = db.selectFrom('reports').selectAll().where('code', '=', code);
  if (version !== undefined) query = query.where('version', '=', version);
  const row = await query.orderBy('version', 'desc').executeTakeFirst();
  if (!row) return null;
  const { published_at: publishedAt, ...report } = row;
  return { ...report, publishedAt };
}

/** What was published of a project, the newest first, without the snapshots. */
export async function reportVersions(
  db: Queries,
  project: string,
): Promise<readonly Omit<PublishedReport, 'snapshot'>[]> {
  const rows = await db
    .selectFrom('reports')
    .select(['code', 'version', 'project', 'hash', 'published_at'])
    .where('project', '=', project)
    .orderBy('published_at', 'desc')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ published_at: publishedAt, ...report }) => ({ ...report, publishedAt }));
}
