// The command export: every kind of file from what is stored, also of earlier versions, and our own CSV brought back.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportAnswers } from '../../server/commands/export.ts';
import { importResponses } from '../../server/commands/import-responses.ts';
import type { Config } from '../../server/config.ts';
import { createContext } from '../../server/context.ts';
import { addProject, filesOf } from '../conformance/imported-case.ts';
import { runAsTyped } from '../set-up/run-command.ts';
import { newTestDatabase, type TestDatabase } from '../set-up/test-database.ts';

const files = filesOf('carpentries-longterm');
const survey = files.questionnaire.code;
let folder: string;
const databases: TestDatabase[] = [];

/** A database of its own with the project of the case and no answers yet. */
async function withProject(): Promise<Config> {
  const own = await newTestDatabase();
  databases.push(own);
  const dataDir = mkdtempSync(join(folder, 'data-'));
  const config = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: own.databaseUrl,
    baseUrl: null,
    trustedProxies: 0,
  };
  const ctx = await createContext(config);
  await addProject(ctx, files);
  await ctx.close();
  return config;
}

let config: Config;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nodenkaart-export-'));
  config = await withProject();
  const imported = await runAsTyped(config, importResponses, [survey, files.data, '--map', files.map]);
  expect(imported.code).toBe(0);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  for (const database of databases) await database.drop();
});

const named = (name: string) => join(folder, name);

async function exported(from: Config, name: string, ...more: readonly string[]): Promise<Buffer> {
  const outcome = await runAsTyped(from, exportAnswers, [survey, '--out', named(name), ...more]);
  expect(outcome).toMatchObject({ code: 0, told: [] });
  return readFileSync(named(name));
}

async function exportedLines(from: Config): Promise<readonly string[]> {
  const name = `lines-${Math.random()}.jsonl`;
  return (await exported(from, name)).toString().split('\n').filter(Boolean);
}

describe('export', () => {
  it('writes a CSV that comes back into an empty project as the same answers', async () => {
    const first = await exported(config, 'one.csv', '--separator', 'semicolon');
    await exported(config, 'one.json', '--separator', 'semicolon');
    expect(first.toString().split('\r\n')).toHaveLength(476 + 2);
    const other = await withProject();
    const args = [survey, named('one.csv'), '--map', named('one.json')];
    expect(await runAsTyped(other, importResponses, args)).toMatchObject({ code: 0, told: [] });
    expect((await exported(other, 'two.csv', '--separator', 'semicolon')).equals(first)).toBe(true);
  });

  it.each([
    ['jsonl', []],
    ['csv', ['--as', 'long', '--separator', 'semicolon']],
    ['csv', ['--as', 'long']],
  ] as const)(
    'writes .%s %j that comes back into an empty project as the same answers',
    async (ending, how) => {
      const first = named(`whole.${ending}`);
      await exported(config, `whole.${ending}`, ...how);
      const other = await withProject();
      expect(await runAsTyped(other, importResponses, [survey, first])).toMatchObject({ code: 0, told: [] });
      expect((await exported(other, `back.${ending}`, ...how)).equals(readFileSync(first))).toBe(true);
      // The same file once more would count everybody twice.
      expect((await runAsTyped(other, importResponses, [survey, first])).code).toBe(1);
      for (const name of ['whole', 'back']) rmSync(named(`${name}.${ending}`));
    },
  );

  it('is refused as another form of answers that came in before, also in another order', async () => {
    await exported(config, 'same.jsonl');
    await exported(config, 'same.csv', '--as', 'long');
    const other = await withProject();
    expect((await runAsTyped(other, importResponses, [survey, named('same.jsonl')])).code).toBe(0);
    const lines = readFileSync(named('same.jsonl'), 'utf8').trimEnd().split('\n').reverse();
    writeFileSync(named('turned.jsonl'), `${lines.join('\n')}\n`);
    for (const name of ['same.csv', 'turned.jsonl']) {
      const outcome = await runAsTyped(other, importResponses, [survey, named(name)]);
      expect(outcome.code).toBe(1);
      expect(outcome.told.join(' ')).toContain('dezelfde antwoorden zijn al eens ingelezen');
    }
    expect(await exportedLines(other)).toHaveLength(476);
  });

  describe('a file of our own that is not sound', () => {
    let lines: readonly string[];
    let empty: Config;
    beforeAll(async () => {
      lines = (await exported(config, 'broken.jsonl')).toString().trimEnd().split('\n');
      empty = await withProject();
    });
    const first = () => JSON.parse(lines[1] ?? '');
    const code = () => Object.keys(first().answers)[0] ?? '';

    it.each<[string, () => string, string]>([
      ['is cut off', () => (lines[1] ?? '').slice(0, 50), 'lijn 2: hier staat geen antwoordenset'],
      ['has no answers', () => '{"day":"2026-01-01"}', 'lijn 2: hier staat geen antwoordenset'],
      [
        'has a code nobody knows',
        () => JSON.stringify({ ...first(), answers: { ...first().answers, [code()]: 'nergens' } }),
        'lijn 2',
      ],
      [
        'has a variable nobody knows',
        () => JSON.stringify({ ...first(), answers: { ...first().answers, constructor: '1' } }),
        '“constructor”',
      ],
      ['lacks a variable', () => JSON.stringify({ ...first(), answers: {}, missing: {} }), 'ontbreekt'],
      [
        'gives a reason beside an answer',
        () => JSON.stringify({ ...first(), missing: { ...first().missing, [code()]: 'skipped' } }),
        'de reden “skipped” past niet',
      ],
      ['has no day', () => JSON.stringify({ ...first(), day: 'ooit' }), 'lijn 2'],
    ])('%s: line and reason are told, and nothing comes in', async (_, broken, said) => {
      const file = named(`broken-${Math.random()}.jsonl`);
      writeFileSync(file, [lines[0], broken(), ...lines.slice(2)].join('\n'));
      const outcome = await runAsTyped(empty, importResponses, [survey, file]);
      expect(outcome.code).toBe(1);
      expect(outcome.told.join('\n').replaceAll('regel', 'lijn')).toContain(said);
      expect((await exportedLines(empty)).length).toBe(0);
    });

    it('has the lines of a response apart: line and reason are told, and nothing comes in', async () => {
      const long = (await exported(config, 'apart.csv', '--as', 'long')).toString().trimEnd().split('\r\n');
      const moved = [...long, long[1] ?? ''].join('\r\n');
      writeFileSync(named('moved.csv'), moved);
      const outcome = await runAsTyped(empty, importResponses, [survey, named('moved.csv')]);
      expect(outcome.told.join()).toContain(`${long.length + 1}`);
      expect(outcome.told.join()).toContain('antwoordenset 1 stond al eerder');
      expect((await exportedLines(empty)).length).toBe(0);
      const strange = await runAsTyped(empty, importResponses, [survey, files.data]);
      expect(strange.told.join()).toContain('Geef met --map een kolommenlijst');
    });
  });

  it.each(['jsonl', 'xlsx', 'sav', 'R', 'xml', 'json'])(
    'writes the same .%s again, byte for byte',
    async (ending) => {
      const first = await exported(config, `first.${ending}`);
      expect(first.length).toBeGreaterThan(1000);
      expect((await exported(config, `again.${ending}`, '--csv', 'first.csv')).equals(first)).toBe(true);
    },
  );

  it('has a line per answer too, as many as there are responses and variables', async () => {
    const long = (await exported(config, 'long.csv', '--as', 'long')).toString().trimEnd().split('\r\n');
    const wide = readFileSync(named('one.csv'), 'utf8').split('\r\n')[0]?.split(';') ?? [];
    expect(long[0]).toBe('\uFEFFresponse,response_day,variable,answer,missing');
    expect(long.filter((line) => /^\d+,\d{4}-\d\d-\d\d,/.test(line))).toHaveLength(476 * (wide.length - 1));
  });

  it('tells every answer as JSON: its code, and the reason where it counts as none', async () => {
    const lines = (await exported(config, 'all.jsonl')).toString().trimEnd().split('\n');
    expect(lines).toHaveLength(476);
    for (const line of lines) {
      const { answers, missing, ...rest } = JSON.parse(line);
      expect(Object.keys(rest)).toEqual(['day', 'library']);
      for (const name of Object.keys(missing)) {
        if (['skipped', 'notShown'].includes(missing[name])) expect(answers).not.toHaveProperty([name]);
        else expect(answers).toHaveProperty([name]);
      }
    }
  });

  it('writes over nothing, and says what it does not know', async () => {
    await exported(config, 'kept.csv');
    const again = await runAsTyped(config, exportAnswers, [survey, '--out', named('kept.csv')]);
    expect(again).toMatchObject({ code: 1, told: [expect.stringContaining('kept.csv')] });
    const kind = await runAsTyped(config, exportAnswers, [survey, '--out', named('answers.doc')]);
    expect(kind).toMatchObject({ code: 2, told: [expect.stringContaining('sav'), expect.anything()] });
    const unknown = await runAsTyped(config, exportAnswers, ['nergens', '--out', named('none.csv')]);
    expect(unknown).toMatchObject({ code: 1, told: [expect.stringContaining('nergens')] });
  });
});
