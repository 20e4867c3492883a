// Twenty services on two scales: answered on a phone within 2 500 px, and on a desktop with the heads of the columns in view.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { galleryForms } from '../bench/gallery-forms.ts';
import { answerOnPhone, headsInView } from '../bench/grid-scroll.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import { type Gallery, startGallery } from './start-gallery.ts';

const address = '/s/galerij/page/diensten';
let gallery: Gallery;
let browser: Browser;
beforeAll(async () => {
  [gallery, browser] = await Promise.all([startGallery(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await gallery?.app.stop();
});

/** The receipt cookie of somebody who has come to the grid. */
async function atTheGrid(): Promise<string> {
  const visitor = gallery.app.visitor();
  let page = await visitor.post('/s/galerij/start');
  while (page.location && page.location !== address) {
    const form = galleryForms.find((each) => page.location?.endsWith(`/${each.page}`));
    page = await visitor.post(page.location, new URLSearchParams(form?.body ?? ''));
  }
  expect(page.location).toBe(address);
  const [name, value] = [...visitor.cookies].find(([cookie]) => cookie.startsWith('receipt_')) ?? [];
  return `${name}=${value}`;
}

describe('the grid of twenty services', () => {
  it('is never higher than 2 500 px at 390, and everything that is tapped is 44 px or more', async () => {
    const { app } = gallery;
    const base = new URL(app.address);
    const grid = await answerOnPhone(browser, base, await atTheGrid(), app.address + address, ['3', '2']);
    expect(grid.rows).toBe(20);
    expect(grid.taps).toBe(40);
    expect(grid.most).toBeLessThanOrEqual(2500);
    expect(grid.scrolled).toBeLessThanOrEqual(2500);
    expect(grid.smallestTarget).toBeGreaterThanOrEqual(44);
  });

  it('keeps the heads of its columns in view at 1280', async () => {
    const { app } = gallery;
    const base = new URL(app.address);
    expect(await headsInView(browser, base, await atTheGrid(), app.address + address)).toBe(true);
  });
});
