// Time to build the columns from the database and to analyse the whole project, for a growing number of responses:
// the demonstration's respondents over and over, in a real SQLite file.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { createContext } from '../../server/context.ts';
import { createDatasets } from '../../server/datasets.ts';
import { insertResponses, responsesSince } from '../../server/db/responses.ts';
import { surveyByCode } from '../../server/db/surveys.ts';
import { addDemonstration } from '../../server/first-start.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';

export async function benchAnalyse(): Promise<void> {
  console.log('responses  build columns ms  analyse ms (median of 5)  memory of columns MB');
  for (const size of [1_000, 10_000, 100_000]) {
    const folder = mkdtempSync(join(tmpdir(), 'nodenkaart-bench-'));
    const ctx = await createContext(readConfig({ DATA_DIR: folder }));
    try {
      await addDemonstration(ctx);
      const survey = await surveyByCode(ctx.db.kysely, 'ooo');
      if (!survey) throw new Error('the demonstration has no survey ooo');
      const own = await responsesSince(ctx.db.kysely, 'ooo', 0, 1000);
      for (let made = own.length; made < size; made += own.length) {
        const copies = own
          .slice(0, size - made)
          .map((response) => ({ ...response, id: ctx.newId(), receiptHash: null, seed: null, texts: {} }));
        await ctx.writes.run((transaction) => insertResponses(transaction, 'ooo', copies));
      }
      const start = performance.now();
      const dataset = await createDatasets(ctx.db).of(survey);
      const built = performance.now() - start;
      const times: number[] = [];
      for (let turn = 0; turn < 5; turn += 1) {
        const before = performance.now();
        await analyseProject(ctx, 'ooo', { reader: 'operator' });
        times.push(performance.now() - before);
      }
      times.sort((one, other) => one - other);
      const megabytes = (dataset.size * (dataset.codebook.variables.length + 4)) / 1024 ** 2;
      const cells = [size, built.toFixed(0), (times[2] ?? 0).toFixed(0), megabytes.toFixed(1)];
      console.log(cells.map((cell) => String(cell).padStart(12)).join(' '));
    } finally {
      await ctx.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
