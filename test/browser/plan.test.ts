// The plan of a project in a real browser: read at three widths, by keyboard, on paper, and written without scripts.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDemonstration } from '../../server/first-start.ts';
import { guided } from '../server/guided-project.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { lostOnTheWay, unreadable } from './reading.ts';
import { faults, startWalking, type Walker } from './walker.ts';

let app: App;
let team: Walker;
let page: Page;
const plan = `/team/${guided}/plan`;
beforeAll(async () => {
  app = await startDemonstration();
  await addDemonstration(app.ctx, guided);
  team = await startWalking(app);
  await team.signIn();
  page = team.page;
}, 120_000);
afterAll(async () => {
  await team?.close();
  await app?.stop();
});

it('NYR-15, NYR-20 and NYR-34 are read at three widths, in the dark, with large letters, on paper and by keyboard', async () => {
  expect(await team.go(plan)).toBe(200);
  expect(await faults(page, [360, 768, 1280], false)).toEqual([]);
  expect(await unreadable(page)).toEqual([]);
  expect(await lostOnTheWay(page, 30)).toEqual([]);
  // What is short is told in words beside its mark.
  const short = page.getByRole('row', { name: /Werkvergaderingen 1 gehouden, 2 tot 3 gepland/ });
  expect(await short.textContent()).toContain('1 te weinig');
  expect(await page.getByText('te overwegen').isVisible()).toBe(true);
}, 120_000);

it('NYR-12 a criterion is taken back from its form, with the keyboard', async () => {
  await team.go(plan);
  const criterion = page.locator('#producten');
  expect(await criterion.textContent()).toContain('Aangetoond');
  await criterion.getByRole('link', { name: /^Aanpassen/ }).press('Enter');
  await page.waitForURL(/criteria\/producten/);
  expect(await faults(page, [360, 768, 1280])).toEqual([]);
  const ticked = page.locator('#artefacts input:checked');
  while ((await ticked.count()) > 0) await ticked.first().press('Space');
  await page.getByRole('button', { name: 'Bewaren' }).press('Enter');
  await page.waitForURL(/plan#producten/);
  expect(await criterion.textContent()).toContain('Nog niet aangetoond');
}, 120_000);

it('NYR-35 a range typed the wrong way round is told at its field, without scripts, and keeps what was typed', async () => {
  const browser = await launchBrowser();
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(await page.context().cookies());
  const bare = await context.newPage();
  await bare.goto(`${app.address}${plan}/phases/toetsen`);
  await bare.fill('[name="workshops.from"]', '3');
  await bare.fill('[name="aims.nl"]', 'Iets anders.');
  await bare.getByRole('button', { name: 'Bewaren' }).click();
  expect(await bare.locator('[name="workshops.to"]').getAttribute('aria-invalid')).toBe('true');
  expect(await bare.locator('[id="workshops.to-error"]').textContent()).toContain('minstens zo groot');
  expect(await bare.inputValue('[name="aims.nl"]')).toBe('Iets anders.');
  await bare.fill('[name="workshops.from"]', '1');
  await bare.getByRole('button', { name: 'Bewaren' }).click();
  await bare.waitForURL(/plan#toetsen/);
  expect(await bare.locator('#toetsen').textContent()).toContain('Iets anders.');
  await browser.close();
}, 120_000);

it('NYR-01 two who write the same party at once are shown both texts side by side', async () => {
  const other = await page.context().newPage();
  await team.go(`${plan}/parties/vakbond`);
  await other.goto(`${app.address}${plan}/parties/vakbond`);
  await other.fill('[name="name.nl"]', 'Vakbond van de bibs');
  await other.getByRole('button', { name: 'Bewaren' }).click();
  await other.waitForURL(/plan#vakbond/);
  await page.fill('[name="name.nl"]', 'Vakbond openbare diensten');
  await page.getByRole('button', { name: 'Bewaren' }).press('Enter');
  const both = page.getByRole('row', { name: /Naam, Nederlands/ });
  await both.waitFor();
  expect(await both.textContent()).toMatch(/Vakbond van de bibs.*Vakbond openbare diensten/);
  expect(await faults(page, [360, 768, 1280])).toEqual([]);
  await page.getByRole('button', { name: 'Bewaren' }).press('Enter');
  await page.waitForURL(/plan#vakbond/);
  expect(await page.locator('#vakbond').textContent()).toContain('Vakbond openbare diensten');
  expect(team.problems).toEqual([]);
  await other.close();
}, 120_000);
