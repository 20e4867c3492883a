// Opening a database: durable, brought up to date, and plain about what is wrong.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { backupTo } from '../../server/db/backup.ts';
import { durability, openDatabase } from '../../server/db/open.ts';
import { isUniqueViolation } from '../../server/db/portable.ts';
import { settingOf } from '../../server/db/settings.ts';
import { newTestDatabase } from '../set-up/test-database.ts';

const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nodenkaart-'));
  folders.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('opening a database', () => {
  it('keeps what was stored when it is opened again', async () => {
    const place = await newTestDatabase();
    const address = 'url' in place.address ? place.address : { file: join(newFolder(), 'db.sqlite') };
    const first = await openDatabase(address);
    await settingOf(first.kysely, 'name', () => 'first');
    await first.close();
    const second = await openDatabase(address);
    expect(await settingOf(second.kysely, 'name', () => 'second')).toBe('first');
    await second.close();
    await place.drop();
  });

  it('names a key that is taken the same way in both databases', async () => {
    const place = await newTestDatabase();
    const { kysely, close } = await openDatabase(place.address);
    const add = () => kysely.insertInto('settings').values({ name: 'a', value: 'a' }).execute();
    await add();
    expect(isUniqueViolation(await add().catch((error: unknown) => error))).toBe(true);
    expect(isUniqueViolation(new Error('something else'))).toBe(false);
    await close();
    await place.drop();
  });

  it('writes SQLite with a write-ahead log and a full sync at each commit', async () => {
    const database = await openDatabase({ file: join(newFolder(), 'db.sqlite') });
    expect(durability(database)).toEqual({ journal: 'wal', synchronous: 2 });
    await database.close();
  });

  it('refuses values of another type in SQLite as PostgreSQL does', async () => {
    const place = await newTestDatabase();
    const { kysely, close } = await openDatabase(place.address);
    const row = { code: 'a', title: '{}', catalogue: '{}', report_template: '{}', created_at: '' };
    // The wrong type is the point of this test.
    const demonstration = 'many' as unknown as number;
    const adding = kysely
      .insertInto('projects')
      .values({ ...row, demonstration, register_date: null })
      .execute();
    await expect(adding).rejects.toThrow();
    await close();
    await place.drop();
  });

  it('says which file is no database', async () => {
    const file = join(newFolder(), 'db.sqlite');
    writeFileSync(
      file,
      'this is a letter, and a long one, to fill the place of a header of a database file '.repeat(3),
    );
    await expect(openDatabase({ file })).rejects.toMatchObject({ key: 'databaseFile', values: { file } });
  });

  it('says that a PostgreSQL cannot be reached', async () => {
    const opening = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nothing' });
    await expect(opening).rejects.toMatchObject({ key: 'databaseUrl' });
  });

  it('is copied whole by a backup while it is open', async () => {
    const folder = newFolder();
    const database = await openDatabase({ file: join(folder, 'db.sqlite') });
    await settingOf(database.kysely, 'name', () => 'value');
    const steps: number[] = [];
    await backupTo(database, join(folder, 'copy.sqlite'), (done) => steps.push(done));
    await database.close();
    expect(readFileSync(join(folder, 'copy.sqlite')).subarray(0, 15).toString()).toBe('SQLite format 3');
    const copy = await openDatabase({ file: join(folder, 'copy.sqlite') });
    expect(await settingOf(copy.kysely, 'name', () => 'none')).toBe('value');
    await copy.close();
    expect(steps.every((done) => done >= 0 && done <= 1)).toBe(true);
  });
});
