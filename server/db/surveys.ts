// Surveys and the versions of their definition. A version is never edited, so each is parsed once per process.
import { createHash } from 'node:crypto';
import { type Questionnaire, questionnaireSchema } from '../../surveys/questionnaire.ts';
import { compiledOnce } from './compiled-once.ts';
import type { Queries } from './open.ts';

export interface Survey {
  readonly code: string;
  readonly project: string;
  /** Place among the surveys of its project; the main one is 0. */
  readonly position: number;
  /** A `draft` was never fielded: nobody answers it and no analysis knows it. */
  readonly state: 'draft' | 'open' | 'closed';
  /** The version that respondents answer; 0 for a draft, and its questionnaire then is the one being edited. */
  readonly version: number;
  /** How many of its responses were taken away again. */
  readonly erasures: number;
  /** The survey of the same project that it is a next wave of; null for none. */
  readonly waveOf: string | null;
  readonly questionnaire: Questionnaire;
}

/** Adds a survey: open with this definition as version 1, or as a draft. @throws a unique violation when its code is taken. */
export async function createSurvey(
  db: Queries,
  project: string,
  position: number,
  questionnaire: Questionnaire,
  createdAt: string,
  state: 'draft' | 'open' = 'open',
): Promise<void> {
  const version = state === 'draft' ? 0 : 1;
  await db
    .insertInto('surveys')
    .values({
      code: questionnaire.code,
      project,
      position,
      state,
      version,
      last_sequence: 0,
      released_sequence: null,
      furthest_released: null,
      groups_released: null,
      groups_furthest: null,
      views_released: null,
      wave_of: null,
      created_at: createdAt,
      closed_at: null,
      erasures: 0,
    })
    .execute();
  await insertVersion(db, questionnaire, version, state === 'draft' ? null : createdAt);
}

async function insertVersion(
  db: Queries,
  questionnaire: Questionnaire,
  version: number,
  publishedAt: string | null,
): Promise<void> {
  const definition = JSON.stringify(questionnaire);
  await db
    .insertInto('survey_versions')
    .values({
      survey: questionnaire.code,
      version,
      hash: hashOf(definition),
      definition,
      published_at: publishedAt,
    })
    .execute();
}

/** Keeps the definition of a draft; once the survey is fielded it changes nothing. */
export async function setDraftDefinition(db: Queries, questionnaire: Questionnaire): Promise<void> {
  const definition = JSON.stringify(questionnaire);
  await db
    .updateTable('survey_versions')
    .set({ definition, hash: hashOf(definition) })
    .where('survey', '=', questionnaire.code)
    .where('version', '=', 0)
    .execute();
}

/**
 * Fields a definition as the next version of its survey, which is open from then on. Call it inside a transaction.
 * @param after the version it follows.
 * @returns false when the survey is at another version, or closed: nothing was changed.
 */
export async function fieldVersion(
  db: Queries,
  questionnaire: Questionnaire,
  after: number,
  at: string,
): Promise<boolean> {
  const survey = questionnaire.code;
  const moved = await db
    .updateTable('surveys')
    .set({ version: after + 1, state: 'open' })
    .where('code', '=', survey)
    .where('version', '=', after)
    .where('state', '<>', 'closed')
    .returning('code')
    .executeTakeFirst();
  if (!moved) return false;
  await insertVersion(db, questionnaire, after + 1, at);
  await db.deleteFrom('survey_versions').where('survey', '=', survey).where('version', '=', 0).execute();
  return true;
}

export interface FieldedVersion {
  readonly version: number;
  /** Moment it was fielded, ISO 8601. */
  readonly publishedAt: string;
}

/** Every version of a survey that was fielded, the first one first. */
export async function fieldedVersions(db: Queries, survey: string): Promise<readonly FieldedVersion[]> {
  const rows = await db
    .selectFrom('survey_versions')
    .select(['version', 'published_at'])
    .where('survey', '=', survey)
    .where('version', '>', 0)
    .orderBy('version')
    .execute();
  return rows.map(({ version, published_at }) => ({ version, publishedAt: published_at ?? '' }));
}

/** The codes of all surveys of every project. */
export async function surveyCodes(db: Queries): Promise<readonly string[]> {
  const rows = await db.selectFrom('surveys').select('code').execute();
  return rows.map(({ code }) => code);
}

function hashOf(definition: string): string {
  return createHash('sha256').update(definition).digest('base64url');
}

const surveyColumns = [
  'surveys.code',
  'surveys.project',
  'surveys.position',
  'surveys.state',
  'surveys.version',
  'surveys.erasures',
  'surveys.wave_of as waveOf',
  'survey_versions.hash',
] as const;

function selectSurveys(db: Queries) {
  return db
    .selectFrom('surveys')
    .innerJoin('survey_versions', (join) =>
      join
        .onRef('survey_versions.survey', '=', 'surveys.code')
        .onRef('survey_versions.version', '=', 'surveys.version'),
    )
    .select(surveyColumns);
}

/** The survey with its current definition, or null when there is none of that code. */
export async function surveyByCode(db: Queries, code: string): Promise<Survey | null> {
  const row = await selectSurveys(db).where('surveys.code', '=', code).executeTakeFirst();
  return row ? surveyOf(db, row) : null;
}

/** Whether the survey is open and which version is current, without its definition; null when there is none. */
export async function surveyState(
  db: Queries,
  code: string,
): Promise<Pick<Survey, 'state' | 'version'> | null> {
  const { rows } = await stateOf(db, { code });
  return rows[0] ?? null;
}

const stateOf = compiledOnce(['code'], (db, { code }: { readonly code: string }) =>
  db.selectFrom('surveys').select(['state', 'version']).where('code', '=', code),
);

/** The surveys of a project, the main one first. */
export async function surveysOf(db: Queries, project: string): Promise<readonly Survey[]> {
  const rows = await selectSurveys(db)
    .where('surveys.project', '=', project)
    .orderBy('surveys.position')
    .execute();
  return Promise.all(rows.map((row) => surveyOf(db, row)));
}

/** The definition of one version. @throws NoResultError when the survey never had it. */
export async function definitionOfVersion(
  db: Queries,
  survey: string,
  version: number,
): Promise<Questionnaire> {
  const { hash } = await db
    .selectFrom('survey_versions')
    .select('hash')
    .where('survey', '=', survey)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return definitionOf(db, survey, version, hash);
}

/** Marks an open survey as closed at this moment. Says whether it was open. */
export async function markSurveyClosed(db: Queries, code: string, at: string): Promise<boolean> {
  const closed = await db
    .updateTable('surveys')
    .set({ state: 'closed', closed_at: at })
    .where('code', '=', code)
    .where('state', '=', 'open')
    .returning('code')
    .execute();
  return closed.length > 0;
}

/** Keeps which survey of its project this one is a next wave of, or that it is of none. */
export async function setWaveOf(
  db: Queries,
  project: string,
  survey: string,
  waveOf: string | null,
): Promise<void> {
  await db
    .updateTable('surveys')
    .set({ wave_of: waveOf })
    .where('project', '=', project)
    .where('code', '=', survey)
    .execute();
}

/** Deletes a survey that was never fielded. Says whether there was one. */
export async function deleteDraftSurvey(db: Queries, code: string): Promise<boolean> {
  const deleted = await db
    .deleteFrom('surveys')
    .where('code', '=', code)
    .where('version', '=', 0)
    .returning('code')
    .execute();
  return deleted.length > 0;
}

/** Counts one response that was taken away, so that everyone who keeps columns of the survey makes them anew. */
export async function countErasure(db: Queries, code: string): Promise<void> {
  await db
    .updateTable('surveys')
    .set((expression) => ({ erasures: expression('erasures', '+', 1) }))
    .where('code', '=', code)
    .execute();
}

interface SurveyRow extends Omit<Survey, 'questionnaire'> {
  readonly hash: string;
}

async function surveyOf(db: Queries, { hash, ...survey }: SurveyRow): Promise<Survey> {
  return { ...survey, questionnaire: await definitionOf(db, survey.code, survey.version, hash) };
}

/** Definitions by the hash of their words: what is kept here can never be out of date. */
const definitions = new Map<string, Questionnaire>();
const maximumDefinitions = 100;

async function definitionOf(
  db: Queries,
  survey: string,
  version: number,
  hash: string,
): Promise<Questionnaire> {
  const known = definitions.get(hash);
  if (known) return known;
  const { definition } = await db
    .selectFrom('survey_versions')
    .select('definition')
    .where('survey', '=', survey)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  const questionnaire = questionnaireSchema.parse(JSON.parse(definition));
  if (definitions.size >= maximumDefinitions) definitions.clear();
  definitions.set(hash, questionnaire);
  return questionnaire;
}
