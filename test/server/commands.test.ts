// The commands as typed: what they print, what they say when something is wrong, and their exit codes.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../server/commands/index.ts';
import type { Config } from '../../server/config.ts';
import { templatesFolder } from '../../server/paths.ts';
import { runAsTyped } from '../set-up/run-command.ts';
import { newTestDatabase, type TestDatabase } from '../set-up/test-database.ts';

let folder: string;
let own: TestDatabase;
let config: Config;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nodenkaart-commands-'));
  own = await newTestDatabase();
  const { databaseUrl } = own;
  config = {
    port: 0,
    host: '127.0.0.1',
    dataDir: join(folder, 'data'),
    databaseUrl,
    baseUrl: null,
    trustedProxies: 0,
  };
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await own.drop();
});

async function run(name: string, ...args: readonly string[]) {
  const command = commands.find((known) => known.name === name);
  if (!command) throw new Error(`no command ${name}`);
  return runAsTyped(config, command, args);
}

describe('every command', () => {
  it.each(commands.map(({ name }) => name))('%s tells how it is used', async (name) => {
    const { code, printed } = await run(name, '--help');
    expect(code).toBe(0);
    expect(printed.join('\n')).toContain(`nodenkaart ${name}`);
  });

  it.each(commands.map(({ name }) => name))('%s refuses an option it does not know', async (name) => {
    const { code, told, printed } = await run(name, '--nergens');
    expect([code, printed]).toEqual([2, []]);
    expect(told[0]).toBe('De optie --nergens is er niet.');
  });

  it('says so when an option lacks its value, or has one too many', async () => {
    expect((await run('create', 'proef', '--from')).told[0]).toBe('Na --from ontbreekt de waarde.');
    expect((await run('analyse', 'ooo', '--json=ja')).told[0]).toBe('Bij --json hoort geen waarde.');
  });
});

describe('create', () => {
  it('makes a project from a folder', async () => {
    const { code, printed } = await run('create', 'proef', '--from', join(templatesFolder, 'ooo'));
    expect(code).toBe(0);
    expect(printed[0]).toBe('Het project proef is gemaakt.');
    expect(printed[1]).toContain('/s/ooo');
  });

  it('makes nothing when the project or its questionnaire is there already', async () => {
    const from = ['--from', join(templatesFolder, 'ooo')];
    expect(await run('create', 'proef', ...from)).toMatchObject({
      code: 1,
      told: ['Er is al een project met de naam “proef”. Kies een andere naam.'],
    });
    const other = await run('create', 'proef2', ...from);
    expect(other.code).toBe(1);
    expect(other.told.join('')).toContain('“ooo”');
    expect((await run('analyse', 'proef2')).code).toBe(1);
  });

  it('says what is wrong with a definition, with file and place', async () => {
    const broken = (questionnaire: string) => {
      const place = mkdtempSync(join(folder, 'broken-'));
      writeFileSync(join(place, 'questionnaire.json'), questionnaire);
      return run('create', 'kapot', '--from', place);
    };
    const source = readFileSync(join(templatesFolder, 'ooo', 'questionnaire.json'), 'utf8');
    const cut = await broken(source.slice(0, 2000));
    expect(cut.code).toBe(1);
    expect(cut.told.join('')).toMatch(/questionnaire\.json, regel \d+/);

    const wrongType = await broken(source.replace('"type": "consent"', '"type": "toestemming"'));
    expect(wrongType.code).toBe(1);
    expect(wrongType.told.join('')).toContain('pages[0].questions[0].type');

    const unknownName = await broken(source.replaceAll(/"list": "[a-z_]+"/g, '"list": "nergens"'));
    expect(unknownName.code).toBe(1);
    expect(unknownName.told.join('')).toContain('nergens');
  });

  it('says everything that is wrong in every file, in Dutch or English alone', async () => {
    const place = mkdtempSync(join(folder, 'broken-'));
    const write = (file: string, content: unknown) =>
      writeFileSync(join(place, file), JSON.stringify(content));
    write('questionnaire.json', { format: 'nodenkaart/questionnaire/1', code: 'een code', languages: [] });
    write('needs.json', { format: 'nodenkaart/needs/1', needs: [{ code: 'N1', label: 'Nood', soort: 1 }] });
    write('report.json', 3);
    const lines = (await run('create', 'kapot', '--from', place)).told.join('\n');
    for (const words of [
      /questionnaire\.json: bij “code”: Een code heeft 1 tot 40 letters, cijfers, _ of -\./,
      /questionnaire\.json: bij “languages”: Te klein/,
      /questionnaire\.json: bij “welcome”: Ongeldige invoer/,
      /needs\.json: bij “needs\[0\]\.label”: Ongeldige invoer/,
      /needs\.json: bij “needs\[0\]”: Onbekende key: "soort"/,
      /report\.json: Ongeldige invoer/,
    ])
      expect(lines).toMatch(words);
    expect(lines).not.toMatch(/Invalid|expected|Unrecognized/);
  });

  it('tells the first twenty of many problems and counts the rest', async () => {
    const place = mkdtempSync(join(folder, 'broken-'));
    const source = readFileSync(join(templatesFolder, 'ooo', 'questionnaire.json'), 'utf8');
    writeFileSync(join(place, 'questionnaire.json'), source.replaceAll('"label"', '"naam"'));
    const { told } = await run('create', 'kapot', '--from', place);
    expect(told).toHaveLength(21);
    expect(told[20]).toMatch(/^… en nog \d+ fouten\.$/);
  });

  it('wants a folder that is there and a name that fits an address', async () => {
    expect((await run('create', 'proef3', '--from', join(folder, 'nergens'))).code).toBe(1);
    expect((await run('create', 'Proef 3', '--from', folder)).code).toBe(2);
    expect((await run('create', 'proef3')).code).toBe(2);
    expect((await run('create')).code).toBe(2);
    expect((await run('create', 'proef3', 'extra', '--from', folder)).code).toBe(2);
  });
});

describe('import-responses', () => {
  it('knows no survey of a name nobody gave', async () => {
    const { code, told } = await run('import-responses', 'nope', 'data.csv', '--map', 'map.json');
    expect([code, told]).toEqual([1, ['Er is geen vragenlijst met de code “nope” in deze databank.']]);
  });
});

describe('analyse and report', () => {
  it('know a project, and a survey by its own code', async () => {
    const { code, printed } = await run('analyse', 'proef', '--json');
    expect(code).toBe(0);
    const analysis = JSON.parse(printed.join('\n'));
    expect(analysis.project).toBe('proef');
    expect(analysis.surveys).toHaveLength(2);
    const one = JSON.parse((await run('analyse', 'ooo-collega', '--json')).printed.join('\n'));
    expect(one.surveys.map(({ survey }: { survey: string }) => survey)).toEqual(['ooo-collega']);
  });

  it('write a report that says it is a draft: no version and no fingerprint as if it were published', async () => {
    const file = join(folder, 'draft.html');
    expect((await run('report', 'proef', '--out', file)).code).toBe(0);
    const html = readFileSync(file, 'utf8');
    expect(html).toMatch(/Concept van [^<]+: nog niet gepubliceerd/);
    expect(html).toContain('(concept)</title>');
    expect(html).not.toMatch(/Versie \d|Vingerafdruk/);
    const english = join(folder, 'draft-en.html');
    await run('report', 'proef', '--out', english, '--lang', 'en');
    expect(readFileSync(english, 'utf8')).toContain('not published yet');
  });

  it('say which readers and languages there are', async () => {
    const reader = await run('analyse', 'proef', '--as', 'koning');
    expect([reader.code, reader.told[0]]).toEqual([2, expect.stringContaining('operator, team')]);
    const language = await run('report', 'proef', '--out', join(folder, 'r.html'), '--lang', 'xx');
    expect([language.code, language.told[0]]).toEqual([2, expect.stringContaining('nl, en')]);
  });

  it('fail with a sentence for a project that is not there, or a file that cannot be written', async () => {
    expect(await run('analyse', 'nergens')).toMatchObject({
      code: 1,
      told: [expect.stringContaining('“nergens”')],
    });
    expect((await run('report', 'nergens', '--out', join(folder, 'r.html'))).code).toBe(1);
  });
});

describe('backup', () => {
  it('copies SQLite to a new file, and points to pg_dump for PostgreSQL', async () => {
    const file = join(folder, 'copy.sqlite');
    const first = await run('backup', file);
    if (config.databaseUrl !== null) {
      expect(first).toMatchObject({ code: 1, told: [expect.stringContaining('pg_dump')] });
      return;
    }
    expect(first).toMatchObject({ code: 0, printed: [`De reservekopie staat in ${file}.`] });
    const size = readFileSync(file).length;
    expect(await run('backup', file)).toMatchObject({
      code: 1,
      told: [expect.stringContaining('wordt niet overschreven')],
    });
    expect(readFileSync(file)).toHaveLength(size);
  });
});

describe('a mistyped DATA_DIR', () => {
  it.each([
    ['analyse', ['proef']],
    ['report', ['proef', '--out', 'rapport.html']],
    ['backup', ['kopie.sqlite']],
    ['import-register', ['proef', 'register.csv']],
    ['import-responses', ['ooo', 'data.csv', '--map', 'map.json']],
  ])('is told by %s, which makes no new database', async (name, args) => {
    const command = commands.find((known) => known.name === name);
    if (!command) throw new Error(`no command ${name}`);
    const dataDir = join(folder, 'datta');
    const { code, told } = await runAsTyped(
      { ...config, databaseUrl: null, trustedProxies: 0, dataDir },
      command,
      args,
    );
    expect([code, told]).toEqual([
      1,
      [`Er is nog geen databank in “${join(dataDir, 'nodenkaart.sqlite')}”.`],
    ]);
    expect(existsSync(dataDir)).toBe(false);
  });
});
