// What a job works with: a connection that only reads, and the columns kept beside it.
import type { Datasets } from '../datasets.ts';
import type { Database } from '../db/open.ts';

export interface JobContext {
  readonly db: Database;
  readonly datasets: Datasets;
}
