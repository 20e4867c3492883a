// The log of data that leave or go: what was asked, decided and fetched. Lines are only added; the database refuses anything else.
import type { DataFileKind } from '../../surveys/formats/data-files/data-file-kinds.ts';
import { emailsOf } from './accounts.ts';
import type { Queries } from './open.ts';

/** How CSV is written: what stands between cells, and before decimals. */
export interface CsvForm {
  readonly separator: 'comma' | 'semicolon' | 'tab';
  readonly decimal: 'point' | 'comma';
}

/** What somebody wants to take out. */
export interface Wanted extends CsvForm {
  readonly survey: string;
  readonly kind: DataFileKind;
  /** Names of variables. */
  readonly fields: readonly string[];
  /** The last day it may be fetched. */
  readonly until: string;
}

/** What the data officer was shown when deciding. */
export interface SeenAtDecision {
  readonly responses: number;
  /** Size of the smallest group; null without answers. */
  readonly smallest: number | null;
  readonly below: number;
  readonly alone: number;
  readonly words: boolean;
  /** Numbers of the requests that were counted in; not there in lines from before that was done. */
  readonly beside?: readonly number[];
}

/** A file that was fetched: rows, bytes and SHA-256 of exactly what went out. */
export interface Fetched {
  readonly kind: DataFileKind;
  readonly rows: number;
  readonly bytes: number;
  readonly hash: string;
}

/** What went when its time was over, and how many of it. */
export interface Erased {
  readonly what: 'words' | 'remarks' | 'answers' | 'unreadable' | 'offers';
  /** Empty for what belongs to the project. */
  readonly survey: string;
  readonly count: number;
  /** Sequence numbers of answers that could not be read and stayed; absent without any. */
  readonly left?: readonly number[];
}

/** What a line says beside who, when and why. */
export type DataAct =
  | { readonly act: 'asked'; readonly details: Wanted }
  | {
      readonly act: 'approved';
      readonly details: Pick<Wanted, 'fields' | 'until'> & { readonly seen: SeenAtDecision };
    }
  | { readonly act: 'refused' | 'revoked'; readonly details: Record<string, never> }
  /** Written before the first byte leaves, so that nothing leaves unseen. */
  | { readonly act: 'fetching'; readonly details: { readonly kind: DataFileKind } }
  | { readonly act: 'fetched' | 'cutShort'; readonly details: Fetched }
  /** By itself, because its time was over. */
  | { readonly act: 'erased'; readonly details: Erased }
  /** Somebody was invited, came in, or has other roles; none left means they are out. */
  | { readonly act: 'invited' | 'joined'; readonly details: { readonly roles: readonly string[] } }
  | {
      readonly act: 'rolesGiven';
      readonly details: { readonly person: string; readonly roles: readonly string[] };
    }
  /** By whoever runs the program on the machine itself. */
  | { readonly act: 'exported'; readonly details: Fetched & { readonly survey: string } };

export type DataLine = DataAct & {
  readonly at: string;
  /** Id of the account; empty for the command line. */
  readonly account: string;
  /** The entry of the line that asked; null on that line itself. */
  readonly request: number | null;
  /** Why, in the words of whoever did it; empty where none is asked. */
  readonly reason: string;
};

/** A line with its number, and the addresses of the account and of the person it is about, or null where there is none any more. */
export type StoredDataLine = DataLine & {
  readonly entry: number;
  readonly email: string | null;
  readonly person: string | null;
};

/**
 * Adds a line after the last one and gives its number. Call it inside a transaction: until its end the project's row is
 * held, so that lines of several processes come one after the other.
 */
export async function addDataLine(db: Queries, project: string, line: DataLine): Promise<number> {
  // The same value again: what counts is that nobody else's transaction passes this row meanwhile.
  await db.updateTable('projects').set({ code: project }).where('code', '=', project).execute();
  const last = await db
    .selectFrom('data_log')
    .select((each) => each.fn.max('entry').as('entry'))
    .where('project', '=', project)
    .executeTakeFirst();
  const entry = (last?.entry ?? 0) + 1;
  await db
    .insertInto('data_log')
    .values({ ...line, project, entry, details: JSON.stringify(line.details) })
    .execute();
  return entry;
}

/** The whole log, oldest first. */
export async function dataLogOf(db: Queries, project: string): Promise<readonly StoredDataLine[]> {
  const rows = await db
    .selectFrom('data_log')
    .leftJoin('accounts', 'accounts.id', 'data_log.account')
    .selectAll('data_log')
    .select('accounts.email')
    .where('project', '=', project)
    .orderBy('entry')
    .execute();
  const lines = rows.map(
    ({ project: _project, details, ...line }) =>
      // Act and details are only written by addDataLine above, from this type.
      ({ ...line, details: JSON.parse(details) }) as Omit<StoredDataLine, 'person'> & DataLine,
  );
  const about = lines.flatMap((line) => (line.act === 'rolesGiven' ? [line.details.person] : []));
  const addresses = await emailsOf(db, about);
  return lines.map((line) => ({
    ...line,
    person: line.act === 'rolesGiven' ? (addresses.get(line.details.person) ?? null) : null,
  }));
}
