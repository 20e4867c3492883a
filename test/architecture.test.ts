// The house keeps its shape: which room may import which, what pure rooms may not touch, and words in every language.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';
import { textsFolder } from '../server/paths.ts';
import { loadTexts, readMessage } from '../server/texts.ts';

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

  it('surveys knows nothing but its schema library and papaparse, and its files a zip', () => {
    const packages = (from: string) => [
      'zod',
      'papaparse',
      ...(from.startsWith('surveys/formats/') ? ['fflate'] : []),
    ];
    const allowed = (one: Import) =>
      one.kind === 'own' ? one.to.startsWith('surveys/') : packages(one.from).includes(one.to);
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

  it('operations and what is drawn of a report know no HTTP', () => {
    const forbidden = /^server\/(http|app|pages)|^express/;
    const inner = [...room('server/operations/'), ...room('server/report/')];
    expect(lines(inner.filter(({ to }) => forbidden.test(to)))).toEqual([]);
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

describe('pages', () => {
  const views = new URL('../views/', import.meta.url).pathname;
  const pages = readdirSync(views, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.hbs'),
  );

  it('name only partials that are there', () => {
    const named = pages.flatMap((path) =>
      [...readFileSync(`${views}${path}`, 'utf8').matchAll(/\{\{#?>\s*([a-z0-9/-]+)/g)].map(
        ([, partial]) => `partials/${partial}.hbs`,
      ),
    );
    expect([...new Set(named)].filter((partial) => !pages.includes(partial))).toEqual([]);
  });
});

describe('words on screen', () => {
  const texts = loadTexts(textsFolder);
  const [dutch = '', ...others] = texts.languages;
  const wordsOf = (language: string, area: string) =>
    wordsByKey(JSON.parse(readFileSync(`${textsFolder}/${language}/${area}`, 'utf8')));
  const areas = readdirSync(`${textsFolder}/${dutch}`);
  /** What respondents and the public read: the areas that are there in every language. */
  const forRespondents = readdirSync(`${textsFolder}/de`);
  const languagesOf = (area: string) => (forRespondents.includes(area) ? others : ['en']);
  /** What readers of reports read in French: areas that are there in part, the words a report says. */
  const forReaders = readdirSync(`${textsFolder}/fr`).filter((area) => !forRespondents.includes(area));
  const inEachLanguage = areas.flatMap((area) =>
    languagesOf(area).map((language) => [area, language] as const),
  );

  it('are in five languages for respondents, in three for reports and in two for teams', () => {
    expect(texts.languages.toSorted()).toEqual(['da', 'de', 'en', 'fr', 'nl']);
    expect(texts.workspaceLanguages).toEqual(['nl', 'en']);
    expect(texts.reportLanguages).toEqual(['nl', 'en', 'fr']);
    expect(readdirSync(`${textsFolder}/da`)).toEqual(forRespondents);
    expect(readdirSync(`${textsFolder}/fr`)).toEqual(expect.arrayContaining(forRespondents));
    expect(forRespondents).toEqual(
      expect.arrayContaining(['common.json', 'errors.json', 'public.json', 'respond.json']),
    );
  });

  it.each(inEachLanguage)('%s has the same keys in Dutch and in "%s"', (area, language) => {
    expect([...wordsOf(language, area).keys()].sort()).toEqual([...wordsOf(dutch, area).keys()].sort());
  });

  it.each(inEachLanguage)('%s is filled with the same in Dutch and in "%s"', (area, language) => {
    const here = wordsOf(language, area);
    const different = [...wordsOf(dutch, area)]
      .map(([key, message]) => [key, argumentsOf(message, dutch), argumentsOf(here.get(key) ?? '', language)])
      .filter(([, first, second]) => String(first) !== String(second));
    expect(different).toEqual([]);
  });

  it.each(forReaders)('%s has in French only what it has in Dutch, filled with the same', (area) => {
    const dutchWords = wordsOf(dutch, area);
    const wrong = [...wordsOf('fr', area)].filter(
      ([key, message]) =>
        String(argumentsOf(message, 'fr')) !== String(argumentsOf(dutchWords.get(key) ?? '{unknown}', dutch)),
    );
    expect(wrong).toEqual([]);
  });

  it.each(areas)('%s keeps to the signs of each language', (area) => {
    // A straight apostrophe would quote what follows it in a message; in French a sign never begins a line.
    const wrong = [dutch, ...languagesOf(area), ...(forReaders.includes(area) ? ['fr'] : [])].flatMap(
      (language) =>
        // How a number is written is no word of anybody.
        [...wordsOf(language, area).values()]
          .map((message) => message.replaceAll(/, number, ::[^}]*/g, ''))
          .filter((message) =>
            (language === 'fr' ? /['"]| [:;?!»]|[^\u00a0\u202f:][:;?!»](?!\w)|«(?!\u00a0)/ : /['"]/).test(
              message,
            ),
          ),
    );
    expect(wrong).toEqual([]);
  });

  it('on the pages of respondents and the public are there in every language', () => {
    const pages =
      /^(pages\/(respond|error|public\/(home|privacy|accessibility))|partials\/(respond|questions|languages)|layouts\/(respond|report|plain))/;
    const templates = readdirSync(`${root}views`, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.hbs') && pages.test(path))
      .map((path) => readFileSync(`${root}views/${path}`, 'utf8'));
    const handlers = ['respond', 'public/top.ts', 'error-pages.ts'].flatMap((name) =>
      sourcesUnder(`${root}server/http/${name}`),
    );
    const keys = [...templates, ...handlers].flatMap((source) =>
      [
        ...source.matchAll(/[{(]t "([\w.]+)"/g),
        ...source.matchAll(/'(\w+(?:\.\w+)+)(?<!\.(?:js|css))'/g),
      ].map(([, key = '']) => key),
    );
    const said = [...new Set(keys)].filter((key) => areas.includes(`${key.split('.')[0]}.json`));
    expect(said.length).toBeGreaterThan(100);
    for (const language of texts.languages) {
      expect(
        said.filter((key) => !texts.has(language, key)),
        language,
      ).toEqual([]);
    }
  });
});

/** Every TypeScript file under a folder, or the file itself. */
function sourcesUnder(path: string): readonly string[] {
  if (path.endsWith('.ts')) return [readFileSync(path, 'utf8')];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`${path}/${name}`, 'utf8'));
}

function wordsByKey(words: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof words !== 'object' || words === null) return new Map([[path, String(words)]]);
  return new Map(Object.entries(words).flatMap(([key, value]) => [...wordsByKey(value, `${path}.${key}`)]));
}

type Ast = ReturnType<ReturnType<typeof readMessage>['getAst']>;

/** The names of what fills a message, in order, each once. */
function argumentsOf(message: string, language: string): readonly string[] {
  const names = new Set<string>();
  const gather = (ast: Ast) => {
    for (const part of ast) {
      if ('options' in part) for (const { value } of Object.values(part.options)) gather(value);
      // 0 is plain words and 7 the number of a plural; the rest is filled with a value of that name.
      const kind: number = part.type;
      if (kind !== 0 && 'value' in part) names.add(part.value.replace(/^printed /, ''));
    }
  };
  gather(readMessage(message, language).getAst());
  return [...names].sort();
}
