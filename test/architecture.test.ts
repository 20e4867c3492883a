// The house keeps its shape: which room may import which, what pure rooms may not touch, and words in every language.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Import {
  readonly from: string;
  readonly to: string;
  /** A package or built-in by the name it is imported by; a file of ours by its path. */
  readonly kind: 'own' | 'package' | 'builtin';
}
let imports: readonly Import[] = [];

beforeAll(async () => {
  const { output } = await cruise(['surveys', 'analysis', 'server', 'views/client'], {
    baseDir: root,
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
  });
  imports = (output as ICruiseResult).modules.flatMap((module) =>
    module.dependencies.map((dependency) => ({
      from: module.source,
      to:
        dependency.resolved.includes('node_modules') || dependency.coreModule
          ? dependency.module
          : dependency.resolved,
      kind: dependency.coreModule
        ? 'builtin'
        : dependency.resolved.includes('node_modules')
          ? 'package'
          : 'own',
    })),
  );
}, 60_000);

const room = (path: string) => imports.filter(({ from }) => from.startsWith(path));
const lines = (found: readonly Import[]) => found.map(({ from, to }) => `${from} → ${to}`);

describe('import directions', () => {
  it('are read from the whole house', () => {
    expect(new Set(imports.map(({ from }) => from)).size).toBeGreaterThan(100);
  });

  it('surveys knows nothing but its schema library and papaparse', () => {
    const allowed = (one: Import) =>
      one.kind === 'own' ? one.to.startsWith('surveys/') : ['zod', 'papaparse'].includes(one.to);
    expect(lines(room('surveys/').filter((one) => !allowed(one)))).toEqual([]);
  });

  it('analysis knows only itself and surveys', () => {
    const allowed = (one: Import) => one.kind === 'own' && /^(analysis|surveys)\//.test(one.to);
    expect(lines(room('analysis/').filter((one) => !allowed(one)))).toEqual([]);
  });

  it('only server/db knows the databases', () => {
    const drivers = ['kysely', 'kysely/migration', 'better-sqlite3', 'pg'];
    const outside = imports.filter(({ from, to }) => drivers.includes(to) && !from.startsWith('server/db/'));
    expect(lines(outside)).toEqual([]);
  });

  it('server/db knows no HTTP, no pages and no operations', () => {
    const forbidden =
      /^server\/(http|operations|commands|identity|app|templates|context|pages)|^views\/|^express/;
    expect(lines(room('server/db/').filter(({ to }) => forbidden.test(to)))).toEqual([]);
  });

  it('operations know no HTTP', () => {
    const forbidden = /^server\/(http|app|pages)|^express/;
    expect(lines(room('server/operations/').filter(({ to }) => forbidden.test(to)))).toEqual([]);
  });

  it('browser modules know only themselves', () => {
    const forbidden = (one: Import) => one.kind !== 'own' || !one.to.startsWith('views/client/');
    expect(lines(room('views/client/').filter(forbidden))).toEqual([]);
  });

  it('nobody imports the doors', () => {
    expect(lines(imports.filter(({ to }) => /^server\/(main|cli)\.ts$/.test(to)))).toEqual([]);
  });
});

describe('pure rooms', () => {
  const files = ['surveys', 'analysis'].flatMap((name) =>
    readdirSync(`${root}${name}`, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `${root}${name}/${path}`),
  );
  it.each(['Math.random', 'Date.now', 'new Date()', 'process.', 'console.'])('never use %s', (word) => {
    expect(files.filter((path) => readFileSync(path, 'utf8').includes(word))).toEqual([]);
  });
});

describe('words on screen', () => {
  const areas = readdirSync(`${root}views/texts/nl`);
  it.each(areas)('%s has the same keys in Dutch and English', (area) => {
    const keys = (language: string) =>
      keysOf(JSON.parse(readFileSync(`${root}views/texts/${language}/${area}`, 'utf8')));
    expect(keys('en')).toEqual(keys('nl'));
  });
});

function keysOf(words: unknown, path = ''): readonly string[] {
  if (typeof words !== 'object' || words === null) return [path];
  return Object.entries(words)
    .flatMap(([key, value]) => keysOf(value, `${path}.${key}`))
    .sort();
}
