// The ways in which people look at a page: widths, colours, letters and directions; and a window in each of them.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { visits } from './gallery-answers.ts';
import { lettersOf } from './reading.ts';
import { answerDrafts, type Gallery } from './start-gallery.ts';

export const wide = { viewport: { width: 1280, height: 900 } };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

export interface Mode {
  readonly options: BrowserContextOptions;
  /** What the window is set to before its first page. */
  readonly before?: (page: Page) => Promise<void>;
  /** What is done to each page. */
  readonly each?: (page: Page) => Promise<void>;
}

const largeLetters = (page: Page) => lettersOf(page, 32);

async function fromTheRight(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
}

export const modes: readonly (readonly [string, Mode])[] = [
  ['on a desktop', { options: wide }],
  ['on a phone', { options: phone }],
  ['on the narrowest of phones', { options: { ...phone, viewport: { width: 320, height: 640 } } }],
  ['in forced colours', { options: { ...wide, forcedColors: 'active' } }],
  ['in forced colours on a phone', { options: { ...phone, forcedColors: 'active' } }],
  ['in the dark', { options: { ...wide, colorScheme: 'dark' } }],
  ['in the dark on a phone', { options: { ...phone, colorScheme: 'dark' } }],
  ['with less movement', { options: { ...wide, reducedMotion: 'reduce' } }],
  ['with letters twice as large', { options: wide, before: largeLetters }],
  ['with letters twice as large on a phone', { options: phone, before: largeLetters }],
  ['from right to left', { options: wide, each: fromTheRight }],
  ['from right to left on a phone', { options: phone, each: fromTheRight }],
];

/** What everything is answered with: every page can then be looked at. */
export const answered = visits[0]?.stored ?? {};

/** A window in which the questionnaire was begun, and every page is answered. */
export async function openIn(browser: Browser, gallery: Gallery, { options, before }: Mode): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-BE', ...options });
  const page = await context.newPage();
  await before?.(page);
  await page.goto(`${gallery.app.address}/s/galerij`);
  await Promise.all([page.waitForURL('**/page/**'), page.click('.actions .primary')]);
  await answerDrafts(gallery, answered);
  return page;
}
