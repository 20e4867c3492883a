// Starts the web server: context, application, listening socket; and stops it without dropping anybody.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { type Context, createContext, type Overrides } from './context.ts';
import { StartFailure } from './errors.ts';

export interface RunningServer {
  readonly ctx: Context;
  /** How the server is reached, without a slash at the end. */
  readonly address: string;
  /** Refuses new connections, lets requests under way finish, closes the database. */
  stop(): Promise<void>;
}

/** How long a request under way may take to finish when the server stops. */
const patience = 5000;

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
  const ctx = await createContext(config, overrides);
  const server = createServer(createApp(ctx));
  try {
    await prepare(ctx);
    await listen(server, config);
  } catch (error) {
    await ctx.close();
    throw error;
  }
  return { ctx, address: addressOf(server, config), stop: () => stop(server, ctx) };
}

async function listen(server: Server, { port, host }: Config): Promise<void> {
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
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), patience).unref();
  });
  await ctx.close();
}
