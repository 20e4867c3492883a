// Starts the web server: context, application, listening socket; and stops it without dropping anybody.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { type Context, createContext, type Overrides } from './context.ts';
import { StartFailure } from './errors.ts';
import { undoCutShort } from './operations/own-data.ts';
import { purgeDaily } from './operations/purge-drafts.ts';

export interface RunningServer {
  readonly ctx: Context;
  /** How the server is reached, without a slash at the end. */
  readonly address: string;
  /** Refuses new connections, lets requests under way finish, closes the database. */
  stop(): Promise<void>;
}

/** How long a request under way may take to finish when the server stops. */
const patience = 5000;
/** Milliseconds in which an import under way says how far it is. */
const longSilence = 60 * 60 * 1000;

/**
 * Starts listening.
 * @param prepare what must be done on the database before anybody comes in.
 * @throws StartFailure when the data folder, the database or the port cannot be used.
 */
export async function startServer(
  config: Config,
  overrides: Overrides = {},
  prepare: (ctx: Context) => Promise<void> = async () => {},
): Promise<RunningServer> {
  const { server, open } = await listen(config);
  let ctx: Context | null = null;
  try {
    ctx = await createContext(config, overrides);
    await prepare(ctx);
    // Compiling takes the process for long at a time: before anybody waits for it.
    await ctx.templates.warm();
  } catch (error) {
    server.close();
    server.closeAllConnections();
    await ctx?.close();
    throw error;
  }
  open(createApp(ctx));
  const opened = ctx;
  // A purge that fails, or takes long, keeps nobody out.
  const endPurging = purgeDaily(ctx);
  // Of SQLite this process is the only one that imports; beside others only what was silent for long is surely cut short.
  const silent = ctx.db.driver.dialect === 'sqlite' ? 0 : longSilence;
  undoCutShort(ctx, silent).catch((error: unknown) => opened.log.error('undoing an import failed', error));
  const stopAll = async () => {
    await endPurging();
    await stop(server, opened);
  };
  return { ctx: opened, address: addressOf(server, config), stop: stopAll };
}

/**
 * Takes the port before anything is made: what a start makes only once, such as the invitation it prints, must not be
 * lost to a busy port. Whoever comes in before the doors open waits for a moment.
 */
async function listen(
  config: Config,
): Promise<{ readonly server: Server; readonly open: (app: RequestListener) => void }> {
  let open: (app: RequestListener) => void = () => undefined;
  const opened = new Promise<RequestListener>((resolve) => {
    open = resolve;
  });
  const server = createServer((request, response) => {
    void opened.then((app) => app(request, response));
  });
  await takePort(server, config);
  return { server, open };
}

async function takePort(server: Server, { port, host }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = error.code === 'EADDRINUSE';
      const values = { port, host, reason: error.message };
      reject(new StartFailure(busy ? 'portBusy' : 'cannotListen', values));
    });
    server.listen(port, host, resolve);
  });
}

function addressOf(server: Server, { baseUrl, host }: Config): string {
  if (baseUrl !== null) return baseUrl;
  // A server that listens on a port has an address of this kind, not the text of a pipe.
  const { port } = server.address() as AddressInfo;
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

async function stop(server: Server, ctx: Context): Promise<void> {
  // Who follows a session never finishes by itself.
  ctx.live.close();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), patience).unref();
  });
  await ctx.close();
}
