// A definition being edited: opened, changed edit by edit with undo and redo, and published as a version. Two
// colleagues at once never overwrite each other: an edit names the revision it was made on.
import type { DefinitionProblem } from '../../surveys/check.ts';
import type { Edit } from '../../surveys/editing/edit.ts';
import type { Questionnaire } from '../../surveys/questionnaire.ts';
import type { Context } from '../context.ts';

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
export async function openDefinition(_ctx: Context, _survey: string): Promise<OpenDefinition> {
  throw new RangeError('not there yet');
}

/** Makes one edit on this revision; `stale` when somebody was first, and then nothing is changed. */
export async function editDefinition(
  _ctx: Context,
  _survey: string,
  _revision: number,
  _edit: Edit,
): Promise<EditResult> {
  throw new RangeError('not there yet');
}

/** Takes the last edit back. False when there is none. */
export async function undoEdit(_ctx: Context, _survey: string): Promise<boolean> {
  throw new RangeError('not there yet');
}

/** Makes the edit that was taken back again. False when there is none. */
export async function redoEdit(_ctx: Context, _survey: string): Promise<boolean> {
  throw new RangeError('not there yet');
}

/**
 * Fields the definition as the next version (the first opens the survey); an identical one makes no new version.
 * Problems are the errors that keep it from being fielded.
 */
export async function publishDefinition(_ctx: Context, _survey: string): Promise<PublishResult> {
  throw new RangeError('not there yet');
}
