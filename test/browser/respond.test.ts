// Answering in a real browser: with and without JavaScript, with the keyboard alone, as table and as cards;
// axe on every page; nothing from other hosts, and little of it.
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { countResponses } from '../../server/db/responses.ts';
import { createDemonstration } from '../../server/operations/create-demonstration.ts';
import { templatesFolder } from '../../server/paths.ts';
import { readDemonstration, readTemplateFolder } from '../../server/template-folder.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import { type App, startApp } from '../set-up/start-app.ts';

let app: App;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  app = await startApp();
  const folder = join(templatesFolder, 'ooo');
  await createDemonstration(
    app.ctx,
    'ooo',
    await readTemplateFolder(folder),
    await readDemonstration(folder),
  );
  browser = await launchBrowser();
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const wide = { width: 1280, height: 900 };
const narrow = { width: 360, height: 740 };
const strangers: string[] = [];

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  context = await browser.newContext({ viewport: wide, ...options });
  const page = await context.newPage();
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== app.address) strangers.push(request.url());
  });
  await page.goto(`${app.address}/s/ooo`);
  return page;
}

/** Sends the page on, and waits for what comes: a script saves first. */
async function forward(page: Page): Promise<void> {
  const arrived = page.waitForEvent('load');
  await page.click('.actions .primary');
  await arrived;
}
const input = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`);
/** Ticks as a finger does: on the words or the cell around the control. */
const choose = (page: Page, name: string, value: string) =>
  page.locator('label', { has: input(page, name, value) }).click();

/** Begins and answers the first page, with the least that is needed. */
async function toServices(page: Page): Promise<void> {
  await forward(page);
  await choose(page, 'consent', 'yes');
  await choose(page, 'A3', 'lt1');
  await forward(page);
  await page.waitForURL('**/page/diensten');
}

/** From the services on to the thank-you page. */
async function toTheEnd(page: Page): Promise<void> {
  await forward(page);
  await choose(page, 'C1.leerplatform', '2');
  await choose(page, 'C1.servicedesk', '4');
  await forward(page);
  await page.fill('textarea[name="D1"]', 'Snel antwoord');
  await forward(page);
  await page.locator('.place-row label:not(.none)').first().click();
  await forward(page);
  await page.waitForURL('**/thanks');
}

const responses = () => countResponses(app.ctx.db.kysely, 'ooo');

describe('answering everything', () => {
  test.each([
    ['with JavaScript on a wide screen', wide, true],
    ['with JavaScript on a narrow screen', narrow, true],
    ['without JavaScript on a wide screen', wide, false],
    ['without JavaScript on a narrow screen', narrow, false],
  ])('works %s', async (_what, viewport, javaScriptEnabled) => {
    const before = await responses();
    const page = await open({ viewport, javaScriptEnabled });
    await toServices(page);
    await choose(page, 'B1.wise', '5');
    await choose(page, 'B2.wise', '3');
    await toTheEnd(page);
    expect(await page.locator('.receipt.large').textContent()).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await responses()).toBe(before + 1);
  });

  test('works with the keyboard alone', async () => {
    const page = await open();
    const tabTo = async (name: string) => {
      for (let step = 0; step < 120; step += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), name)) return;
      }
      throw new Error(`the keyboard never comes to ${name}`);
    };
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip-link');
    await tabTo('.primary');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/page/over_jou');
    await tabTo('[name="consent"]');
    await page.keyboard.press('Space');
    await tabTo('[name="A3"]');
    await page.keyboard.press('Space');
    await tabTo('.primary');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/page/diensten');
    await tabTo('[name="B1.wise"]');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await input(page, 'B1.wise', '2').isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('B2.wise');
    await page.keyboard.press('Space');
    expect(await input(page, 'B2.wise', '0').isChecked()).toBe(true);
    await tabTo('.primary');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/page/hulp');
  });
});

describe('the services', () => {
  test('ask how well it goes only where something is used', async () => {
    const page = await open();
    await toServices(page);
    const second = input(page, 'B2.wise', '1');
    expect(await second.isVisible()).toBe(false);
    await choose(page, 'B1.wise', '3');
    expect(await second.isVisible()).toBe(true);
    await choose(page, 'B1.wise', '0');
    expect(await second.isVisible()).toBe(false);
    expect(await page.locator('tr', { hasText: 'bibliotheeksysteem' }).textContent()).toContain(
      'Ken ik niet: hier hoef je niets te kiezen',
    );
    expect(await page.locator('[data-rows="rows"]').textContent()).toBe('1 van 13 beantwoord');
  });

  test('show both questions at once without JavaScript', async () => {
    const page = await open({ javaScriptEnabled: false });
    await toServices(page);
    expect(await input(page, 'B2.bieblo', '4').isVisible()).toBe(true);
  });

  test('fill a whole group at once, but not what was answered already', async () => {
    const page = await open();
    await toServices(page);
    await choose(page, 'B1.bibster', '2');
    await page.locator('[id="B1.group.belevingsdiensten"]').click();
    expect(await input(page, 'B1.bieblo', 'N').isChecked()).toBe(true);
    expect(await input(page, 'B1.bibster', '2').isChecked()).toBe(true);
  });

  test('are told to a screen reader with the service and the question', async () => {
    const page = await open();
    await toServices(page);
    const name = 'Wise, Hoe vaak gebruik je deze dienst?: Wekelijks';
    expect(await page.getByRole('radio', { name, exact: true }).getAttribute('id')).toBe('B1.wise:4');
  });

  test('keep their heads in sight on a wide screen', async () => {
    const page = await open();
    await toServices(page);
    await page.locator('[id="B1.bieblo:0"]').scrollIntoViewIfNeeded();
    await page.evaluate(() =>
      document.querySelector('[id="B1.cinebib:0"]')?.scrollIntoView({ block: 'center' }),
    );
    expect((await page.locator('.grid thead').boundingBox())?.y).toBe(0);
  });

  test('are cards on a narrow screen: an answered one folds, the next one opens', async () => {
    const page = await open({ viewport: narrow });
    await toServices(page);
    const card = (name: string) => page.locator('tr.row', { hasText: name });
    expect(await card('bibliotheeksysteem').getAttribute('class')).not.toContain('closed');
    await choose(page, 'B1.wise', '5');
    await choose(page, 'B2.wise', '3');
    expect(await card('bibliotheeksysteem').getAttribute('class')).toContain('closed');
    expect(await card('bibliotheeksysteem').locator('.row-line').textContent()).toBe(
      '(Bijna) dagelijks · Vlot, ik snap hoe het werkt',
    );
    expect(await input(page, 'B1.wise_analytics', '0').locator('..').isVisible()).toBe(true);
    await card('bibliotheeksysteem').getByRole('button', { name: 'Wijzig Wise' }).click();
    expect(await input(page, 'B1.wise', '5').locator('..').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('B1.wise:5');
  });
});

describe('a mistake', () => {
  test('takes the focus, leads to the field, and loses nothing', async () => {
    const page = await open();
    await toServices(page);
    for (const service of ['wise', 'fundels', 'bibster']) await choose(page, `B3.${service}`, '1');
    await page.fill('textarea[name="B4"]', 'x'.repeat(541));
    expect(await page.locator('[id="B4-counter"]').textContent()).toBe('41 tekens te veel');
    await forward(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('summary');
    expect(await page.title()).toContain('Nog niet in orde');
    expect(await page.inputValue('textarea[name="B4"]')).toHaveLength(541);
    expect(await input(page, 'B3.bibster', '1').isChecked()).toBe(true);
    await page.click('.error-summary a >> nth=1');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('B4');
  });

  test('leads into a folded card on a narrow screen', async () => {
    const page = await open({ viewport: narrow });
    await toServices(page);
    await forward(page);
    await forward(page);
    await page.click('.error-summary a >> nth=1');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('C1.servicedesk:0');
  });
});

describe('the rest of a page', () => {
  test('goes on with Enter in a field, and does not change the language', async () => {
    const page = await open();
    await forward(page);
    await choose(page, 'consent', 'yes');
    await choose(page, 'A3', 'lt1');
    await choose(page, 'A2', 'andere');
    await page.fill('[name="A2.andere.text"]', 'poetsen');
    await page.press('[name="A2.andere.text"]', 'Enter');
    await page.waitForURL('**/page/diensten');
    expect(await page.getAttribute('html', 'lang')).toBe('nl');
  });

  test.each([true, false])(
    'keeps what was typed when the language changes (JavaScript %s)',
    async (javaScriptEnabled) => {
      const page = await open({ javaScriptEnabled });
      await forward(page);
      await choose(page, 'A3', 'lt1');
      const arrived = page.waitForEvent('load');
      await page.getByRole('button', { name: 'English' }).click();
      await arrived;
      expect(await page.getAttribute('html', 'lang')).toBe('en');
      expect(await input(page, 'A3', 'lt1').isChecked()).toBe(true);
    },
  );

  test('finds a library while typing', async () => {
    const page = await open();
    await forward(page);
    const options = page.locator('[name="A1"] optgroup option');
    expect(await options.count()).toBeGreaterThan(300);
    const name = (await options.nth(5).textContent()) ?? '';
    const found = page.locator('.found input:not([value="decline"])');
    expect(await found.count()).toBe(0);
    await page.fill('#A1', name.toUpperCase());
    expect(await found.count()).toBe(1);
    await page.press('#A1', 'Enter');
    expect(await page.locator('[name="A1"] option:checked').textContent()).toBe(name);
    expect(await found.isChecked()).toBe(true);
    expect(page.url()).toContain('/page/over_jou');
  });

  test('lets a place go when another takes it', async () => {
    const page = await open();
    await toServices(page);
    await forward(page);
    await choose(page, 'C1.leerplatform', '2');
    await choose(page, 'C1.servicedesk', '4');
    await forward(page);
    await forward(page);
    const [first, second] = await page.locator('.place-row').all();
    await first?.locator('label').nth(1).click();
    await second?.locator('label').nth(1).click();
    expect(await first?.locator('input').first().isChecked()).toBe(true);
    expect(await second?.locator('input').nth(1).isChecked()).toBe(true);
  });
});

describe('every page', () => {
  const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

  test.each([
    [360, 'light'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)(
    'has nothing axe objects to at %i px in %s',
    async (width, colorScheme) => {
      const page = await open({ viewport: { width, height: 900 }, colorScheme });
      const check = async () => {
        const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
        expect(violations.map(({ id, nodes }) => `${page.url()} ${id} ${nodes[0]?.html}`)).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
      };
      await check();
      await page.goto(`${app.address}/s/ooo/notice`);
      await check();
      await page.goto(`${app.address}/s/ooo/resume`);
      await page.fill('#code', 'abc');
      await page.click('main button');
      await check();
      await page.goto(`${app.address}/s/ooo`);
      await forward(page);
      await check();
      await forward(page);
      await check();
      await choose(page, 'consent', 'yes');
      await choose(page, 'A3', 'lt1');
      await forward(page);
      await check();
      await choose(page, 'B1.wise', '3');
      await page.locator('[id="B1.group.belevingsdiensten"]').click();
      await check();
      await forward(page);
      await forward(page);
      await check();
      await choose(page, 'C1.leerplatform', '2');
      await choose(page, 'C1.servicedesk', '4');
      await forward(page);
      await check();
      await forward(page);
      await check();
      await forward(page);
      await page.waitForURL('**/thanks');
      await check();
    },
    180_000,
  );

  test('weighs less than 60 KB with everything it brings, and asks no other host', async () => {
    const page = await open();
    const weights: [string, number][] = [];
    const weigh = async () => {
      const bytes = await page.evaluate(() => {
        const entries = [
          ...performance.getEntriesByType('navigation'),
          ...performance.getEntriesByType('resource'),
        ];
        return entries.reduce(
          (sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0),
          0,
        );
      });
      weights.push([page.url(), bytes]);
    };
    await weigh();
    await forward(page);
    await weigh();
    await choose(page, 'consent', 'yes');
    await choose(page, 'A3', 'lt1');
    await forward(page);
    await weigh();
    for (const [url, bytes] of weights) expect(bytes, url).toBeLessThan(60_000);
    console.log('respondents’ pages, bytes with everything:', weights.map(([, bytes]) => bytes).join(' '));
    expect(strangers).toEqual([]);
  });
});
