// Group commit: works that wait while a commit runs share the next transaction, so that one sync to disk serves
// many respondents; a work alone goes at once. Whoever awaits `run` knows the work is on disk.
import type { Transaction } from 'kysely';
import type { Database } from './open.ts';
import type { Tables } from './schema.ts';

export type Write<T> = (transaction: Transaction<Tables>) => Promise<T>;

export interface WriteQueue {
  /**
   * Runs a work in a transaction and resolves after its commit. A work may be run twice (when a neighbour fails,
   * all of the group is undone and each is done alone), so it must do nothing but queries.
   * @throws whatever the work throws; its neighbours are not touched by it.
   */
  run<T>(work: Write<T>): Promise<T>;
  /** Resolves when what waits now is done. */
  idle(): Promise<void>;
}

/** More in one commit makes the slowest wait longer without making the whole faster. */
const maximumGroup = 50;
/** Milliseconds to let others join, when the last commit showed that there are others. */
const gathering = 2;

interface Waiting {
  /** Runs the work and keeps its result, for `settle` after the commit. */
  perform(transaction: Transaction<Tables>): Promise<void>;
  settle(): void;
  fail(reason: unknown): void;
}

export function createWriteQueue(database: Database): WriteQueue {
  const waiting: Waiting[] = [];
  let draining: Promise<void> | null = null;
  let lastGroup = 0;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      // SQLite commits without ever yielding, so requests that have arrived would not get their turn to join.
      // A sync blocks everybody for longer than waiting a moment for company does; who is alone never waits.
      if (lastGroup > 1) await new Promise((resolve) => setTimeout(resolve, gathering));
      else await new Promise(setImmediate);
      const group = waiting.splice(0, maximumGroup);
      lastGroup = group.length;
      await commit(group);
    }
    draining = null;
  }

  async function commit(group: readonly Waiting[]): Promise<void> {
    try {
      await database.kysely.transaction().execute(async (transaction) => {
        for (const work of group) await work.perform(transaction);
      });
    } catch (reason) {
      if (group.length === 1) group[0]?.fail(reason);
      else for (const work of group) await commit([work]);
      return;
    }
    for (const work of group) work.settle();
  }

  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        let settle: (() => void) | null = null;
        waiting.push({
          perform: async (transaction) => {
            const result = await work(transaction);
            settle = () => resolve(result);
          },
          settle: () => settle?.(),
          fail: reject,
        });
        draining ??= drain();
      }),
    idle: async () => {
      await draining;
    },
  };
}
