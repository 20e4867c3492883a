// The call for a sounding board: what is asked, the form to sign up, and the address where a sign-up can be read and
// taken back. It asks for personal data and so says what becomes of them; nothing here looks at answers or receipts.
import { type Request, type Response, Router } from 'express';
import { dayOf } from '../../../surveys/day.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { emptySignUp, readSignUp, type SignUpReading, signUpMotives } from '../../../surveys/sign-up.ts';
import type { Context } from '../../context.ts';
import { librariesOf } from '../../db/libraries.ts';
import { callOf, type PanelCall, signUpsErasedOn } from '../../db/panel-calls.ts';
import { type Project, projectByCode } from '../../db/projects.ts';
import { recordsOf } from '../../db/records.ts';
import { deleteSignUp, insertSignUp, signUpsOf } from '../../db/sign-ups.ts';
import { callFull, tooManyAttempts, unknownPage } from '../../errors.ts';
import { formatDate } from '../../format-values.ts';
import { hashToken, isToken, newToken } from '../../identity/tokens.ts';
import { meetingLines } from '../panel/meetings.ts';
import { fieldOf } from '../team/access.ts';

interface Visit {
  readonly project: Project;
  readonly call: PanelCall;
  /** It takes sign-ups today. */
  readonly open: boolean;
}

const styles = ['project.css', 'rounds.css', 'call.css'];

export function callRoutes(ctx: Context): Router {
  const router = Router();

  router.get('/:project', async (request, response) => {
    const visit = await visitOf(ctx, request);
    if (!visit.open) return showClosed(ctx, response, visit);
    await showCall(ctx, response, visit, newToken(), { typed: emptySignUp, problems: [] });
  });

  router.post('/:project', async (request, response) => {
    const visit = await visitOf(ctx, request);
    if (!visit.open) return showClosed(ctx, response, visit);
    const { project, call } = visit;
    const libraries = await librariesOf(ctx.db.kysely, project.code);
    const reading = readSignUp(
      (name) => fieldOf(request, name),
      new Map(libraries.map(({ code, name }) => [code, name])),
    );
    const key = isToken(fieldOf(request, 'key')) ? fieldOf(request, 'key') : newToken();
    const { given } = reading;
    if (!given) return showCall(ctx, response, visit, key, reading);
    const seconds = await ctx.limits.contact.attempt(request.ip ?? '');
    if (seconds > 0) throw tooManyAttempts(Math.ceil(seconds / 60));
    const signUp = {
      id: hashToken('signUp', key),
      ...given,
      state: 'waiting',
      deleteOn: signUpsErasedOn(call),
    } as const;
    const kept = await ctx.writes.run((db) => insertSignUp(db, project.code, signUp));
    if (!kept) throw callFull();
    response.redirect(303, `/call/${project.code}/sign-up/${key}`);
  });

  router.get('/:project/sign-up/:key', async (request, response) => {
    const { project } = await visitOf(ctx, request);
    const { language } = response.locals;
    const found = await ownSignUp(ctx, project.code, request.params.key);
    const address = `/call/${project.code}/sign-up/${request.params.key}`;
    const title = ctx.texts.say(language, 'call.received.title');
    const page = {
      ...headOf(project),
      ...found,
      address,
      whole: `${ctx.config.baseUrl ?? `http://${request.headers.host ?? ''}`}${address}`,
      deleteOn: formatDate(language, found.deleteOn),
    };
    ctx.render(response, 'public/sign-up', page, optionsOf(project, title));
  });

  router.post('/:project/sign-up/:key/withdraw', async (request, response) => {
    const { project } = await visitOf(ctx, request);
    const { id } = await ownSignUp(ctx, project.code, request.params.key);
    await ctx.writes.run((db) => deleteSignUp(db, project.code, id));
    response.redirect(303, `/call/${project.code}/withdrawn`);
  });

  router.get('/:project/withdrawn', async (request, response) => {
    const { project } = await visitOf(ctx, request);
    const title = ctx.texts.say(response.locals.language, 'call.withdrawn.title');
    ctx.render(response, 'public/sign-up-gone', headOf(project), optionsOf(project, title));
  });

  return router;
}

/** The call in the address. @throws ExpectedFailure when the project has none. */
async function visitOf(ctx: Context, request: Request): Promise<Visit> {
  const { project: code } = request.params;
  if (typeof code !== 'string') throw unknownPage();
  const project = await projectByCode(ctx.db.kysely, code);
  const call = project && (await callOf(ctx.db.kysely, code));
  if (!project || !call) throw unknownPage();
  const today = dayOf(ctx.now());
  return { project, call, open: call.state === 'open' && today <= call.closesOn };
}

/** The sign-up this address belongs to. @throws ExpectedFailure when it is not there, or not any more. */
async function ownSignUp(ctx: Context, project: string, key: string) {
  const id = hashToken('signUp', key);
  const found = (await signUpsOf(ctx.db.kysely, project)).find((signUp) => signUp.id === id);
  if (!found) throw unknownPage();
  return found;
}

const headOf = ({ code, title }: Project) => ({ project: code, title });

function optionsOf({ demonstration }: Project, title: string, status = 200) {
  return { title, layout: 'report', demonstration, styles, status } as const;
}

function showClosed(ctx: Context, response: Response, { project }: Visit): void {
  const title = ctx.texts.say(response.locals.language, 'call.closed.title');
  ctx.render(response, 'public/call-closed', headOf(project), optionsOf(project, title));
}

async function showCall(
  ctx: Context,
  response: Response,
  { project, call }: Visit,
  key: string,
  { typed, problems }: Pick<SignUpReading, 'typed' | 'problems'>,
): Promise<void> {
  const { language } = response.locals;
  const db = ctx.db.kysely;
  const [libraries, records] = await Promise.all([
    librariesOf(db, project.code),
    recordsOf(db, project.code),
  ]);
  const mistakes = problems.map(({ field, key: about, values }) => ({
    field: field === 'motives' ? `motive-${signUpMotives[0]}` : field,
    key: `call.problem.${about}`,
    values,
  }));
  const today = dayOf(ctx.now());
  const page = {
    ...headOf(project),
    action: `/call/${project.code}`,
    words: call.words.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== ''),
    effort: call.effort,
    language: call.language,
    closesOn: formatDate(language, call.closesOn),
    meetings: meetingLines(
      records.meeting.filter(({ date }) => date.sort >= today),
      language,
      ctx.texts,
    ),
    keepDays: call.keepDays,
    deleteOn: formatDate(language, signUpsErasedOn(call)),
    key,
    provinces: provincesOf(libraries, typed.library),
    typed,
    motives: signUpMotives.map((code) => ({ code, checked: typed.motives.includes(code) })),
    mistakes,
    wrong: Object.fromEntries(problems.map(({ field }, index) => [field, mistakes[index] ?? { key: '' }])),
  };
  const name = inLanguage(project.title, language);
  const titled = mistakes.length > 0 ? 'call.errorTitle' : 'call.title';
  const title = ctx.texts.say(language, titled, { project: name });
  ctx.render(response, 'public/call', page, optionsOf(project, title, mistakes.length > 0 ? 422 : 200));
}

function provincesOf(libraries: Awaited<ReturnType<typeof librariesOf>>, chosen: string) {
  const names = [...new Set(libraries.map(({ province }) => province))].sort((a, b) =>
    a.localeCompare(b, 'nl'),
  );
  return names.map((name) => ({
    name,
    libraries: libraries
      .filter(({ province }) => province === name)
      .map(({ code, name: library }) => ({ code, name: library, chosen: code === chosen }))
      .sort((a, b) => a.name.localeCompare(b.name, 'nl')),
  }));
}
