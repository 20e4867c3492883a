// The interviewer's form: one talk held with the guide, kept as an interview of the project.
import type { Request, Response, Router } from 'express';
import { talkModes } from '../../../surveys/guides/guide.ts';
import type { ProjectRecord } from '../../../surveys/project-records.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { certaintySchema, directionSchema } from '../../../surveys/records/parts.ts';
import type { Context } from '../../context.ts';
import { deleteRecord, putRecord, recordOf } from '../../db/records.ts';
import { unknownPage } from '../../errors.ts';
import { fieldOf } from './access.ts';
import { guideOf } from './guide.ts';
import type { FormMistake } from './round-form.ts';
import { showTalkCards } from './talk-cards.ts';
import {
  emptyTalk,
  judgeTalk,
  type TalkTyped,
  talkOf,
  typedFromTalk,
  typedTalk,
  withRoom,
} from './talk-form.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

interface Choice {
  readonly code: string;
  readonly label: string;
  readonly chosen: boolean;
}
export interface TalkPage {
  readonly csrf: string;
  readonly title: string;
  readonly back: string;
  /** Where it is taken out again; null for a new one. */
  readonly remove: string | null;
  readonly typed: TalkTyped;
  readonly modes: readonly Choice[];
  readonly participants: readonly Choice[];
  readonly blocks: readonly {
    readonly code: string;
    readonly title: string;
    readonly prompts: readonly string[];
    readonly note: string;
  }[];
  readonly excerpts: readonly {
    /** Its place, from 1. */
    readonly number: number;
    readonly text: string;
    readonly role: string;
    readonly needs: readonly Choice[];
    readonly directions: readonly Choice[];
    readonly blocks: readonly Choice[];
    readonly certainties: readonly Choice[];
  }[];
  readonly mistakes: readonly FormMistake[];
}

export function talkRoutes(ctx: Context, router: Router): void {
  const open = async (request: Request<{ project: string; talk: string }>, response: Response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const guide = guideOf(workspace);
    const talk = await recordOf(ctx.db.kysely, workspace.project.code, 'interview', request.params.talk);
    if (!talk) throw unknownPage();
    return { workspace, guide, talk };
  };

  router.get('/:project/guide/talks/new', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    await show(ctx, response, workspace, emptyTalk(guideOf(workspace)), null, []);
  });

  router.post('/:project/guide/talks/new', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    await keep(ctx, request, response, workspace, null);
  });

  router.get('/:project/guide/talks/:talk', async (request, response) => {
    const { workspace, guide, talk } = await open(request, response);
    const typed = typedFromTalk(talk, guide, workspace.language);
    if (!typed) throw unknownPage();
    await show(ctx, response, workspace, typed, talk, []);
  });

  router.post('/:project/guide/talks/:talk', async (request, response) => {
    const { workspace, talk } = await open(request, response);
    if (!talk.talk) throw unknownPage();
    await keep(ctx, request, response, workspace, talk);
  });

  router.get('/:project/guide/talks/:talk/cards', async (request, response) => {
    const { workspace, talk } = await open(request, response);
    await showTalkCards(ctx, response, workspace, talk);
  });

  router.post('/:project/guide/talks/:talk/remove', async (request, response) => {
    const { workspace, talk } = await open(request, response);
    if (!talk.talk) throw unknownPage();
    await ctx.writes.run((db) => deleteRecord(db, workspace.project.code, 'interview', talk.code));
    response.redirect(303, `/team/${workspace.project.code}/guide`);
  });
}

async function keep(
  ctx: Context,
  request: Request,
  response: Response,
  workspace: Workspace,
  before: ProjectRecord<'interview'> | null,
): Promise<void> {
  const guide = guideOf(workspace);
  const { code } = workspace.project;
  const typed = typedTalk((name) => fieldOf(request, name), guide);
  const needs = workspace.analysis.needs.map((need) => need.code);
  const mistakes = judgeTalk(typed, guide, needs);
  if (mistakes.length > 0) return show(ctx, response, workspace, typed, before, mistakes);
  const { language } = workspace;
  const own = {
    code: before?.code ?? ctx.newId(),
    before,
    language,
    languages: ctx.texts.workspaceLanguages,
  };
  await ctx.writes.run((db) => putRecord(db, code, 'interview', talkOf(typed, own)));
  response.redirect(303, `/team/${code}/guide#talks`);
}

async function show(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  typed: TalkTyped,
  talk: ProjectRecord<'interview'> | null,
  mistakes: readonly FormMistake[],
): Promise<void> {
  const { say, language, analysis } = workspace;
  const guide = guideOf(workspace);
  const root = `/team/${workspace.project.code}/guide`;
  const title = talk ? inLanguage(talk.participant, language) : say({ key: 'guide.talk.new' });
  const choices = (codes: readonly string[], key: string, chosen: string) =>
    codes.map((code) => ({ code, label: say({ key: `${key}.${code}` }), chosen: code === chosen }));
  const page: TalkPage = {
    csrf: response.locals.csrf ?? '',
    title,
    back: root,
    remove: talk ? `${root}/talks/${talk.code}/remove` : null,
    typed,
    modes: choices(talkModes, 'guide.mode', typed.mode),
    participants: guide.participants.map(({ code, label }) => ({
      code,
      label: inLanguage(label, language),
      chosen: code === typed.participants,
    })),
    blocks: guide.blocks.map((block) => ({
      code: block.code,
      title: inLanguage(block.title, language),
      prompts: block.prompts.map((prompt) => inLanguage(prompt, language)),
      note: typed.notes.get(block.code) ?? '',
    })),
    excerpts: withRoom(typed.excerpts).map((excerpt, place) => ({
      number: place + 1,
      text: excerpt.text,
      role: excerpt.role,
      needs: analysis.needs.map(({ code, label }) => ({
        code,
        label: `${code} ${inLanguage(label, language)}`,
        chosen: code === excerpt.need,
      })),
      directions: choices(directionSchema.options, 'team.direction', excerpt.direction),
      blocks: guide.blocks.map((block) => ({
        code: block.code,
        label: inLanguage(block.title, language),
        chosen: block.code === excerpt.block,
      })),
      certainties: choices(certaintySchema.options, 'team.records.certainty', excerpt.certainty),
    })),
    mistakes,
  };
  await showStation(ctx, response, workspace, 'team/talk', page, {
    station: 'needs',
    title,
    status: mistakes.length > 0 ? 422 : 200,
    styles: ['project.css', 'rounds.css', 'guide.css'],
  });
}
