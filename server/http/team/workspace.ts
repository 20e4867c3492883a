// What every page of a project starts from: the project, its surveys and its analysis as the team may see it;
// and how such a page is shown, with the chain of stations around it.
import type { Response } from 'express';
import type { ProjectAnalysis } from '../../../analysis/results/project.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { roundsOf } from '../../db/panels.ts';
import { type Project, projectByCode } from '../../db/projects.ts';
import { reportVersions } from '../../db/reports.ts';
import { erasedSurveys, type KeptFigures } from '../../db/retention.ts';
import { type Survey, surveysOf } from '../../db/surveys.ts';
import { unknownProject } from '../../errors.ts';
import { formatDate } from '../../format-values.ts';
import { mayDo, type TeamRole } from '../../identity/roles.ts';
import { analyseProject } from '../../operations/analyse-project.ts';
import type { ErasedNotice, PageOptions, WorkspaceFrame } from '../../pages.ts';
import { type Message, readMessage, spoken } from '../../texts.ts';
import { titleOf } from './data/survey-title.ts';
import type { TeamPages } from './pages.ts';
import { type StationName, stationsOf } from './stations.ts';
import { unlessReading } from './waiting.ts';

/** How a page speaks: its language and its words. */
export interface Words {
  readonly language: string;
  say(message: Message): string;
  /** A message that is data of the project, such as the reason of a verdict, filled. */
  fill(message: Text, values: Readonly<Record<string, string | number>>): string;
}

export interface Workspace extends Words {
  readonly project: Project;
  readonly surveys: readonly Survey[];
  /** Disclosed for the team, without filters. */
  readonly analysis: ProjectAnalysis;
}

/**
 * Reads a project for a page.
 * @throws ExpectedFailure when there is no such project; what shows the page that waits while its responses are read.
 */
export async function openWorkspace(ctx: Context, response: Response, code: string): Promise<Workspace> {
  const project = await projectByCode(ctx.db.kysely, code);
  if (!project) throw unknownProject(code);
  const surveys = await surveysOf(ctx.db.kysely, code);
  const work = analyseProject(ctx, code, { reader: 'team' });
  const analysis = await unlessReading(ctx, response, { project, surveys }, work);
  return { project, surveys, analysis, ...wordsOf(ctx, response) };
}

/** The address of this server as people outside see it, without a slash at its end. */
export function serverAddress({ config }: Context, { req }: Response): string {
  return config.baseUrl ?? `http://${req.headers.host ?? ''}`;
}

/** The words of the page being answered. */
export function wordsOf(ctx: Context, response: Response): Words {
  const { language } = response.locals;
  return {
    language,
    say: ({ key, values }) => ctx.texts.say(language, key, values),
    fill: (message, values) => spoken(readMessage(inLanguage(message, language), language), language, values),
  };
}

/** Which station the page belongs to, and what it loads beside its styles. */
export interface StationPage {
  readonly station: StationName | null;
  readonly title: string;
  /** The page has charts. */
  readonly charts?: boolean;
  readonly status?: number;
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  /** Seconds after which a browser without scripts asks for the page again. */
  readonly refresh?: number;
}

/** Stations whose figures are of answers: without them they would read as if nobody had answered. */
const tellErased: readonly StationName[] = ['fieldwork', 'results', 'report'];

/** Of which surveys the answers went and when; null when they are all there. */
function erasedNotice(
  gone: readonly KeptFigures[],
  { project, surveys, language }: Workspace,
): ErasedNotice | null {
  if (gone.length === 0) return null;
  return {
    surveys: gone.map(({ survey, keptOn }) => ({
      title: titleOf(surveys, survey, language),
      date: formatDate(language, keptOn),
    })),
    kept: `/team/${project.code}/data#kept`,
  };
}

/** A project as every page of it is headed: its name, and the pages beside the chain that these roles may see. */
export function projectFrame(
  { code, title }: Pick<Project, 'code' | 'title'>,
  roles: readonly TeamRole[],
  { language, say }: Pick<Words, 'language' | 'say'>,
): NonNullable<WorkspaceFrame['project']> {
  const beside = [
    { area: 'needs', page: 'plan' },
    { area: 'people', page: 'people' },
  ] as const;
  return {
    code,
    title: inLanguage(title, language),
    beside: beside
      .filter(({ area }) => mayDo(roles, area, 'see'))
      .map(({ page }) => ({ name: say({ key: `${page}.link` }), address: `/team/${code}/${page}` })),
  };
}

/** Around a page outside the chain of stations: who is signed in and, on a page of a project, which it is. */
export function frameWithoutStations(
  { locals }: Response,
  project: WorkspaceFrame['project'] = null,
): WorkspaceFrame {
  return { email: locals.account?.email ?? '', csrf: locals.csrf ?? '', project, stations: [] };
}

/** Shows a page of a project inside the workspace. */
export async function showStation<N extends keyof TeamPages>(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  name: N,
  data: TeamPages[N],
  page: StationPage,
): Promise<void> {
  const { project, surveys, analysis } = workspace;
  const roles = response.locals.roles ?? [];
  const [rounds, [report], gone] = await Promise.all([
    roundsOf(ctx.db.kysely, project.code),
    reportVersions(ctx.db.kysely, project.code),
    erasedSurveys(ctx.db.kysely, project.code),
  ]);
  const chain = { project: project.code, analysis, surveys, rounds, reportVersion: report?.version ?? null };
  const options: PageOptions = {
    title: page.title,
    status: page.status,
    refresh: page.refresh,
    layout: 'workspace',
    demonstration: project.demonstration,
    styles: ['results.css', 'needs.css', ...(page.styles ?? [])],
    scripts: [
      ...(page.charts ? ['vendor/chart.js', 'charts.js', 'chart-picture.js'] : []),
      ...(page.scripts ?? []),
    ],
    workspace: {
      email: response.locals.account?.email ?? '',
      csrf: response.locals.csrf ?? '',
      project: projectFrame(project, roles, workspace),
      stations: stationsOf(chain, page.station, roles, workspace.say),
      erased: tellErased.some((station) => station === page.station) ? erasedNotice(gone, workspace) : null,
    },
  };
  // TeamPages is part of Pages; the generic key hides from TypeScript that the data belongs to it.
  ctx.render(response, name, data as never, options);
}
