/** Questions with several ticks per person: each option on three bases that must not be confused. */
import { type CountedShare, countedShare } from './counted-share.ts';
import type { WilsonOptions } from './wilson-interval.ts';

export interface TickedOption {
  readonly count: number;
  /** Of those who ticked at least one option; this is the share that is shown. */
  readonly ofAnswered: CountedShare;
  /** Of everybody who was asked. */
  readonly ofAsked: CountedShare;
  /** Of all ticks, 0-1; no interval, since one person gives several. Null when nothing was ticked. */
  readonly ofMentions: number | null;
}

export interface TickAll {
  /** Persons who ticked at least one option. */
  readonly answered: number;
  /** Persons who were asked. */
  readonly asked: number;
  /** All ticks together; shares of persons may add up to more than 1. */
  readonly mentions: number;
  readonly options: readonly TickedOption[];
}

/**
 * Shares per option of a tick-all question.
 *
 * @param counts persons who ticked each option, in the order of the options
 * @param answered persons who ticked at least one
 * @param asked persons who were asked; as many as answered or more
 * @throws RangeError when a count is larger than answered, or answered larger than asked
 * @example tickAll([362, 289], 455, 476).options[0]?.ofAnswered.estimate // 0.7956...
 */
export function tickAll(
  counts: readonly number[],
  answered: number,
  asked: number,
  options: WilsonOptions = {},
): TickAll {
  if (!(answered <= asked)) throw new RangeError(`${answered} answered, but only ${asked} were asked`);
  const mentions = counts.reduce((total, count) => total + count, 0);
  return {
    answered,
    asked,
    mentions,
    options: counts.map((count) => ({
      count,
      ofAnswered: countedShare(count, answered, options),
      ofAsked: countedShare(count, asked, options),
      ofMentions: mentions === 0 ? null : count / mentions,
    })),
  };
}
