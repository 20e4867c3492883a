// The projects on this server: how far each one is, and the way into it.
import type { Router } from 'express';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { countLibraries } from '../../db/libraries.ts';
import { roundsOf } from '../../db/panels.ts';
import { listProjects, type ProjectSummary } from '../../db/projects.ts';
import { reportVersions } from '../../db/reports.ts';
import { countResponses } from '../../db/responses.ts';
import { surveysOf } from '../../db/surveys.ts';
import { mayDo, type TeamRole } from '../../identity/roles.ts';
import { rolesIn } from '../../operations/people.ts';
import { type StationState, stationAt } from './stations.ts';
import { frameWithoutStations, type Words, wordsOf } from './workspace.ts';

export interface ProjectLine {
  readonly title: string;
  readonly demonstration: boolean;
  readonly address: string;
  /** "Veldwerk: nog open" */
  readonly station: string;
  /** "108 antwoorden, 304 bibs in het register" */
  readonly answers: string;
}

interface OwnProject extends ProjectSummary {
  readonly roles: readonly TeamRole[];
}

export function projectListRoute(ctx: Context, router: Router): void {
  router.get('/', async (_request, response) => {
    const words = wordsOf(ctx, response);
    const projects = await projectsOf(ctx, response.locals.account?.id ?? '');
    ctx.render(
      response,
      'team/projects',
      { projects: await Promise.all(projects.map((project) => lineOf(ctx, project, words))) },
      {
        title: words.say({ key: 'team.projects.title' }),
        layout: 'workspace',
        demonstration: projects.some(({ demonstration }) => demonstration),
        styles: ['results.css'],
        workspace: frameWithoutStations(response),
      },
    );
  });
}

/** The projects an account has a part in, with its roles there. */
async function projectsOf(ctx: Context, account: string): Promise<readonly OwnProject[]> {
  const projects = await listProjects(ctx.db.kysely);
  const roles = await Promise.all(projects.map(({ code }) => rolesIn(ctx.db.kysely, code, account)));
  return projects.flatMap((project, place) => {
    const own = roles[place];
    return own ? [{ ...project, roles: own }] : [];
  });
}

/** Told from counts alone: a list of projects waits for no analysis. */
async function lineOf(
  ctx: Context,
  { code, title, demonstration, roles }: OwnProject,
  { language, say }: Words,
): Promise<ProjectLine> {
  const db = ctx.db.kysely;
  const [[main], rounds, [report], libraries] = await Promise.all([
    surveysOf(db, code),
    roundsOf(db, code),
    reportVersions(db, code),
    countLibraries(db, code),
  ]);
  const answers = main ? await countResponses(db, main.code) : 0;
  const at: StationState = stationAt(main, answers, rounds, report?.version ?? null);
  return {
    title: inLanguage(title, language),
    demonstration,
    address: mayDo(roles, at.name, 'see') ? `/team/${code}/${at.name}` : `/team/${code}`,
    station: say({
      key: 'team.projects.station',
      values: {
        station: say({ key: `team.station.${at.name}` }),
        state: say({ key: `team.state.${at.key}`, values: at.values }),
      },
    }),
    answers: say({ key: 'team.projects.answers', values: { answers, libraries } }),
  };
}
