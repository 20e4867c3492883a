// Members coming and going. What is kept of somebody who left is what closed rounds need: the ballot, no name.
import type { Queries } from './open.ts';
import type { Member } from './panels.ts';

/** Adds one member, who has no invitation yet. */
export async function addMember(db: Queries, project: string, member: Member): Promise<void> {
  const { code, library, role, name, interest } = member;
  const name_public = member.namePublic ? 1 : 0;
  await db
    .insertInto('panel_members')
    .values({ project, code, library, role, name, interest, name_public, token_hash: null })
    .execute();
}

/**
 * Takes a member out: the invitation stops working, the name goes, and so does what was not handed in yet.
 * A ballot of a closed round stays and counts there as it did.
 */
export async function removeMember(db: Queries, project: string, member: string, day: string): Promise<void> {
  const open = (
    await db
      .selectFrom('panel_rounds')
      .select('round')
      .where('project', '=', project)
      .where('state', '=', 'open')
      .execute()
  ).map(({ round }) => round);
  for (const table of ['ballots', 'ballot_starts', 'panel_comments'] as const) {
    if (open.length === 0) break;
    await db
      .deleteFrom(table)
      .where('project', '=', project)
      .where('member', '=', member)
      .where('round', 'in', open)
      .execute();
  }
  await db
    .updateTable('panel_members')
    .set({ token_hash: null, name: '', name_public: 0, interest: '', left_on: day })
    .where('project', '=', project)
    .where('code', '=', member)
    .execute();
}

/** Whether the report may name the member, as the member wishes now. */
export async function setNamePublic(
  db: Queries,
  project: string,
  member: string,
  shown: boolean,
): Promise<void> {
  await db
    .updateTable('panel_members')
    .set({ name_public: shown ? 1 : 0 })
    .where('project', '=', project)
    .where('code', '=', member)
    .where('name', '!=', '')
    .execute();
}
