// The browser module saves a ballot while it is made and is answered in JSON: when, or why not, in words.

import type { Request, Response } from 'express';
import { listsOf } from '../../../analysis/panel/panel-result.ts';
import type { Context } from '../../context.ts';
import { failureOf } from '../../errors.ts';
import type { Message } from '../../texts.ts';
import { readBallotForm } from './ballot-form.ts';
import { commentProblems, readComments, remarkState, type Said, soundRemarks } from './comments.ts';
import { ownBallot } from './invitation.ts';
import { fieldsOf, type Kept, openRound, saveOrder, stateOf } from './open-round.ts';
import { isVoted, saveTypedVote } from './vote.ts';

/** The browser module saves an order and is answered in JSON: when it was saved, or why not, in words. */
export async function saveFromBrowser(ctx: Context, request: Request, response: Response): Promise<void> {
  const { language } = response.locals;
  try {
    const { invitation, open } = await openRound(ctx, request);
    const lists = listsOf(open);
    const order = isVoted(open) ? null : readBallotForm(fieldsOf(request), lists);
    const [problem] = order?.problems ?? [];
    if (problem) {
      response.status(422).json({ message: ctx.texts.say(language, problem.key, problem.values) });
      return;
    }
    const said = readComments(fieldsOf(request), lists);
    const change = { after: fieldsOf(request).after, comments: soundRemarks(said) };
    const saved = isVoted(open)
      ? await saveTypedVote(ctx, invitation, open, fieldsOf(request), change.comments)
      : {
          ...(await saveOrder(ctx, invitation, open, order?.cards ?? new Map(), change)),
          pending: null,
        };
    response.json(replyOf(said, saved, ({ key, values }) => ctx.texts.say(language, key, values)));
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure.status === 500) throw thrown;
    const message = ctx.texts.say(language, `errors.${failure.key}.title`, failure.values);
    const elsewhere = failure.key === 'ballotChanged' ? { elsewhere: await stateNow(ctx, request) } : {};
    response.status(failure.status).json({ message, ...elsewhere });
  }
}

/** What was kept, what words about needs are written over from now on, and what was not kept. */
function replyOf(
  said: Said,
  saved: Kept & { readonly pending: Message | null },
  say: (message: Message) => string,
) {
  const wrong = [...commentProblems({ ...said, elsewhere: saved.elsewhere })];
  const left = wrong.length > 0 ? [{ key: 'rounds.ballot.commentLeft' }] : [];
  const pending = [...left, ...(saved.pending ? [saved.pending] : [])].map(say).join(' ');
  const kept = [...soundRemarks(said)].filter(([need]) => !saved.elsewhere.has(need));
  return {
    savedAt: saved.savedAt,
    state: saved.state,
    // What the page's next words about a need are written over.
    ...(kept.length === 0
      ? {}
      : {
          after: Object.fromEntries(kept.map(([need, { words }]) => [`after.${need}`, remarkState(words)])),
        }),
    ...(pending === '' ? {} : { pending }),
    ...(wrong.length === 0
      ? {}
      : { wrong: Object.fromEntries(wrong.map(([need, why]) => [`comment.${need}`, say(why)])) }),
    ...(saved.elsewhere.size === 0 ? {} : { other: otherWords(saved.elsewhere) }),
  };
}

/** Words that were kept elsewhere, by field, each with its name. */
function otherWords(elsewhere: ReadonlyMap<string, string>) {
  return Object.fromEntries(
    [...elsewhere].map(([need, words]) => [`comment.${need}`, { words, state: remarkState(words) }]),
  );
}

/** The state of what is stored now: who puts another ballot in its place says so. */
async function stateNow(ctx: Context, request: Request): Promise<string> {
  const { invitation, open } = await openRound(ctx, request);
  return stateOf(await ownBallot(ctx, invitation, open.round));
}
