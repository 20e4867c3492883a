// After sending, in a real browser and without JavaScript: offering to be contacted, withdrawing, and the team closing
// the survey. Axe on every page, on a wide screen and a narrow one.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { contactOffersOf } from '../../server/db/contact-offers.ts';
import { countResponses } from '../../server/db/responses.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { account, setUpPath, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  app = await startDemonstration();
  browser = await launchBrowser();
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const wide = { width: 1280, height: 900 };
const narrow = { width: 360, height: 740 };

/** Axe needs scripts to run; the pages themselves are then the same. */
async function open(path: string, javaScriptEnabled: boolean, viewport = wide): Promise<Page> {
  context = await browser.newContext({ viewport, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(app.address + path);
  return page;
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(tooWide, page.url()).toBe(false);
}

/** Sends the page on, and waits for what comes: a script saves first. */
async function forward(page: Page): Promise<void> {
  const arrived = page.waitForEvent('load');
  await page.click('.actions .primary');
  await arrived;
}
const check = (page: Page, name: string, value: string) =>
  page.locator('label', { has: page.locator(`input[name="${name}"][value="${value}"]`) }).click();

async function answer(page: Page): Promise<void> {
  await forward(page);
  await check(page, 'consent', 'yes');
  await page.selectOption('select[name="A1"]', 'decline', { force: true });
  await check(page, 'A3', 'lt1');
  await forward(page);
  await page.waitForURL('**/page/diensten');
  await forward(page);
  await check(page, 'C1.leerplatform', '2');
  await check(page, 'C1.servicedesk', '4');
  for (let part = 0; part < 3; part += 1) await forward(page);
  await page.waitForURL('**/thanks');
}

test.each([
  ['without JavaScript', false, wide],
  ['with JavaScript and axe on a wide screen', true, wide],
  ['with JavaScript and axe on a narrow screen', true, narrow],
])('who has sent can offer to talk, and withdraw, %s', async (_how, scripts, viewport) => {
  const look = scripts ? expectClean : async () => {};
  const count = () => countResponses(app.ctx.db.kysely, 'ooo');
  const before = await count();
  const page = await open('/s/ooo', scripts, viewport);
  await answer(page);
  expect(await count()).toBe(before + 1);
  await look(page);

  await page.click('a[href="/s/ooo/contact"]');
  await look(page);
  await check(page, 'motives.neus', '1');
  await page.fill('#email', 'geen adres');
  await forward(page);
  expect(await page.locator('.error-summary li').count()).toBe(2);
  expect(await page.inputValue('#email')).toBe('geen adres');
  await look(page);
  await check(page, 'interests.interview', '1');
  await page.fill('#email', `an${viewport.width}${scripts}@bib.example`);
  await forward(page);
  await page.waitForURL('**/contact/thanks');
  await look(page);
  const offers = await contactOffersOf(app.ctx.db.kysely, 'ooo');
  expect(offers.map(({ email }) => email)).toContain(`an${viewport.width}${scripts}@bib.example`);

  await page.goto(`${app.address}/s/ooo/thanks`);
  await page.click('a[href="/s/ooo/sent"]');
  await look(page);
  await page.click('a[href="/s/ooo/withdraw"]');
  await look(page);
  await forward(page);
  await page.waitForURL('**/withdrawn');
  await look(page);
  expect(await count()).toBe(before);
});

test('the team reads the offers, and closes a survey after reading what that does', async () => {
  const page = await open(setUpPath, true);
  await page.fill('#email', account.email);
  await page.fill('#password', account.password);
  await page.click('main button[type="submit"]');
  await page.waitForURL('**/team');
  await page.goto(`${app.address}/team/ooo/records`);
  await page.locator('#contact summary').first().click();
  await expectClean(page);
  await page.goto(`${app.address}/team/ooo/fieldwork`);
  await expectClean(page);
  await page.click('a[href="/team/ooo/surveys/ooo/close"]');
  await expectClean(page);
  await page.setViewportSize(narrow);
  await expectClean(page);
  await page.click('.close-form .primary');
  await page.waitForURL('**/fieldwork');
  expect(await page.locator('.station.here').textContent()).toContain('gesloten');
  await expectClean(page);
});
