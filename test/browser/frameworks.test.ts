// Frameworks and the comparison in a real browser: nothing for axe to find, nothing beside the page, and paper without the form.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { faults, startWalking, type Walker } from './walker.ts';

let app: App;
let walker: Walker;
beforeAll(async () => {
  app = await startDemonstration();
  walker = await startWalking(app);
  await walker.signIn();
});
afterAll(async () => {
  await walker?.close();
  await app?.stop();
});

const all = '/team/ooo/frameworks';
const functions = `${all}/informatie-en-techniek`;

describe('a page of frameworks has no accessibility violation and does not run off to the side', () => {
  it.each([
    all,
    `${all}/bibliothecaris`,
    functions,
    `${functions}/compare`,
    `${functions}/draw`,
    `${functions}/compare?with=profile-2&with=profile-3&purpose=career`,
    `${functions}/compare?with=scale-5&with=scale-6&with=scale-7&with=scale-8&purpose=planning`,
    '/frameworks',
    '/frameworks/bibliothecaris',
    '/frameworks/informatie-en-techniek/compare?with=profile-2&with=profile-3&purpose=career',
  ])('%s', async (path) => {
    expect(await walker.go(path)).toBe(200);
    expect(await faults(walker.page, [360, 768, 1280])).toEqual([]);
    expect(walker.problems).toEqual([]);
  });

  it('nor the one that asks again', async () => {
    expect(await walker.go(`${functions}/compare?with=profile-1`)).toBe(422);
    expect(await faults(walker.page)).toEqual([]);
  });
});

it('is chosen by hand, and on paper the form is gone while purpose and differences stay', async () => {
  const { page } = walker;
  await walker.go(`${functions}/compare`);
  await page.check('#with-profile-2');
  await page.check('#with-profile-3');
  await page.selectOption('#area', 'informatiebeheer');
  await page.check('#purpose-career');
  await Promise.all([page.waitForNavigation(), page.click('.compare-form [type="submit"]')]);
  expect(await page.isVisible('button[data-print]')).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await page.isVisible('.compare-form')).toBe(false);
  expect(await page.isVisible('.compare-purpose')).toBe(true);
  expect(await page.locator('.compare-cell ins').first().isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
});
