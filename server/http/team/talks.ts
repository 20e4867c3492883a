// The interviewer's form: one talk held with the guide, kept as an interview of the project.
import type { Request, Response, Router } from 'express';
import { talkModes } from '../../../surveys/guides/guide.ts';
import type { ProjectRecord } from '../../../surveys/project-records.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { certaintySchema, code as codeSchema, directionSchema } from '../../../surveys/records/parts.ts';
import type { Context } from '../../context.ts';
import { deleteRecord, putRecord, recordOf, recordsOf } from '../../db/records.ts';
import { unknownPage } from '../../errors.ts';
import { editionOf } from '../../operations/edition.ts';
import { fieldOf } from './access.ts';
import { doneMeanwhile, type StaleView } from './both-texts.ts';
import { guideOf } from './guide.ts';
import type { FormMistake } from './round-form.ts';
import { saidOfTalk } from './said-guided.ts';
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
import {
  newNeedAddress,
  recognitions,
  type SolutionTyped,
  withRoomForSolutions,
  workings,
} from './talk-needs.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

interface Choice {
  readonly code: string;
  readonly label: string;
  readonly chosen: boolean;
}
export interface TalkPage {
  readonly csrf: string;
  readonly title: string;
  readonly code: string;
  readonly back: string;
  /** Where it is taken out again; null for a new one. */
  readonly remove: string | null;
  /** Where the form is sent. */
  readonly address: string;
  /** Of what is kept now: saving once more is choosing what was typed. */
  readonly edition: string;
  /** What a colleague kept meanwhile; null where nobody did. */
  readonly stale: StaleView | null;
  readonly typed: TalkTyped;
  readonly modes: readonly Choice[];
  readonly participants: readonly Choice[];
  readonly blocks: readonly {
    readonly code: string;
    readonly title: string;
    readonly prompts: readonly string[];
    readonly note: string;
  }[];
  /** Per need of the project what this talk says of it. */
  readonly needs: readonly {
    readonly code: string;
    readonly label: string;
    readonly answers: readonly Choice[];
  }[];
  /** Where a missing need is made; null while none is written. */
  readonly newNeed: string | null;
  readonly solutions: readonly (Omit<SolutionTyped, 'need' | 'works'> & {
    readonly number: number;
    readonly needs: readonly Choice[];
    readonly works: readonly Choice[];
  })[];
  /** Words of solutions in other talks, so that the same one is told in the same words. */
  readonly known: readonly string[];
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
    const typed = emptyTalk(guideOf(workspace), needsOf(workspace));
    await show(ctx, response, workspace, { code: ctx.newId(), stored: null, typed });
  });

  router.post('/:project/guide/talks/new', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const code = codeSchema.safeParse(fieldOf(request, 'code'));
    if (!code.success) throw unknownPage();
    await keep(ctx, request, response, workspace, code.data);
  });

  router.get('/:project/guide/talks/:talk', async (request, response) => {
    const { workspace, guide, talk } = await open(request, response);
    const typed = typedFromTalk(talk, guide, needsOf(workspace), workspace.language);
    if (!typed) throw unknownPage();
    await show(ctx, response, workspace, { code: talk.code, stored: talk, typed });
  });

  router.post('/:project/guide/talks/:talk', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const code = codeSchema.safeParse(request.params.talk);
    if (!code.success) throw unknownPage();
    await keep(ctx, request, response, workspace, code.data);
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

function needsOf({ analysis }: Workspace): readonly string[] {
  return analysis.needs.map(({ code }) => code);
}

/** Keeps what the form says; or shows it again with what is wrong, or beside what a colleague kept meanwhile. */
async function keep(
  ctx: Context,
  request: Request,
  response: Response,
  workspace: Workspace,
  code: string,
): Promise<void> {
  const guide = guideOf(workspace);
  const { language, project } = workspace;
  const needs = needsOf(workspace);
  const typed = typedTalk((name) => fieldOf(request, name), guide, needs);
  const mistakes = judgeTalk(typed, guide, needs);
  const edition = fieldOf(request, 'edition');
  const languages = ctx.texts.workspaceLanguages;
  const shown = await ctx.writes.run(async (db): Promise<Shown | null> => {
    const stored = await recordOf(db, project.code, 'interview', code);
    // An interview that was not held with the guide has no form.
    if (stored && !stored.talk) throw unknownPage();
    if (mistakes.length > 0) return { code, stored, typed, mistakes };
    if (editionOf(stored) !== edition) return { code, stored, typed, stale: true };
    await putRecord(
      db,
      project.code,
      'interview',
      talkOf(typed, { code, before: stored, language, languages }),
    );
    return null;
  });
  if (shown) return show(ctx, response, workspace, shown);
  response.redirect(303, `/team/${project.code}/guide#talks`);
}

interface Shown {
  readonly code: string;
  /** Null where there is none, or none any more. */
  readonly stored: ProjectRecord<'interview'> | null;
  readonly typed: TalkTyped;
  readonly mistakes?: readonly FormMistake[];
  readonly stale?: boolean;
}

async function show(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  { code: own, stored: talk, typed, mistakes = [], stale = false }: Shown,
): Promise<void> {
  const { say, language, analysis } = workspace;
  const guide = guideOf(workspace);
  const root = `/team/${workspace.project.code}/guide`;
  const title = talk ? inLanguage(talk.participant, language) : say({ key: 'guide.talk.new' });
  const choices = (codes: readonly string[], key: string, chosen: string) =>
    codes.map((code) => ({ code, label: say({ key: `${key}.${code}` }), chosen: code === chosen }));
  const needChoices = (chosen: string) =>
    analysis.needs.map(({ code, label }) => ({
      code,
      label: `${code} ${inLanguage(label, language)}`,
      chosen: code === chosen,
    }));
  const { interview } = await recordsOf(ctx.db.kysely, workspace.project.code);
  const known = interview.flatMap(({ solutions }) =>
    solutions.map(({ solution }) => inLanguage(solution, language)),
  );
  const theirs = talk && stale ? typedFromTalk(talk, guide, needsOf(workspace), language) : null;
  const page: TalkPage = {
    csrf: response.locals.csrf ?? '',
    title,
    code: own,
    back: root,
    remove: talk ? `${root}/talks/${talk.code}/remove` : null,
    address: talk || stale ? `${root}/talks/${own}` : `${root}/talks/new`,
    edition: editionOf(talk),
    stale: stale
      ? doneMeanwhile(
          saidOfTalk(typed, guide, workspace),
          theirs && saidOfTalk(theirs, guide, workspace),
          say({ key: 'record.empty' }),
        )
      : null,
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
    needs: analysis.needs.map(({ code, label }) => ({
      code,
      label: `${code} ${inLanguage(label, language)}`,
      answers: choices(recognitions, 'guide.talk.answer', typed.recognised.get(code) || 'notAsked'),
    })),
    newNeed: typed.missing === '' ? null : newNeedAddress(workspace.project.code, language, typed.missing),
    solutions: withRoomForSolutions(typed.solutions).map(({ text, need, works, note }, place) => ({
      number: place + 1,
      text,
      note,
      needs: needChoices(need),
      works: choices(workings, 'guide.talk.working', works),
    })),
    known: [...new Set(known)],
    excerpts: withRoom(typed.excerpts).map((excerpt, place) => ({
      number: place + 1,
      text: excerpt.text,
      role: excerpt.role,
      needs: needChoices(excerpt.need),
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
    status: stale ? 409 : mistakes.length > 0 ? 422 : 200,
    styles: ['project.css', 'rounds.css', 'guide.css', 'records.css'],
  });
}
