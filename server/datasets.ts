// The columns of each survey, kept in memory and topped up by sequence number; made anew when an answer
// was taken away. Everything here can be made again from the database: a process keeps nothing another process needs.
import { Dataset } from '../analysis/dataset.ts';
import { codebookOf } from '../surveys/codebook.ts';
import type { Questionnaire } from '../surveys/questionnaire.ts';
import { withRetired } from '../surveys/retired.ts';
import type { Database } from './db/open.ts';
import { countResponses, responsesSince } from './db/responses.ts';
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
  /** The survey's responses up to now, as columns of `definitionOf`. */
  of(survey: Survey): Promise<Dataset>;
  /** What the columns are read by: the newest version, with what earlier ones offered and it does not. */
  definitionOf(survey: Survey): Promise<Questionnaire>;
}

/** How many responses of a survey have been read, of all that were not yet in its columns. */
export interface Reading {
  readonly survey: string;
  readonly read: number;
  readonly all: number;
}

/** Rows read at once. */
const pageSize = 2_000;

/** @param told is told now and then how far a long reading is, and when it is done. */
export function createDatasets(db: Database, told: (reading: Reading) => void = () => {}): Datasets {
  const kept = new Map<string, Kept>();
  const analysed = createAnalysed(db);
  return {
    definitionOf: (survey) => analysed(survey),
    of: (survey) => {
      const known = kept.get(survey.code);
      const start = known && holds(known, survey) ? known.dataset : prepare(db, survey, analysed);
      // Each call continues the one before, so that two visitors never add the same responses twice.
      const dataset = start.then((ready) => topUp(db, survey.code, ready, told));
      kept.set(survey.code, { version: survey.version, erasures: survey.erasures, dataset });
      dataset.catch(() => kept.delete(survey.code));
      return dataset;
    },
  };
}

type Analysed = (survey: Survey) => Promise<Questionnaire>;

/** A version never changes, so the definition that is analysed is made once for each. */
function createAnalysed(db: Database): Analysed {
  const made = new Map<string, { readonly version: number; readonly definition: Promise<Questionnaire> }>();
  return ({ code, version, questionnaire }) => {
    const known = made.get(code);
    if (known?.version === version) return known.definition;
    const definition = olderVersions(db, code, version).then((older) => withRetired(questionnaire, older));
    made.set(code, { version, definition });
    definition.catch(() => made.delete(code));
    return definition;
  };
}

/** Every version before this one, the first one first. */
function olderVersions(db: Database, survey: string, version: number): Promise<readonly Questionnaire[]> {
  const numbers = Array.from({ length: Math.max(0, version - 1) }, (_, index) => index + 1);
  return Promise.all(numbers.map((number) => definitionOfVersion(db.kysely, survey, number)));
}

/** The version of columns that are those of no version that was fielded. */
const noVersion = 0;

async function prepare(db: Database, survey: Survey, analysed: Analysed): Promise<Dataset> {
  const { code, version, questionnaire } = survey;
  const definition = await analysed(survey);
  const asFielded = definition === questionnaire;
  const dataset = new Dataset(codebookOf(definition), asFielded ? version : noVersion);
  for (const [index, older] of (await olderVersions(db, code, version)).entries()) {
    dataset.addVersion(index + 1, codebookOf(older));
  }
  if (!asFielded) dataset.addVersion(version, codebookOf(questionnaire));
  return dataset;
}

async function topUp(
  db: Database,
  survey: string,
  dataset: Dataset,
  told: (reading: Reading) => void,
): Promise<Dataset> {
  let read = 0;
  let all: number | null = null;
  for (;;) {
    const rows = await responsesSince(db.kysely, survey, dataset.lastSequence, pageSize);
    dataset.append(rows);
    read += rows.length;
    if (rows.length < pageSize) break;
    all ??= (await countResponses(db.kysely, survey)) - dataset.size + rows.length;
    told({ survey, read, all: Math.max(all, read + 1) });
  }
  if (all !== null) told({ survey, read, all: read });
  return dataset;
}
