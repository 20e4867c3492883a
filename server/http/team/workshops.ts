// The board of a project's workshops: what holds, what needs nuance, what is missing; what is needed; ideas by use and effort.
import type { Request, Response, Router } from 'express';
import { quarterOf } from '../../../analysis/panel/ways/grid.ts';
import type { ProjectRecord } from '../../../surveys/project-records.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { deleteRecord, putRecord, recordOf, recordsOf } from '../../db/records.ts';
import { unknownPage } from '../../errors.ts';
import { quarters } from '../panel/counted-votes.ts';
import { fieldOf } from './access.ts';
import { guideOf } from './guide.ts';
import type { FormMistake } from './round-form.ts';
import {
  halfDays,
  type IdeaTyped,
  ideaMarks,
  judgeWorkshop,
  type StatementTyped,
  tallies,
  typedFromWorkshop,
  typedWorkshop,
  type WorkshopTyped,
  workshopOf,
} from './workshop-form.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

interface IdeaGroup {
  readonly name: string;
  readonly ideas: readonly { readonly text: string; readonly marks: string }[];
}
export interface WorkshopsPage {
  readonly title: string;
  readonly new: string;
  readonly back: string;
  readonly workshops: readonly {
    readonly code: string;
    readonly title: string;
    readonly facts: string;
    readonly edit: string;
    /** Counts as they are read: a dash where nobody counted. */
    readonly statements: readonly {
      readonly text: string;
      readonly counts: readonly string[];
      readonly needed: string;
    }[];
    readonly groups: readonly IdeaGroup[];
  }[];
}
export interface WorkshopPage {
  readonly csrf: string;
  readonly title: string;
  readonly back: string;
  readonly remove: string | null;
  readonly typed: WorkshopTyped;
  readonly parts: readonly { readonly value: string; readonly chosen: boolean }[];
  readonly statements: readonly {
    readonly number: number;
    readonly text: string;
    readonly needed: string;
    readonly tallies: readonly { readonly name: string; readonly value: string }[];
  }[];
  readonly ideas: readonly {
    readonly number: number;
    readonly text: string;
    readonly marks: readonly { readonly name: string; readonly value: string }[];
  }[];
  readonly mistakes: readonly FormMistake[];
}

const styles = ['project.css', 'rounds.css', 'guide.css'];
const room = 3;
const noStatement: StatementTyped = { text: '', holds: '', nuance: '', missing: '', needed: '' };
const noIdea: IdeaTyped = { text: '', use: '', effort: '' };

export function workshopRoutes(ctx: Context, router: Router): void {
  const open = async (request: Request<{ project: string; workshop: string }>, response: Response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    guideOf(workspace);
    const { code } = workspace.project;
    const workshop = await recordOf(ctx.db.kysely, code, 'workshop', request.params.workshop);
    if (!workshop) throw unknownPage();
    return { workspace, workshop };
  };

  router.get('/:project/workshops', async (request, response) => {
    await showBoard(ctx, response, await openWorkspace(ctx, response, request.params.project));
  });

  router.get('/:project/workshops/new', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    guideOf(workspace);
    const { finding } = await recordsOf(ctx.db.kysely, workspace.project.code);
    // What the project found is what a workshop begins with.
    const statements = finding.map(({ text }) => ({
      ...noStatement,
      text: inLanguage(text, workspace.language),
    }));
    await showForm(ctx, response, workspace, { ...typedWorkshop(() => ''), statements }, null, []);
  });

  router.post('/:project/workshops/new', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    guideOf(workspace);
    await keep(ctx, request, response, workspace, null);
  });

  router.get('/:project/workshops/:workshop', async (request, response) => {
    const { workspace, workshop } = await open(request, response);
    const typed = typedFromWorkshop(workshop, workspace.language);
    await showForm(ctx, response, workspace, typed, workshop.code, []);
  });

  router.post('/:project/workshops/:workshop', async (request, response) => {
    const { workspace, workshop } = await open(request, response);
    await keep(ctx, request, response, workspace, workshop.code);
  });

  router.post('/:project/workshops/:workshop/remove', async (request, response) => {
    const { workspace, workshop } = await open(request, response);
    await ctx.writes.run((db) => deleteRecord(db, workspace.project.code, 'workshop', workshop.code));
    response.redirect(303, `/team/${workspace.project.code}/workshops`);
  });
}

async function keep(
  ctx: Context,
  request: Request,
  response: Response,
  workspace: Workspace,
  code: string | null,
): Promise<void> {
  const typed = typedWorkshop((name) => fieldOf(request, name));
  const mistakes = judgeWorkshop(typed);
  if (mistakes.length > 0) return showForm(ctx, response, workspace, typed, code, mistakes);
  const { workspaceLanguages } = ctx.texts;
  const workshop = workshopOf(typed, code ?? ctx.newId(), workspace.language, workspaceLanguages);
  const project = workspace.project.code;
  await ctx.writes.run((db) => putRecord(db, project, 'workshop', workshop));
  response.redirect(303, `/team/${project}/workshops#${workshop.code}`);
}

async function showBoard(ctx: Context, response: Response, workspace: Workspace): Promise<void> {
  guideOf(workspace);
  const { say, language, project } = workspace;
  const { workshop } = await recordsOf(ctx.db.kysely, project.code);
  const root = `/team/${project.code}`;
  const page: WorkshopsPage = {
    title: say({ key: 'guide.workshop.title' }),
    new: `${root}/workshops/new`,
    back: `${root}/guide`,
    workshops: workshop.map((each) => ({
      code: each.code,
      title: inLanguage(each.title, language),
      facts: [
        inLanguage(each.date.label, language),
        say({ key: 'guide.workshop.halfDays', values: { count: each.parts } }),
        each.people === null
          ? say({ key: 'guide.workshop.peopleUnknown' })
          : say({ key: 'guide.people', values: { count: each.people } }),
      ].join(' · '),
      edit: `${root}/workshops/${each.code}`,
      statements: each.statements.map((statement) => ({
        text: inLanguage(statement.text, language),
        counts: tallies.map((tally) => String(statement[tally] ?? '–')),
        needed: statement.needed ? inLanguage(statement.needed, language) : '',
      })),
      groups: ideaGroups(each, workspace),
    })),
  };
  await showStation(ctx, response, workspace, 'team/workshops', page, {
    station: 'needs',
    title: page.title,
    styles,
  });
}

/** Ideas by what they bring against what they take, the most for the least first; those without marks last. */
function ideaGroups(
  { ideas }: ProjectRecord<'workshop'>,
  { say, language }: Workspace,
): readonly IdeaGroup[] {
  return [...quarters, null]
    .map((quarter) => ({
      name: say({ key: `guide.workshop.quarter.${quarter ?? 'none'}` }),
      ideas: ideas
        .filter(({ use, effort }) => quarterOf(effort, use) === quarter)
        .map(({ text, use, effort }) => ({
          text: inLanguage(text, language),
          marks: say({ key: 'guide.workshop.marks', values: { use: use ?? '–', effort: effort ?? '–' } }),
        })),
    }))
    .filter((group) => group.ideas.length > 0);
}

async function showForm(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  typed: WorkshopTyped,
  code: string | null,
  mistakes: readonly FormMistake[],
): Promise<void> {
  const root = `/team/${workspace.project.code}/workshops`;
  const withRoom = <T>(lines: readonly T[], empty: T) => [
    ...lines,
    ...Array.from({ length: room }, () => empty),
  ];
  const title = code === null ? workspace.say({ key: 'guide.workshop.new' }) : typed.title;
  const page: WorkshopPage = {
    csrf: response.locals.csrf ?? '',
    title,
    back: root,
    remove: code === null ? null : `${root}/${code}/remove`,
    typed,
    parts: halfDays.map((value) => ({ value, chosen: value === typed.parts })),
    statements: withRoom(typed.statements, noStatement).map((statement, place) => ({
      number: place + 1,
      text: statement.text,
      needed: statement.needed,
      tallies: tallies.map((name) => ({ name, value: statement[name] })),
    })),
    ideas: withRoom(typed.ideas, noIdea).map((idea, place) => ({
      number: place + 1,
      text: idea.text,
      marks: ideaMarks.map((name) => ({ name, value: idea[name] })),
    })),
    mistakes,
  };
  await showStation(ctx, response, workspace, 'team/workshop', page, {
    station: 'needs',
    title,
    status: mistakes.length > 0 ? 422 : 200,
    styles,
  });
}
