// Every page of the gallery as people with other eyes, hands and machines meet it: axe finds nothing, nothing runs off to
// the side, no words lie over others; and the grid says itself to who listens.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../set-up/find-browser.ts';
import { answered, modes, openIn, phone, wide } from './gallery-modes.ts';
import { wrongWith } from './looking.ts';
import { answerDrafts, type Gallery, startGallery } from './start-gallery.ts';

let gallery: Gallery;
let browser: Browser;
beforeAll(async () => {
  gallery = await startGallery();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await gallery?.app.stop();
});

/** Sends the page with nothing on it, twice where it has to be: what is open is then told. */
async function sendEmpty(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const input of document.querySelectorAll<HTMLInputElement>(
      'main input, main textarea, main select',
    )) {
      if (input.type === 'hidden') continue;
      if (input.type === 'radio' || input.type === 'checkbox') input.checked = false;
      else input.value = '';
    }
  });
  await Promise.all([page.waitForEvent('load'), page.click('.actions .primary')]);
}

describe('every page of the gallery', () => {
  it.each(modes)(
    'is sound %s',
    async (_mode, mode) => {
      const page = await openIn(browser, gallery, mode);
      const found: string[] = [];
      const look = async (name: string) => {
        await mode.each?.(page);
        found.push(...(await wrongWith(page)).map((what) => `${name}: ${what}`));
      };
      for (const { code } of gallery.questionnaire.pages) {
        await page.goto(`${gallery.app.address}/s/galerij/page/${code}`);
        await look(code);
      }
      await page.context().close();
      expect(found).toEqual([]);
    },
    180_000,
  );

  it.each([
    ['on a desktop', wide],
    ['on a phone', phone],
  ])(
    'is sound after it was sent empty, %s',
    async (_mode, options) => {
      const page = await openIn(browser, gallery, { options });
      const found: string[] = [];
      for (const { code } of gallery.questionnaire.pages) {
        await answerDrafts(gallery, answered);
        await page.goto(`${gallery.app.address}/s/galerij/page/${code}`);
        await sendEmpty(page);
        found.push(...(await wrongWith(page)).map((what) => `${code}: ${what}`));
      }
      await page.context().close();
      expect(found).toEqual([]);
    },
    180_000,
  );
});

describe('the grid', () => {
  it.each([
    ['table', wide],
    ['cards', phone],
  ])('says service, scale and option of every answer, as a %s', async (_look, options) => {
    const { questionnaire } = gallery;
    const page = await openIn(browser, gallery, { options });
    await page.goto(`${gallery.app.address}/s/galerij/page/diensten`);
    // Every card open: what is folded away is not said.
    await page.locator('tr.row.closed').evaluateAll((rows) => {
      for (const row of rows) row.classList.remove('closed');
    });
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const said = nodes
      .filter(({ ignored, role }) => !ignored && role?.value === 'radio')
      .map(({ name }) => String(name?.value));
    const words = (scale: string) => questionnaire.scales[scale]?.options.map(({ label }) => label.nl) ?? [];
    const rows = questionnaire.lists.diensten?.options.map(({ label }) => label.nl) ?? [];
    expect(rows).toHaveLength(20);
    for (const row of ['Catalogus', 'E-boeken', 'App']) {
      const wanted = [
        ...words('hoevaak').map((option) => `${row}, Hoe vaak?: ${option}`),
        ...words('hoevlot').map((option) => `${row}, Hoe vlot?: ${option}`),
      ];
      expect(said.filter((name) => name.startsWith(`${row}, `))).toEqual(wanted);
    }
    expect(said.every((name) => rows.some((row) => name.startsWith(`${row}, `)))).toBe(true);
    await page.context().close();
  });
});

it('would see words over words, words outside the window, and a field without a name', async () => {
  const page = await browser.newPage();
  await page.setContent(`<html lang="nl"><title>Proef</title><main><h1>Kop</h1><input>
    <p style="margin:0">Onder</p><p style="margin:-20px 0 0">Boven</p>
    <p style="position:relative;left:3000px">Ver weg</p></main>`);
  const found = (await wrongWith(page)).join('\n');
  for (const what of [
    'axe label',
    'runs ',
    'outside the window: Ver weg',
    'lie over each other: “Boven” and “Onder”',
  ])
    expect(found).toContain(what);
  await page.close();
});
