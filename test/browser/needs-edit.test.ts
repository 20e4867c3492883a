// Editing a need in a real browser: what is chosen shows its answers and its figure at once, and nothing breaks axe.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { faults, startWalking, type Walker } from './walker.ts';

let app: App;
let team: Walker;
beforeAll(async () => {
  app = await startDemonstration();
  team = await startWalking(app);
  await team.signIn();
});
afterAll(async () => {
  await team?.close();
  await app?.stop();
});

it('shows the answers of the question that is chosen, and the figure of what is ticked', async () => {
  const { page } = team;
  expect(await team.go('/team/ooo/needs/edit/need/N1')).toBe(200);
  const preview = page.locator('[data-preview]').first();
  await page.getByLabel('Vraag 1').first().selectOption('A3');
  await page.getByLabel('Minder dan 1 jaar').check();
  await expect.poll(() => preview.textContent()).toMatch(/^\d+ van de 108 \(\d+%\) weten niet/);
  // Who ticked a box goes on from there.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('i.0.any.0.code.lt1');
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
  await expect.poll(() => page.getByText('Bewaard.').count()).toBe(1);
  expect(await team.go('/team/ooo/needs/N1')).toBe(200);
});

it('goes by the keyboard: the first field, Enter keeps', async () => {
  const { page } = team;
  await team.go('/team/ooo/needs/edit/need/N2');
  await page.getByLabel('in het Nederlands').first().fill('Iemand bereiken');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByText('Bewaard.').count()).toBe(1);
  expect(await page.locator('h1').textContent()).toBe('N2 · Iemand bereiken');
});

it('is sound on a phone, a tablet and a desktop', async () => {
  for (const path of ['', '/need/N3', '/highlight/tenure_lt5']) {
    expect(await team.go(`/team/ooo/needs/edit${path}`)).toBe(200);
    expect(await faults(team.page, [360, 768, 1280]), path).toEqual([]);
  }
});

it('met no error on the way', () => {
  expect(team.problems).toEqual([]);
});
