// A progress bar for long work, on standard error and only where somebody is looking.
import cliProgress from 'cli-progress';
import type { CommandIo } from './command.ts';

/** Runs a work that tells how far it is (0-1), with a bar that is cleared afterwards. */
export async function withProgress<T>(
  io: CommandIo,
  work: (progress: (done: number) => void) => Promise<T>,
): Promise<T> {
  if (!io.interactive) return work(() => undefined);
  const format = `[{bar}] {percentage}%`;
  const bar = new cliProgress.SingleBar(
    { format, stream: process.stderr, clearOnComplete: true, hideCursor: true },
    cliProgress.Presets.shades_classic,
  );
  bar.start(100, 0);
  try {
    return await work((done) => bar.update(Math.floor(done * 100)));
  } finally {
    bar.stop();
  }
}
