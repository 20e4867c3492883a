// Routes of the facilitator of a session in the room: the desk, the screen for the room, and what is pressed on either.
import type { Request, Response, Router } from 'express';
import type { Context } from '../../context.ts';
import { type LiveState, liveState } from '../../db/live-sessions.ts';
import { projectByCode } from '../../db/projects.ts';
import { unknownPage, unknownProject } from '../../errors.ts';
import { actLive, letIn, sendAway, startLive } from '../../operations/live-session.ts';
import { type LiveNews, newsOf, noSessionPage } from '../live/news.ts';
import { streamNews } from '../live/stream.ts';
import { fieldOf } from './access.ts';
import { showDesk } from './live-desk.ts';
import { showScreen } from './live-screen.ts';
import { wordsOf } from './workspace.ts';

export function liveRoutes(ctx: Context, router: Router): void {
  router.get('/:project/panel/live', async (request, response) => {
    const { device, as: member } = request.query;
    const asked = typeof device === 'string' && typeof member === 'string';
    const question = asked ? ({ device, member, why: 'samePerson' } as const) : null;
    await showDesk(ctx, response, request.params.project, question);
  });

  router.get('/:project/panel/live/screen', async (request, response) => {
    await showScreen(ctx, response, await projectOf(ctx, request));
  });

  router.post('/:project/panel/live', async (request, response) => {
    const { code } = await projectOf(ctx, request);
    await startLive(ctx, code, accountOf(response));
    response.redirect(303, `/team/${code}/panel/live`);
  });

  router.post('/:project/panel/live/act', async (request, response) => {
    const { code } = await projectOf(ctx, request);
    await actLive(ctx, code, accountOf(response), {
      kind: fieldOf(request, 'do'),
      revision: Number(fieldOf(request, 'revision')),
      minutes: Number(fieldOf(request, 'minutes')),
    });
    const screen = fieldOf(request, 'from') === 'screen' ? '/screen' : '';
    response.redirect(303, `/team/${code}/panel/live${screen}`);
  });

  router.post('/:project/panel/live/devices', async (request, response) => {
    const { code } = await projectOf(ctx, request);
    await sendAway(ctx, code, null);
    response.redirect(303, `/team/${code}/panel/live`);
  });

  router.post('/:project/panel/live/devices/:device', async (request, response) => {
    const { code } = await projectOf(ctx, request);
    const { device } = request.params;
    if (fieldOf(request, 'do') === 'away') await sendAway(ctx, code, device);
    else {
      const [member, same] = [fieldOf(request, 'member'), fieldOf(request, 'same')];
      const done = await letIn(ctx, code, accountOf(response), { device, member, same });
      if (done === 'samePerson') {
        // A question, with an address of its own: the desk is drawn anew with every change in the room.
        const asked = new URLSearchParams({ device, as: member });
        return response.redirect(303, `/team/${code}/panel/live?${asked.toString()}#problem-${device}`);
      }
      if (done !== 'in') return showDesk(ctx, response, code, { device, member, why: done });
    }
    response.redirect(303, `/team/${code}/panel/live`);
  });

  router.get('/:project/panel/live/state', async (request, response) => {
    const { code } = await projectOf(ctx, request);
    response.setHeader('Cache-Control', 'no-store');
    response.json(newsFor(ctx, response)(await liveState(ctx.db.kysely, code)));
  });

  router.get('/:project/panel/live/events', async (request, response) => {
    const { code } = await projectOf(ctx, request);
    const reader = `team/${accountOf(response)}`;
    streamNews(ctx, request, response, { project: code, reader, news: newsFor(ctx, response) });
  });
}

/** The facilitator's screens change with everything there is to press, so with every revision. */
function newsFor(ctx: Context, response: Response) {
  const { say } = wordsOf(ctx, response);
  return (state: LiveState | null): LiveNews =>
    newsOf(state, state?.key ?? noSessionPage, say, ctx.now().getTime());
}

async function projectOf(ctx: Context, request: Request) {
  const { project: code } = request.params;
  if (typeof code !== 'string') throw unknownPage();
  const project = await projectByCode(ctx.db.kysely, code);
  if (!project) throw unknownProject(code);
  return project;
}

function accountOf(response: Response): string {
  return response.locals.account?.id ?? '';
}
