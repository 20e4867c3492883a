// The call for the sounding board in the workspace: its words, opening and closing it, and who signed up.
import type { Response, Router } from 'express';
import { dayOf, isDay } from '../../../surveys/day.ts';
import type { Context } from '../../context.ts';
import { callOf, closeCall, type PanelCall, saveCall, signUpDays } from '../../db/panel-calls.ts';
import { addToLog } from '../../db/panel-log.ts';
import { setMemberToken } from '../../db/panels.ts';
import { answerSignUp, deleteSignUp, type SignUp, signUpsOf } from '../../db/sign-ups.ts';
import { unknownPage } from '../../errors.ts';
import { formatDate } from '../../format-values.ts';
import { hashToken, newToken } from '../../identity/tokens.ts';
import { whoOf } from '../panel/invitation.ts';
import { fieldOf } from './access.ts';
import { acceptMember } from './panel-members.ts';
import type { FormMistake } from './round-form.ts';
import { openWorkspace, serverAddress, showStation, type Workspace } from './workspace.ts';

interface CallTyped {
  readonly words: string;
  readonly effort: string;
  readonly closesOn: string;
  readonly keepDays: string;
}

export interface PanelCallPage {
  readonly csrf: string;
  readonly title: string;
  readonly lead: string;
  readonly address: string;
  readonly back: string;
  /** Where people sign up; null while nobody can. */
  readonly public: string | null;
  readonly open: boolean;
  readonly typed: CallTyped;
  readonly mistakes: readonly FormMistake[];
  readonly signUps: readonly (SignUp & {
    readonly who: string;
    readonly waiting: boolean;
    readonly until: string;
  })[];
  /** The link made just now; it is nowhere else and never comes back. */
  readonly link: { readonly who: string; readonly address: string } | null;
}

/** The most characters of each. */
const longest = { words: 3000, effort: 300 } as const;

export function panelCallRoutes(ctx: Context, router: Router): void {
  router.get('/:project/panel/call', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    await show(ctx, response, workspace, {});
  });

  router.post('/:project/panel/call', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code } = workspace.project;
    const text = (name: keyof CallTyped) => fieldOf(request, name).replaceAll('\r\n', '\n').trim();
    const typed: CallTyped = {
      words: text('words'),
      effort: text('effort'),
      closesOn: text('closesOn').slice(0, 40),
      keepDays: text('keepDays').slice(0, 20),
    };
    const mistakes = judgeCall(typed, dayOf(ctx.now()));
    if (mistakes.length > 0) return show(ctx, response, workspace, { typed, mistakes });
    const { words, effort, closesOn } = typed;
    const call: PanelCall = {
      state: 'open',
      language: workspace.language,
      words,
      effort,
      closesOn,
      keepDays: Number(typed.keepDays),
    };
    await ctx.writes.run(async (db) => {
      const before = await callOf(db, code);
      await saveCall(db, code, call);
      if (before?.state !== 'open') await addToLog(db, code, lineOf(ctx, response, 'callOpened'));
    });
    response.redirect(303, `/team/${code}/panel/call`);
  });

  router.post('/:project/panel/call/close', async (request, response) => {
    const { code } = (await openWorkspace(ctx, response, request.params.project)).project;
    await ctx.writes.run(async (db) => {
      if (await closeCall(db, code)) await addToLog(db, code, lineOf(ctx, response, 'callClosed'));
    });
    response.redirect(303, `/team/${code}/panel/call`);
  });

  router.post('/:project/panel/call/:signUp/accept', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code } = workspace.project;
    const signUp = await signUpOf(ctx, workspace, request.params.signUp);
    const { library, role, name, namePublic, interest } = signUp;
    const token = newToken();
    const accepted = await ctx.writes.run(async (db) => {
      if (!(await answerSignUp(db, code, signUp.id, 'accepted'))) return false;
      const typed = { library, role, name, namePublic, interest };
      const member = await acceptMember(ctx, db, code, response.locals.account?.id ?? '', typed);
      await setMemberToken(db, code, member, hashToken('panel', token));
      await addToLog(db, code, { ...lineOf(ctx, response, 'linkMade'), details: { member } });
      return true;
    });
    if (!accepted) return response.redirect(303, `/team/${code}/panel/call`);
    // Shown in the answer itself: kept nowhere, it cannot be shown a second time.
    const link = { who: whoOf(signUp), address: `${serverAddress(ctx, response)}/p/${token}` };
    await show(ctx, response, workspace, { link });
  });

  router.post('/:project/panel/call/:signUp/decline', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code } = workspace.project;
    const { id } = await signUpOf(ctx, workspace, request.params.signUp);
    await ctx.writes.run((db) => answerSignUp(db, code, id, 'declined'));
    response.redirect(303, `/team/${code}/panel/call`);
  });

  router.post('/:project/panel/call/:signUp/erase', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code } = workspace.project;
    await ctx.writes.run((db) => deleteSignUp(db, code, request.params.signUp));
    response.redirect(303, `/team/${code}/panel/call`);
  });
}

function judgeCall(typed: CallTyped, today: string): readonly FormMistake[] {
  const mistakes: FormMistake[] = [];
  const wrong = (field: string, key: string, values = {}) =>
    mistakes.push({ field, key: `call.team.${key}`, values });
  for (const [field, most] of Object.entries(longest)) {
    // The keys of `longest` are fields of what was typed.
    const { length } = typed[field as keyof typeof longest];
    if (length === 0) wrong(field, `${field}Missing`);
    if (length > most) wrong(field, 'tooLong', { most });
  }
  if (!isDay(typed.closesOn)) wrong('closesOn', 'dayWrong');
  else if (typed.closesOn < today) wrong('closesOn', 'dayPast');
  const days = /^\d{1,3}$/.test(typed.keepDays) ? Number(typed.keepDays) : 0;
  if (days < signUpDays.fewest || days > signUpDays.most) wrong('keepDays', 'keepWrong', signUpDays);
  return mistakes;
}

function lineOf(ctx: Context, response: Response, act: 'callOpened' | 'callClosed' | 'linkMade') {
  const at = ctx.now().toISOString();
  return { act, account: response.locals.account?.id ?? '', at, round: null, reason: '', details: {} };
}

/** @throws ExpectedFailure when the project has no such sign-up: it may have been taken back. */
async function signUpOf(ctx: Context, { project }: Workspace, id: string): Promise<SignUp> {
  const found = (await signUpsOf(ctx.db.kysely, project.code)).find((signUp) => signUp.id === id);
  if (!found) throw unknownPage();
  return found;
}

async function show(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  news: Partial<Pick<PanelCallPage, 'link' | 'typed' | 'mistakes'>>,
): Promise<void> {
  const { code } = workspace.project;
  const [call, signUps] = await Promise.all([callOf(ctx.db.kysely, code), signUpsOf(ctx.db.kysely, code)]);
  const say = (key: string, values = {}) => workspace.say({ key: `call.team.${key}`, values });
  const now = ctx.now();
  const open = call?.state === 'open' && dayOf(now) <= call.closesOn;
  const waiting = signUps.filter(({ state }) => state === 'waiting').length;
  const title = say(call ? (open ? 'titleOpen' : 'titleClosed') : 'titleNone', { count: waiting });
  const page: PanelCallPage = {
    csrf: response.locals.csrf ?? '',
    title,
    lead: open
      ? say('leadOpen', { date: formatDate(workspace.language, call.closesOn) })
      : say(call ? 'leadClosed' : 'leadNone'),
    address: `/team/${code}/panel/call`,
    back: `/team/${code}/panel`,
    public: open ? `${serverAddress(ctx, response)}/call/${code}` : null,
    open,
    typed: news.typed ?? typedOf(call, now),
    mistakes: news.mistakes ?? [],
    signUps: signUps.map((signUp) => ({
      ...signUp,
      who: `${signUp.name}, ${whoOf(signUp)}`,
      waiting: signUp.state === 'waiting',
      until: formatDate(workspace.language, signUp.deleteOn),
    })),
    link: news.link ?? null,
  };
  await showStation(ctx, response, workspace, 'team/panel-call', page, {
    station: 'panel',
    title,
    status: page.mistakes.length > 0 ? 422 : 200,
    styles: ['project.css', 'rounds.css', 'call.css'],
  });
}

/** The call as it stands, or what a new one starts from: three weeks to sign up. */
function typedOf(call: PanelCall | null, now: Date): CallTyped {
  if (call) {
    const { words, effort, closesOn, keepDays } = call;
    return { words, effort, closesOn, keepDays: String(keepDays) };
  }
  const closes = dayOf(new Date(now.getTime() + 21 * 24 * 60 * 60 * 1000));
  return { words: '', effort: '', closesOn: closes, keepDays: String(signUpDays.suggested) };
}
