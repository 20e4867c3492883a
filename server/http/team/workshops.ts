// The form of a workshop: written by the team, none overwriting what a colleague kept meanwhile.
import type { Request, Response, Router } from 'express';
import type { ProjectRecord } from '../../../surveys/project-records.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { code as codeSchema } from '../../../surveys/records/parts.ts';
import { invitedFrom } from '../../../surveys/records/timeline.ts';
import type { Context } from '../../context.ts';
import { deleteRecord, putRecord, recordOf, recordsOf } from '../../db/records.ts';
import { unknownPage } from '../../errors.ts';
import { editionOf } from '../../operations/edition.ts';
import { fieldOf } from './access.ts';
import { doneMeanwhile, type StaleView } from './both-texts.ts';
import { guideOf } from './guide.ts';
import type { FormMistake } from './round-form.ts';
import { saidOfWorkshop } from './said-guided.ts';
import { showWorkshops } from './workshop-board.ts';
import {
  halfDays,
  type IdeaTyped,
  type InvitedTyped,
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

export interface WorkshopPage {
  readonly csrf: string;
  readonly title: string;
  readonly code: string;
  readonly back: string;
  readonly remove: string | null;
  /** Where the form is sent. */
  readonly address: string;
  /** Of what is kept now: saving once more is choosing what was typed. */
  readonly edition: string;
  /** What a colleague kept meanwhile; null where nobody did. */
  readonly stale: StaleView | null;
  readonly typed: WorkshopTyped;
  readonly invited: readonly {
    readonly number: number;
    readonly party: string;
    readonly people: string;
    readonly from: readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[];
  }[];
  readonly agenda: readonly {
    readonly code: string;
    readonly title: string;
    readonly prompt: string;
    readonly output: string;
  }[];
  readonly products: string;
  readonly parts: readonly { readonly value: string; readonly chosen: boolean }[];
  readonly statements: readonly {
    readonly number: number;
    readonly text: string;
    readonly needed: string;
    /** The boards it can stand on; none where the guide has none. */
    readonly boards: readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[];
    readonly tallies: readonly { readonly name: string; readonly value: string }[];
  }[];
  readonly ideas: readonly {
    readonly number: number;
    readonly text: string;
    readonly marks: readonly { readonly name: string; readonly value: string }[];
  }[];
  readonly mistakes: readonly FormMistake[];
}

const room = 3;
const noStatement: StatementTyped = { text: '', board: '', holds: '', nuance: '', missing: '', needed: '' };
const noParty: InvitedTyped = { party: '', from: '', people: '' };
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
    await showWorkshops(ctx, response, await openWorkspace(ctx, response, request.params.project));
  });

  router.get('/:project/workshops/new', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const guide = guideOf(workspace);
    const { finding } = await recordsOf(ctx.db.kysely, workspace.project.code);
    // What the project found is what a workshop begins with.
    const statements = finding.map(({ text }) => ({
      ...noStatement,
      text: inLanguage(text, workspace.language),
    }));
    const typed = { ...typedWorkshop(() => '', guide.workshop), statements };
    await showForm(ctx, response, workspace, { code: ctx.newId(), stored: null, typed });
  });

  router.post('/:project/workshops/new', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const code = codeSchema.safeParse(fieldOf(request, 'code'));
    if (!code.success) throw unknownPage();
    await keep(ctx, request, response, workspace, code.data);
  });

  router.get('/:project/workshops/:workshop', async (request, response) => {
    const { workspace, workshop } = await open(request, response);
    const typed = typedFromWorkshop(workshop, guideOf(workspace).workshop, workspace.language);
    await showForm(ctx, response, workspace, { code: workshop.code, stored: workshop, typed });
  });

  router.post('/:project/workshops/:workshop', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const code = codeSchema.safeParse(request.params.workshop);
    if (!code.success) throw unknownPage();
    await keep(ctx, request, response, workspace, code.data);
  });

  router.post('/:project/workshops/:workshop/remove', async (request, response) => {
    const { workspace, workshop } = await open(request, response);
    await ctx.writes.run((db) => deleteRecord(db, workspace.project.code, 'workshop', workshop.code));
    response.redirect(303, `/team/${workspace.project.code}/workshops`);
  });
}

/** Keeps what the form says; or shows it again with what is wrong, or beside what a colleague kept meanwhile. */
async function keep(
  ctx: Context,
  request: Request,
  response: Response,
  workspace: Workspace,
  code: string,
): Promise<void> {
  const { language, project } = workspace;
  const typed = typedWorkshop((name) => fieldOf(request, name), guideOf(workspace).workshop);
  const mistakes = judgeWorkshop(typed);
  const edition = fieldOf(request, 'edition');
  const languages = ctx.texts.workspaceLanguages;
  const shown = await ctx.writes.run(async (db): Promise<Shown | null> => {
    const stored = await recordOf(db, project.code, 'workshop', code);
    if (mistakes.length > 0) return { code, stored, typed, mistakes };
    if (editionOf(stored) !== edition) return { code, stored, typed, stale: true };
    const kept = { code, before: stored, language, languages };
    await putRecord(db, project.code, 'workshop', workshopOf(typed, kept));
    return null;
  });
  if (shown) return showForm(ctx, response, workspace, shown);
  response.redirect(303, `/team/${project.code}/workshops#${code}`);
}

interface Shown {
  readonly code: string;
  /** Null where there is none, or none any more. */
  readonly stored: ProjectRecord<'workshop'> | null;
  readonly typed: WorkshopTyped;
  readonly mistakes?: readonly FormMistake[];
  readonly stale?: boolean;
}

async function showForm(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  { code, stored, typed, mistakes = [], stale = false }: Shown,
): Promise<void> {
  const { say, language } = workspace;
  const guide = guideOf(workspace);
  const { workshop: about } = guide;
  const root = `/team/${workspace.project.code}/workshops`;
  const withRoom = <T>(lines: readonly T[], empty: T) => [
    ...lines,
    ...Array.from({ length: room }, () => empty),
  ];
  const title = stored
    ? typed.title || inLanguage(stored.title, language)
    : say({ key: 'guide.workshop.new' });
  const theirs = stored && stale ? typedFromWorkshop(stored, about, language) : null;
  const page: WorkshopPage = {
    csrf: response.locals.csrf ?? '',
    title,
    code,
    back: root,
    remove: stored ? `${root}/${code}/remove` : null,
    address: stored || stale ? `${root}/${code}` : `${root}/new`,
    edition: editionOf(stored),
    stale: stale
      ? doneMeanwhile(
          saidOfWorkshop(typed, guide, workspace),
          theirs && saidOfWorkshop(theirs, guide, workspace),
          say({ key: 'record.empty' }),
        )
      : null,
    typed,
    parts: halfDays.map((value) => ({ value, chosen: value === typed.parts })),
    invited: withRoom(typed.invited, noParty).map(({ party, from, people }, place) => ({
      number: place + 1,
      party,
      people,
      from: invitedFrom.map((value) => ({
        value,
        label: say({ key: `guide.workshop.invitedFrom.${value}` }),
        chosen: value === from,
      })),
    })),
    agenda: (about?.agenda ?? []).map((block) => ({
      code: block.code,
      title: inLanguage(block.title, language),
      prompt: inLanguage(block.prompt, language),
      output: typed.outputs.get(block.code) ?? '',
    })),
    products: about ? inLanguage(about.products, language) : say({ key: 'guide.workshop.ideas' }),
    statements: withRoom(typed.statements, noStatement).map((statement, place) => ({
      number: place + 1,
      text: statement.text,
      needed: statement.needed,
      boards: (about?.boards ?? []).map((board) => ({
        value: board.code,
        label: inLanguage(board.title, language),
        chosen: board.code === statement.board,
      })),
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
    status: stale ? 409 : mistakes.length > 0 ? 422 : 200,
    styles: ['project.css', 'rounds.css', 'guide.css', 'records.css'],
  });
}
