// What a bench needs: a context with an empty database in a folder of its own, gone when the bench is done.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Context, createContext } from '../../server/context.ts';

/** Runs a bench in a context with an empty database; the folder is there for its files too. */
export async function inEmptyDatabase(bench: (ctx: Context, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nodenkaart-bench-'));
  const ctx = await createContext({
    port: 0,
    host: '127.0.0.1',
    dataDir: folder,
    databaseUrl: null,
    baseUrl: null,
    trustedProxies: 0,
  });
  try {
    await bench(ctx, folder);
  } finally {
    await ctx.close();
    rmSync(folder, { recursive: true });
  }
}
