// The call for a sounding board of a project: at most one, open or closed.
import { dayOf } from '../../surveys/day.ts';
import type { Queries } from './open.ts';

export interface PanelCall {
  readonly state: 'open' | 'closed';
  /** The language its words are in. */
  readonly language: string;
  /** What is asked of a member, and how much time it takes: words of the team. */
  readonly words: string;
  readonly effort: string;
  /** Last day to sign up. */
  readonly closesOn: string;
  /** Days a sign-up is kept after the last day. */
  readonly keepDays: number;
}

/** Days a team may keep a sign-up after the last day. */
export const signUpDays = { fewest: 1, most: 365, suggested: 90 } as const;

/** The day on which a sign-up of this call is erased. */
export function signUpsErasedOn({ closesOn, keepDays }: Pick<PanelCall, 'closesOn' | 'keepDays'>): string {
  const day = new Date(`${closesOn}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + keepDays);
  return dayOf(day);
}

/** The call of a project; null before there is one. */
export async function callOf(db: Queries, project: string): Promise<PanelCall | null> {
  const row = await db
    .selectFrom('panel_calls')
    .selectAll()
    .where('project', '=', project)
    .executeTakeFirst();
  if (!row) return null;
  const { state, language, words, effort, closes_on: closesOn, keep_days: keepDays } = row;
  return { state, language, words, effort, closesOn, keepDays };
}

/** Puts this call in the place of the one there was. */
export async function saveCall(db: Queries, project: string, call: PanelCall): Promise<void> {
  const { state, language, words, effort, closesOn, keepDays } = call;
  const content = { state, language, words, effort, closes_on: closesOn, keep_days: keepDays };
  await db
    .insertInto('panel_calls')
    .values({ project, ...content })
    .onConflict((conflict) => conflict.column('project').doUpdateSet(content))
    .execute();
}

/** Closes the call. @returns whether it was open. */
export async function closeCall(db: Queries, project: string): Promise<boolean> {
  const closed = await db
    .updateTable('panel_calls')
    .set({ state: 'closed' })
    .where('project', '=', project)
    .where('state', '=', 'open')
    .returning('project')
    .executeTakeFirst();
  return closed !== undefined;
}
