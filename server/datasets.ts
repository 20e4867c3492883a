// The columns of each survey, kept in memory: topped up by sequence number, and made shorter when an answer was taken
// away. Everything here can be made again from the database: a process keeps nothing another process needs.
import { Dataset } from '../analysis/dataset.ts';
import { codebookOf } from '../surveys/codebook.ts';
import type { Questionnaire } from '../surveys/questionnaire.ts';
import { withRetired } from '../surveys/retired.ts';
import type { Database } from './db/open.ts';
import { erasedAmong, readResponses } from './db/response-rows.ts';
import { lastSequenceOf } from './db/responses.ts';
import { definitionOfVersion, type Survey } from './db/surveys.ts';

interface Kept {
  readonly version: number;
  /** How many responses had been taken away when these columns were last compared with what is stored. */
  readonly erasures: number;
  readonly dataset: Promise<Dataset>;
}

export interface Datasets {
  /** The survey's responses up to now, as columns of `definitionOf`. */
  of(survey: Survey): Promise<Dataset>;
  /** What the columns are read by: the newest version, with what earlier ones offered and it does not. */
  definitionOf(survey: Survey): Promise<Questionnaire>;
}

/** How many responses of a survey have been read, of about how many that were not yet in its columns. */
export interface Reading {
  readonly survey: string;
  readonly read: number;
  readonly all: number;
}

/** Fewer responses than this are there before anybody could be told. */
const worthTelling = 50_000;

/** @param told is told now and then how far a long reading is, and when it is done. */
export function createDatasets(db: Database, told: (reading: Reading) => void = () => {}): Datasets {
  const kept = new Map<string, Kept>();
  const analysed = createAnalysed(db);

  /** What there is of this survey in its present version, without who withdrew; else columns to fill. */
  function startOf(survey: Survey): Promise<Dataset> {
    const known = kept.get(survey.code);
    if (known?.version !== survey.version) return prepare(db, survey, analysed);
    if (known.erasures === survey.erasures) return known.dataset;
    return known.dataset.then((dataset) => withoutErased(db, survey.code, dataset));
  }

  return {
    definitionOf: (survey) => analysed(survey),
    of: (survey) => {
      // Each call continues the one before, so that two visitors never add the same responses twice.
      const dataset = startOf(survey).then((ready) => topUp(db, survey.code, ready, told));
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
  tell: (reading: Reading) => void,
): Promise<Dataset> {
  const start = dataset.size;
  // Numbers are given without gaps but for what was sent twice or taken away: nearly as many as there are rows.
  const all = (await lastSequenceOf(db.kysely, survey)) - dataset.lastSequence;
  if (all <= 0) return dataset;
  dataset.reserve(all);
  let told = Number.NEGATIVE_INFINITY;
  await readResponses(db, survey, dataset.lastSequence, (rows) => {
    dataset.appendReadable(rows);
    const read = dataset.size - start;
    if (all < worthTelling || read - told < worthTelling) return;
    told = read;
    tell({ survey, read, all: Math.max(all, read + 1) });
  });
  if (all >= worthTelling) tell({ survey, read: dataset.size - start, all: dataset.size - start });
  return dataset;
}

/** The columns without the responses that were taken away since; nobody says which, so they are looked for. */
async function withoutErased(db: Database, survey: string, dataset: Dataset): Promise<Dataset> {
  const { sequences, unreadable } = dataset;
  const all = unreadable.length === 0 ? sequences : Int32Array.from([...sequences, ...unreadable]).sort();
  const erased = await erasedAmong(db.kysely, survey, all);
  return erased.length === 0 ? dataset : dataset.without(erased);
}
