// Everything that touches the world, built once. Handlers, operations and commands take it; tests replace parts of it.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from './config.ts';
import { liveState } from './db/live-sessions.ts';
import { type Address, type Database, openDatabase } from './db/open.ts';
import { createRateLimits, type RateLimits } from './db/rate-limits.ts';
import { settingOf } from './db/settings.ts';
import { createWriteQueue, type WriteQueue } from './db/write-queue.ts';
import { StartFailure } from './errors.ts';
import { createLiveHub, type LiveHub } from './live-hub.ts';
import { createLog, type Log } from './log.ts';
import { clientFolder, packagesFolder, textsFolder, viewsFolder } from './paths.ts';
import { type Assets, loadAssets } from './static.ts';
import { loadTemplates, type Render, type Templates } from './templates.ts';
import { loadTexts, type Texts } from './texts.ts';
import { type Analysis, createAnalysis } from './worker/analysis.ts';

export interface Context {
  readonly config: Config;
  readonly db: Database;
  now(): Date;
  /** 16 random bytes as 22 characters that are safe in an address. */
  newId(): string;
  /** A random whole number of 32 bits with a sign: a respondent's own order of options. */
  newSeed(): number;
  readonly log: Log;
  readonly texts: Texts;
  readonly assets: Assets;
  readonly templates: Templates;
  readonly render: Render;
  readonly writes: WriteQueue;
  /** Everything that computes over responses, on a thread of its own. */
  readonly analysis: Analysis;
  readonly limits: RateLimits;
  /** Who follows a session in the room, and tells them when something changed. */
  readonly live: LiveHub;
  /** Milliseconds a page of figures is waited for before it is told how far the reading is. */
  readonly patience: number;
  /** When a computer that others use too warns and locks. */
  readonly idle: IdleTimes;
  /** Signs the cookies of the workspace; the same for every process on this database. */
  readonly sessionSecret: string;
  /** Ends the analysis, finishes the writes that wait and closes the database. */
  close(): Promise<void>;
}

/** Seconds without a sign of life. */
export interface IdleTimes {
  readonly warnAfter: number;
  readonly lockAfter: number;
}

export type Overrides = Partial<Pick<Context, 'now' | 'newId' | 'newSeed' | 'log' | 'patience' | 'idle'>>;

/**
 * Opens the database (and brings it up to date), reads words, templates and assets.
 * @throws StartFailure when the data folder or the database cannot be used.
 */
export async function createContext(config: Config, overrides: Overrides = {}): Promise<Context> {
  const now = overrides.now ?? (() => new Date());
  const texts = loadTexts(textsFolder);
  const assets = loadAssets(clientFolder, packagesFolder);
  const templates = loadTemplates(viewsFolder, texts, assets);
  const address = databaseAddress(config);
  const db = await openDatabase(address);
  const writes = createWriteQueue(db);
  const analysis = createAnalysis(address);
  const log = overrides.log ?? createLog((line) => process.stderr.write(line), now);
  const live = createLiveHub((project) => liveState(db.kysely, project), log);
  return {
    config,
    db,
    now,
    newId: overrides.newId ?? (() => randomBytes(16).toString('base64url')),
    newSeed: overrides.newSeed ?? (() => randomBytes(4).readInt32LE()),
    log,
    texts,
    assets,
    templates,
    render: templates.render,
    writes,
    analysis,
    limits: createRateLimits(db),
    live,
    patience: overrides.patience ?? 1000,
    idle: overrides.idle ?? { warnAfter: 4 * 60, lockAfter: 5 * 60 },
    sessionSecret: await settingOf(db.kysely, 'session-secret', () => randomBytes(32).toString('base64url')),
    close: async () => {
      live.close();
      await analysis.close();
      await writes.idle();
      await db.close();
    },
  };
}

/**
 * Opens a database that is there already, for commands about what is in it: a mistyped folder makes nothing.
 * @throws StartFailure when there is none.
 */
export async function openContext(config: Config): Promise<Context> {
  const file = databaseFile(config);
  if (config.databaseUrl === null && !existsSync(file)) throw new StartFailure('noDatabase', { file });
  return createContext(config);
}

function databaseFile({ dataDir }: Config): string {
  return join(dataDir, 'nodenkaart.sqlite');
}

/** Where the database is: the address given, else a file in the data folder, which is made when absent. */
export function databaseAddress(config: Config): Address {
  if (config.databaseUrl !== null) return { url: config.databaseUrl };
  try {
    makeFolder(config.dataDir);
  } catch {
    throw new StartFailure('dataFolder', { folder: config.dataDir });
  }
  return { file: databaseFile(config) };
}

/** Step by step: Node's own recursive form never ends under /proc, where nothing can be made. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
