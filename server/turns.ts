// Long work in short turns: after some milliseconds everybody else who waits for this process goes first.

/** Milliseconds of work before others get their turn. */
const turn = 8;

/** The same items, with a pause whenever a turn is over. */
export async function* takingTurns<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  let began = performance.now();
  for await (const item of items) {
    yield item;
    if (performance.now() - began < turn) continue;
    await new Promise(setImmediate);
    began = performance.now();
  }
}

/** What work makes of each item, with a pause whenever a turn is over. */
export async function inTurns<T, R>(items: Iterable<T>, work: (item: T) => R): Promise<readonly R[]> {
  const made: R[] = [];
  let began = performance.now();
  for (const item of items) {
    made.push(work(item));
    if (performance.now() - began < turn) continue;
    await new Promise(setImmediate);
    began = performance.now();
  }
  return made;
}
