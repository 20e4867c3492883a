// The team keeps the follow-up page current: how far each action is, who does it, and why something is not done.
import type { Response, Router } from 'express';
import { updateAction } from '../../../analysis/report/follow-up.ts';
import type { ProjectRecord } from '../../../surveys/project-records.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { type ActionState, actionStates } from '../../../surveys/records/decisions.ts';
import type { Context } from '../../context.ts';
import { deleteRecord, putRecord, recordOf, recordsOf } from '../../db/records.ts';
import { reportByCode } from '../../db/reports.ts';
import { unknownNeed, unknownPage } from '../../errors.ts';
import { changeWords } from '../../report/follow-up-view.ts';
import { reportWords } from '../../report/report-words.ts';
import { fieldOf } from './access.ts';
import {
  type ActionTyped,
  judgeAction,
  tellsUnreleased,
  typedFrom,
  typedOf,
  updateOf,
} from './follow-up-form.ts';
import type { FormMistake } from './round-form.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

export interface FollowUpDeskPage {
  readonly csrf: string;
  readonly title: string;
  /** Address of the public page; null before a report is published. */
  readonly public: string | null;
  readonly back: string;
  /** Where actions are written, with what they take. */
  readonly means: string;
  readonly actions: readonly {
    readonly title: string;
    readonly address: string;
    readonly state: ActionState;
    readonly stateWord: string;
    readonly facts: string;
    readonly reason: string;
    readonly internal: boolean;
  }[];
  /** Needs without a public action, with the reason as it is typed. */
  readonly open: readonly {
    readonly code: string;
    readonly label: string;
    readonly address: string;
    readonly reason: string;
    readonly mistake: FormMistake | null;
  }[];
  readonly mistakes: readonly FormMistake[];
}
export interface FollowUpEditPage {
  readonly csrf: string;
  readonly title: string;
  readonly address: string;
  readonly back: string;
  readonly internal: boolean;
  readonly typed: ActionTyped;
  readonly states: readonly {
    readonly code: ActionState;
    readonly checked: boolean;
    readonly word: string;
  }[];
  readonly history: readonly { readonly date: string; readonly what: string; readonly reason: string }[];
  readonly mistakes: readonly FormMistake[];
}

/** Most characters of the reason why nothing is done. */
const longestReason = 600;
const styles = ['project.css', 'rounds.css', 'report.css', 'report-need.css', 'follow-up.css'];

export function followUpDeskRoutes(ctx: Context, router: Router): void {
  router.get('/:project/follow-up', async (request, response) => {
    await showDesk(ctx, response, await openWorkspace(ctx, response, request.params.project), null);
  });

  router.post('/:project/follow-up/no-action/:need', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code } = workspace.project;
    const { need } = request.params;
    if (!workspace.analysis.needs.some((each) => each.code === need)) throw unknownNeed(need);
    const words = fieldOf(request, 'reason').replaceAll('\r\n', '\n').trim();
    const records = await recordsOf(ctx.db.kysely, code);
    const wrong = (key: string, values = {}) =>
      showDesk(ctx, response, workspace, {
        need,
        words,
        mistake: { field: `reason-${need}`, key: `follow-up.edit.${key}`, values },
      });
    if (words.length > longestReason) return wrong('tooLong', { most: longestReason });
    if (tellsUnreleased([words], records)) return wrong('unreleased');
    const reason = { [workspace.language]: words };
    const at = ctx.now().toISOString();
    await ctx.writes.run(async (db) => {
      if (words === '') await deleteRecord(db, code, 'no_action', need);
      else await putRecord(db, code, 'no_action', { code: need, reason, at });
    });
    response.redirect(303, `/team/${code}/follow-up#need-${need}`);
  });

  router.get('/:project/follow-up/:action', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const action = await actionOf(ctx, workspace, request.params.action);
    await showEdit(ctx, response, workspace, action, typedFrom(action, workspace.language), []);
  });

  router.post('/:project/follow-up/:action', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code } = workspace.project;
    const typed = typedOf((name) => fieldOf(request, name));
    const outcome = await ctx.writes.run(async (db) => {
      const action = await recordOf(db, code, 'action', request.params.action);
      if (!action) throw unknownPage();
      const mistakes = judgeAction(typed, action, await recordsOf(db, code));
      if (mistakes.length > 0) return { action, mistakes };
      const update = updateOf(typed, action, workspace.language, ctx.texts.workspaceLanguages);
      await putRecord(db, code, 'action', updateAction(action, update, ctx.now().toISOString()));
      return { action, mistakes };
    });
    if (outcome.mistakes.length > 0)
      return showEdit(ctx, response, workspace, outcome.action, typed, outcome.mistakes);
    response.redirect(303, `/team/${code}/follow-up`);
  });
}

async function actionOf(ctx: Context, { project }: Workspace, code: string) {
  const action = await recordOf(ctx.db.kysely, project.code, 'action', code);
  if (!action) throw unknownPage();
  return action;
}

interface Refused {
  readonly need: string;
  readonly words: string;
  readonly mistake: FormMistake;
}

async function showDesk(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  refused: Refused | null,
): Promise<void> {
  const { project, analysis } = workspace;
  const records = await recordsOf(ctx.db.kysely, project.code);
  const latest = await reportByCode(ctx.db.kysely, project.reportTemplate.code);
  const words = reportWords(ctx.texts, workspace.language);
  const title = words.t('follow-up.desk.title');
  const reasons = new Map(records.no_action.map(({ code, reason }) => [code, words.text(reason)]));
  const answered = new Set(
    records.action
      .filter(({ kind }) => kind === 'public')
      .flatMap(({ needs, partly }) => [...needs, ...partly]),
  );
  const address = `/team/${project.code}/follow-up`;
  const page: FollowUpDeskPage = {
    csrf: response.locals.csrf ?? '',
    title,
    public: latest ? `/r/${latest.code}/follow-up` : null,
    back: `/team/${project.code}/report`,
    means: `/team/${project.code}/actions`,
    actions: records.action.map((action) => ({
      title: words.text(action.title),
      address: `${address}/${action.code}`,
      state: action.state,
      stateWord: words.t(`report.state.${action.state}`),
      facts: [words.text(action.owner), words.text(action.start?.label ?? null)].filter(Boolean).join(' · '),
      reason: words.text(action.reason ?? null),
      internal: action.kind === 'internal',
    })),
    open: analysis.needs
      .filter(({ code }) => !answered.has(code))
      .map(({ code, label }) => ({
        code,
        label: words.text(label),
        address: `${address}/no-action/${code}`,
        reason: refused?.need === code ? refused.words : (reasons.get(code) ?? ''),
        mistake: refused?.need === code ? refused.mistake : null,
      })),
    mistakes: refused ? [refused.mistake] : [],
  };
  await showStation(ctx, response, workspace, 'team/follow-up', page, {
    station: 'report',
    title,
    status: refused ? 422 : 200,
    styles,
  });
}

async function showEdit(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  action: ProjectRecord<'action'>,
  typed: ActionTyped,
  mistakes: readonly FormMistake[],
): Promise<void> {
  const words = reportWords(ctx.texts, workspace.language);
  const title = inLanguage(action.title, workspace.language);
  const address = `/team/${workspace.project.code}/follow-up`;
  const page: FollowUpEditPage = {
    csrf: response.locals.csrf ?? '',
    title,
    address: `${address}/${action.code}`,
    back: address,
    internal: action.kind === 'internal',
    typed: { ...typed, seen: String(action.history?.length ?? 0) },
    states: actionStates.map((code) => ({
      code,
      checked: code === typed.state,
      word: words.t(`report.state.${code}`),
    })),
    history: [...(action.history ?? [])].reverse().map((change) => ({
      date: words.date(change.at),
      what: changeWords(change, words),
      reason: words.text(change.reason ?? null),
    })),
    mistakes,
  };
  await showStation(ctx, response, workspace, 'team/follow-up-edit', page, {
    station: 'report',
    title,
    status: mistakes.length > 0 ? 422 : 200,
    styles,
  });
}
