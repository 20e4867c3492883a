// Ballots on paper in a real browser, for all ways of voting, the facilitator's and a member's own: set as one sheet of
// print, readable at three widths and in the dark, without violations; and the three piles, which stand beside them.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { roundWays } from '../../analysis/panel/ways/vote.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { wrongWith } from './looking.ts';
import { inviteMember, openIn } from './panel-member.ts';
import { beginRound } from './panel-rounds.ts';
import { teamSession } from './team-session.ts';

let app: App;
let browser: Browser;
let address: string;
let cookies: Awaited<ReturnType<typeof teamSession>>;
let context: BrowserContext;
beforeAll(async () => {
  app = await startDemonstration();
  browser = await launchBrowser();
  address = await inviteMember(app, 'lid-1');
  cookies = await teamSession(browser, app);
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

test.each([360, 768, 1280])('piles have no violation and fit %i pixels', async (width) => {
  const opened = await openIn(browser, `${address}/piles`, { viewport: { width, height: 900 } });
  ({ context } = opened);
  expect(await wrongWith(opened.page)).toEqual([]);
});

/** How many pages of A4 it takes. */
async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
/** The left edges of the boxes of each table of the first sheet, from left to right. */
const boxes = (page: Page) =>
  page
    .locator('.ballot-sheet')
    .first()
    .locator('.sheet-table')
    .evaluateAll((tables) =>
      tables.map((table) => {
        const rows = [...table.querySelectorAll('tbody tr:not(.sheet-apart)')];
        const lefts = rows.map((row) =>
          [...row.querySelectorAll('.tick-box, .write-box')]
            .map((box) => Math.round(box.getBoundingClientRect().left))
            .join(' '),
        );
        return [...new Set(lefts)];
      }),
    );
/** What the styles make of it where it is printed. */
const printed = (page: Page) =>
  page
    .locator('.ballot-sheet')
    .first()
    .evaluate((sheet) => {
      const style = (selector: string) => {
        const found = sheet.querySelector(selector);
        if (!found) throw new Error(`the sheet has no ${selector}`);
        return getComputedStyle(found);
      };
      const points = (selector: string) => (Number.parseFloat(style(selector).fontSize) * 3) / 4;
      const title = 'h1, .sheet-title';
      return {
        bullets: [...sheet.querySelectorAll('li')].length,
        font: style(title).fontFamily.split(',')[0],
        colours: [getComputedStyle(sheet).color, getComputedStyle(sheet).backgroundColor],
        words: Math.round(points('tbody th')),
        within: points('.sheet-within h2') < points(title),
        again: style('.sheet-head').display,
        rows: style('tbody tr').breakInside,
        listWithin: style('.sheet-within').breakInside,
      };
    });

describe.each(roundWays)('a ballot on paper, voted by %s', (way) => {
  const drawn = way === 'sets' || way === 'pairs';

  test('is printed black on white at 12 points, its boxes under each other, with its name on every page', async () => {
    const round = await beginRound(app, way);
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addCookies([...cookies]);
    const page = await context.newPage();
    for (const path of [`${app.address}/team/ooo/panel/rounds/${round}/paper/print`, `${address}/print`]) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await printed(page)).toEqual({
        bullets: 0,
        font: '"Atkinson Hyperlegible Next"',
        colours: ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'],
        words: 12,
        within: true,
        again: 'table-header-group',
        rows: 'avoid',
        listWithin: 'avoid',
      });
      expect(await page.evaluate(`document.fonts.check('16px "Atkinson Hyperlegible Next"')`)).toBe(true);
      expect(await page.locator('.print-actions, .on-screen').first().isVisible()).toBe(false);
      for (const lefts of await boxes(page)) expect(lefts).toHaveLength(1);
      const sheets = await page.locator('.ballot-sheet').count();
      const heads = await page.locator('.sheet-head').allInnerTexts();
      expect(heads).toHaveLength(sheets);
      for (const head of heads) expect(head).toContain(`ronde ${round}`);
      const own = path.startsWith(address);
      expect(heads.every((head) => head.includes('Voor '))).toBe(drawn || own);
      if (!own) expect(await pagesOf(page)).toBe(drawn ? 2 * sheets : 1);
      else expect(await page.locator('.paper-card').count()).toBe(9);
      await page.emulateMedia({ media: null, colorScheme: null });
    }
  });

  test('can be looked at on any screen, in the dark too', async () => {
    const round = await beginRound(app, way);
    context = await browser.newContext();
    await context.addCookies([...cookies]);
    const page = await context.newPage();
    for (const path of [`${app.address}/team/ooo/panel/rounds/${round}/paper/print`, `${address}/print`]) {
      await page.goto(path, { waitUntil: 'networkidle' });
      for (const [width, colorScheme] of [
        [360, 'light'],
        [768, 'dark'],
        [1280, 'light'],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        expect([path, width, colorScheme, await wrongWith(page)]).toEqual([path, width, colorScheme, []]);
      }
    }
  });
});

test('of the lists to order the columns are as wide as each other, and no card is broken over two pages', async () => {
  await beginRound(app, 'order');
  const opened = await openIn(browser, `${address}/print`);
  ({ context } = opened);
  const { page } = opened;
  await page.emulateMedia({ media: 'print' });
  const [top, within] = await boxes(page);
  expect(within).toEqual(top);
  const breaks = await page
    .locator('.paper-card')
    .evaluateAll((cards) => cards.map((card) => getComputedStyle(card).breakInside));
  expect(new Set(breaks)).toEqual(new Set(['avoid']));
});
