import { paperNames, reportPaper } from '../../server/operations/report-papers.ts';
import { reportFile } from '../../server/report/html-file.ts';
import { inEmptyDatabase } from './in-empty-database.ts';
import { publishedDemonstration } from './published-demonstration.ts';

const language = 'nl';
const rounds = 7;

export async function benchReport(): Promise<void> {
  await inEmptyDatabase(async (ctx) => {
    const { report, hash } = await publishedDemonstration(ctx);
    console.log('the report of the demonstration');
    console.log('form           first ms  middle ms       kB  memory above start, MB');
    const start = process.memoryUsage().rss;
    const measured = (name: string, make: () => Promise<Uint8Array>) => measure(name, make, start);
    await measured('report.html', async () => Buffer.from(reportFile(ctx, report, hash, language)));
    for (const paper of paperNames)
      await measured(paper, () => reportPaper(ctx, paper, report, hash, language));
  });
}

async function measure(name: string, make: () => Promise<Uint8Array>, start: number): Promise<void> {
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const before = performance.now();
    bytes = (await make()).length;
    times.push(performance.now() - before);
  }
  const [first = 0, ...next] = times;
  const middle = next.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  const cells = [first.toFixed(0), middle.toFixed(0), (bytes / 1000).toFixed(0)];
  const memory = ((process.memoryUsage().rss - start) / 1e6).toFixed(0);
  console.log(`${name.padEnd(12)} ${cells.map((cell) => cell.padStart(10)).join('')} ${memory.padStart(6)}`);
}
