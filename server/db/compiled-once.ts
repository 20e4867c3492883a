// Queries that every request of a respondent asks: building and compiling one takes longer than SQLite needs to answer it,
// so it is done once for each database, and after that only its values change.
import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import type { Queries } from './open.ts';

interface Compiled<V, R> {
  readonly query: CompiledQuery<R>;
  /** Per parameter which value it is; null for what the query says itself. */
  readonly order: readonly (keyof V | null)[];
}

/**
 * A query as a function of its values.
 * @param names of the values.
 * @param build the query with these values; each must stand in it as a value and nothing more, because what it is the
 *   first time it is every time.
 */
export function compiledOnce<V extends object, R>(
  names: readonly (keyof V)[],
  build: (db: Queries, values: V) => Compilable<R>,
): (db: Queries, values: V) => Promise<QueryResult<R>> {
  // SQLite and PostgreSQL write a query differently; a transaction writes it as its database does.
  const known = new WeakMap<object, Compiled<V, R>>();

  function compiledFor(db: Queries): Compiled<V, R> {
    const { adapter } = db.getExecutor();
    const ready = known.get(adapter);
    if (ready) return ready;
    const marks: readonly object[] = names.map((name) => ({ name }));
    const marked: unknown = Object.fromEntries(names.map((name, place) => [name, marks[place]]));
    // Kysely carries values through untouched, so that anything can stand in their place.
    const query = build(db, marked as V).compile();
    const order = query.parameters.map((parameter) => names[marks.indexOf(Object(parameter))] ?? null);
    const compiled = { query, order };
    known.set(adapter, compiled);
    return compiled;
  }

  return (db, values) => {
    const { query, order } = compiledFor(db);
    const parameters = order.map((name, place) => (name === null ? query.parameters[place] : values[name]));
    return db.executeQuery({ ...query, parameters });
  };
}
