// Whether what an address belongs to shows demonstration data, for pages that were made before anybody looked it up,
// such as an error page.
import type { Context } from '../context.ts';
import { memberByToken } from '../db/panels.ts';
import { projectByCode } from '../db/projects.ts';
import { reportByCode } from '../db/reports.ts';
import { surveyByCode } from '../db/surveys.ts';
import { hashToken } from '../identity/tokens.ts';

type ProjectFinder = (ctx: Context, name: string) => Promise<string | undefined>;

/** The project a questionnaire, a panel invitation or a report belongs to, by the first part of its address. */
const projectOf: ReadonlyMap<string, ProjectFinder> = new Map([
  ['s', async (ctx, code) => (await surveyByCode(ctx.db.kysely, code))?.project],
  ['p', async (ctx, token) => (await memberByToken(ctx.db.kysely, hashToken('panel', token)))?.project],
  ['r', async (ctx, code) => (await reportByCode(ctx.db.kysely, code))?.project],
]);

/** Whether the survey, panel or report of this path is of a demonstration project; no when that cannot be known. */
export async function isDemonstration(ctx: Context, path: string): Promise<boolean> {
  const [, audience = '', name = ''] = path.split('/');
  try {
    const project = await projectOf.get(audience)?.(ctx, decodeURIComponent(name));
    return project !== undefined && ((await projectByCode(ctx.db.kysely, project))?.demonstration ?? false);
  } catch {
    // This is asked when something has gone wrong already: an address that cannot be read, or the database itself.
    return false;
  }
}
