// Every kind of question with every setting, answered with a mouse, a finger, the keyboard alone and without scripts:
// what is stored is the same, and what was meant.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../set-up/find-browser.ts';
import { type Visit, visits } from './gallery-answers.ts';
import { type Hands, withFinger, withKeyboard, withMouse, withoutScripts } from './gallery-hands.ts';
import { openIn } from './gallery-modes.ts';
import { type Gallery, lastStored, type Stored, startGallery } from './start-gallery.ts';

let gallery: Gallery;
let browser: Browser;
beforeAll(async () => {
  gallery = await startGallery();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await gallery?.app.stop();
});

const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const ways: readonly (readonly [string, BrowserContextOptions, (page: Page) => Hands])[] = [
  ['with a mouse', { viewport: wide }, withMouse],
  ['with a finger on a phone', { viewport: phone, hasTouch: true, isMobile: true }, withFinger],
  ['with the keyboard alone', { viewport: wide }, withKeyboard],
  ['without scripts', { viewport: wide, javaScriptEnabled: false }, withoutScripts],
];

/** Goes through the questionnaire as this visit means to, and sends it. Gives what is stored of it. */
async function answer(visit: Visit, options: BrowserContextOptions, hands: (page: Page) => Hands) {
  const context = await browser.newContext({ locale: 'nl-BE', ...options });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const you = hands(page);
    await page.goto(`${gallery.app.address}/s/galerij`);
    await send(you);
    for (const { code, sees = [], misses = [], askedOnceMore, answer } of visit.pages) {
      expect(page.url()).toContain(`/page/${code}`);
      const words = await page.locator('main').innerText();
      expect(sees.filter((seen) => !words.includes(seen))).toEqual([]);
      const html = await page.content();
      expect(misses.filter((missed) => html.includes(missed))).toEqual([]);
      await answer(you);
      await send(you);
      if (askedOnceMore !== undefined) {
        expect(page.url()).toContain(`/page/${code}`);
        expect(await page.locator('.error-summary li').count()).toBe(askedOnceMore);
        await send(you);
      }
      expect(await page.locator('.error-summary li').allInnerTexts(), code).toEqual([]);
    }
    expect(page.url()).toContain('/thanks');
    return await lastStored(gallery);
  } finally {
    await context.close();
  }
}

/** Presses the button and waits for the page that comes. */
async function send(you: Hands): Promise<void> {
  await Promise.all([you.page.waitForEvent('domcontentloaded'), you.send()]);
}

describe.each(visits)('$who', (visit) => {
  const answered: Stored[] = [];

  it.each(ways)('%s leaves exactly what was meant', async (_way, options, hands) => {
    const stored = await answer(visit, options, hands);
    expect(stored).toEqual(visit.stored);
    answered.push(stored);
  });

  it('leaves the same, whichever way was taken', () => {
    expect(answered).toHaveLength(ways.length);
    expect(new Set(answered.map((stored) => JSON.stringify(stored))).size).toBe(1);
  });
});

it('takes a place from another only when the row is left with it, and says so', async () => {
  const page = await openIn(browser, gallery, { options: { viewport: wide } });
  await page.goto(`${gallery.app.address}/s/galerij/page/verdelen`);
  const placeOf = (option: string) =>
    page.getByRole('radiogroup', { name: option, exact: true }).locator('input:checked').inputValue();
  const you = withKeyboard(page);
  const said = page.locator('[data-lost]');
  await you.place('Wat wil je eerst leren?', 'Mensen helpen', 2);
  expect([await placeOf('AI'), await placeOf('Zoeken'), await said.textContent()]).toEqual(['1', '2', '']);
  await page.keyboard.press('Tab');
  expect([await placeOf('AI'), await placeOf('Zoeken'), await placeOf('Mensen helpen')]).toEqual([
    '1',
    'unranked',
    '2',
  ]);
  expect(await said.textContent()).toBe('Zoeken heeft nu geen plaats meer.');
  await page.context().close();
});
