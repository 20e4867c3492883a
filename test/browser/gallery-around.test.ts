// The pages around the questions in every way people look at them: coming in, what a page says of another tab, a locked
// computer, own answers, the form on paper, and everything after sending.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertResponses } from '../../server/db/responses.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { packAnswers } from '../../surveys/response-document.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import { visits } from './gallery-answers.ts';
import { modes, openIn } from './gallery-modes.ts';
import { wrongWith } from './looking.ts';
import { answersOf, type Gallery, type Stored, startGallery } from './start-gallery.ts';

let gallery: Gallery;
let browser: Browser;
beforeAll(async () => {
  gallery = await startGallery();
  browser = await launchBrowser();
  await addOthers();
});
afterAll(async () => {
  await browser?.close();
  await gallery?.app.stop();
});

/** Enough others who answered, so that there is a sector to stand beside. */
async function addOthers(): Promise<void> {
  const { app, questionnaire } = gallery;
  const codebook = codebookOf(questionnaire);
  const responses = Array.from({ length: 60 }, (_, index) => {
    const stored: Stored = visits[index % visits.length]?.stored ?? {};
    const document = packAnswers(codebook, answersOf(stored), (name) => stored[name] !== '(notShown)');
    const id = app.ctx.newId();
    return {
      id,
      version: 1,
      library: null,
      day: '2026-03-01',
      receiptHash: null,
      seed: null,
      document,
      texts: {},
    };
  });
  await insertResponses(app.ctx.db.kysely, questionnaire.code, responses);
}

const home = () => `${gallery.app.address}/s/galerij`;
const forward = (page: Page) =>
  Promise.all([page.waitForEvent('domcontentloaded'), page.click('.actions .primary')]);

/** Sends a page after another window changed what is on it. */
async function sendFromOlderTab(page: Page): Promise<void> {
  await page.goto(`${home()}/page/leiding`);
  const other = await page.context().newPage();
  await other.goto(`${home()}/page/leiding`);
  await other.fill('[name="ploeg"]', 'Op maandag, in een ander venster.');
  await forward(other);
  await other.close();
  await page.fill('[name="ploeg"]', 'Op vrijdag, in dit venster.');
  await page.click('.actions .primary');
  await page.locator('.difference').waitFor();
}

const walks: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['the way in with a draft', (page) => page.goto(home())],
  ['the notice', (page) => page.goto(`${home()}/notice`)],
  [
    'a wrong code',
    async (page) => {
      await page.goto(`${home()}/resume`);
      await page.fill('#code', 'kort');
      await Promise.all([
        page.waitForEvent('domcontentloaded'),
        page.click('main form[action$="/resume"] button'),
      ]);
    },
  ],
  ['own answers of a draft', (page) => page.goto(`${home()}/answers`)],
  ['an older tab', sendFromOlderTab],
  ['the form on paper', (page) => page.goto(`${home()}/paper`)],
  [
    'thanks',
    async (page) => {
      await page.goto(`${home()}/page/einde`);
      await forward(page);
      await page.waitForURL(/\/thanks/);
    },
  ],
  ['what was sent', (page) => page.goto(`${home()}/sent`)],
  ['own answers that were sent', (page) => page.goto(`${home()}/answers`)],
  [
    'the own summary',
    async (page) => {
      await page.goto(`${home()}/summary`);
      expect(await page.locator('main svg').count()).toBeGreaterThan(10);
    },
  ],
  ['taking back', (page) => page.goto(`${home()}/withdraw`)],
  ['taken back', (page) => page.goto(`${home()}/withdrawn`)],
  [
    'a locked computer',
    async (page) => {
      await page.context().clearCookies();
      await page.goto(`${home()}/locked`);
    },
  ],
];

it.each(modes)(
  'are sound %s',
  async (_mode, mode) => {
    const page = await openIn(browser, gallery, mode);
    const found: string[] = [];
    for (const [name, go] of walks) {
      await go(page);
      // Read is not yet drawn: styles that are late would leave words where they do not belong.
      await page.waitForLoadState('load');
      await mode.each?.(page);
      found.push(...(await wrongWith(page)).map((what) => `${name}: ${what}`));
    }
    await page.context().close();
    expect(found).toEqual([]);
  },
  180_000,
);
