// A definition being edited: opened, changed edit by edit with undo and redo, and published as a version. Two
// colleagues at once never overwrite each other: an edit names the revision it was made on.
import type { DefinitionProblem } from '../../surveys/check.ts';
import { checkBeforeFielding } from '../../surveys/editing/blanks.ts';
import { applyEdit, type Edit } from '../../surveys/editing/edit.ts';
import type { Questionnaire } from '../../surveys/questionnaire.ts';
import type { Context } from '../context.ts';
import {
  addState,
  type DefinitionState,
  definitionBeingEdited,
  moveToState,
} from '../db/definition-edits.ts';
import { fieldVersion, type Survey, setDraftDefinition, surveyByCode } from '../db/surveys.ts';
import { surveyClosedForGood, unknownSurvey } from '../errors.ts';

export interface OpenDefinition {
  readonly questionnaire: Questionnaire;
  /** Which state of the definition this is; an edit says which one it was made on. */
  readonly revision: number;
  readonly undo: boolean;
  readonly redo: boolean;
  /** The version respondents answer; null while nothing was published. */
  readonly fielded: number | null;
  /** It differs from what respondents answer. */
  readonly changed: boolean;
}

export type EditResult =
  | { readonly revision: number; readonly questionnaire: Questionnaire }
  | { readonly problems: readonly DefinitionProblem[] }
  | 'stale';

export type PublishResult =
  | { readonly version: number }
  | { readonly problems: readonly DefinitionProblem[] };

/** The definition as it is being edited. @throws ExpectedFailure when there is no such survey. */
export async function openDefinition(ctx: Context, survey: string): Promise<OpenDefinition> {
  const { fielded, state } = await stateOf(ctx, survey);
  const { questionnaire, revision, before, after } = state;
  return {
    questionnaire,
    revision,
    undo: before !== null,
    redo: after !== null,
    fielded: fielded.state === 'draft' ? null : fielded.version,
    changed: fielded.state === 'draft' || !same(questionnaire, fielded.questionnaire),
  };
}

/**
 * Makes one edit on this revision; `stale` when somebody was first, and then nothing is changed.
 * @throws ExpectedFailure when there is no such survey, or it is closed.
 */
export async function editDefinition(
  ctx: Context,
  survey: string,
  revision: number,
  edit: Edit,
): Promise<EditResult> {
  const { fielded, state } = await stateOf(ctx, survey);
  refuseClosed(fielded);
  if (state.revision !== revision) return 'stale';
  const edited = applyEdit(state.questionnaire, edit);
  if ('problems' in edited) return edited;
  const { questionnaire } = edited;
  if (same(questionnaire, state.questionnaire)) return { revision, questionnaire };
  const now = await ctx.writes.run(async (db) => {
    const at = ctx.now().toISOString();
    const added = { survey, revision, edited: state.questionnaire, questionnaire, edit: placeOf(edit), at };
    const made = await addState(db, added);
    if (made !== null) await setDraftDefinition(db, questionnaire);
    return made;
  });
  return now === null ? 'stale' : { revision: now, questionnaire };
}

/** Takes the last edit back. False when there is none. @throws ExpectedFailure as `editDefinition`. */
export function undoEdit(ctx: Context, survey: string): Promise<boolean> {
  return step(ctx, survey, 'before');
}

/** Makes the edit that was taken back again. False when there is none. @throws ExpectedFailure as `editDefinition`. */
export function redoEdit(ctx: Context, survey: string): Promise<boolean> {
  return step(ctx, survey, 'after');
}

async function step(ctx: Context, survey: string, direction: 'before' | 'after'): Promise<boolean> {
  const { fielded, state } = await stateOf(ctx, survey);
  refuseClosed(fielded);
  const to = state[direction];
  if (to === null) return false;
  return ctx.writes.run(async (db) => {
    if (!(await moveToState(db, survey, state.revision, to))) return false;
    const now = await definitionBeingEdited(db, survey);
    if (now) await setDraftDefinition(db, now.questionnaire);
    return true;
  });
}

/**
 * Fields the definition as the next version (the first opens the survey); an identical one makes no new version.
 * Problems are the errors that keep it from being fielded.
 * @throws ExpectedFailure when there is no such survey, or it is closed.
 */
export async function publishDefinition(ctx: Context, survey: string): Promise<PublishResult> {
  const { fielded, state } = await stateOf(ctx, survey);
  refuseClosed(fielded);
  const { questionnaire } = state;
  const { errors } = checkBeforeFielding(questionnaire);
  if (errors.length > 0) return { problems: errors };
  if (fielded.state === 'open' && same(questionnaire, fielded.questionnaire)) {
    return { version: fielded.version };
  }
  const at = ctx.now().toISOString();
  const done = await ctx.writes.run((db) => fieldVersion(db, questionnaire, fielded.version, at));
  // Somebody else fielded a version in this moment: what is asked is asked of that one.
  return done ? { version: fielded.version + 1 } : publishDefinition(ctx, survey);
}

async function stateOf(
  ctx: Context,
  survey: string,
): Promise<{ readonly fielded: Survey; readonly state: DefinitionState }> {
  const db = ctx.db.kysely;
  const [fielded, edited] = await Promise.all([surveyByCode(db, survey), definitionBeingEdited(db, survey)]);
  if (!fielded) throw unknownSurvey(survey);
  const untouched = { revision: 0, questionnaire: fielded.questionnaire, before: null, after: null };
  return { fielded, state: edited ?? untouched };
}

function refuseClosed({ state }: Survey): void {
  if (state === 'closed') throw surveyClosedForGood();
}

/** Both come out of the schema, which puts what is in them in one order. */
function same(one: Questionnaire, other: Questionnaire): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Kind and place of an edit, without what it put there: the definition itself stands beside it. */
function placeOf(edit: Edit): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(edit).filter(([, value]) => typeof value !== 'object' || value === null),
  );
}
