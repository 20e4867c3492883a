// Opens a panel round: its lists, and for each member a chance order of the cards that is kept.
import { startOrder } from '../../analysis/panel/ballot-order.ts';
import { seededRandom } from '../../analysis/statistics/seeded-random.ts';
import type { Context } from '../context.ts';
import type { Queries } from '../db/open.ts';
import { keepStart } from '../db/panel-comments.ts';
import { addToLog } from '../db/panel-log.ts';
import {
  createRound,
  membersOf,
  type Round,
  type RoundLists,
  type RoundMode,
  roundsOf,
} from '../db/panels.ts';
import { anotherRoundOpen, panelDecided } from '../errors.ts';

export interface RoundSettings {
  readonly closesOn: string;
  readonly mode: RoundMode;
  readonly quorum: number;
  readonly lists: RoundLists;
}

/**
 * Opens the next round.
 * @returns its number. @throws ExpectedFailure while another round is open, or after the panel's decision.
 */
export async function openRound(
  ctx: Context,
  project: string,
  account: string,
  settings: RoundSettings,
): Promise<number> {
  return ctx.writes.run(async (db) => {
    const rounds = await roundsOf(db, project);
    refuseRound(rounds);
    const round = (rounds.at(-1)?.round ?? 0) + 1;
    await createRound(db, project, { round, ...settings });
    for (const { code } of await membersOf(db, project)) {
      await giveStart(ctx, db, project, round, settings.lists, code);
    }
    const { mode, quorum, closesOn } = settings;
    await addToLog(db, project, {
      act: 'roundOpened',
      account,
      at: ctx.now().toISOString(),
      round,
      reason: '',
      details: { mode, quorum, closesOn, needs: Object.values(settings.lists).flat().length },
    });
    return round;
  });
}

/** @throws ExpectedFailure when no further round can be opened. */
export function refuseRound(rounds: readonly Round[]): void {
  if (rounds.some(({ frozenOn }) => frozenOn !== null)) throw panelDecided();
  if (rounds.some(({ state }) => state === 'open')) throw anotherRoundOpen();
}

/** Shuffles the cards for one member and keeps the order. */
export async function giveStart(
  ctx: Pick<Context, 'newSeed'>,
  db: Queries,
  project: string,
  round: number,
  lists: RoundLists,
  member: string,
): Promise<void> {
  const random = seededRandom(ctx.newSeed() >>> 0);
  const start = Object.entries(lists).map(([name, needs]) => [
    name,
    startOrder(needs, random).map(({ need }) => need),
  ]);
  await keepStart(db, project, round, member, Object.fromEntries(start));
}
