/** The model of Plackett and Luce: worths from whole and partial orders, for many ballots over the same needs. */
import { inversePositive } from '../statistics/positive-matrix.ts';
import type { Ballot } from './ballot.ts';
import {
  type ChoiceOrders,
  choiceOrders,
  informationOf,
  logLikelihoodOf,
  orderModel,
} from './choice-orders.ts';
import { fitWorths, type WorthLine, type WorthOptions, worthLines } from './worths.ts';

export interface PlackettLuceLine extends WorthLine {
  /**
   * Standard error of the difference in log worth with the last compared item, 0 for that item itself. Null when not
   * asked for, not compared, or held together by the invented item, which is no observation.
   */
  readonly standardError: number | null;
}

export interface PlackettLuce {
  /** Ballots in the model. */
  readonly base: number;
  /** Ballots left out because of a tie among the ranked items. */
  readonly leftOut: number;
  readonly lines: readonly PlackettLuceLine[];
  /** Natural logarithm of the chance of exactly these choices, without the invented item. */
  readonly logLikelihood: number;
  /** See `WorthOptions`; 0 when the ballots were enough. */
  readonly ghost: number;
  readonly rounds: number;
  readonly converged: boolean;
}

export interface PlackettLuceOptions extends WorthOptions {
  /** Asks for standard errors: ballots times items squared, and items cubed once. */
  readonly standardErrors?: boolean | undefined;
}

/**
 * Worths such that an order is a row of choices: first one of all, then one of the rest, each with a chance in
 * proportion to its worth. Unranked items stand below the ranked ones and are not ordered among themselves; items
 * without opinion are in no choice set. A round costs ballots times items.
 * Source: Luce 1959, Plackett 1975; fitted as Hunter 2004; errors from the observed information. As R:
 * `PlackettLuce::PlackettLuce`.
 *
 * @throws RangeError when a ballot holds an item twice
 * @example plackettLuce(ballots, ['a', 'b']).lines[0]?.worth // 0.6 when three of five put a first
 */
export function plackettLuce(
  ballots: readonly Ballot[],
  items: readonly string[],
  options: PlackettLuceOptions = {},
): PlackettLuce {
  const orders = choiceOrders(ballots, items);
  const fitted = fitWorths(orderModel(orders), options);
  const wanted = options.standardErrors === true && fitted.ghost === 0;
  const errors = wanted ? standardErrors(orders, fitted.worths) : null;
  return {
    base: orders.base,
    leftOut: ballots.length - orders.base,
    lines: worthLines(items, fitted).map((line, index) => ({
      ...line,
      standardError: line.worth === null ? null : (errors?.[index] ?? null),
    })),
    logLikelihood: logLikelihoodOf(orders, fitted.worths),
    ghost: fitted.ghost,
    rounds: fitted.rounds,
    converged: fitted.converged,
  };
}

/** From the inverse of the information about the log worths, the last compared item being the fixed one. */
function standardErrors(orders: ChoiceOrders, worths: Float64Array): readonly number[] | null {
  const compared = Array.from(worths.keys()).filter((item) => !Number.isNaN(worths[item]));
  const free = compared.slice(0, -1);
  const information = informationOf(orders, worths);
  const part = Float64Array.from(
    free.flatMap((i) => free.map((j) => information[i * orders.items + j] ?? 0)),
  );
  const inverse = inversePositive(part, free.length);
  if (inverse === null) return null;
  const errors = Array.from(worths, () => 0);
  for (const [position, item] of free.entries()) {
    errors[item] = Math.sqrt(inverse[position * free.length + position] ?? 0);
  }
  return errors;
}
