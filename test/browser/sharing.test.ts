// The board, the working groups, the calendar and the workshops in a real browser: nothing for axe to find, nothing beside the
// page, and by keyboard alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDemonstration } from '../../server/first-start.ts';
import { guided } from '../server/guided-project.ts';
import { sharing } from '../server/shared-project.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { faults, startWalking, type Walker } from './walker.ts';

let app: App;
let walker: Walker;
beforeAll(async () => {
  app = await startDemonstration();
  await addDemonstration(app.ctx, sharing);
  await addDemonstration(app.ctx, guided);
  walker = await startWalking(app);
  await walker.signIn();
}, 120_000);
afterAll(async () => {
  await walker?.close();
  await app?.stop();
});

describe('a page on sharing knowledge has no accessibility violation and does not run off to the side', () => {
  it.each([
    `/team/${sharing}/working-groups`,
    `/team/${sharing}/calendar`,
    `/team/${sharing}/calendar/new`,
    `/team/${sharing}/waves/priorities/new`,
    `/team/${sharing}/board`,
    `/s/${sharing}/contact`,
    `/team/${guided}/workshops`,
    `/team/${guided}/workshops/new`,
  ])('%s', async (path) => {
    expect(await walker.go(path)).toBe(200);
    expect(await faults(walker.page, [360, 768, 1280])).toEqual([]);
    expect(walker.problems).toEqual([]);
  });
});

it('UKB-07 the board is reached by keyboard alone, and left by it', async () => {
  const { page } = walker;
  await walker.go(`/s/${sharing}/contact`);
  await page.locator('input[type=checkbox]').first().focus();
  await page.keyboard.press('Space');
  await page.locator('#email').focus();
  await page.keyboard.type('toets@bib.example');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  expect(await page.locator('input[name=board]').isChecked()).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/board/${sharing}/**`);
  expect(await faults(page, [360, 1280])).toEqual([]);
  await page.locator('form button').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/board/${sharing}/gone`);
});
