// Sessions in the database, so that every process knows them and signing out really ends them.
// The id in the cookie is stored as a hash: who reads the database cannot take over a session.
import { type SessionData, Store } from 'express-session';
import type { Context } from '../context.ts';
import { deleteExpiredSessions, deleteSession, saveSession, sessionData } from '../db/sessions.ts';
import { hashToken } from './tokens.ts';

declare module 'express-session' {
  interface SessionData {
    /** Id of the account that signed in. */
    account?: string;
    /** What its password was then, as a hash of the stored one. */
    password?: string;
    /** What a form of this session must carry. */
    csrf?: string;
    /** When the session was last written, in milliseconds. */
    savedAt?: number;
  }
}

type Done = (error?: unknown) => void;

const minute = 60 * 1000;
/** How long a session lasts without a request: for who is signed in, and for who only opened a form. */
const idleSignedIn = 8 * 60 * minute;
const idleVisitor = 60 * minute;
/** Prolonging a session by less than this is not worth a write. */
const worthwhile = 5 * minute;
const cleaningEvery = 60 * minute;

/** The store that express-session asks. */
export class SessionStore extends Store {
  readonly #ctx: Pick<Context, 'db' | 'now'>;
  #cleanedAt = 0;

  constructor(ctx: Pick<Context, 'db' | 'now'>) {
    super();
    this.#ctx = ctx;
  }

  override get(id: string, done: (error: unknown, session?: SessionData | null) => void): void {
    const { db, now } = this.#ctx;
    sessionData(db.kysely, hashToken('session', id), now().toISOString()).then(
      // Only #save below writes sessions, from this type.
      (data) => done(null, data === null ? null : (JSON.parse(data) as SessionData)),
      (error: unknown) => done(error),
    );
  }

  override set(id: string, session: SessionData, done: Done = () => undefined): void {
    this.#save(id, session).then(() => done(), done);
  }

  override touch(id: string, session: SessionData, done: Done = () => undefined): void {
    if (this.#ctx.now().getTime() - (session.savedAt ?? 0) < worthwhile) done();
    else this.set(id, session, done);
  }

  override destroy(id: string, done: Done = () => undefined): void {
    deleteSession(this.#ctx.db.kysely, hashToken('session', id)).then(() => done(), done);
  }

  async #save(id: string, session: SessionData): Promise<void> {
    const { kysely } = this.#ctx.db;
    const savedAt = this.#ctx.now().getTime();
    const expiresAt = new Date(savedAt + (session.account ? idleSignedIn : idleVisitor));
    const data = JSON.stringify({ ...session, savedAt });
    await saveSession(kysely, hashToken('session', id), data, expiresAt.toISOString());
    if (savedAt - this.#cleanedAt < cleaningEvery) return;
    this.#cleanedAt = savedAt;
    await deleteExpiredSessions(kysely, new Date(savedAt).toISOString());
  }
}
