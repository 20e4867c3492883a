// The suites: pure rooms, the server on SQLite and (where TEST_DATABASE_URL names one) on PostgreSQL, the real
// process with the programs beside it, and a real browser. The last two share the machine badly, so their files run one after another.
import { defineConfig } from 'vitest/config';

const server = { include: ['test/server/**/*.test.ts'], testTimeout: 20_000, hookTimeout: 40_000 };
const alone = { fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    reporters: ['default', './test/set-up/reporter.ts'],
    projects: [
      {
        test: {
          name: 'rooms',
          include: ['test/{surveys,analysis,conformance}/**/*.test.ts', 'test/*.test.ts'],
          setupFiles: ['test/set-up/seed.ts'],
          testTimeout: 20_000,
          hookTimeout: 40_000,
        },
      },
      { test: { name: 'server on SQLite', env: { TEST_ON: 'sqlite' }, ...server } },
      ...(process.env.TEST_DATABASE_URL
        ? [{ test: { name: 'server on PostgreSQL', env: { TEST_ON: 'postgres' }, ...server } }]
        : []),
      { test: { name: 'process', include: ['test/{durability,programs}/**/*.test.ts'], ...alone } },
      // Beside the other suites a browser of a small machine is now and then late: what fails is tried once more.
      { test: { name: 'browser', include: ['test/browser/**/*.test.ts'], retry: 1, ...alone } },
    ],
  },
});
