import { libraryPdfs } from '../../server/operations/library-files.ts';
import { inEmptyDatabase } from './in-empty-database.ts';
import { publishedDemonstration } from './published-demonstration.ts';

const language = 'nl';

export async function benchLibraries(): Promise<void> {
  await inEmptyDatabase(async (ctx) => {
    const { report, hash } = await publishedDemonstration(ctx);
    const used = process.cpuUsage();
    const start = process.memoryUsage().rss;
    const times: number[] = [];
    let bytes = 0;
    let most = start;
    let last = performance.now();
    for await (const { content } of libraryPdfs(ctx, report, hash, language)) {
      const now = performance.now();
      times.push(now - last);
      last = now;
      bytes += content.length;
      most = Math.max(most, process.memoryUsage().rss);
    }
    const { user, system } = process.cpuUsage(used);
    print(times, bytes, (user + system) / 1e6, (most - start) / 1e6);
  });
}

function print(times: readonly number[], bytes: number, processor: number, memory: number): void {
  const [first = 0, ...others] = times;
  const next = others.sort((a, b) => a - b);
  const seconds = times.reduce((sum, time) => sum + time, 0) / 1000;
  console.log('the pages of libraries of the demonstration as PDF');
  console.log(
    '  pages  first ms  middle ms  slowest ms  seconds  processor s     MB  memory above start, MB',
  );
  const cells = [
    String(times.length).padStart(7),
    first.toFixed(0).padStart(9),
    (next[Math.floor(next.length / 2)] ?? 0).toFixed(0).padStart(10),
    (next.at(-1) ?? 0).toFixed(0).padStart(11),
    seconds.toFixed(1).padStart(8),
    processor.toFixed(1).padStart(12),
    (bytes / 1e6).toFixed(1).padStart(6),
    memory.toFixed(0).padStart(23),
  ];
  console.log(cells.join(' '));
}
