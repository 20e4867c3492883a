// Routes of this audience, in the order a request meets them.
import { Router } from 'express';
import type { Context } from '../../context.ts';
import { getAnswers } from './answers.ts';
import { getContact, getContactThanks, postContact } from './contact.ts';
import { createDesk } from './desk.ts';
import {
  getOwnResult,
  getSharedResult,
  postBeside,
  postShareResult,
  postUnshareResult,
} from './own-result.ts';
import { getPaper } from './paper.ts';
import { postPage } from './save-page.ts';
import { createShowPage, getPage } from './show-page.ts';
import {
  getLocked,
  getNotice,
  getResume,
  getThanks,
  getWelcome,
  postLeave,
  postLock,
  postResume,
  postStart,
} from './start.ts';
import { getSummary } from './summary.ts';
import { getSent, getWithdraw, getWithdrawn, postWithdraw } from './withdraw.ts';

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
    .get('/:survey/locked', getLocked(desk))
    .post('/:survey/lock', postLock(desk))
    .get('/:survey/notice', getNotice(desk))
    .get('/:survey/paper', getPaper(desk))
    .get('/:survey/thanks', getThanks(desk))
    .get('/:survey/answers', getAnswers(desk))
    .get('/:survey/summary', getSummary(desk))
    .get('/:survey/result', getOwnResult(desk))
    .post('/:survey/result/beside', postBeside(desk))
    .post('/:survey/result/share', postShareResult(desk))
    .post('/:survey/result/unshare', postUnshareResult(desk))
    .get('/:survey/shared/:token', getSharedResult(desk))
    .get('/:survey/sent', getSent(desk))
    .get('/:survey/withdraw', getWithdraw(desk))
    .post('/:survey/withdraw', postWithdraw(desk))
    .get('/:survey/withdrawn', getWithdrawn(desk))
    .get('/:survey/contact', getContact(desk))
    .post('/:survey/contact', postContact(desk))
    .get('/:survey/contact/thanks', getContactThanks(desk))
    .post('/:survey/leave', postLeave(desk));
}
