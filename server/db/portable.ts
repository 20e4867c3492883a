// The only place that asks which database it is.
import { type ColumnDataType, type CreateTableBuilder, sql } from 'kysely';

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
