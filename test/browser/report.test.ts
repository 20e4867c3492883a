// The published report in a real browser: no accessibility violation, charts drawn with the figures of the analysis,
// readable without scripts, whole on paper, asking no other host.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { wholePercent } from '../../analysis/chart.ts';
import type { ReportChart } from '../../analysis/report/model.ts';
import { createAccount } from '../../server/db/accounts.ts';
import { hashPassword } from '../../server/identity/passwords.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { currentReport } from '../../server/operations/build-report.ts';
import { createDemonstration } from '../../server/operations/create-demonstration.ts';
import { templatesFolder } from '../../server/paths.ts';
import { readDemonstration, readTemplateFolder } from '../../server/template-folder.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import { type App, startApp } from '../set-up/start-app.ts';
import { lostOnTheWay, unreadable } from './reading.ts';

const password = 'een lang wachtwoord';
let app: App;
let browser: Browser;
let context: BrowserContext | undefined;
const strangers: string[] = [];
beforeAll(async () => {
  app = await startApp();
  const folder = join(templatesFolder, 'ooo');
  await createDemonstration(
    app.ctx,
    'ooo',
    await readTemplateFolder(folder),
    await readDemonstration(folder),
  );
  const account = { id: 'a1', email: 'lead@example.org' };
  await createAccount(app.ctx.db.kysely, account, await hashPassword(password), '2024-01-01T00:00:00Z');
  browser = await launchBrowser();
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== app.address) strangers.push(request.url());
  });
  await page.goto(`${app.address}${path}`, { waitUntil: 'networkidle' });
  return page;
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${app.address}/team/sign-in`);
  await page.fill('[name="email"]', 'lead@example.org');
  await page.fill('[name="password"]', password);
  await page.click('main button[type="submit"]');
}

describe('every public page', () => {
  // Looking through the long report takes most of this file's time: its English is looked at where room is least.
  const narrow = ['/r/ooo', '/r/ooo/1?lang=en', '/', '/accessibility', '/privacy'].map(
    (path) => [360, path] as const,
  );
  const wide = ['/r/ooo', '/', '/accessibility', '/privacy'].map((path) => [1280, path] as const);
  test.each([...narrow, ...wide])(
    'has no accessibility violation and no sideways scroll at %i px: %s',
    async (width, path) => {
      const page = await open(path, { viewport: { width, height: 900 } });
      await page.locator('details').evaluateAll((all) => {
        for (const each of all) each.setAttribute('open', '');
      });
      expect(await violations(page)).toEqual([]);
      const sideways = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(sideways).toBe(0);
    },
  );

  test('the report is read in the dark, with letters twice as large, on paper and by ear, and by keyboard alone', async () => {
    const page = await open('/r/ooo/1');
    expect(await unreadable(page)).toEqual([]);
    expect(await lostOnTheWay(page, 40)).toEqual([]);
  }, 180_000);

  test('the report station and its preview have none either, and publishing shows the next version', async () => {
    const page = await open('/');
    await signIn(page);
    for (const path of ['/team/ooo/report', '/team/ooo/report/preview']) {
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`${app.address}${path}`, { waitUntil: 'networkidle' });
        expect([path, width, await violations(page)]).toEqual([path, width, []]);
      }
    }
    await page.goto(`${app.address}/team/ooo/report`);
    await page.getByRole('button', { name: 'Rapport publiceren' }).click();
    await page.getByRole('heading', { level: 1, name: /Versie 2/ }).waitFor();
  });
});

describe('charts', () => {
  test('are drawn: no canvas is blank', async () => {
    const page = await open('/r/ooo');
    const figures = page.locator('figure[data-chart]');
    expect(await figures.count()).toBeGreaterThan(8);
    // The canvas speaks in the browser, where this project's server types do not reach.
    const blank =
      await page.evaluate(`[...document.querySelectorAll('figure[data-chart]')].filter((figure) => {
      const canvas = figure.querySelector('canvas');
      if (!canvas || canvas.clientWidth === 0) return true;
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const colours = new Set();
      for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 0) colours.add(data[at] << 16 | data[at + 1] << 8 | data[at + 2]);
      return colours.size < 3;
    }).map((figure) => figure.id)`);
    expect(blank).toEqual([]);
  });

  test('have tables with exactly the figures of the analysis for the public', async () => {
    const page = await open('/r/ooo/1');
    const report = await currentReport(app.ctx, 'ooo');
    const analysis = await analyseProject(app.ctx, 'ooo', { reader: 'public' });
    const results = new Map(analysis.surveys[0]?.questions.map((result) => [result.code, result]));
    const drawn = new Set<string>();
    for (const need of report.needs) {
      for (const chart of need.charts) {
        if (chart.kind !== 'question' || drawn.has(chart.code)) continue;
        drawn.add(chart.code);
        const rows = await page
          .locator(`[id^="chart-${need.code}-"] .chart-table tbody tr`)
          .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
        const figures = rows.map((cells) => cells.slice(0, 4).join('|'));
        for (const expected of figuresOf({ ...chart, result: results.get(chart.code) ?? chart.result }))
          expect(figures).toContain(expected);
      }
    }
    expect(drawn.size).toBeGreaterThan(6);
  });

  test('without scripts stand as shapes, with their tables', async () => {
    const page = await open('/r/ooo', { javaScriptEnabled: false });
    const drawings = page.locator('.plain-drawing');
    expect(await drawings.count()).toBeGreaterThan(8);
    for (const drawing of await drawings.all()) expect(await drawing.isVisible()).toBe(true);
    expect(await page.locator('.chart-frame').first().isVisible()).toBe(false);
    await page.locator('.chart-table summary').first().click();
    expect(await page.locator('.chart-table td').first().isVisible()).toBe(true);
  });
});

describe('links', () => {
  test('every link inside the report leads to a place in it, and no id is double', async () => {
    const page = await open('/r/ooo');
    const loose =
      await page.evaluate(`[...document.querySelectorAll('article a[href^="#"], .report-contents a')]
      .map((link) => link.getAttribute('href').slice(1)).filter((id) => !document.getElementById(id))`);
    expect(loose).toEqual([]);
    const double = await page.evaluate(`[...document.querySelectorAll('[id]')].map(({ id }) => id)
      .filter((id, index, all) => all.indexOf(id) !== index)`);
    expect(double).toEqual([]);
  });
});

describe('on paper', () => {
  test('is some twenty A4 pages with a chart never over a page edge', async () => {
    const page = await open('/r/ooo');
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const text = pdf.toString('latin1');
    const pages = text.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(15);
    expect(pages).toBeLessThanOrEqual(26);
    expect(text).toMatch(/MediaBox \[\s*0 0 594\.9\d* 841\.9\d*\s*\]/);
    // A4 less the margins of report.css, at 96 dots an inch.
    await page.setViewportSize({ width: 657, height: 986 });
    await page.emulateMedia({ media: 'print' });
    const cut =
      await page.evaluate(`[...document.querySelectorAll('.report-figure, .score-opened, .need-actions')].filter((block) => {
      const { width, height } = block.getBoundingClientRect();
      return height > 986 || width > 658 || getComputedStyle(block).breakInside !== 'avoid';
    }).map((block) => block.id || block.className)`);
    expect(cut).toEqual([]);
    const shown = page.locator('.plain-drawing');
    for (const drawing of await shown.all()) expect(await drawing.isVisible()).toBe(true);
    for (const hidden of ['.chart-frame', '.report-contents', '.report-bar', '.workspace-header'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false);
    expect(await page.locator('.score-opened td').first().isVisible()).toBe(true);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
  });

  test('has its name and page numbers at the foot', async () => {
    const page = await open('/r/ooo/1');
    const styles = await page.request.get(`${app.address}/r/ooo/1/foot-nl.css`);
    expect(await styles.text()).toMatch(/@bottom-left.*Nodenrapport.*counter\(page\)/);
  });
});

test('as one file it opens from disk and asks for nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nodenkaart-report-'));
  const file = join(folder, 'report.html');
  writeFileSync(file, (await app.visitor().get('/r/ooo/1/file')).text);
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`file://${file}`, { waitUntil: 'networkidle' });
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([`file://${file}`]);
  expect(await page.locator('.plain-drawing').first().isVisible()).toBe(true);
  expect(await page.evaluate('document.fonts.check(\'17px "Atkinson Hyperlegible Next"\')')).toBe(true);
  expect(await violations(page)).toEqual([]);
  rmSync(folder, { recursive: true });
});

test('no page asked another host for anything', () => {
  expect(strangers).toEqual([]);
});

/** What a table must say: the answer, its count, its base and its percent. */
function figuresOf({ result }: Extract<ReportChart, { kind: 'question' }>): readonly string[] {
  const cells = (label: string, { count, base, estimate }: Figure) =>
    count === null || estimate === null ? [] : [`${label}|${count}|${base}|${wholePercent(estimate)}%`];
  switch (result.kind) {
    case 'distributions':
      return result.distributions.flatMap(({ categories }) =>
        categories.flatMap(({ label, share }) => cells(label.nl ?? '', share)),
      );
    case 'choices':
      return result.choices.flatMap(({ label, share }) => cells(label.nl ?? '', share));
    case 'ranking':
      return result.options.flatMap(({ label, inTop }) => cells(label.nl ?? '', inTop));
    case 'numbers':
    case 'text':
      return [];
  }
}
interface Figure {
  readonly count: number | null;
  readonly base: number | null;
  readonly estimate: number | null;
}
