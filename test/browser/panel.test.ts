// The sounding board in a real browser on the demonstration project: buttons, keyboard, mouse, no connection,
// no JavaScript; and axe on every page of it.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { addLead, lead, startDemonstration } from '../set-up/start-demonstration.ts';
import { cardControl, inviteMember, orderOf, saved, status, storedLists } from './panel-member.ts';

let app: App;
let browser: Browser;
let address: string;
let context: BrowserContext;
beforeAll(async () => {
  app = await startDemonstration();
  await addLead(app.ctx);
  address = await inviteMember(app, 'lid-1');
  browser = await launchBrowser();
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const strangers: string[] = [];
async function open(path = address, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== app.address) strangers.push(request.url());
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  return page;
}
/** The value of the button that has the focus. */
const focused = (page: Page) => page.evaluate('document.activeElement?.getAttribute("value")');
const stored = () => storedLists(app, 'lid-1');

describe('moving a card', () => {
  test('by button keeps the focus on that button, says the place once, and is saved', async () => {
    const page = await open();
    const before = await orderOf(page);
    const [first, second, third] = before;
    await cardControl(page, third, 'up').click();
    expect(await orderOf(page)).toEqual([first, third, second, ...before.slice(3)]);
    expect(await focused(page)).toBe(`up:${third}`);
    await page.keyboard.press('Enter');
    await expect.poll(() => status(page).textContent()).toMatch(/staat nu op plaats 1 van 9\.$/);
    expect(await focused(page)).toBe(`up:${third}`);
    expect(await cardControl(page, third, 'up').getAttribute('aria-disabled')).toBe('true');
    await saved(page);
    expect((await stored())?.top?.tiers[0]).toEqual([third]);
    await page.reload();
    expect((await orderOf(page))[0]).toBe(third);
  });
  test('with the keyboard alone: to a place, equal, no opinion, and back with undo', async () => {
    const page = await open();
    const before = await orderOf(page);
    const last = before.at(-1);
    await cardControl(page, last, 'to').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await orderOf(page)).toEqual(before);
    await page.keyboard.press('Enter');
    expect((await orderOf(page))[1]).toBe(last);
    await cardControl(page, last, 'equal').focus();
    await page.keyboard.press('Space');
    await expect.poll(() => status(page).textContent()).toMatch(/staat nu gelijk op plaats 1\.$/);
    expect(await focused(page)).toBe(`equal:${last}`);
    expect(await cardControl(page, last, 'equal').getAttribute('aria-pressed')).toBe('true');
    await cardControl(page, last, 'noOpinion').focus();
    await page.keyboard.press('Space');
    expect(await orderOf(page)).not.toContain(last);
    expect(await focused(page)).toBe(`noOpinion:${last}`);
    await saved(page);
    expect((await stored())?.top?.noOpinion).toEqual([last]);
    for (let step = 0; step < 3; step += 1) await page.locator('[data-undo] button').click();
    expect(await orderOf(page)).toEqual(before);
    await expect.poll(() => status(page).textContent()).toBe('Je vorige volgorde staat er weer.');
  });
  test('inside its need, without moving the others', async () => {
    const page = await open();
    const before = await orderOf(page);
    const children = () =>
      page.locator('[data-list="N3"] > ol > li').evaluateAll((cards) => cards.map((card) => card.id));
    const [, second] = await children();
    await cardControl(page, second?.replace('need-', ''), 'up').click();
    expect((await children())[0]).toBe(second);
    expect(await orderOf(page)).toEqual(before);
    await expect.poll(() => status(page).textContent()).toMatch(/op plaats a van 2\.$/);
    await saved(page);
  });
  test('with the mouse, by the handle', async () => {
    const page = await open();
    const before = await orderOf(page);
    const [first, second] = before;
    await page.locator('.ballot.can-drag').waitFor();
    const from = await page.locator(`#need-${first} > .hands [data-handle]`).boundingBox();
    if (!from) throw new Error('there is nothing to drag');
    await page.mouse.move(from.x + 10, from.y + 20);
    await page.mouse.down();
    // The cards fold to their titles as soon as one is held.
    const to = await page.locator(`#need-${second}`).boundingBox();
    if (!to) throw new Error('there is nowhere to drag to');
    await page.mouse.move(from.x + 10, from.y + 30, { steps: 4 });
    await page.mouse.move(from.x + 10, to.y + to.height / 2 + 5, { steps: 12 });
    await expect.poll(async () => (await orderOf(page))[1]).toBe(first);
    await page.mouse.up();
    await expect.poll(() => orderOf(page)).toEqual([second, first, ...before.slice(2)]);
    await expect.poll(() => status(page).textContent()).toMatch(/staat nu op plaats 2 van 9\.$/);
    await saved(page);
    expect((await stored())?.top?.tiers.slice(0, 2)).toEqual([[second], [first]]);
  });
});

describe('saving', () => {
  test('says when there is no connection, keeps the order here, and saves it once there is', async () => {
    const page = await open();
    await context.setOffline(true);
    const [first, second] = await orderOf(page);
    await cardControl(page, second, 'up').click();
    const trouble = page.locator('[data-trouble]');
    await expect.poll(() => trouble.textContent()).toContain('Geen verbinding');
    expect(await page.locator('[data-save-state]').textContent()).toBe('');
    expect((await stored())?.top?.tiers[0]).toEqual([first]);
    await context.setOffline(false);
    await saved(page);
    expect(await trouble.textContent()).toBe('');
    expect((await stored())?.top?.tiers[0]).toEqual([second]);
  });
  test('brings back what stayed on this device when the page was closed without a connection', async () => {
    const page = await open();
    const [, second] = await orderOf(page);
    await page.route('**/ballot', (route) => route.abort());
    await cardControl(page, second, 'up').click();
    await expect.poll(() => page.locator('[data-trouble]').textContent()).toContain('Geen verbinding');
    await page.unroute('**/ballot');
    const again = await context.newPage();
    await page.close();
    await again.goto(address, { waitUntil: 'networkidle' });
    expect((await orderOf(again))[0]).toBe(second);
    await saved(again);
    await expect.poll(async () => (await stored())?.top?.tiers[0]).toEqual([second]);
  });
});

test('a member hands in without JavaScript, the focus coming back to the button at every step', async () => {
  const page = await open(address, { javaScriptEnabled: false });
  const cards = page.locator('[data-list="top"] > ol > li');
  const second = await cards.nth(1).getAttribute('data-need');
  await cardControl(page, second, 'up').click();
  expect(await cards.nth(0).getAttribute('data-need')).toBe(second);
  expect(await page.locator('[autofocus]').getAttribute('value')).toBe(`up:${second}`);
  await page.locator(`select[name="place.${second}"]`).selectOption('3');
  await page.locator(`#need-${second} button[value="to:${second}"]`).click();
  expect(await cards.nth(2).getAttribute('data-need')).toBe(second);
  await page.getByRole('button', { name: 'Nakijken en indienen' }).click();
  await page.getByRole('button', { name: 'Volgorde indienen' }).click();
  expect(await page.locator('h1').textContent()).toBe('Bedankt, je volgorde is ingediend');
});

describe('every page', () => {
  const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
  async function violations(page: Page) {
    const { violations: found } = await new AxeBuilder({ page }).withTags(rules).analyze();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }
  const fits = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

  test.each([360, 768, 1280])('of a member has no axe violation and fits %i pixels', async (width) => {
    for (const path of ['', '?lang=en', '/review', '/submitted', '/rounds/1']) {
      const page = await open(`${address}${path}`, { viewport: { width, height: 900 } });
      if (path === '') {
        for (const more of await page.locator('summary').all()) await more.click();
        await cardControl(page, (await orderOf(page))[2], 'equal').click();
        await cardControl(page, (await orderOf(page))[4], 'noOpinion').click();
        // The bar sticks from the first move on; at the end of the page it covers no other button.
        await page.keyboard.press('End');
        await page.waitForTimeout(400);
      }
      expect([path, await violations(page), await fits(page)]).toEqual([path, [], true]);
      await context.close();
    }
  });
  describe.each([360, 768, 1280])('of the team at %i pixels', (width) => {
    test.each(['', '?round=2', '/rounds/2/close'])('panel%s has none either', async (path) => {
      const page = await open(`${app.address}/team/sign-in`, { viewport: { width, height: 900 } });
      await page.fill('#email', lead.email);
      await page.fill('#password', lead.password);
      await page.locator('main form button[type="submit"]').click();
      await page.waitForURL(`${app.address}/team`, { waitUntil: 'load' });
      await page.goto(`${app.address}/team/ooo/panel${path}`, { waitUntil: 'networkidle' });
      expect([path, await violations(page), await fits(page)]).toEqual([path, [], true]);
    });
  });
  test('asks no other host for anything', () => {
    expect(strangers).toEqual([]);
  });
});
