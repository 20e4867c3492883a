/** The model of Bradley and Terry: worths from duels between two items, for surveys that ask in pairs. */
import { type ChoiceModel, fitWorths, type WorthLine, type WorthOptions, worthLines } from './worths.ts';

export interface BradleyTerry {
  readonly lines: readonly WorthLine[];
  /** See `WorthOptions`; 0 when the duels were enough. */
  readonly ghost: number;
  readonly rounds: number;
  readonly converged: boolean;
}

/**
 * Worths such that item i wins from item j with chance worth i / (worth i + worth j). Items squared a round.
 * Source: Bradley & Terry 1952; fitted as Hunter 2004. As R: `BradleyTerry2::BTm`.
 *
 * @param wins wins[i][j]: how often item i won from item j; a draw is half a win for both (`halfWins`)
 * @throws RangeError when the table has not a row and a column for every item
 * @example bradleyTerry(['a', 'b'], [[0, 3], [1, 0]]).lines[0]?.worth // 0.75
 */
export function bradleyTerry(
  items: readonly string[],
  wins: readonly (readonly number[])[],
  options: WorthOptions = {},
): BradleyTerry {
  if (wins.length !== items.length || wins.some((row) => row.length !== items.length)) {
    throw new RangeError('The table of wins has a row and a column for every item');
  }
  const { ghost, rounds, converged, worths } = fitWorths(duelModel(wins), options);
  return {
    lines: worthLines(items, { worths, ghost, rounds, converged }),
    ghost,
    rounds,
    converged,
  };
}

function duelModel(wins: readonly (readonly number[])[]): ChoiceModel {
  const items = wins.length;
  const chosen = new Float64Array(items);
  const beats = new Uint8Array(items * items);
  const duels = new Float64Array(items * items);
  for (const [i, row] of wins.entries()) {
    for (const [j, count] of row.entries()) {
      if (i === j) continue;
      chosen[i] = (chosen[i] ?? 0) + count;
      if (count > 0) beats[i * items + j] = 1;
      duels[i * items + j] = count + (wins[j]?.[i] ?? 0);
    }
  }
  const addExposure = (worths: Float64Array, exposure: Float64Array) => {
    for (let i = 0; i < items; i += 1) {
      for (let j = 0; j < items; j += 1) {
        const count = duels[i * items + j] ?? 0;
        if (count === 0) continue;
        exposure[i] = (exposure[i] ?? 0) + count / ((worths[i] ?? 0) + (worths[j] ?? 0));
      }
    }
  };
  return { items, chosen, beats, addExposure };
}
