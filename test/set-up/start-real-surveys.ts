// The application with two real surveys in it: made from their folders, imported through their column maps, and a
// set-up link to come in by.
import { projectByCode } from '../../server/db/projects.ts';
import { replaceSetupToken } from '../../server/db/setup-tokens.ts';
import { surveysOf } from '../../server/db/surveys.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { importResponses } from '../../server/operations/import-responses.ts';
import { addProject, filesOf } from '../conformance/imported-case.ts';
import { type App, startApp } from './start-app.ts';

/** Folder of the fixture and code of its project and survey. */
export const realSurveys = [
  { folder: 'carpentries-longterm', project: 'carpentries-longterm', answers: 476 },
  { folder: 'carpentries-instructor-training', project: 'instructor-training', answers: 967 },
] as const;

/** Starts the application with both surveys and all their answers. @throws Error when an import is refused. */
export async function startRealSurveys(): Promise<App> {
  const app = await startApp();
  for (const { folder, project } of realSurveys) {
    const files = filesOf(folder);
    await addProject(app.ctx, files);
    const outcome = await importResponses(app.ctx, { survey: project, file: files.data, map: files.map });
    if (outcome.problems) throw new Error(JSON.stringify(outcome.problems));
  }
  await replaceSetupToken(app.ctx.db.kysely, hashToken('setup', 'eenmalig'), '2024-01-01T00:00:00Z');
  return app;
}

/** Every page of the workspace a project has, in the order of the chain. */
export async function workspacePages(app: App, project: string): Promise<readonly string[]> {
  const [row, surveys] = await Promise.all([
    projectByCode(app.ctx.db.kysely, project),
    surveysOf(app.ctx.db.kysely, project),
  ]);
  const at = `/team/${project}`;
  return [
    `${at}/questionnaire`,
    `${at}/surveys/new`,
    ...surveys
      .slice(0, 1)
      .flatMap(({ code }) => [`${at}/versions?survey=${code}`, `${at}/definition-file?survey=${code}`]),
    `${at}/fieldwork`,
    ...surveys.filter(({ state }) => state === 'open').map(({ code }) => `${at}/entry?survey=${code}`),
    ...surveys.flatMap(({ code, questionnaire }, index) => {
      const survey = index === 0 ? '' : `survey=${code}`;
      const results = `${at}/results`;
      return [
        `${results}?${survey}`,
        ...questionnaire.pages.map((page) => `${results}?${survey}&page=${page.code}`),
        ...(row?.catalogue.services && index === 0 ? [`${results}/services`] : []),
        ...(row?.catalogue.coding ? [`${results}/remarks?${survey}`] : []),
      ];
    }),
    `${at}/needs`,
    ...(row?.catalogue.needs ?? []).map(({ code }) => `${at}/needs/${code}`),
    `${at}/needs/edit`,
    ...(row?.catalogue.needs ?? []).map(({ code }) => `${at}/needs/edit/need/${code}`),
    ...(row?.catalogue.highlights ?? []).map(({ code }) => `${at}/needs/edit/highlight/${code}`),
    `${at}/evidence`,
    `${at}/records`,
    `${at}/panel`,
    `${at}/report`,
    `${at}/report/preview`,
  ];
}
