// What a session in the room goes through: coming in, ordering alone, then the result in three steps, the own order
// first, what divides the group next, what is about equal last (docs/rules.md, Panel). Pure: the moment comes in as a number.

/** The steps in order; the last three can only be shown of a closed round. */
export const liveSteps = ['join', 'order', 'beside', 'divided', 'brackets'] as const;
export type LiveStep = (typeof liveSteps)[number];

/** Where the session stands; `item` counts the divided needs from 0 and is 0 in every other step. */
export interface LiveStage {
  readonly step: LiveStep;
  readonly item: number;
}

/** A clock in the room. Moments are milliseconds since 1970, what is left is in seconds. */
export type LiveTimer =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly endsAt: number }
  | { readonly kind: 'paused'; readonly left: number };

/** Longest time on the clock, in seconds: two hours. */
const longest = 2 * 60 * 60;

/** Most needs that are talked about one by one: beyond these, time is gone. */
export const mostTopics = 5;

/**
 * Needs that are talked about one by one; null where votes are no orders: how far members are apart is not told, nor what
 * is about equal, so that their result is one step.
 */
export type Topics = number | null;

/** The steps of a session. */
export function stepsOf(topics: Topics): readonly LiveStep[] {
  return topics === null ? ['join', 'order', 'beside'] : liveSteps;
}

/** The stage that can be shown: no result of an open round, no ordering in a closed one. */
export function stageShown(stage: LiveStage, closed: boolean, topics: Topics): LiveStage {
  if (closed && topics === null) return { step: 'beside', item: 0 };
  const revealed = liveSteps.indexOf(stage.step) >= liveSteps.indexOf('beside');
  if (revealed !== closed) return { step: closed ? 'beside' : 'order', item: 0 };
  if (stage.step !== 'divided') return { step: stage.step, item: 0 };
  return { step: 'divided', item: Math.max(0, Math.min(stage.item, (topics ?? 0) - 1)) };
}

/** The stage after this one; null at the end, and where the round has to be closed first. */
export function stageAfter(stage: LiveStage, closed: boolean, topics: Topics): LiveStage | null {
  const { step, item } = stageShown(stage, closed, topics);
  if (step === 'divided' && item < (topics ?? 0) - 1) return { step, item: item + 1 };
  const steps = stepsOf(topics);
  const next = steps[steps.indexOf(step) + 1];
  if (!next || (step === 'order' && !closed)) return null;
  return { step: next, item: 0 };
}

/** The stage before this one; null at the beginning, and where that would open a closed round again. */
export function stageBefore(stage: LiveStage, closed: boolean, topics: Topics): LiveStage | null {
  const { step, item } = stageShown(stage, closed, topics);
  if (step === 'divided' && item > 0) return { step, item: item - 1 };
  if (step === 'beside' || step === 'join') return null;
  const before = liveSteps[liveSteps.indexOf(step) - 1];
  if (!before) return null;
  return { step: before, item: before === 'divided' ? Math.max(0, (topics ?? 0) - 1) : 0 };
}

/** The clock begins: whole minutes from now, at most two hours. */
export function startTimer(minutes: number, now: number): LiveTimer {
  return { kind: 'running', endsAt: now + 1000 * Math.min(longest, 60 * Math.max(1, Math.round(minutes))) };
}

/** The clock stands still with what is left on it; one that stands or is not there stays as it is. */
export function pauseTimer(timer: LiveTimer, now: number): LiveTimer {
  return timer.kind === 'running' ? { kind: 'paused', left: secondsLeft(timer, now) ?? 0 } : timer;
}

/** The clock goes on with what was left on it. */
export function resumeTimer(timer: LiveTimer, now: number): LiveTimer {
  return timer.kind === 'paused' ? { kind: 'running', endsAt: now + 1000 * timer.left } : timer;
}

/** More time on the clock. One that had run out, or was not there, begins with these minutes. */
export function extendTimer(timer: LiveTimer, minutes: number, now: number): LiveTimer {
  const left = Math.min(longest, (secondsLeft(timer, now) ?? 0) + 60 * minutes);
  return timer.kind === 'paused' ? { kind: 'paused', left } : { kind: 'running', endsAt: now + 1000 * left };
}

/** Whole seconds left, 0 when time is up; null without a clock. */
export function secondsLeft(timer: LiveTimer, now: number): number | null {
  if (timer.kind === 'none') return null;
  if (timer.kind === 'paused') return timer.left;
  return Math.max(0, Math.ceil((timer.endsAt - now) / 1000));
}
