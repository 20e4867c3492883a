// The worked examples in a real browser, in every language they have: nothing for axe, nothing off to the side, and tables
// that are too wide for a phone scroll by themselves and by keys. They need no script.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roundWays } from '../../analysis/panel/ways/vote.ts';
import { workedAddress } from '../../server/http/worked-address.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import { type App, startApp } from '../set-up/start-app.ts';
import { wrongWith } from './looking.ts';

let app: App;
let browser: Browser;
beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** A page of the reader in a window of this width. */
async function visit(path: string, width: number, colorScheme: 'light' | 'dark' = 'light') {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  await page.goto(`${app.address}${path}`);
  return page;
}

test.each(roundWays)('the example of %s has nothing wrong on a phone, a tablet and a desk', async (way) => {
  const page = await visit(workedAddress(way), 1280);
  for (const [width, language] of [
    [1280, 'nl'],
    [768, 'en'],
    [360, 'fr'],
    [360, 'nl'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${app.address}${workedAddress(way)}?lang=${language}`);
    expect([width, language, ...(await wrongWith(page))]).toEqual([width, language]);
  }
  await page.context().close();
});

test('on a phone a table is a card per need: nothing of it stands off to the side, and each figure says what it is', async () => {
  const page = await visit('/worked-example', 360);
  const boxes = page.locator('.worked .table-scroll');
  expect(await boxes.count()).toBeGreaterThan(3);
  expect(
    await boxes.evaluateAll((all) => all.filter((box) => box.scrollWidth > box.clientWidth + 1).length),
  ).toBe(0);
  const said = await boxes
    .locator('td')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').content));
  expect(said.filter((words) => words === 'none' || words === '""')).toEqual([]);
  await page.context().close();
});

test('on paper the tables are whole', async () => {
  const page = await visit('/worked-example', 640);
  await page.emulateMedia({ media: 'print' });
  const cut = await page
    .locator('.worked .table-scroll')
    .evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).length);
  expect(cut).toBe(0);
  await page.context().close();
});

test('in the dark the pages stay readable', async () => {
  const page = await visit('/worked-example', 1280, 'dark');
  expect(await wrongWith(page)).toEqual([]);
  await page.context().close();
});
