// Figures as open tables: in the workspace, from the command line and beside the published report.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Share } from '../../analysis/figure.ts';
import { rowsOfReport } from '../../analysis/tables/report-rows.ts';
import { analyse } from '../../server/commands/analyse.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { currentReport } from '../../server/operations/build-report.ts';
import { publishReport } from '../../server/operations/publish-report.ts';
import { runAsTyped } from '../set-up/run-command.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { dataOfficer, type Person } from './data-people.ts';

let app: App;
let lead: Person;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nodenkaart-figures-'));
  app = await startDemonstration();
  lead = await dataOfficer(app);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await app?.stop();
});

type Line = Readonly<Record<string, string>>;
const linesOf = (text: string) =>
  Papa.parse<Line>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
const numeric = ['count', 'base', 'estimate', 'interval_low', 'interval_high'] as const;

/** Every share in a value, however deep. */
function sharesIn(value: unknown): readonly Share[] {
  if (Array.isArray(value)) return value.flatMap(sharesIn);
  if (typeof value !== 'object' || value === null) return [];
  // Only shares have a method and say how open they are.
  if ('method' in value && 'openness' in value && 'base' in value) return [value as Share];
  return Object.values(value).flatMap(sharesIn);
}

/** Every number in a value, as CSV writes it. */
function numbersIn(value: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === 'number') found.add(String(inner));
    return inner;
  });
  return found;
}
const keyOf = (cells: readonly (string | number | null | undefined)[]) =>
  cells.map((cell) => cell ?? '').join('|');

describe.each(['team', 'public'] as const)('the figures for %s', (reader) => {
  let lines: readonly Line[];
  beforeAll(async () => {
    const file = await lead.get(`/team/ooo/data/figures/${reader}/csv`);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toContain(`ooo-${reader}-figures.csv`);
    lines = linesOf(file.text);
  });

  test('have every share of the analysis, with base, interval and why answers are missing', async () => {
    const { surveys, needs } = await analyseProject(app.ctx, 'ooo', { reader });
    const written = new Set(
      lines.map((line) =>
        keyOf([
          ...numeric.map((name) => line[name]),
          line.unit,
          line.method,
          line.openness,
          line.missing_skipped,
        ]),
      ),
    );
    const shares = sharesIn({ surveys, needs });
    expect(shares.length).toBeGreaterThan(300);
    for (const { count, base, estimate, interval, unit, method, openness, missing } of shares) {
      const own = [count, base, estimate, interval?.lower, interval?.upper];
      const key = keyOf([...own, unit, method, openness, missing?.skipped]);
      expect(written.has(key), key).toBe(true);
    }
  });

  test('have no number that this reader does not see, and mark what is withheld', async () => {
    const known = numbersIn(await analyseProject(app.ctx, 'ooo', { reader }));
    for (const line of lines)
      for (const name of numeric)
        if (/^-?[\d.]+(e-?\d+)?$/.test(line[name] ?? ''))
          expect(known.has(line[name] ?? ''), line[name]).toBe(true);
    const withheld = lines.filter(({ openness }) => openness === 'withheld');
    for (const line of withheld) {
      expect([line.count, line.estimate, line.interval_low]).toEqual(['', '', '']);
      expect(line.note).toBe('te weinig antwoorden');
    }
  });

  test('are a workbook too, with a page to read first and the same lines', async () => {
    const file = join(folder, `${reader}.xlsx`);
    await runAsTyped(app.ctx.config, analyse, ['ooo', '--as', reader, '--out', file]);
    const files = unzipSync(readFileSync(file));
    const page = await lead.get(`/team/ooo/data/figures/${reader}/xlsx`);
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('spreadsheetml'),
    ]);
    const sheet = (place: number) => strFromU8(files[`xl/worksheets/sheet${place}.xml`] ?? new Uint8Array());
    expect(sheet(1)).toContain('Een lege cel is nooit nul');
    expect(sheet(2).match(/<row /g)).toHaveLength(lines.length + 1);
    expect(sheet(2)).not.toContain('<f>');
  });
});

test('the public figures are withheld more than those of the team, and no other reader has an address', async () => {
  for (const reader of ['operator', 'library', 'constructor'])
    expect((await lead.get(`/team/ooo/data/figures/${reader}/csv`)).status).toBe(404);
  expect((await lead.get('/team/ooo/data/figures/team/pdf')).status).toBe(404);
  const stranger = await app.visitor().get('/team/ooo/data/figures/public/csv');
  expect(stranger.location).toContain('/team/sign-in');
  expect((await lead.get('/team/ooo/data')).text).toContain('/team/ooo/data/figures/public/xlsx');
});

describe('the published report', () => {
  test('gives the figures it shows to everybody, the same bytes every time', async () => {
    const { version } = await publishReport(app.ctx, 'ooo');
    const address = `/r/ooo/${version}`;
    const page = await app.visitor().get(`${address}?lang=nl`);
    expect(page.text).toContain(`${address}/figures.csv?lang`);
    const file = await app.visitor().get(`${address}/figures.csv?lang=nl`);
    expect(file.status).toBe(200);
    expect((await app.visitor().get(`${address}/figures.csv?lang=nl`)).text).toBe(file.text);
    const known = numbersIn(await currentReport(app.ctx, 'ooo'));
    const lines = linesOf(file.text);
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines)
      for (const name of numeric)
        if (/^-?[\d.]+(e-?\d+)?$/.test(line[name] ?? ''))
          expect(known.has(line[name] ?? ''), line[name]).toBe(true);
    const french = linesOf((await app.visitor().get(`${address}/figures.csv?lang=fr`)).text);
    expect(french.map(({ estimate }) => estimate)).toEqual(lines.map(({ estimate }) => estimate));
    expect((await app.visitor().get('/r/ooo/99/figures.csv')).status).toBe(404);
  });

  test('gives no figure of a block that was left out', async () => {
    const report = await currentReport(app.ctx, 'ooo');
    const blocks = (report.blocks ?? []).map((block) =>
      block.kind === 'table' && block.of === 'services' ? { ...block, hidden: true } : block,
    );
    const parts = (model: typeof report) => new Set(rowsOfReport(model).map(({ part }) => part));
    expect(parts(report)).toContain('service');
    expect(parts({ ...report, blocks })).not.toContain('service');
    expect(parts({ ...report, blocks })).toContain('need');
  });
});

test('the command writes them as the reader it is asked for, and over nothing', async () => {
  const file = join(folder, 'figures.csv');
  const args = ['ooo', '--as', 'public', '--out', file];
  const done = await runAsTyped(app.ctx.config, analyse, args);
  expect(done).toEqual({ code: 0, printed: [`De cijfers staan in ${file}.`], told: [] });
  const page = await lead.get('/team/ooo/data/figures/public/csv');
  expect(linesOf(readFileSync(file, 'utf8'))).toEqual(linesOf(page.text));
  expect((await runAsTyped(app.ctx.config, analyse, args)).told.join()).toContain(file);
  expect((await runAsTyped(app.ctx.config, analyse, ['ooo', '--out', `${file}.pdf`])).code).toBe(2);
});

test('the codebook has every code in every language, who was asked, and which codes are no answer', async () => {
  const lines = linesOf((await lead.get('/team/ooo/data/files/ooo/codebook')).text);
  const heads = Object.keys(lines[0] ?? {});
  expect(heads).toEqual(
    expect.arrayContaining(['asked_if', 'label_nl', 'label_en', 'code', 'code_label_en', 'missing']),
  );
  expect(lines.some(({ asked_if }) => asked_if !== '')).toBe(true);
  expect(lines.some(({ missing }) => missing === 'notApplicable')).toBe(true);
  const { questions } = JSON.parse((await lead.get('/team/ooo/data/files/ooo/codebook-json')).text);
  const named = questions.flatMap(({ variables }: { variables: readonly { name: string }[] }) =>
    variables.map(({ name }) => name),
  );
  expect(named).toEqual([...new Set(lines.map(({ variable }) => variable))]);
});
