// Group commit: works share a transaction, and one that fails takes none of its neighbours with it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../server/db/open.ts';
import { createWriteQueue, type Write, type WriteQueue } from '../../server/db/write-queue.ts';
import { newTestDatabase, type TestDatabase } from '../set-up/test-database.ts';

let place: TestDatabase;
let database: Database;
let writes: WriteQueue;
beforeEach(async () => {
  place = await newTestDatabase();
  database = await openDatabase(place.address);
  writes = createWriteQueue(database);
});
afterEach(async () => {
  await writes.idle();
  await database.close();
  await place.drop();
});

const add =
  (name: string): Write<string> =>
  async (db) => {
    await db.insertInto('settings').values({ name, value: name }).execute();
    return name;
  };
const names = async () =>
  (await database.kysely.selectFrom('settings').select('name').orderBy('name').execute()).map(
    (row) => row.name,
  );

describe('the write queue', () => {
  it('gives back what a work returns, once it is stored', async () => {
    expect(await writes.run(add('a'))).toBe('a');
    expect(await names()).toEqual(['a']);
  });

  it('stores every one of many works that come at once', async () => {
    const many = Array.from({ length: 120 }, (_, index) => `w${String(index).padStart(3, '0')}`);
    expect(await Promise.all(many.map((name) => writes.run(add(name))))).toEqual(many);
    expect(await names()).toEqual(many);
  });

  it('shares one transaction between works that wait together', async () => {
    const seen = new Set<object>();
    const noting =
      (name: string): Write<string> =>
      (db) => {
        seen.add(db);
        return add(name)(db);
      };
    await Promise.all(['a', 'b', 'c'].map((name) => writes.run(noting(name))));
    expect(seen.size).toBe(1);
  });

  it('stores the neighbours of a work that throws, and tells only its owner', async () => {
    const failing: Write<never> = async (db) => {
      await add('half done')(db);
      throw new RangeError('changed my mind');
    };
    const results = await Promise.allSettled([
      writes.run(add('before')),
      writes.run(failing),
      writes.run(add('after')),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await names()).toEqual(['after', 'before']);
  });

  it('stores the neighbours of a work that the database refuses', async () => {
    await writes.run(add('taken'));
    const results = await Promise.allSettled([
      writes.run(add('x')),
      writes.run(add('taken')),
      writes.run(add('y')),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await names()).toEqual(['taken', 'x', 'y']);
  });

  it('goes on after a failure', async () => {
    await expect(writes.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await writes.run(add('later'))).toBe('later');
  });
});
