// Every figure of a published report opens to its question, whom it is limited to and its base, on the page itself.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let browser: Browser;
beforeAll(async () => {
  app = await startDemonstration();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Places of figures: of the first screen, of the shares, beside a need, in its score, and in a text. */
const figures =
  '.fact-figure, .share-figure, .lead-figure, .score-opened td[data-label="Aandeel"], .report-summary .text-figure, .report-text .text-figure';
/** What opens of a number that was only counted: how, and nothing else. */
const counted = ['answers', 'sources', 'actions'];

test('a figure is a link to where it comes from, with question, limits and base', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${app.address}/r/ooo/1`);
  const opened: readonly { text: string; place: string; there: boolean; names: readonly string[] }[] =
    await page.evaluate(`[...document.querySelectorAll('${figures}')].map((figure) => {
      const link = figure.closest('a') ?? figure.querySelector('a');
      const place = link?.getAttribute('href')?.slice(1) ?? '';
      const target = document.getElementById(place);
      return {
        text: figure.textContent.trim(),
        place,
        there: target !== null && target.querySelector('.origin-figure').textContent.trim().length > 0,
        names: [...(target?.querySelectorAll('dt') ?? [])].map((name) => name.textContent),
      };
    })`);
  expect(opened.length).toBeGreaterThan(60);
  expect(opened.filter(({ there }) => !there)).toEqual([]);
  const measured = opened.filter(({ place }) => !counted.some((what) => place.endsWith(`-${what}`)));
  expect(measured.length).toBeGreaterThan(55);
  expect(
    measured.filter(
      ({ names }) => !['Beperkt tot', 'Basis', 'Berekening'].every((name) => names.includes(name)),
    ),
  ).toEqual([]);
  // What nobody was asked, such as tickets, names its source in the place of a question; coverage counts the register.
  const unasked = measured.filter(({ names }) => !names.includes('Vraag') && !names.includes('Bron'));
  expect(unasked.map(({ place }) => place)).toEqual(['origin-facts-coverage']);
  expect(measured.filter(({ names }) => names.includes('Vraag')).length).toBeGreaterThan(30);
  await page.close();
});

test('a picture opens to its question and how it was worked out, and a press on a figure shows its place', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${app.address}/r/ooo/1`);
  const without = await page.evaluate(`[...document.querySelectorAll('.report-figure')].filter((figure) => {
    const names = [...figure.querySelectorAll('.origins dt')].map((name) => name.textContent);
    return !['Vraag', 'Beperkt tot', 'Berekening'].every((name) => names.includes(name));
  }).map((figure) => figure.id)`);
  expect(without).toEqual([]);
  const figure = page.locator('#need-N1 .lead-figure a');
  const place = (await figure.getAttribute('href')) ?? '';
  expect(await page.locator(`[id="${place.slice(1)}"]`).isVisible()).toBe(false);
  await figure.click();
  expect(
    await page
      .locator(`[id="${place.slice(1)}"] dd`)
      .first()
      .isVisible(),
  ).toBe(true);
  await page.close();
});
