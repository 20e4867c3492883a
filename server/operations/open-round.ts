// Opens a panel round: its lists, and for each member a chance order of the cards that is kept, with the sets or pairs
// where the way of voting has them.
import { startOrder } from '../../analysis/panel/ballot-order.ts';
import { offerFor, type RoundWay, wayOfList } from '../../analysis/panel/ways/vote.ts';
import { seededRandom } from '../../analysis/statistics/seeded-random.ts';
import type { Context } from '../context.ts';
import { runningSession } from '../db/live-sessions.ts';
import type { Queries } from '../db/open.ts';
import { keepStart, offersOf, type RoundOffers } from '../db/panel-comments.ts';
import { addToLog } from '../db/panel-log.ts';
import {
  createRound,
  membersOf,
  type Round,
  type RoundLists,
  type RoundMode,
  roundsOf,
} from '../db/panels.ts';
import { anotherRoundOpen } from '../errors.ts';
import { endWithLine } from './live-session.ts';

export interface RoundSettings {
  readonly closesOn: string;
  readonly mode: RoundMode;
  readonly quorum: number;
  readonly way: RoundWay;
  readonly lists: RoundLists;
}

/**
 * Opens the next round, and ends the session in the room of the one before.
 * @returns its number. After a decision it leads to a new one, and leaves the old one as it was.
 * @throws ExpectedFailure while another round is open.
 */
export async function openRound(
  ctx: Context,
  project: string,
  account: string,
  settings: RoundSettings,
): Promise<number> {
  const at = ctx.now().toISOString();
  const opened = await ctx.writes.run(async (db) => {
    const rounds = await roundsOf(db, project);
    refuseRound(rounds);
    // A session in the room is of the round before: who is in it goes on to the cards, not back to that result.
    const session = await runningSession(db, project);
    if (session) await endWithLine(db, session, account, at);
    const round = (rounds.at(-1)?.round ?? 0) + 1;
    await createRound(db, project, { round, ...settings });
    for (const { code } of await membersOf(db, project)) {
      await giveStart(ctx, db, project, { round, ...settings }, code);
    }
    const { mode, way, quorum, closesOn } = settings;
    const after = rounds.filter(({ frozenOn }) => frozenOn !== null).at(-1)?.round ?? 0;
    await addToLog(db, project, {
      act: 'roundOpened',
      account,
      at,
      round,
      reason: '',
      // `after`: the round whose decision stands, 0 without any.
      details: { mode, way, quorum, closesOn, needs: Object.values(settings.lists).flat().length, after },
    });
    return round;
  });
  ctx.live.changed(project);
  return opened;
}

/** @throws ExpectedFailure while a round is open. */
export function refuseRound(rounds: readonly Round[]): void {
  if (rounds.some(({ state }) => state === 'open')) throw anotherRoundOpen();
}

/** Draws for one member what chance decides, and keeps it. What was kept before stays. */
export async function giveStart(
  ctx: Pick<Context, 'newSeed'>,
  db: Queries,
  project: string,
  { round, lists, way }: Pick<Round, 'round' | 'lists' | 'way'>,
  member: string,
): Promise<void> {
  const random = seededRandom(ctx.newSeed() >>> 0);
  const start: RoundLists = Object.fromEntries(
    Object.entries(lists).map(([name, needs]) => [name, startOrder(needs, random).map(({ need }) => need)]),
  );
  const offers = way === 'order' ? null : drawOffers(way, start, random);
  await keepStart(db, project, round, member, { lists: start, offers });
}

/** What was drawn for a member; drawn now when the round was opened without it. */
export async function offersFor(
  ctx: Context,
  project: string,
  round: Round,
  member: string,
): Promise<RoundOffers> {
  const kept = await offersOf(ctx.db.kysely, project, round.round, member);
  if (kept) return kept;
  await ctx.writes.run((db) => giveStart(ctx, db, project, round, member));
  return (await offersOf(ctx.db.kysely, project, round.round, member)) ?? {};
}

/** What a member is offered per list; a list that is too long for the way is not offered (`judgeRoundForm` refuses it). */
function drawOffers(way: Exclude<RoundWay, 'order'>, lists: RoundLists, random: () => number): RoundOffers {
  const offers = Object.entries(lists).flatMap(([name, needs]) => {
    const listWay = wayOfList(way, needs.length);
    return listWay ? [[name, offerFor(listWay, needs, random)] as const] : [];
  });
  return Object.fromEntries(offers);
}
