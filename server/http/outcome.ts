// What came of the answers and the votes: where whoever gave them reads it, as soon as something is published.
import type { Queries } from '../db/open.ts';
import { reportVersions } from '../db/reports.ts';

/** Addresses of the newest published report of a project, and of what is done about it since. */
export interface Outcome {
  readonly report: string;
  readonly followUp: string;
}

/** Null while nothing of this project is published. */
export async function outcomeOf(db: Queries, project: string): Promise<Outcome | null> {
  const [newest] = await reportVersions(db, project);
  return newest ? { report: `/r/${newest.code}`, followUp: `/r/${newest.code}/follow-up` } : null;
}
