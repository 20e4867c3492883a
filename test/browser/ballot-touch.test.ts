// The order ballot under a finger: the handle drags, everything else on the page scrolls.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import {
  cardControl,
  Finger,
  inviteMember,
  openIn,
  orderOf,
  phone,
  saved,
  status,
  storedLists,
  tablet,
} from './panel-member.ts';

let app: App;
let browser: Browser;
let context: BrowserContext | undefined;
let page: Page;
beforeAll(async () => {
  app = await startDemonstration();
  browser = await launchBrowser();
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function open(member: string, device: Parameters<typeof openIn>[2]) {
  ({ context, page } = await openIn(browser, await inviteMember(app, member), device));
  await page.locator('.ballot.can-drag').waitFor();
}
const scrolled = () => page.evaluate('scrollY') as Promise<number>;

describe.each([
  ['tablet', tablet, 'lid-1'],
  ['phone', phone, 'lid-2'],
] as const)('on a %s', (_, device, member) => {
  test('a card goes with the finger by its handle, is told, saved, and undone', async () => {
    await open(member, device);
    const before = await orderOf(page);
    const [first = '', ...others] = before;
    const finger = await Finger.on(page);
    await finger.drag(first ?? '', 'top', 3);
    const after = [...others.slice(0, 3), first, ...others.slice(3)];
    await expect.poll(() => orderOf(page)).toEqual(after);
    await expect.poll(() => status(page).textContent()).toMatch(/ staat nu op plaats 4 van 9\.$/);
    expect(await page.evaluate('document.activeElement?.getAttribute("value")')).toBe(`up:${first}`);
    await saved(page);
    expect((await storedLists(app, member))?.top?.tiers).toEqual(after.map((need) => [need]));
    await page.locator('[data-undo] button').tap();
    expect(await orderOf(page)).toEqual(before);
    await expect.poll(() => status(page).textContent()).toBe('Je vorige volgorde staat er weer.');
  });

  test('from last to first in one go, the page scrolling by itself', async () => {
    await open(member, device);
    const before = await orderOf(page);
    const last = before.at(-1) ?? '';
    await (await Finger.on(page)).drag(last, 'top', 0);
    await expect.poll(() => orderOf(page)).toEqual([last, ...before.slice(0, -1)]);
    // Folded while it was held, whole again after.
    expect(await page.locator('.ballot.folded').count()).toBe(0);
    await expect.poll(() => page.locator('.ballot .card-figure:visible').count()).toBeGreaterThan(8);
    await expect.poll(() => cardControl(page, last, 'up').isVisible()).toBe(true);
  });

  test('a held card stays under the finger while the others fold', async () => {
    await open(member, device);
    const fourth = (await orderOf(page))[3];
    const handle = page.locator(`#need-${fourth} > .hands > [data-handle]`);
    await handle.scrollIntoViewIfNeeded();
    const before = await handle.boundingBox();
    if (!before) throw new Error('no handle');
    const finger = await Finger.on(page);
    await finger.down(before.x + 20, before.y + 20);
    await page.locator('.ballot.folded').waitFor();
    expect(Math.abs(((await handle.boundingBox())?.y ?? 0) - before.y)).toBeLessThan(2);
    await finger.up();
    await page.locator('.ballot:not(.folded)').waitFor();
    expect(Math.abs(((await handle.boundingBox())?.y ?? 0) - before.y)).toBeLessThan(2);
  });

  test('the page scrolls under a finger beside the handle, and no card moves', async () => {
    await open(member, device);
    const before = await orderOf(page);
    const box = await page.locator(`#need-${before[0]} .card-title`).boundingBox();
    if (!box) throw new Error('no title');
    const finger = await Finger.on(page);
    await finger.down(box.x + 40, box.y + 10);
    await finger.moveTo(box.x + 40, box.y - 250);
    await finger.up();
    await expect.poll(scrolled).toBeGreaterThan(100);
    expect(await orderOf(page)).toEqual(before);
  });

  test('inside its need a card is dragged among its own', async () => {
    await open(member, device);
    const [first = '', second = ''] = await orderOf(page, 'N3');
    await (await Finger.on(page)).drag(second ?? '', 'N3', 0);
    await expect.poll(() => orderOf(page, 'N3')).toEqual([second, first]);
    await expect.poll(() => status(page).textContent()).toMatch(/ staat nu op plaats a van 2\.$/);
  });
});
