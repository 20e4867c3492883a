// Who wants to be in a sounding board. Personal data, apart from everything else: no key leads from here to a member, a
// ballot or an answer, each has the day on which it goes, and whoever sent it can take it back.
import type { Queries } from './open.ts';

export interface SignUp {
  /** Made from the secret in the address that was given to the person: nobody else finds it by that. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** As the register or the person calls it. */
  readonly library: string;
  readonly role: string;
  /** The name may stand in the report. */
  readonly namePublic: boolean;
  readonly motives: readonly string[];
  /** What could pull this person one way; empty when nothing was said. */
  readonly interest: string;
  readonly state: 'waiting' | 'accepted' | 'declined';
  /** Day on which it is erased, as it was stated to the person. */
  readonly deleteOn: string;
}

/** Most that wait for one project: more are no sounding board but a flood. */
export const mostSignUps = 500;

/** Keeps a sign-up; the same one a second time, as after a double click, changes nothing. @returns whether there was room. */
export async function insertSignUp(db: Queries, project: string, signUp: SignUp): Promise<boolean> {
  const { count } = await db
    .selectFrom('panel_sign_ups')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('project', '=', project)
    .executeTakeFirstOrThrow();
  if (Number(count) >= mostSignUps) return false;
  const { id, name, email, library, role, interest, state, deleteOn } = signUp;
  await db
    .insertInto('panel_sign_ups')
    .values({
      id,
      project,
      name,
      email,
      library,
      role,
      interest,
      state,
      name_public: signUp.namePublic ? 1 : 0,
      motives: JSON.stringify(signUp.motives),
      delete_on: deleteOn,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return true;
}

/** Those of a project by library, then name. */
export async function signUpsOf(db: Queries, project: string): Promise<readonly SignUp[]> {
  const rows = await db
    .selectFrom('panel_sign_ups')
    .selectAll()
    .where('project', '=', project)
    .orderBy('library')
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(({ project: _project, name_public, motives, delete_on: deleteOn, ...row }) => ({
    ...row,
    namePublic: name_public === 1,
    // Only insertSignUp above writes this column, from this type.
    motives: JSON.parse(motives) as readonly string[],
    deleteOn,
  }));
}

/** Marks a sign-up that waits. @returns whether it waited. */
export async function answerSignUp(
  db: Queries,
  project: string,
  id: string,
  state: 'accepted' | 'declined',
): Promise<boolean> {
  const answered = await db
    .updateTable('panel_sign_ups')
    .set({ state })
    .where('project', '=', project)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst();
  return answered !== undefined;
}

/** Erases a sign-up. @returns whether it was there. */
export async function deleteSignUp(db: Queries, project: string, id: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('panel_sign_ups')
    .where('project', '=', project)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** Erases the sign-ups whose day is over. @returns how many. */
export async function deleteSignUpsBefore(db: Queries, day: string): Promise<number> {
  const gone = await db.deleteFrom('panel_sign_ups').where('delete_on', '<', day).returning('id').execute();
  return gone.length;
}
