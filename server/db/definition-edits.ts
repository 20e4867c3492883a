// Definitions being edited: one row per state of the definition, each under a revision that is never given twice, and
// which of them it is now. A revision's definition never changes, so it says exactly what somebody was looking at.
import { type Questionnaire, questionnaireSchema } from '../../surveys/questionnaire.ts';
import type { Queries } from './open.ts';

export interface DefinitionState {
  readonly revision: number;
  readonly questionnaire: Questionnaire;
  /** The state it was made from, when that is still kept. */
  readonly before: number | null;
  /** The newest state that was made from it: there when an edit was taken back. */
  readonly after: number | null;
}

/** How many states of a definition are kept. */
const keptStates = 200;

/** The definition as it is being edited; null when nobody has edited it yet. */
export async function definitionBeingEdited(db: Queries, survey: string): Promise<DefinitionState | null> {
  const row = await db
    .selectFrom('definition_drafts')
    .innerJoin('definition_edits', (join) =>
      join
        .onRef('definition_edits.survey', '=', 'definition_drafts.survey')
        .onRef('definition_edits.revision', '=', 'definition_drafts.revision'),
    )
    .select(['definition_edits.revision', 'definition_edits.before', 'definition_edits.definition'])
    .where('definition_drafts.survey', '=', survey)
    .executeTakeFirst();
  if (!row) return null;
  const { revision, before } = row;
  const neighbours = await db
    .selectFrom('definition_edits')
    .select('revision')
    .where('survey', '=', survey)
    .where((is) => is.or([is('before', '=', revision), is('revision', '=', before ?? -1)]))
    .orderBy('revision')
    .execute();
  const around = neighbours.map((each) => each.revision);
  return {
    revision,
    questionnaire: questionnaireSchema.parse(JSON.parse(row.definition)),
    before: before !== null && around.includes(before) ? before : null,
    after: around.findLast((each) => each > revision) ?? null,
  };
}

export interface NewState {
  readonly survey: string;
  /** The revision the edit was made on. */
  readonly revision: number;
  /** What was edited, by which revision 0 begins; after that it is known. */
  readonly edited: Questionnaire;
  readonly questionnaire: Questionnaire;
  /** Kind and place of the edit. */
  readonly edit: Readonly<Record<string, unknown>>;
  readonly at: string;
}

/**
 * Adds the state an edit gives and makes it the one there is now. Call it inside a transaction.
 * @returns its revision, or null when the definition was at another revision: nothing was changed.
 */
export async function addState(db: Queries, state: NewState): Promise<number | null> {
  const { survey, revision, at } = state;
  if (revision === 0) await beginEditing(db, survey, state.edited, at);
  // Whoever moves it first holds the row until the commit; the other then finds another revision.
  const moved = await db
    .updateTable('definition_drafts')
    .set((expression) => ({
      revision: expression('last_revision', '+', 1),
      last_revision: expression('last_revision', '+', 1),
    }))
    .where('survey', '=', survey)
    .where('revision', '=', revision)
    .returning('revision')
    .executeTakeFirst();
  if (!moved) return null;
  // What was taken back before this edit cannot be made again after it.
  await db
    .deleteFrom('definition_edits')
    .where('survey', '=', survey)
    .where('revision', '>', revision)
    .execute();
  await db
    .insertInto('definition_edits')
    .values({
      survey,
      revision: moved.revision,
      before: revision,
      definition: JSON.stringify(state.questionnaire),
      edit: JSON.stringify(state.edit),
      at,
    })
    .execute();
  await forgetOldStates(db, survey);
  return moved.revision;
}

async function beginEditing(
  db: Queries,
  survey: string,
  questionnaire: Questionnaire,
  at: string,
): Promise<void> {
  await db
    .insertInto('definition_drafts')
    .values({ survey, revision: 0, last_revision: 0 })
    .onConflict((conflict) => conflict.column('survey').doNothing())
    .execute();
  await db
    .insertInto('definition_edits')
    .values({
      survey,
      revision: 0,
      before: null,
      definition: JSON.stringify(questionnaire),
      edit: JSON.stringify({ kind: 'opened' }),
      at,
    })
    .onConflict((conflict) => conflict.columns(['survey', 'revision']).doNothing())
    .execute();
}

async function forgetOldStates(db: Queries, survey: string): Promise<void> {
  const oldest = await db
    .selectFrom('definition_edits')
    .select('revision')
    .where('survey', '=', survey)
    .orderBy('revision', 'desc')
    .offset(keptStates)
    .limit(1)
    .executeTakeFirst();
  if (!oldest) return;
  await db
    .deleteFrom('definition_edits')
    .where('survey', '=', survey)
    .where('revision', '<=', oldest.revision)
    .execute();
}

/** Makes another kept state the one there is now. False when it was not at `from` any more. */
export async function moveToState(db: Queries, survey: string, from: number, to: number): Promise<boolean> {
  const moved = await db
    .updateTable('definition_drafts')
    .set({ revision: to })
    .where('survey', '=', survey)
    .where('revision', '=', from)
    .returning('revision')
    .executeTakeFirst();
  return moved !== undefined;
}
