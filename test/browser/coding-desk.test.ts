// Coding open answers in a real browser: with the keyboard alone, without scripts, and sound at every width.
import type { Browser, Cookie } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { remarksOf } from '../../server/db/remarks.ts';
import { startCodingProject } from '../server/coding-project.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { wrongWith } from './looking.ts';

const root = '/team/echt/coding';
let app: App;
let team: Visitor;
let browser: Browser;
beforeAll(async () => {
  const said = ['Wise hapert elke week', 'De servicedesk is vriendelijk', 'Meer tijd om te leren', 'nee'];
  ({ app, team } = await startCodingProject(said.map((D2) => ({ D2, D4: 'ja' }))));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const remarks = () => remarksOf(app.ctx.db.kysely, 'ooo');
const cookies = (): Cookie[] =>
  [...team.cookies].map(([name, value]) => ({
    name,
    value,
    domain: new URL(app.address).hostname,
    path: '/team',
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: 'Lax',
  }));
async function open(options: Parameters<Browser['newContext']>[0], path: string) {
  const context = await browser.newContext(options);
  await context.addCookies(cookies());
  const page = await context.newPage();
  await page.goto(app.address + path);
  return page;
}

it('codes one answer after another with the keyboard alone', async () => {
  const page = await open({}, `${root}/q/D2`);
  await page.getByRole('link', { name: 'Codeer', exact: true }).press('Enter');
  await page.waitForURL(/\/q\/D2\/[^/]+$/);
  const first = page.url();
  const focused = () => page.evaluate(() => document.activeElement?.id);
  await expect.poll(focused).toBe('find');
  // A beginning and Enter choose a code, a sign the direction, Enter on nothing saves.
  await page.keyboard.type('algem');
  await page.keyboard.press('Enter');
  expect(await page.getByLabel('Algemeen').isChecked()).toBe(true);
  await page.keyboard.type('geen th');
  expect(await page.getByLabel('Vindbaarheid').isVisible()).toBe(false);
  await page.keyboard.press('1');
  expect(await page.getByLabel('Geen thema').isChecked()).toBe(true);
  await page.keyboard.press('-');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== first);
  await expect.poll(async () => (await remarks()).length).toBe(1);
  expect((await remarks())[0]).toMatchObject({
    services: ['algemeen'],
    themes: ['geen'],
    valence: 'criticism',
  });
  // The codes given just now have keys of their own; the direction stays.
  await expect.poll(focused).toBe('find');
  expect(await page.getByLabel('Kritiek').isChecked()).toBe(true);
  expect(await page.locator('.desk-key:not(:empty)').count()).toBeGreaterThanOrEqual(2);
  const second = page.url();
  await page.keyboard.press('0');
  await page.waitForURL((url) => url.href !== second);
  expect((await team.get(root)).text).toContain('Nog 2 van de 4 open antwoorden te coderen');
  await page.context().close();
}, 90_000);

it('codes without scripts, and keeps what was ticked where something is missing', async () => {
  const page = await open({ javaScriptEnabled: false }, `${root}/q/D2`);
  await page.getByRole('link', { name: 'Codeer', exact: true }).click();
  expect(await page.locator('[data-find]').isVisible()).toBe(false);
  await page.getByLabel('Opleiding', { exact: true }).check();
  await page.getByLabel('Kritiek').check();
  await page.getByRole('button', { name: 'Bewaren en volgende' }).last().click();
  expect(await page.textContent('.error-summary')).toContain('Kies minstens één thema.');
  expect(await page.getByLabel('Opleiding', { exact: true }).isChecked()).toBe(true);
  await page.getByLabel('Verplaatsing').check();
  await page.getByRole('button', { name: 'Bewaren en volgende' }).last().click();
  expect((await remarks()).length).toBe(2);
  await page.context().close();
}, 90_000);

it('is sound at every width', async () => {
  const list = (await team.get(`${root}/q/D2?state=coded`)).text;
  const coded = [...list.matchAll(/href="(\/team\/echt\/coding\/q\/D2\/[^"]+)"/g)].at(-1)?.[1] ?? '';
  const quote = /href="([^"]*\/quote\/[^"]+)"/.exec((await team.get(coded)).text)?.[1] ?? '';
  expect(quote).not.toBe('');
  const paths = [root, `${root}/q/D2?state=all`, coded, `${coded}?more`, quote];
  const more = [`${root}/quotes`, `${root}/codebook`, `${root}/codebook/themes/tijd`];
  for (const width of [360, 768, 1280]) {
    const page = await open({ viewport: { width, height: 800 } }, root);
    for (const path of [...paths, ...more]) {
      await page.goto(app.address + path);
      expect([path, width, await wrongWith(page)]).toEqual([path, width, []]);
    }
    await page.context().close();
  }
}, 180_000);
