// A session in the room: its steps in order whatever is pressed, and its clock.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  extendTimer,
  type LiveStage,
  type LiveTimer,
  liveSteps,
  pauseTimer,
  resumeTimer,
  secondsLeft,
  stageAfter,
  stageBefore,
  stageShown,
  startTimer,
  stepsOf,
} from '../../../analysis/panel/live-agenda.ts';

const stage = fc.record({ step: fc.constantFrom(...liveSteps), item: fc.integer({ min: 0, max: 9 }) });
const topics = fc.integer({ min: 0, max: 5 });
const topicsOrVotes = fc.option(topics);

describe('the steps', () => {
  test('never show a result of an open round, nor ordering in a closed one', () => {
    fc.assert(
      fc.property(stage, topicsOrVotes, fc.boolean(), (asked, count, closed) => {
        for (const shown of [
          stageShown(asked, closed, count),
          stageAfter(asked, closed, count),
          stageBefore(asked, closed, count),
        ]) {
          if (!shown) continue;
          expect(liveSteps.indexOf(shown.step) >= 2).toBe(closed);
          expect(shown.item === 0 || (shown.step === 'divided' && shown.item < (count ?? 0))).toBe(true);
        }
      }),
    );
  });

  test('go through every divided need and end with the brackets', () => {
    fc.assert(
      fc.property(topics, (count) => {
        const seen: LiveStage[] = [{ step: 'beside', item: 0 }];
        for (let next = stageAfter(seen[0] as LiveStage, true, count); next; ) {
          seen.push(next);
          next = stageAfter(next, true, count);
        }
        const divided = Array.from({ length: Math.max(1, count) }, (_, item) => ({ step: 'divided', item }));
        expect(seen).toEqual([{ step: 'beside', item: 0 }, ...divided, { step: 'brackets', item: 0 }]);
      }),
    );
  });

  test('end with the result where votes are no orders', () => {
    expect(stepsOf(null)).toEqual(['join', 'order', 'beside']);
    expect(stageAfter({ step: 'beside', item: 0 }, true, null)).toBeNull();
    expect(stageShown({ step: 'brackets', item: 0 }, true, null)).toEqual({ step: 'beside', item: 0 });
  });

  test('lead back the way they came', () => {
    fc.assert(
      fc.property(stage, topicsOrVotes, fc.boolean(), (asked, count, closed) => {
        const here = stageShown(asked, closed, count);
        const next = stageAfter(here, closed, count);
        if (next) expect(stageBefore(next, closed, count)).toEqual(here);
      }),
    );
  });

  test('wait for the round to close before the result', () => {
    expect(stageAfter({ step: 'order', item: 0 }, false, 0)).toBeNull();
    expect(stageBefore({ step: 'beside', item: 0 }, true, 3)).toBeNull();
  });
});

describe('the clock', () => {
  const now = 1_700_000_000_000;
  test('has the seconds that are left, none when time is up', () => {
    const timer = startTimer(10, now);
    expect(secondsLeft(timer, now)).toBe(600);
    expect(secondsLeft(timer, now + 1)).toBe(600);
    expect(secondsLeft(timer, now + 599_001)).toBe(1);
    expect(secondsLeft(timer, now + 10 * 60_000 + 5)).toBe(0);
    expect(secondsLeft({ kind: 'none' }, now)).toBeNull();
  });

  test('keeps what is left while it stands, however long that is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 1e7 }), (minutes, standing) => {
        const paused = pauseTimer(startTimer(minutes, now), now + 30_000);
        expect(secondsLeft(paused, now + standing)).toBe(60 * minutes - 30);
        const again = resumeTimer(paused, now + standing);
        expect(secondsLeft(again, now + standing)).toBe(60 * minutes - 30);
      }),
    );
  });

  test('takes a minute more, also when it ran out, and never more than two hours', () => {
    expect(secondsLeft(extendTimer(startTimer(1, now), 1, now + 90_000), now + 90_000)).toBe(60);
    expect(extendTimer({ kind: 'paused', left: 30 }, 1, now)).toEqual({ kind: 'paused', left: 90 });
    const long: LiveTimer = startTimer(500, now);
    expect(secondsLeft(extendTimer(long, 1, now), now)).toBe(7200);
  });
});
