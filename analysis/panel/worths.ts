/** Worths of items from choices: what the models of Plackett and Luce and of Bradley and Terry have in common. */
import { competitionRanks } from '../statistics/competition-rank.ts';

/** A choice model over items as MM needs it. */
export interface ChoiceModel {
  readonly items: number;
  /** How often each item was chosen. */
  readonly chosen: Float64Array;
  /** Links winner to loser, as items * winner + loser; chains count, so that not every pair needs its own. */
  readonly beats: Uint8Array;
  /** Adds to each item the sum, over the choice sets it was in, of 1 / (sum of the worths in the set). */
  readonly addExposure: (worths: Float64Array, exposure: Float64Array) => void;
}

export interface WorthOptions {
  /**
   * Wins and losses of each item against an invented item, which keeps worths finite. Left out or 0: none where the
   * choices tie all items together, else a half.
   */
  readonly ghost?: number | undefined;
  /** Stops when no worth changes by more than this share of itself; 1e-10 when left out. */
  readonly tolerance?: number | undefined;
  /** 10,000 when left out. */
  readonly maximumRounds?: number | undefined;
}

export interface Worths {
  /** Worths that sum to 1; NaN for an item that was never compared. */
  readonly worths: Float64Array;
  /** Wins and losses against the invented item, 0 when there is none. */
  readonly ghost: number;
  readonly rounds: number;
  readonly converged: boolean;
}

export interface WorthLine {
  readonly item: string;
  /** Chance to be chosen first out of all items; they sum to 1. Null for an item that was never compared. */
  readonly worth: number | null;
  /** Natural logarithm of the worth, moved so that the items sum to 0. */
  readonly logWorth: number | null;
  /** Place by worth. */
  readonly place: number | null;
}

const GHOST = 0.5;

/**
 * Worths of greatest likelihood by minorisation and maximisation: worth = times chosen / exposure, over and over. They
 * exist when every item beats every other along some chain; if not, an invented item that wins and loses half a time
 * against each holds them together and is dropped afterwards.
 * Source: Hunter 2004, Annals of Statistics 32; the invented item as Turner et al. 2020, Computational Statistics 35.
 *
 * @example fitWorths(model).worths // Float64Array [0.75, 0.25]
 */
export function fitWorths(model: ChoiceModel, options: WorthOptions = {}): Worths {
  const { tolerance = 1e-10, maximumRounds = 10_000 } = options;
  const compared = comparedItems(model);
  const ghost = options.ghost || (tiedTogether(model, compared) ? 0 : GHOST);
  const fit = new Fit(model, compared, ghost);
  let rounds = 0;
  let change = compared.length === 0 ? 0 : Infinity;
  while (change > tolerance && rounds < maximumRounds) {
    change = fit.round();
    rounds += 1;
  }
  return { worths: fit.worths, ghost, rounds, converged: change <= tolerance };
}

/** The worths as they are improved, with that of the invented item beside them. */
class Fit {
  readonly worths: Float64Array;
  private readonly model: ChoiceModel;
  private readonly compared: readonly number[];
  private readonly ghost: number;
  private readonly exposure: Float64Array;
  private ghostWorth: number;

  constructor(model: ChoiceModel, compared: readonly number[], ghost: number) {
    this.model = model;
    this.compared = compared;
    this.ghost = ghost;
    this.exposure = new Float64Array(model.items);
    this.ghostWorth = 1 / Math.max(1, compared.length);
    this.worths = new Float64Array(model.items).fill(Number.NaN);
    for (const item of compared) this.worths[item] = this.ghostWorth;
  }

  /** Improves all worths once; gives the largest change of a worth as a share of itself. */
  round(): number {
    const { model, ghost, worths, exposure } = this;
    exposure.fill(0);
    model.addExposure(worths, exposure);
    let ghostExposure = 0;
    let total = 0;
    const next = this.compared.map((item) => {
      const against = ghost === 0 ? 0 : (2 * ghost) / ((worths[item] ?? 0) + this.ghostWorth);
      ghostExposure += against;
      const worth = ((model.chosen[item] ?? 0) + ghost) / ((exposure[item] ?? 0) + against);
      total += worth;
      return worth;
    });
    if (ghost > 0) this.ghostWorth = (ghost * this.compared.length) / ghostExposure / total;
    let change = 0;
    for (const [position, item] of this.compared.entries()) {
      const worth = (next[position] ?? 0) / total;
      change = Math.max(change, Math.abs(worth - (worths[item] ?? 0)) / worth);
      worths[item] = worth;
    }
    return change;
  }
}

/** Worths as lines with places. */
export function worthLines(items: readonly string[], { worths }: Worths): readonly WorthLine[] {
  const known = worths.filter((worth) => !Number.isNaN(worth));
  const meanLog = known.reduce((sum, worth) => sum + Math.log(worth), 0) / known.length;
  const logs = items.map((_, index) => {
    const worth = worths[index] ?? Number.NaN;
    return Number.isNaN(worth) ? null : Math.log(worth) - meanLog;
  });
  const order = competitionRanks(logs);
  return items.map((item, index) => {
    const logWorth = logs[index] ?? null;
    return {
      item,
      worth: logWorth === null ? null : (worths[index] ?? null),
      logWorth,
      place: order[index] ?? null,
    };
  });
}

/** Items that won or lost at least once. */
function comparedItems({ items, beats }: ChoiceModel): readonly number[] {
  const seen = new Uint8Array(items);
  for (let winner = 0; winner < items; winner += 1) {
    for (let loser = 0; loser < items; loser += 1) {
      if (beats[winner * items + loser] !== 1) continue;
      seen[winner] = 1;
      seen[loser] = 1;
    }
  }
  return Array.from(seen.keys()).filter((item) => seen[item] === 1);
}

/** Whether every compared item reaches every other along the links: from one to all, and from all to that one. */
function tiedTogether(model: ChoiceModel, compared: readonly number[]): boolean {
  const reached = (linked: (from: number, to: number) => boolean) => {
    const seen = new Set(compared.slice(0, 1));
    for (const from of seen) for (const to of compared) if (linked(from, to)) seen.add(to);
    return seen.size;
  };
  const beats = (winner: number, loser: number) => model.beats[winner * model.items + loser] === 1;
  return reached(beats) === compared.length && reached((from, to) => beats(to, from)) === compared.length;
}
