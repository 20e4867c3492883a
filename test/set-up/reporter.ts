// Says at the end how many tests passed and failed over all suites, and on which databases the server's ran.
// A skipped test fails the run, and so do server tests that did not all run on both databases.
import type { Reporter, TestModule } from 'vitest/node';

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => ({
        suite: module.project.name,
        state: test.result().state,
      })),
    );
    const count = (state: string, suite?: string) =>
      tests.filter((test) => test.state === state && (suite === undefined || test.suite === suite)).length;
    const skipped = count('skipped');
    // A file that could not be read at all has no tests, and an error outside a test belongs to none.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const failed = count('failed') + broken + skipped;
    if (skipped > 0) console.log(`${skipped} tests were skipped: every test must run.`);
    console.log(databases(count('passed', 'server on SQLite'), count('passed', 'server on PostgreSQL')));
    console.log(`${count('passed')} passed, ${failed} failed`);
    if (failed > 0) process.exitCode = 1;
  }
}

function databases(sqlite: number, postgres: number): string {
  if (process.env.TEST_DATABASE_URL) return `Server tests: ${sqlite} on SQLite, ${postgres} on PostgreSQL.`;
  return `Server tests: ${sqlite} on SQLite alone. Set TEST_DATABASE_URL to run them on PostgreSQL too.`;
}
