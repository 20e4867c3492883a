// The cards and ballot on paper and the three piles in a real browser: readable at three widths, without violations.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { wrongWith } from './looking.ts';
import { inviteMember, openIn } from './panel-member.ts';

let app: App;
let browser: Browser;
let address: string;
beforeAll(async () => {
  app = await startDemonstration();
  browser = await launchBrowser();
  address = await inviteMember(app, 'lid-1');
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

test.each([360, 768, 1280])('paper and piles have no violation and fit %i pixels', async (width) => {
  for (const path of ['/print', '/piles']) {
    const { context, page } = await openIn(browser, `${address}${path}`, {
      viewport: { width, height: 900 },
    });
    expect([path, await wrongWith(page)]).toEqual([path, []]);
    await context.close();
  }
});

test('on paper the buttons are gone and no card is broken over two pages', async () => {
  const { context, page } = await openIn(browser, `${address}/print`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.print-actions').isVisible()).toBe(false);
  expect(await page.locator('.paper-box').count()).toBe(11);
  const breaks = await page
    .locator('.paper-card')
    .evaluateAll((cards) => cards.map((card) => getComputedStyle(card).breakInside));
  expect(new Set(breaks)).toEqual(new Set(['avoid']));
  await context.close();
});
