// The explorer in a real browser: with mouse, with keys alone and without scripts; the address brings the view back, the
// files hold what the screen says, and nothing is in anybody's way at any width, in dark or in forced colours.
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import Papa from 'papaparse';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { repeatAnswers, startDemonstration } from '../set-up/start-demonstration.ts';
import { teamSession } from './team-session.ts';

let app: App;
let browser: Browser;
let context: BrowserContext;
let session: Awaited<ReturnType<typeof teamSession>>;
const problems: string[] = [];

beforeAll(async () => {
  app = await startDemonstration();
  await repeatAnswers(app, 10);
  browser = await launchBrowser();
  session = await teamSession(browser, app);
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function open(query: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  await context.addCookies([...session]);
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(`${query}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('400'))
      problems.push(`${query}: ${message.text()}`);
  });
  await page.goto(`${app.address}/team/ooo/explore?${query}`);
  if (options.javaScriptEnabled !== false) await drawn(page);
  return page;
}

/** Every chart on the page is drawn. */
async function drawn(page: Page): Promise<void> {
  await expect
    .poll(() => page.locator('[data-chart]:not([data-drawn])').count(), { timeout: 10_000 })
    .toBe(0);
}

/** What a view shows, as it is read. */
async function seen(page: Page) {
  return {
    title: await page.locator('#explored-title').textContent(),
    table: await page.locator('.explore-table').first().innerText(),
    picture: await page.locator('.explore-figure').first().getAttribute('id'),
  };
}

/** The address after a choice was followed. */
async function followed(page: Page, part: string): Promise<void> {
  await page.waitForURL((url) => decodeURIComponent(url.search).includes(part));
  await page.locator('#explorer:not([aria-busy])').waitFor();
  await drawn(page);
}

describe('with the mouse', () => {
  it('a question is found, crossed, limited and seen in another picture, without a page being loaded', async () => {
    const page = await open('');
    await page.evaluate('window.same = true');
    await page.getByLabel('Zoek een vraag').fill('leerplatform');
    expect(await page.locator('#explore-question option:not([hidden])').allTextContents()).toEqual([
      'Ik vind snel wat ik zoek op het leerplatform.',
    ]);
    await page.getByLabel('Vraag', { exact: true }).selectOption('C4');
    await followed(page, 'question=C4');
    await page.getByLabel('Opgesplitst volgens').selectOption('A3');
    await followed(page, 'by=A3');
    await page.getByLabel('kleurvakken').check();
    await followed(page, 'chart=shades');
    await page.getByLabel('het antwoord').check();
    await followed(page, 'percent=answer');
    await page.getByLabel('Enkel', { exact: true }).selectOption('province:Antwerpen');
    await followed(page, 'filter=province:Antwerpen');
    expect(await page.locator('.explore-about').textContent()).toContain('Provincie: Antwerpen');
    expect(await page.evaluate('window.same')).toBe(true);
    expect(await page.title()).toContain('leerplatform');
    expect(await page.getByRole('status').first().textContent()).toContain('Cijfers aangepast');
  });

  it('the way back goes view by view, and the form with it', async () => {
    const page = await open('question=C4');
    const first = await seen(page);
    await page.getByLabel('Opgesplitst volgens').selectOption('A3');
    await followed(page, 'by=A3');
    const second = await seen(page);
    expect(second).not.toEqual(first);
    await page.goBack();
    await expect.poll(() => page.locator('#explore-by').inputValue()).toBe('');
    await page.locator('#explorer:not([aria-busy])').waitFor();
    await drawn(page);
    expect(await seen(page)).toEqual(first);
    await page.goForward();
    await expect.poll(() => page.locator('#explore-by').inputValue()).toBe('A3');
    await page.locator('#explorer:not([aria-busy])').waitFor();
    await drawn(page);
    expect(await seen(page)).toEqual(second);
  });

  it('an address that was sent along shows the same', async () => {
    const page = await open('question=C4');
    await page.getByLabel('Opgesplitst volgens').selectOption('A3');
    await followed(page, 'by=A3');
    const here = await seen(page);
    const address = new URL(page.url());
    await context.close();
    const other = await open(address.search.slice(1));
    expect(await seen(other)).toEqual(here);
    expect(await other.locator('#explore-by').inputValue()).toBe('A3');
  });
});

describe('with keys alone', () => {
  it('a choice keeps the focus, and the status says what became of it', async () => {
    const page = await open('question=C4');
    await page.locator('#explore-by').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(/by=/);
    await page.locator('#explorer:not([aria-busy])').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('explore-by');
    expect(await page.locator('#explore-status').textContent()).toContain('Cijfers aangepast');
  });

  it('the whole journey: search, list, cross, picture, method, and into the report', async () => {
    const page = await open('');
    const reach = async (selector: string) => {
      for (let step = 0; step < 80; step += 1) {
        if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`no way by Tab to ${selector}`);
    };
    await reach('#explore-search');
    await page.keyboard.type('leerplatform');
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await followed(page, 'question=C4');
    await reach('#explore-by');
    await page.keyboard.type('Hoe lang');
    await followed(page, 'by=');
    await reach('input[name="chart"]');
    await page.keyboard.press('ArrowRight');
    await followed(page, 'chart=');
    await reach('.computed summary');
    await page.keyboard.press('Enter');
    expect(await page.locator('.computed[open] code').first().isVisible()).toBe(true);
    await reach('#save-note');
    await page.keyboard.type('Met de toetsen gekozen');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/report#saved$/);
    expect(await page.locator('#saved').innerText()).toContain('Met de toetsen gekozen');
  });
});

describe('without scripts', () => {
  it('the form is sent, the picture is there as shapes, and the table beside it', async () => {
    const page = await open('', { javaScriptEnabled: false });
    await page.locator('#explore-question').selectOption('C4');
    await page.locator('#explore-by').selectOption('A3');
    await page.getByRole('button', { name: 'Tonen' }).click();
    expect(page.url()).toContain('question=C4');
    expect(await page.locator('.explore-figure .plain-drawing').first().isVisible()).toBe(true);
    expect(await page.locator('.explore-table').first().isVisible()).toBe(true);
    expect(await page.locator('.chart-files a').allTextContents()).toHaveLength(2);
  });
});

describe('what is taken along', () => {
  const fetched = async (page: Page, press: () => Promise<void>) => {
    const [download] = await Promise.all([page.waitForEvent('download'), press()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };

  it('is the table as CSV, with the numbers of the screen', async () => {
    const page = await open('question=C4&by=A3');
    const { name, bytes } = await fetched(page, () =>
      page.locator('.chart-files a[download$=".csv"]').first().click(),
    );
    expect(name).toBe('C4.csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = Papa.parse<string[]>(bytes.toString('utf8').slice(1), { newline: '\r\n' }).data;
    const first = rows.findIndex(([head]) => head === 'Antwoord');
    const screen = await page.locator('.explore-table tbody tr').first().locator('td').first().innerText();
    const [percent, count] = /(\d+)% \((\d+)\)/.exec(screen)?.slice(1) ?? [];
    expect(rows[first + 1]?.slice(1, 3)).toEqual([count, percent]);
  });

  it('is the picture as SVG with real text, and as PNG of twice its size', async () => {
    const page = await open('question=C4&by=A3');
    const svg = await fetched(page, () => page.locator('.chart-files a[download$=".svg"]').first().click());
    const text = svg.bytes.toString('utf8');
    expect(svg.name).toBe('C4.svg');
    expect(text).toContain('<title>Ik vind snel wat ik zoek op het leerplatform.</title>');
    expect(text.match(/<text /g)?.length).toBeGreaterThan(10);
    const png = await fetched(page, () => page.locator('[data-png]').first().click());
    expect(png.name).toBe('C4.png');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    const width = Number(/width="(\d+)"/.exec(text)?.[1]);
    expect(png.bytes.readUInt32BE(16)).toBe(2 * width);
  });
});

describe('when something is wrong', () => {
  it('an address with a mistake says so and shows what it can', async () => {
    const page = await open('question=nergens&by=A3');
    expect(await page.getByRole('alert').textContent()).toContain('nergens');
    expect(await page.locator('#explored-title').textContent()).not.toBe('');
  });

  it('a lost connection is told, and what was chosen stays chosen', async () => {
    const page = await open('question=C4');
    await context.setOffline(true);
    await page.getByLabel('Opgesplitst volgens').selectOption('A3');
    await page.getByText('konden niet opgehaald worden').waitFor();
    expect(await page.locator('#explore-by').inputValue()).toBe('A3');
    problems.length = 0;
  });
});

const views = [
  'question=C4&by=A3',
  'question=E2&by=province',
  'question=C4&weighting=register',
  'question=B1',
  'question=nergens',
];

describe.each([360, 768, 1280])('at %i px', (width) => {
  it.each(views)('%s has no accessibility violation and runs off to no side', async (query) => {
    const page = await open(query, { viewport: { width, height: 900 } });
    await expectClean(page);
  });
});

describe.each([
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
] as const)('in %s', (_name, options) => {
  it('has no accessibility violation', async () => {
    const page = await open('question=E2&by=province', options);
    await expectClean(page);
  });
});

async function expectClean(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => {
    for (const each of all) each.setAttribute('open', '');
  });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  ).toEqual([]);
  const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await page.evaluate(sideways)).toBe(0);
}

it('no page met an error of its own', () => {
  expect(problems).toEqual([]);
});
