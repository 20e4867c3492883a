// An account that was made behind the workspace's back is in the team of every project nobody is in yet, with every role.
import type { Queries } from '../../server/db/open.ts';
import { giveRoles, projectsOfNobody } from '../../server/db/people.ts';
import { teamRoles } from '../../server/identity/roles.ts';

export async function inEveryTeam(db: Queries, account: string): Promise<void> {
  for (const project of await projectsOfNobody(db))
    await giveRoles(db, project, account, teamRoles, '2024-01-01T00:00:00Z');
}
