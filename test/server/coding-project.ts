// A project somebody made of the template whose open answers are coded: nothing in it is coded before a person does so.
import { join } from 'node:path';
import { createAccount } from '../../server/db/accounts.ts';
import { replaceRegister } from '../../server/db/libraries.ts';
import { giveRoles } from '../../server/db/people.ts';
import { listProjects } from '../../server/db/projects.ts';
import { insertResponses } from '../../server/db/responses.ts';
import { replaceSetupToken } from '../../server/db/setup-tokens.ts';
import { hashPassword } from '../../server/identity/passwords.ts';
import type { TeamRole } from '../../server/identity/roles.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { createProject } from '../../server/operations/create-project.ts';
import { responseOf } from '../../server/operations/submit-response.ts';
import { templatesFolder } from '../../server/paths.ts';
import { readTemplateFolder } from '../../server/template-folder.ts';
import { readResponse } from '../../surveys/read-page.ts';
import { registerOf } from '../../surveys/register.ts';
import { type App, startApp, type Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp } from '../set-up/start-demonstration.ts';

export interface CodingProject {
  readonly app: App;
  /** Who made the first account: it has every role. */
  readonly team: Visitor;
}

export const library = {
  code: 'b1',
  name: 'Bibliotheek Zonnedorp',
  municipality: 'Zonnedorp',
  province: 'Limburg',
  sizeClass: 'small',
} as const;

/** What is sent without words of its own. */
export const sent = {
  consent: 'yes',
  A1: 'b1',
  A3: 'ge20',
  'C1.leerplatform': '4',
  'C1.servicedesk': '4',
} as const;

/** Starts the application with the project and a respondent for each of these answers, by question. */
export async function startCodingProject(
  answers: readonly Readonly<Record<string, string>>[],
): Promise<CodingProject> {
  const app = await startApp();
  const { kysely } = app.ctx.db;
  const template = await readTemplateFolder(join(templatesFolder, 'ooo'));
  await kysely.transaction().execute(async (db) => {
    await createProject(db, 'echt', template, false, '2024-01-01T00:00:00Z');
    await replaceRegister(db, 'echt', [library], '2024-01-01');
  });
  await addAnswers(app, answers);
  await replaceSetupToken(kysely, hashToken('setup', 'eenmalig'), '2024-01-01T00:00:00Z');
  const team = app.visitor();
  await signInThroughSetUp(team);
  return { app, team };
}

/** Sends answers, each of another respondent. @param receipt of the first, to withdraw it by. */
export async function addAnswers(
  { ctx }: App,
  answers: readonly Readonly<Record<string, string>>[],
  receipt: string | null = null,
): Promise<void> {
  const { questionnaires } = await readTemplateFolder(join(templatesFolder, 'ooo'));
  const [questionnaire] = questionnaires;
  if (!questionnaire) throw new Error('the template has no questionnaire');
  const register = registerOf([library]);
  const responses = answers.map((own, place) => {
    const reading = readResponse(questionnaire, { ...sent, ...own }, register);
    if (reading.problems.length > 0) throw new Error(JSON.stringify(reading.problems));
    const draft = { answers: reading.answers, version: 1, receiptHash: '', seed: null };
    const receiptHash = receipt !== null && place === 0 ? hashToken('receipt', receipt) : null;
    return { ...responseOf(draft, questionnaire, register, ctx.newId(), '2024-02-01'), receiptHash };
  });
  await ctx.writes.run((db) => insertResponses(db, questionnaire.code, responses));
}

/** Somebody of the team with these roles, signed in. */
export async function somebody(
  { ctx, visitor }: App,
  id: string,
  roles: readonly TeamRole[],
): Promise<Visitor> {
  const [email, password] = [`${id}@bib.example`, 'een lang wachtwoord'];
  const hash = await hashPassword(password);
  await createAccount(ctx.db.kysely, { id, email }, hash, '2024-01-01T00:00:00Z');
  for (const { code } of await listProjects(ctx.db.kysely))
    await giveRoles(ctx.db.kysely, code, id, roles, '2024-01-01T00:00:00Z');
  const one = visitor();
  await one.post('/team/sign-in', { csrf: '', to: '', email, password });
  return one;
}

/** What a hidden field of a page holds. */
export function hidden(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]?.replaceAll('&#x3D;', '=') ?? '';
}
