// Drafts and files nobody goes on with are deleted, sign-ups, invitations and shared links whose day is over, sessions that nobody ended, and what people said
// when its time is over: at the start and once a day. A response never depends on its draft.
import { dayOf } from '../../surveys/day.ts';
import type { Context } from '../context.ts';
import { deleteDraftsBefore, draftDays } from '../db/drafts.ts';
import { sessionsBefore } from '../db/live-sessions.ts';
import { deleteInvitationsBefore } from '../db/people.ts';
import { deleteSharedResultsBefore } from '../db/shared-results.ts';
import { deleteSignUpsBefore } from '../db/sign-ups.ts';
import { endWithLine } from './live-session.ts';
import { purgeOwnData } from './own-data.ts';
import { purgeKept } from './retention.ts';

const day = 24 * 60 * 60 * 1000;

/** Deletes the drafts that were left alone for longer than `draftDays`. Says how many. */
export function purgeDrafts({ now, writes }: Pick<Context, 'now' | 'writes'>): Promise<number> {
  const moment = new Date(now().getTime() - draftDays * day).toISOString();
  return writes.run((db) => deleteDraftsBefore(db, moment));
}

/** Deletes the sign-ups for sounding boards whose stated day is over. Says how many. */
export function purgeSignUps({ now, writes }: Pick<Context, 'now' | 'writes'>): Promise<number> {
  const today = dayOf(now());
  return writes.run((db) => deleteSignUpsBefore(db, today));
}

/** Deletes the links to own results whose last day is over. Says how many. */
export function purgeSharedResults({ now, writes }: Pick<Context, 'now' | 'writes'>): Promise<number> {
  const today = dayOf(now());
  return writes.run((db) => deleteSharedResultsBefore(db, today));
}

/** Deletes the invitations to teams that were not used in time. Says how many. */
export function purgeInvitations({ now, writes }: Pick<Context, 'now' | 'writes'>): Promise<number> {
  const today = dayOf(now());
  return writes.run((db) => deleteInvitationsBefore(db, today));
}

/** Ends the sessions in the room that were left open for a day, with the code and the devices of each. Says how many. */
export function endForgottenSessions({ now, writes }: Pick<Context, 'now' | 'writes'>): Promise<number> {
  const moment = new Date(now().getTime() - day).toISOString();
  return writes.run(async (db) => {
    const forgotten = await sessionsBefore(db, moment);
    // Nobody ended them, and the log says so.
    for (const session of forgotten) await endWithLine(db, session, '', now().toISOString());
    return forgotten.length;
  });
}

/** Purges now and then every day. @returns what ends it, once the purge under way is done. */
export function purgeDaily(ctx: Context): () => Promise<void> {
  let underWay = purgeAll(ctx);
  const timer = setInterval(() => {
    underWay = underWay.then(() => purgeAll(ctx));
  }, day).unref();
  return () => {
    clearInterval(timer);
    return underWay;
  };
}

/** What fails holds nothing else up, and is tried again the next day. */
async function purgeAll(ctx: Context): Promise<void> {
  const purges = [
    purgeDrafts,
    purgeSignUps,
    endForgottenSessions,
    purgeSharedResults,
    purgeInvitations,
    purgeOwnData,
    () => purgeKept(ctx, ctx.now()),
  ];
  for (const purge of purges) {
    try {
      await purge(ctx);
    } catch (error) {
      ctx.log.error('purge failed', error);
    }
  }
}
