// A server with the demonstration of a template that carries a guide for group talks, and a signed-in team.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { addDemonstration } from '../../server/first-start.ts';
import { templatesFolder } from '../../server/paths.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

export interface GuidedProject {
  readonly app: App;
  readonly team: Visitor;
}

/** The template with a guide, and the code of its project. */
export const guided =
  readdirSync(templatesFolder).find((each) => existsSync(join(templatesFolder, each, 'guide.json'))) ?? '';

export async function startGuidedProject(): Promise<GuidedProject> {
  const app = await startDemonstration();
  const team = app.visitor();
  await signInThroughSetUp(team);
  await addDemonstration(app.ctx, guided);
  return { app, team };
}
