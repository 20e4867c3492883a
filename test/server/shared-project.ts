// A server with the demonstration of the template that keeps a register of working groups, and a signed-in team.
import { readFileSync } from 'node:fs';
import { addDemonstration } from '../../server/first-start.ts';
import { templatesFolder } from '../../server/paths.ts';
import { demonstrated } from '../set-up/instruments.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

/** The template whose demonstration has a list that its source announces, and the code of its project. */
export const sharing =
  demonstrated.find((name) =>
    readFileSync(`${templatesFolder}/${name}/demonstration.json`, 'utf8').includes('"announced_list"'),
  ) ?? '';

export async function startSharingProject(): Promise<{ readonly app: App; readonly team: Visitor }> {
  const app = await startDemonstration();
  const team = app.visitor();
  await signInThroughSetUp(team);
  await addDemonstration(app.ctx, sharing);
  return { app, team };
}
