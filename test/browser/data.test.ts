// Data that leave, in a real browser: asking, the data officer's word and the file; sound on a phone, a tablet and a desktop.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { lostOnTheWay, unreadable } from './reading.ts';
import { faults, startWalking, type Walker } from './walker.ts';

let app: App;
let team: Walker;
const widths = [360, 768, 1280] as const;
beforeAll(async () => {
  app = await startDemonstration();
  team = await startWalking(app);
  await team.signIn();
});
afterAll(async () => {
  await team?.close();
  await app?.stop();
});

it('leads from what is open to a request, its approval and the file', async () => {
  const { page } = team;
  await team.go('/team/ooo/data');
  expect(await faults(page, [...widths])).toEqual([]);
  expect(await unreadable(page)).toEqual([]);
  expect(await lostOnTheWay(page, 30)).toEqual([]);
  await page.getByRole('link', { name: 'Antwoorden aanvragen' }).first().click();
  await page.waitForURL(/data\/ask\//, { waitUntil: 'load' });
  expect(await faults(page, [...widths])).toEqual([]);
  expect(await lostOnTheWay(page, 15)).toEqual([]);
  // What is wrong is told on top, with the way to its field.
  await page.getByRole('button', { name: 'Aanvraag versturen' }).click();
  await page.getByRole('link', { name: 'Zeg waarvoor je de antwoorden nodig hebt.' }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('purpose');
  expect(await unreadable(page)).toEqual([]);
  await page.locator('#purpose').fill('Een masterproef over vorming');
  await page.locator('input[name="field.background.A3"]').press('Space');
  await page.getByRole('button', { name: 'Aanvraag versturen' }).press('Enter');
  await page.waitForURL(/requests\/\d+(#purpose)?$/, { waitUntil: 'load' });
  expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toContain(
    'Wie zou er herkenbaar zijn?',
  );
  expect(await faults(page, [...widths])).toEqual([]);
  expect(await unreadable(page)).toEqual([]);
  const known = page.locator('#known');
  if ((await known.count()) > 0) await known.press('Space');
  await page.locator('#reason').fill('Het doel is duidelijk');
  await page.getByRole('button', { name: 'Goedkeuren' }).press('Enter');
  await page.getByRole('button', { name: 'Bestand ophalen' }).waitFor();
  expect(await faults(page, [...widths])).toEqual([]);
  const fetching = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bestand ophalen' }).press('Enter');
  const download = await fetching;
  expect(download.suggestedFilename()).toMatch(/^ooo-\d+\.csv$/);
  const head = (await readFile(await download.path(), 'utf8')).split('\r\n')[0] ?? '';
  expect(head).toContain('response_day;');
  await team.go('/team/ooo/data');
  expect(await page.locator('.log-list').last().textContent()).toContain('Opgehaald voor aanvraag');
}, 180_000);

it('met no error on the way', () => {
  expect(team.problems).toEqual([]);
});
