// Routes of this audience, in the order a request meets them.
import { Router } from 'express';
import type { Context } from '../../context.ts';
import { createDesk } from './desk.ts';
import { postPage } from './save-page.ts';
import { createShowPage, getPage } from './show-page.ts';
import { getNotice, getResume, getThanks, getWelcome, postLeave, postResume, postStart } from './start.ts';

export function respondRoutes(ctx: Context): Router {
  const desk = createDesk(ctx);
  const show = createShowPage(desk);
  return Router()
    .get('/:survey/page/:page', getPage(desk, show))
    .post('/:survey/page/:page', postPage(desk, show))
    .get('/:survey', getWelcome(desk))
    .post('/:survey/start', postStart(desk))
    .get('/:survey/resume', getResume(desk))
    .post('/:survey/resume', postResume(desk))
    .get('/:survey/notice', getNotice(desk))
    .get('/:survey/thanks', getThanks(desk))
    .post('/:survey/leave', postLeave(desk));
}
