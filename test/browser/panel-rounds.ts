// Rounds of the demonstration's sounding board for tests in a browser: one of each way of voting, about the same needs.
import type { RoundWay } from '../../analysis/panel/ways/vote.ts';
import { type RoundMode, roundsOf } from '../../server/db/panels.ts';
import { closeRound } from '../../server/operations/close-round.ts';
import { openRound } from '../../server/operations/open-round.ts';
import type { App } from '../set-up/start-app.ts';

/** What every one of these rounds is about. */
const lists = { top: ['N1', 'N2', 'N3', 'N4', 'N5a', 'N5b', 'N5c'], N3: ['N3a', 'N3b'] };

type Server = Pick<App, 'ctx'>;

/** Closes the round that is open and opens one in this way. @returns its number */
export async function beginRound(
  { ctx }: Server,
  way: RoundWay,
  mode: RoundMode = 'confidential',
): Promise<number> {
  await closeOpenRound({ ctx });
  return openRound(ctx, 'ooo', 'a1', { closesOn: '2124-01-01', mode, quorum: 3, way, lists });
}

/** Closes the round that is open, if one is. */
export async function closeOpenRound({ ctx }: Server): Promise<void> {
  const open = (await roundsOf(ctx.db.kysely, 'ooo')).find(({ state }) => state === 'open');
  if (open) await closeRound(ctx, 'ooo', open.round, 'a1');
}
