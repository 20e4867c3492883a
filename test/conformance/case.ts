// A conformance case: a folder with data.csv and expected.json, read into columns and results to come out at. A mapping
// (cases/<case>.json, or mapping.json in the folder) says what ids and data alone do not: see CONTRIBUTING.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';

/** One result of expected.json. */
export interface Reference {
  readonly id: string;
  readonly value: unknown;
}

/** Words of a scale with their values. */
export type Scale = Readonly<Record<string, number>>;

/** A column made of others: words recoded, or the mean of items of whom all are there. */
export type Derived =
  | {
      readonly from: string;
      readonly recode: Readonly<Record<string, string>>;
      /** For other words; left as they are when absent. */
      readonly otherwise?: string;
    }
  /** An item with a minus runs the other way. */
  | { readonly meanOf: readonly string[]; readonly ends: readonly [number, number] };

export interface DesignMapping {
  /** A table beside data.csv. */
  readonly file?: string;
  /** A column; or "population" for n / N of the stages. */
  readonly weight: string;
  readonly strata?: string | undefined;
  readonly clusters?: readonly string[];
  readonly population?: readonly string[];
  /** Totals per word of a column. */
  readonly rake?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface CaseMapping {
  /** What is called so in ids, by the column it is. */
  readonly names?: Readonly<Record<string, string>>;
  readonly scales?: readonly Scale[];
  readonly derived?: Readonly<Record<string, Derived>>;
  readonly weight?: string;
  readonly designs?: Readonly<Record<string, DesignMapping>>;
  /** What a family needs for one result; "*" stands for the rest of the id, also in what follows. */
  readonly results?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Results that are no statistic of a questionnaire, by id, with the reason. */
  readonly notComputed?: Readonly<Record<string, string>>;
}

export type Columns = ReadonlyMap<string, readonly string[]>;

export interface Case {
  readonly name: string;
  readonly folder: string;
  readonly references: readonly Reference[];
  readonly columns: Columns;
  readonly rows: number;
  readonly mapping: CaseMapping;
}

/** Why a result cannot be computed: what its id speaks of is not found, or not one thing. */
export class NotMapped extends Error {}

/** Reads a folder. @throws Error when data.csv or expected.json is missing or cannot be read */
export function readCase(folder: string): Case {
  // What the file should hold is checked by use: an unknown shape is listed as such.
  const file = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
    readonly case: string;
    readonly results: readonly Reference[];
  };
  const mapping = mappingOf(file.case, folder);
  const read = readTable(join(folder, 'data.csv'));
  return {
    name: file.case,
    folder,
    references: file.results,
    columns: withScales(withDerived(read, mapping), file.results),
    rows: [...read.values()][0]?.length ?? 0,
    mapping,
  };
}

/** The columns of a CSV in its own order. @throws Error when a row does not fit the headings */
export function readTable(path: string): Columns {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  const [error] = errors.filter(({ code }) => code !== 'UndetectableDelimiter');
  if (error) throw new Error(`${path}: ${error.message} (row ${error.row})`);
  const [headings = [], ...rows] = data;
  return new Map(headings.map((heading, place) => [heading, rows.map((row) => row[place] ?? '')]));
}

function mappingOf(name: string, folder: string): CaseMapping {
  const ours = fileURLToPath(new URL(`./cases/${name}.json`, import.meta.url));
  const path = [join(folder, 'mapping.json'), ours].find(existsSync);
  // Our own files, or one written beside a case by whoever runs it.
  return path ? (JSON.parse(readFileSync(path, 'utf8')) as CaseMapping) : {};
}

function withDerived(read: Columns, { derived = {} }: CaseMapping): Columns {
  const columns = new Map(read);
  for (const [name, how] of Object.entries(derived)) columns.set(name, derive(columns, how));
  return columns;
}

/** A scale whose items a result of reliability lists is the mean of them, wherever its name is no column of its own. */
function withScales(read: Columns, references: readonly Reference[]): Columns {
  const columns = new Map(read);
  for (const { id, value } of references) {
    const name = /^alpha\/(.*)$/.exec(id)?.[1];
    const items = typeof value === 'object' && value !== null && 'items' in value ? value.items : null;
    if (name === undefined || columns.has(name) || !Array.isArray(items)) continue;
    const meanOf = items.map(String);
    const texts = meanOf
      .flatMap((item) => read.get(item.replace(/^-/, '')) ?? [])
      .filter((text) => text !== '');
    const [low, high] = [
      texts.map(Number).reduce(lower, Infinity),
      texts.map(Number).reduce(higher, -Infinity),
    ];
    if (Number.isFinite(low + high)) columns.set(name, derive(columns, { meanOf, ends: [low, high] }));
  }
  return columns;
}

function lower(one: number, other: number): number {
  return Math.min(one, other);
}

function higher(one: number, other: number): number {
  return Math.max(one, other);
}

function derive(columns: Columns, how: Derived): readonly string[] {
  if ('meanOf' in how) {
    const items = how.meanOf.map((item) => turned(columns, item, how.ends));
    return (items[0] ?? []).map((_, row) => {
      const values = items.map((item) => item[row] ?? Number.NaN);
      const sum = values.reduce((total, value) => total + value, 0);
      return Number.isNaN(sum) ? '' : String(sum / values.length);
    });
  }
  const { recode, otherwise } = how;
  return (columns.get(how.from) ?? []).map((text) => recode[text] ?? otherwise ?? text);
}

function turned(columns: Columns, item: string, [low, high]: readonly [number, number]): readonly number[] {
  const reversed = item.startsWith('-');
  const texts = columns.get(reversed ? item.slice(1) : item) ?? [];
  return texts.map((text) => {
    const value = text === '' ? Number.NaN : Number(text);
    return reversed ? low + high - value : value;
  });
}

/** What the mapping says of one result, with what "*" stood for filled in. */
export function mappedResult(one: Case, id: string): Readonly<Record<string, unknown>> {
  for (const [pattern, found] of Object.entries(one.mapping.results ?? {})) {
    if (pattern === id) return found;
    if (!pattern.endsWith('*') || !id.startsWith(pattern.slice(0, -1))) continue;
    const rest = id.slice(pattern.length - 1);
    return Object.fromEntries(
      Object.entries(found).map(([key, value]) => [
        key,
        typeof value === 'string' ? value.replace('*', rest) : value,
      ]),
    );
  }
  return {};
}
