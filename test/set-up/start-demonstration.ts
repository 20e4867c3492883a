// The application with the demonstration project in it, and a team member who came in through the set-up link.

import { join } from 'node:path';
import type { Context, Overrides } from '../../server/context.ts';
import { createAccount } from '../../server/db/accounts.ts';
import { insertResponses, type NewResponse, responsesSince } from '../../server/db/responses.ts';
import { replaceSetupToken } from '../../server/db/setup-tokens.ts';
import { hashPassword } from '../../server/identity/passwords.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { createDemonstration } from '../../server/operations/create-demonstration.ts';
import { joinProjectsOfNobody } from '../../server/operations/people.ts';
import { templatesFolder } from '../../server/paths.ts';
import { readDemonstration, readTemplateFolder } from '../../server/template-folder.ts';
import { type App, startApp, type Visitor } from './start-app.ts';

/** Where the first account is made, once. */
export const setUpPath = '/team/set-up/eenmalig';
export const account = { email: 'team@bib.example', password: 'vier woorden zijn genoeg' } as const;

/** Starts the application with the OOO demonstration and nobody signed in yet. */
export async function startDemonstration(overrides: Overrides = {}): Promise<App> {
  const app = await startApp(overrides);
  await addDemonstration(app.ctx);
  await replaceSetupToken(app.ctx.db.kysely, hashToken('setup', 'eenmalig'), '2024-01-01T00:00:00Z');
  return app;
}

/** Adds the OOO demonstration to an application that is there. */
export async function addDemonstration(ctx: Context): Promise<void> {
  const folder = join(templatesFolder, 'ooo');
  const template = await readTemplateFolder(folder);
  await createDemonstration(ctx, 'ooo', template, await readDemonstration(folder));
}

/** Who leads the project, once `addLead` made the account. */
export const lead = { email: 'lead@example.org', password: 'een lang wachtwoord' } as const;

/** Makes the account `a1` of who leads the project. */
export async function addLead({ db }: Pick<Context, 'db'>): Promise<void> {
  const made = { id: 'a1', email: lead.email };
  await createAccount(db.kysely, made, await hashPassword(lead.password), '2024-01-01T00:00:00Z');
  await joinProjectsOfNobody(db.kysely, made.id, '2024-01-01T00:00:00Z');
}

/** Makes the first account and leaves the visitor signed in. */
export async function signInThroughSetUp(visitor: Visitor): Promise<void> {
  const csrf = /name="csrf" value="([^"]+)"/.exec((await visitor.get(setUpPath)).text)?.[1] ?? '';
  await visitor.post(setUpPath, { csrf, ...account });
}

/** Copies of the demonstration's first answer, from other persons; not stored yet. */
export async function copiesOfFirstAnswer({ ctx }: App, count: number): Promise<readonly NewResponse[]> {
  const [first] = await responsesSince(ctx.db.kysely, 'ooo', 0, 1);
  if (!first) throw new Error('the demonstration has no answers');
  const { version, day, document } = first;
  return Array.from({ length: count }, () => ({
    id: ctx.newId(),
    version,
    library: null,
    day,
    receiptHash: null,
    seed: null,
    document,
    texts: {},
  }));
}

/** Sends every answer of the demonstration again, so many times: groups that were small become large. */
export async function repeatAnswers({ ctx }: App, times: number): Promise<void> {
  const answers = await responsesSince(ctx.db.kysely, 'ooo', 0, 1000);
  for (let time = 0; time < times; time += 1) {
    const again = answers.map(
      ({ version, library, day, document }): NewResponse => ({
        id: ctx.newId(),
        version,
        library,
        day,
        receiptHash: null,
        seed: null,
        document,
        texts: {},
      }),
    );
    await ctx.writes.run((db) => insertResponses(db, 'ooo', again));
  }
}
