// The commands import-responses and import-register as typed at a terminal: what they say and their exit codes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Command, type CommandIo, runCommand } from '../../server/commands/command.ts';
import { importRegister } from '../../server/commands/import-register.ts';
import { importResponses } from '../../server/commands/import-responses.ts';
import type { Config } from '../../server/config.ts';
import { createContext } from '../../server/context.ts';
import { textsFolder } from '../../server/paths.ts';
import { loadTexts } from '../../server/texts.ts';
import { addProject, filesOf } from '../conformance/imported-case.ts';
import { newTestDatabase, type TestDatabase } from '../set-up/test-database.ts';

const files = filesOf('carpentries-longterm');
const texts = loadTexts(textsFolder);
let folder: string;
let own: TestDatabase;
let config: Config;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nodenkaart-commands-'));
  own = await newTestDatabase();
  // Each command opens the database anew, so it must be one that outlives a connection.
  const { databaseUrl } = own;
  config = { port: 0, host: '127.0.0.1', dataDir: folder, databaseUrl, baseUrl: null, trustedProxies: 0 };
  const ctx = await createContext(config);
  await addProject(ctx, files);
  await ctx.close();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await own.drop();
});

async function run(command: Command, ...args: readonly string[]) {
  const printed: string[] = [];
  const told: string[] = [];
  const io: CommandIo = {
    config: () => config,
    texts,
    language: 'nl',
    print: (line) => printed.push(line),
    tell: (line) => told.push(line),
    interactive: false,
    stopped: () => Promise.resolve(),
  };
  return { code: await runCommand(command, args, io), printed, told };
}

describe('import-responses', () => {
  it('adds the answers of a file and says how many', async () => {
    expect(await run(importResponses, 'carpentries-longterm', files.data, '--map', files.map)).toEqual({
      code: 0,
      printed: ['476 antwoorden toegevoegd aan carpentries-longterm.'],
      told: [],
    });
  });

  it('fails with a sentence when the file is wrong or the survey is not there', async () => {
    const missing = await run(importResponses, 'carpentries-longterm', 'nergens.csv', '--map', files.map);
    expect(missing).toMatchObject({
      code: 1,
      told: ['Er is niets toegevoegd: er is 1 fout.', 'nergens.csv: dit bestand is er niet.'],
    });
    const unknown = await run(importResponses, 'nergens', files.data, '--map', files.map);
    expect(unknown).toMatchObject({ code: 1, told: [expect.stringContaining('nergens')] });
  });

  it('asks for a map when the file is not one of our own', async () => {
    const { code, told } = await run(importResponses, 'carpentries-longterm', files.data);
    expect(code).toBe(1);
    expect(told.join('\n')).toContain('--map');
  });
});

describe('import-register', () => {
  it('reads a register of the day that is given', async () => {
    const file = join(folder, 'register.csv');
    writeFileSync(file, 'code;naam;provincie;grootte\nlinde;De Linde;Limburg;klein\n');
    expect(await run(importRegister, 'carpentries-longterm', file, '--date', '2024-02-29')).toEqual({
      code: 0,
      printed: ['1 bib in het register van carpentries-longterm.'],
      told: [],
    });
    expect((await run(importRegister, 'carpentries-longterm', file, '--date', '2023-02-29')).code).toBe(2);
    expect((await run(importRegister, 'carpentries-longterm', join(folder, 'x.csv'))).code).toBe(1);
  });
});
