// Values the program itself keeps.
import type { Queries } from './open.ts';

/** The value under this name; `make` gives it the first time. Two processes starting at once agree on one. */
export async function settingOf(db: Queries, name: string, make: () => string): Promise<string> {
  const read = () => db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
  const found = await read();
  if (found) return found.value;
  await db
    .insertInto('settings')
    .values({ name, value: make() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return (await read())?.value ?? make();
}

/** The value under this name, or null when there is none. */
export async function settingNamed(db: Queries, name: string): Promise<string | null> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? null;
}

/** Keeps a value under a new name. Says whether it did: what is there already stays. */
export async function addSetting(db: Queries, name: string, value: string): Promise<boolean> {
  const added = await db
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('name')
    .execute();
  return added.length > 0;
}
