// Long work lets everybody else go first after a few milliseconds, and gives what it would have given at once.
import { expect, it } from 'vitest';
import { inTurns } from '../../server/turns.ts';

it('work over many items leaves the event loop to others in between', async () => {
  const seen: string[] = [];
  const busy = (item: number) => {
    const until = performance.now() + 10;
    while (performance.now() < until);
    seen.push(`item ${item}`);
    return 2 * item;
  };
  const made = inTurns([1, 2, 3], busy);
  setImmediate(() => seen.push('somebody else'));
  expect(await made).toEqual([2, 4, 6]);
  expect(seen.indexOf('somebody else')).toBeLessThan(seen.indexOf('item 3'));
});
