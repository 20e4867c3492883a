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
