// What happens before the server listens: an empty database gets the demonstration project, and as long as nobody has
// an account there is a new one-time link to make the first. Gives back the addresses to print.
import { join } from 'node:path';
import type { Context } from './context.ts';
import { anyAccount } from './db/accounts.ts';
import { listProjects, projectByCode } from './db/projects.ts';
import { reportByCode } from './db/reports.ts';
import { replaceSetupToken } from './db/setup-tokens.ts';
import { surveysOf } from './db/surveys.ts';
import { hashToken, newToken } from './identity/tokens.ts';
import { createDemonstration } from './operations/create-demonstration.ts';
import { templatesFolder } from './paths.ts';
import { firstDemonstration, readDemonstration, readTemplateFolder } from './template-folder.ts';

/** A line to print: `cli.address.<key>` and the path behind the server's address. */
export interface Address {
  readonly key: 'questionnaire' | 'invitation' | 'report' | 'setUp';
  /** Code of the survey or report. */
  readonly name: string;
  readonly path: string;
}

/** Readies the database and says where a visitor can go. */
export async function prepareStart(ctx: Context, empty: boolean): Promise<readonly Address[]> {
  const before = await listProjects(ctx.db.kysely);
  const invitation = before.length === 0 && !empty ? await addDemonstration(ctx) : null;
  const addresses: Address[] = [];
  for (const { code } of await listProjects(ctx.db.kysely)) {
    addresses.push(...(await addressesOf(ctx, code, invitation)));
  }
  if (!(await anyAccount(ctx.db.kysely))) {
    addresses.push({ key: 'setUp', name: '', path: `/team/set-up/${await newSetUpToken(ctx)}` });
  }
  return addresses;
}

/**
 * Makes the demonstration of a template, the first one where none is named, as the project of that name, and gives the panel invitation, which is known
 * only now.
 * @throws StartFailure when there is no such template; FileFailure when it has no demonstration.
 */
export async function addDemonstration(ctx: Context, named?: string): Promise<string> {
  const name = named ?? (await firstDemonstration());
  const folder = join(templatesFolder, name);
  const [template, demonstration] = [await readTemplateFolder(folder), await readDemonstration(folder)];
  return (await createDemonstration(ctx, name, template, demonstration)).invitation;
}

/** Where the open questionnaires of a project are, its invitation when there is one, and its report when published. */
export async function addressesOf(
  ctx: Context,
  project: string,
  invitation: string | null,
): Promise<readonly Address[]> {
  const { kysely } = ctx.db;
  const surveys = (await surveysOf(kysely, project)).filter(({ state }) => state === 'open');
  const report = (await projectByCode(kysely, project))?.reportTemplate.code ?? '';
  const published = await reportByCode(kysely, report);
  return [
    ...surveys.map(({ code }) => ({ key: 'questionnaire' as const, name: code, path: `/s/${code}` })),
    ...(invitation === null ? [] : [{ key: 'invitation' as const, name: project, path: `/p/${invitation}` }]),
    ...(published ? [{ key: 'report' as const, name: report, path: `/r/${report}` }] : []),
  ];
}

async function newSetUpToken(ctx: Context): Promise<string> {
  const token = newToken();
  await ctx.writes.run((db) => replaceSetupToken(db, hashToken('setup', token), ctx.now().toISOString()));
  return token;
}
