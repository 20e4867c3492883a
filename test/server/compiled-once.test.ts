// A query that is compiled once says each time what it would say built anew: with its own values, also in a transaction.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compiledOnce } from '../../server/db/compiled-once.ts';
import { type Database, openDatabase } from '../../server/db/open.ts';
import { newTestDatabase, type TestDatabase } from '../set-up/test-database.ts';

let place: TestDatabase;
let database: Database;
beforeEach(async () => {
  place = await newTestDatabase();
  database = await openDatabase(place.address);
});
afterEach(async () => {
  await database.close();
  await place.drop();
});

interface Setting {
  readonly name: string;
  readonly value: string;
}
const keep = compiledOnce(['name', 'value'], (db, { name, value }: Setting) =>
  db.updateTable('settings').set({ value }).where('name', '=', name).where('value', '!=', 'fixed'),
);
const read = compiledOnce(['name'], (db, { name }: Pick<Setting, 'name'>) =>
  db.selectFrom('settings').select(['value']).where('name', '=', name),
);

it('takes the values it is given, in the places they were named for', async () => {
  const db = database.kysely;
  const settings = ['a', 'b', 'c'].map((name) => ({ name, value: name === 'c' ? 'fixed' : 'before' }));
  await db.insertInto('settings').values(settings).execute();
  expect((await keep(db, { name: 'a', value: 'name' })).numAffectedRows).toBe(1n);
  const changed = await db.transaction().execute((inside) => keep(inside, { name: 'b', value: 'after' }));
  expect(changed.numAffectedRows).toBe(1n);
  expect((await keep(db, { name: 'c', value: 'after' })).numAffectedRows).toBe(0n);
  expect((await keep(db, { name: 'nowhere', value: 'after' })).numAffectedRows).toBe(0n);
  const values = await Promise.all(['a', 'b', 'c', 'nowhere'].map((name) => read(db, { name })));
  expect(values.map(({ rows }) => rows)).toEqual([
    [{ value: 'name' }],
    [{ value: 'after' }],
    [{ value: 'fixed' }],
    [],
  ]);
});
