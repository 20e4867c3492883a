// The real server as a process of its own, as `npm start` runs it, on a free port and a data folder that is thrown away.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface RealServer {
  readonly base: URL;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** Sends a signal and resolves when the process is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Removes the data folder. */
  remove(): void;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Starts the server and waits until it answers.
 * @param options `preload` is a module it loads first, which can be talked to through `process`; `dataDir` to start again on what an earlier one left; `prefix` runs it under another program;
 * `folder` where another state of the product stands, with its packages.
 * @throws Error with what the server printed when it does not come up within 30 seconds.
 */
export async function startRealServer(
  options: {
    readonly dataDir?: string;
    readonly prefix?: readonly string[];
    readonly folder?: string;
    readonly preload?: string;
    /** The port an earlier server had, for who goes on knocking there. */
    readonly port?: number;
  } = {},
): Promise<RealServer> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'nodenkaart-'));
  const port = options.port ?? (await freePort());
  const preload = options.preload === undefined ? [] : ['--import', options.preload];
  const [command, ...rest] = [...(options.prefix ?? []), process.execPath, ...preload, 'server/main.ts'];
  const child = spawn(command, rest, {
    cwd: options.folder ?? root,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      BASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'pipe', ...(options.preload === undefined ? [] : (['ipc'] as const))],
    detached: true,
  });
  let printed = '';
  child.stdout?.on('data', (chunk) => {
    printed += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    printed += chunk;
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const base = new URL(`http://127.0.0.1:${port}`);
  const deadline = Date.now() + 30_000;
  while (!(await answers(base))) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`the server did not start:\n${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    base,
    dataDir,
    process: child,
    stop: async (signal = 'SIGTERM') => {
      // The whole group, so that a program the server runs under goes too.
      if (child.exitCode === null && child.signalCode === null && child.pid) process.kill(-child.pid, signal);
      await gone;
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

async function answers(base: URL): Promise<boolean> {
  return fetch(new URL('/healthz', base)).then(
    (reply) => reply.ok,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
