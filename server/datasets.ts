// The columns of each survey, kept in memory and topped up by sequence number; made anew when an answer
// was taken away. Everything here can be made again from the database: a process keeps nothing another process needs.
import { Dataset } from '../analysis/dataset.ts';
import { type Codebook, codebookOf } from '../surveys/codebook.ts';
import type { Database } from './db/open.ts';
import { responsesSince } from './db/responses.ts';
import { definitionOfVersion, type Survey } from './db/surveys.ts';

interface Kept {
  readonly version: number;
  readonly erasures: number;
  readonly dataset: Promise<Dataset>;
}

/** Whether what is kept has this version and none of the answers that were taken away since. */
function holds(known: Kept, survey: Survey): boolean {
  return known.version === survey.version && known.erasures === survey.erasures;
}

export interface Datasets {
  /** The survey's responses up to now, as columns. */
  of(survey: Survey): Promise<Dataset>;
}

/** Rows read at once: small enough that a respondent never waits long for the event loop. */
const pageSize = 2_000;

export function createDatasets(db: Database): Datasets {
  const kept = new Map<string, Kept>();
  return {
    of: (survey) => {
      const known = kept.get(survey.code);
      const start = known && holds(known, survey) ? known.dataset : prepare(db, survey);
      // Each call continues the one before, so that two visitors never add the same responses twice.
      const dataset = start.then((ready) => topUp(db, survey.code, ready));
      kept.set(survey.code, { version: survey.version, erasures: survey.erasures, dataset });
      dataset.catch(() => kept.delete(survey.code));
      return dataset;
    },
  };
}

async function prepare(db: Database, survey: Survey): Promise<Dataset> {
  const dataset = new Dataset(codebookOf(survey.questionnaire), survey.version);
  for (let version = 1; version < survey.version; version += 1) {
    dataset.addVersion(version, await codebookOfVersion(db, survey.code, version));
  }
  return dataset;
}

async function codebookOfVersion(db: Database, survey: string, version: number): Promise<Codebook> {
  return codebookOf(await definitionOfVersion(db.kysely, survey, version));
}

async function topUp(db: Database, survey: string, dataset: Dataset): Promise<Dataset> {
  for (;;) {
    const rows = await responsesSince(db.kysely, survey, dataset.lastSequence, pageSize);
    dataset.append(rows);
    if (rows.length < pageSize) return dataset;
    await new Promise(setImmediate);
  }
}
