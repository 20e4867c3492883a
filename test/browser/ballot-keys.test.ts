// A ballot with the keyboard alone, from the invitation to the thanks, in each way of voting. At every stop of the Tab key
// something of what has the focus can be seen: nothing that sticks to the screen lies over it.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type RoundWay, roundWays } from '../../analysis/panel/ways/vote.ts';
import { ballotsOf } from '../../server/db/panels.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { inviteMember, openIn, orderOf, saved } from './panel-member.ts';
import { beginRound } from './panel-rounds.ts';

let app: App;
let browser: Browser;
let context: BrowserContext;
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

/** Whether something of what has the focus can be seen, with a ring around it. */
const focusSeen = () =>
  page.evaluate(() => {
    const here = document.activeElement;
    if (!here || here === document.body) return 'nothing has the focus';
    const named = here.outerHTML.slice(0, 100);
    const { left, top, width, height } = here.getBoundingClientRect();
    const parts = [0.1, 0.5, 0.9];
    const seen = parts.some((x) =>
      parts.some((y) => {
        const there = document.elementFromPoint(left + x * width, top + y * height);
        return there !== null && (here.contains(there) || there.contains(here));
      }),
    );
    if (!seen) return `hidden: ${named}`;
    const { outlineStyle, outlineWidth } = getComputedStyle(here);
    return outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 ? `no ring: ${named}` : '';
  });

/** Presses Tab until the focus is on what was asked for, and looks at every stop. */
async function tabTo(what: string): Promise<void> {
  for (let pressed = 0; pressed < 200; pressed += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, what)) return;
    await page.keyboard.press('Tab');
    expect(await focusSeen()).toBe('');
  }
  throw new Error(`the Tab key never comes to ${what}`);
}

/** Goes to a group of choices and presses the arrow until one is chosen. */
async function choose(field: string, value: string): Promise<void> {
  await tabTo(`input[name="${field}"]`);
  const chosen = page.locator(`input[name="${field}"][value="${value}"]`);
  for (let pressed = 0; pressed < 9 && !(await chosen.isChecked()); pressed += 1) {
    await page.keyboard.press('ArrowDown');
  }
  expect(await chosen.isChecked()).toBe(true);
}

async function follow(what: string, next: RegExp): Promise<void> {
  await tabTo(what);
  await Promise.all([page.waitForURL(next, { waitUntil: 'load' }), page.keyboard.press('Enter')]);
}

/** Says something in this way. @returns what must be kept of it */
async function say(way: RoundWay): Promise<Readonly<Record<string, string>>> {
  const valueAt = async (field: string, place: number) =>
    (await page.locator(`input[name="${field}"]`).nth(place).getAttribute('value')) ?? '';
  const fields: Readonly<Record<string, string>> = {
    piles: { 'top.pile.N1': 'later' },
    points: { 'top.points.N2': '2' },
    sets:
      way === 'sets'
        ? { 'top.best.1': await valueAt('top.best.1', 0), 'top.worst.1': await valueAt('top.worst.1', 2) }
        : {},
    pairs: { 'top.pair.1': 'second' },
    grid: { 'top.effort.N1': '2', 'top.impact.N1': '5' },
    order: {},
  }[way];
  for (const [field, value] of Object.entries(fields)) await choose(field, value);
  return fields;
}

test.each(roundWays)('%s: from the invitation to the thanks', async (way) => {
  const round = await beginRound(app, way);
  const options = { viewport: { width: 768, height: 700 }, reducedMotion: 'reduce' } as const;
  ({ context, page } = await openIn(browser, await inviteMember(app, 'lid-1'), options));
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement?.className')).toBe('skip-link');
  await page.keyboard.press('Enter');
  let first: string | null | undefined = null;
  if (way === 'order') {
    [, first] = await orderOf(page);
    await tabTo(`#need-${first} > .hands [data-do="up"]`);
    await page.keyboard.press('Enter');
    expect((await orderOf(page))[0]).toBe(first);
  }
  const typed = await say(way);
  await saved(page);
  await follow('button[value="review"]', /\/review$/);
  await follow('main form button[type="submit"]', /\/submitted$/);
  expect(await page.locator('h1').innerText()).toMatch(/^Bedankt, /);
  const own = (await ballotsOf(app.ctx.db.kysely, 'ooo', round)).find(({ member }) => member === 'lid-1');
  expect(own?.submitted).toBe(true);
  expect(own?.typed).toMatchObject(typed);
  if (way === 'order') expect(own?.ballot.lists.top?.tiers[0]).toEqual([first]);
});
