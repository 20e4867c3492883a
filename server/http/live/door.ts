// The door of a session in the room, for members without their personal link at hand: the code on the screen leads here,
// they say who they are, and wait until the facilitator lets them in. Until then their device can do nothing.
import { type Request, type Response, Router } from 'express';
import type { Context } from '../../context.ts';
import { addDevice, deviceByToken } from '../../db/live-devices.ts';
import { type LiveSession, sessionByCode } from '../../db/live-sessions.ts';
import { projectByCode } from '../../db/projects.ts';
import { deviceGaveWay, tooManyAttempts, unknownToken } from '../../errors.ts';
import { hashToken, newReceipt, newToken, normaliseReceipt, showReceipt } from '../../identity/tokens.ts';
import { plainText } from '../panel/card-views.ts';
import type { PanelHead } from '../panel/pages.ts';
import { fieldOf } from '../team/access.ts';

export interface LiveCodePage extends PanelHead {
  readonly typed: string;
  /** The code leads to no session. */
  readonly wrong: boolean;
}
export interface LiveAskPage extends PanelHead {
  readonly code: string;
  readonly says: string;
  readonly most: number;
  /** Nothing was said, or too much. */
  readonly wrong: boolean;
}
export interface LiveWaitPage extends PanelHead {
  readonly says: string;
  readonly word: string;
}

/** The line above a page that belongs to no project yet. */
const noHead: PanelHead = {
  address: '',
  project: plainText(''),
  round: null,
  savedAt: null,
  deviceLetIn: false,
  live: null,
};

/** Most characters of who somebody says to be. */
const longestSaying = 80;

export function liveDoorRoutes(ctx: Context): Router {
  const router = Router();

  router.get('/', (_request, response) => showCode(ctx, response, '', false));

  router.post('/', async (request, response) => {
    const typed = fieldOf(request, 'code');
    const code = normaliseReceipt(typed);
    if (code === null) return showCode(ctx, response, typed, true);
    const session = await sessionOf(ctx, request, code);
    if (!session) return showCode(ctx, response, typed, true);
    response.redirect(303, `/live/${showReceipt(code)}`);
  });

  router.get('/:code', async (request, response) => {
    const code = normaliseReceipt(request.params.code);
    const session = code === null ? null : await sessionOf(ctx, request, code);
    if (!session || code === null) return showCode(ctx, response, request.params.code, true);
    await showAsk(ctx, response, session, code, '', false);
  });

  router.post('/:code', async (request, response) => {
    const code = normaliseReceipt(request.params.code);
    const session = code === null ? null : await sessionOf(ctx, request, code);
    if (!session || code === null) return showCode(ctx, response, request.params.code, true);
    const says = fieldOf(request, 'says').trim();
    if (says === '' || says.length > longestSaying) {
      return showAsk(ctx, response, session, code, says, true);
    }
    response.redirect(303, `/live/door/${await askIn(ctx, request, session, says)}`);
  });

  router.get('/door/:token', async (request, response) => {
    const { token } = request.params;
    const device = await deviceByToken(ctx.db.kysely, hashToken('device', token));
    if (!device) throw unknownToken();
    if (device.gaveWay) throw deviceGaveWay();
    if (device.member !== null) return response.redirect(303, `/p/${token}/live`);
    await showWait(ctx, response, device);
  });

  return router;
}

/** The session of a code. Wrong codes are counted per network address. @throws ExpectedFailure after too many. */
async function sessionOf(ctx: Context, request: Request, code: string): Promise<LiveSession | null> {
  const address = request.ip ?? '';
  const seconds = await ctx.limits.roomCode.wait(address);
  if (seconds > 0) throw tooManyAttempts(Math.ceil(seconds / 60));
  const session = await sessionByCode(ctx.db.kysely, hashToken('room', code));
  if (!session) await ctx.limits.roomCode.attempt(address);
  return session;
}

/** Puts a device at the door. @returns its token. @throws ExpectedFailure when too many stand there. */
async function askIn(ctx: Context, request: Request, session: LiveSession, says: string): Promise<string> {
  const seconds = await ctx.limits.roomDoor.attempt(request.ip ?? '');
  if (seconds > 0) throw tooManyAttempts(Math.ceil(seconds / 60));
  const token = newToken();
  const device = { id: ctx.newId(), session: session.id, says, word: newReceipt().slice(0, 4) };
  const hash = hashToken('device', token);
  const added = await ctx.writes.run((db) => addDevice(db, device, hash, ctx.now().toISOString()));
  if (!added) throw tooManyAttempts(1);
  ctx.live.changed(session.project);
  return token;
}

function showCode(ctx: Context, response: Response, typed: string, wrong: boolean): void {
  ctx.render(
    response,
    'panel/live-code',
    { ...noHead, typed: typed.slice(0, 20), wrong },
    {
      title: ctx.texts.say(response.locals.language, 'live.door.codeTitle'),
      layout: 'panel',
      styles: ['live.css'],
      status: wrong ? 422 : 200,
    },
  );
}

async function showAsk(
  ctx: Context,
  response: Response,
  session: LiveSession,
  code: string,
  says: string,
  wrong: boolean,
): Promise<void> {
  ctx.render(
    response,
    'panel/live-ask',
    { ...(await headOfDoor(ctx, session)), code: showReceipt(code), says, most: longestSaying, wrong },
    {
      title: ctx.texts.say(response.locals.language, 'live.door.askTitle'),
      layout: 'panel',
      styles: ['live.css'],
      status: wrong ? 422 : 200,
    },
  );
}

async function showWait(
  ctx: Context,
  response: Response,
  device: { readonly session: string; readonly says: string; readonly word: string },
): Promise<void> {
  const { says, word } = device;
  ctx.render(
    response,
    'panel/live-wait',
    { ...noHead, says, word },
    {
      title: ctx.texts.say(response.locals.language, 'live.door.waitTitle'),
      layout: 'panel',
      styles: ['live.css'],
      scripts: ['live-door.js'],
    },
  );
}

async function headOfDoor(ctx: Context, session: LiveSession): Promise<PanelHead> {
  const project = await projectByCode(ctx.db.kysely, session.project);
  return {
    ...noHead,
    project: project?.title ?? plainText(''),
    round: session.round,
  };
}
