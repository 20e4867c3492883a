// What became of the report, in a real browser: the team says how far an action is, and readers see it on the page and in
// the feed they follow.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { lostOnTheWay, unreadable } from './reading.ts';
import { startWalking, type Walker } from './walker.ts';

let app: App;
let team: Walker;
let page: Page;
beforeAll(async () => {
  app = await startDemonstration();
  team = await startWalking(app);
  await team.signIn();
  page = team.page;
});
afterAll(async () => {
  await team?.close();
  await app?.stop();
});

it('the team says how far an action is, and hears what is missing', async () => {
  await team.go('/team/ooo/follow-up');
  expect(await unreadable(page)).toEqual([]);
  expect(await lostOnTheWay(page, 30)).toEqual([]);
  await page.getByRole('link', { name: 'De zoekfunctie van het leerplatform verbeteren' }).press('Enter');
  await page.waitForURL(/follow-up\/ACT-/);
  expect(await lostOnTheWay(page, 20)).toEqual([]);
  await page.getByLabel('gestopt').press('Space');
  await page.getByRole('button', { name: 'Bewaren' }).press('Enter');
  await page.getByRole('link', { name: 'Zeg waarom de actie gestopt is.' }).press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('reason');
  expect(await page.getByLabel('gestopt').isChecked()).toBe(true);
  expect(await unreadable(page)).toEqual([]);
  await page.keyboard.type('De leverancier bouwt eerst iets anders.');
  await page.getByRole('button', { name: 'Bewaren' }).press('Enter');
  await page.waitForURL(/follow-up(#|$)/);
  await page.getByLabel('Meer tijd om te leren').fill('Dat kan elke bib alleen zelf.');
  await page.getByRole('button', { name: /^Reden bewaren ?: Meer tijd om te leren$/ }).press('Enter');
  await expect
    .poll(() => page.getByLabel('Meer tijd om te leren').inputValue(), { timeout: 20_000 })
    .toBe('Dat kan elke bib alleen zelf.');
}, 120_000);

it('readers see it on the page, and in the feed the page offers', async () => {
  await team.go('/r/ooo/follow-up');
  const undone = page.locator('#not-done, .not-done').first();
  expect(await undone.textContent()).toContain('De leverancier bouwt eerst iets anders.');
  expect(await undone.textContent()).toContain('Dat kan elke bib alleen zelf.');
  expect(await page.locator('.change-table').textContent()).toContain('Van idee naar gestopt.');
  expect(await unreadable(page)).toEqual([]);
  expect(await lostOnTheWay(page, 20)).toEqual([]);
  // A feed reader finds it by the head of the page, somebody who looks by the link.
  const offered = await page
    .locator('link[rel="alternate"][type="application/atom+xml"]')
    .getAttribute('href');
  const link = await page.getByRole('link', { name: 'Feed (Atom)' }).first().getAttribute('href');
  expect(offered).toBe(link);
  const feed = await page.request.get(new URL(link ?? '', app.address).href);
  expect(feed.headers()['content-type']).toContain('application/atom+xml');
  // The browser's own reading of XML: what is not well-formed becomes an error of its parser.
  const titles = await page.evaluate(
    (xml) => {
      const told = new DOMParser().parseFromString(xml, 'application/xml');
      return [...told.querySelectorAll('parsererror, entry > title')].map(({ textContent }) => textContent);
    },
    await feed.text(),
  );
  expect(titles[0]).toBe('De zoekfunctie van het leerplatform verbeteren: gestopt');
}, 120_000);

it('met no error on the way', () => {
  expect(team.problems).toEqual([]);
});
