// The only place that asks which database it is.
import { type ColumnDataType, type CreateTableBuilder, type Kysely, sql } from 'kysely';

export type Dialect = 'sqlite' | 'postgres';

/** The column type that holds bytes. */
export function bytes(dialect: Dialect): ColumnDataType {
  return dialect === 'sqlite' ? 'blob' : 'bytea';
}

/** A table whose columns refuse values of another type; PostgreSQL's always do. */
export function typed<N extends string, C extends string>(
  dialect: Dialect,
  table: CreateTableBuilder<N, C>,
): CreateTableBuilder<N, C> {
  return dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table;
}

/** A typed table that does not remember the order in which its rows came; its key must be given by chance. */
export function unordered<N extends string, C extends string>(
  dialect: Dialect,
  table: CreateTableBuilder<N, C>,
): CreateTableBuilder<N, C> {
  return dialect === 'sqlite' ? table.modifyEnd(sql`strict, without rowid`) : table;
}

/** Whether a thrown error says that a key or unique value was already there. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  const { code } = error;
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** When a row may not be changed or taken away: a condition on `old`, or always. */
interface Unchanging {
  readonly table: string;
  readonly update: string | null;
  readonly delete: string | null;
}

/** Makes the database itself refuse what no query may do to these rows. */
export async function refuseChanges(dialect: Dialect, db: Kysely<unknown>, rule: Unchanging): Promise<void> {
  for (const change of ['update', 'delete'] as const) {
    const name = sql.ref(`${rule.table}_${change}`);
    const table = sql.table(rule.table);
    const when = sql.raw(rule[change] ?? '1 = 1');
    if (dialect === 'sqlite') {
      await sql`create trigger ${name} before ${sql.raw(change)} on ${table} when ${when}
        begin select raise(abort, 'this row stays as it is'); end`.execute(db);
      continue;
    }
    await sql`create function ${name}() returns trigger as $$ begin
      if ${when} then raise exception 'this row stays as it is'; end if;
      return ${sql.raw(change === 'update' ? 'new' : 'old')};
      end $$ language plpgsql`.execute(db);
    await sql`create trigger ${name} before ${sql.raw(change)} on ${table}
      for each row execute function ${name}()`.execute(db);
  }
}
