// The order ballot on a bad connection and with a comment that is wrong: nothing done or typed is lost, and nothing of it
// stays on the device once the server has it.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { commentsBy } from '../../server/db/panel-comments.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { wrongWith } from './looking.ts';
import { cardControl, inviteMember, openIn, orderOf, saved, status, storedLists } from './panel-member.ts';

let app: App;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let address: string;
beforeAll(async () => {
  app = await startDemonstration();
  browser = await launchBrowser();
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function open(member: string, options: Parameters<typeof openIn>[2] = {}) {
  address = await inviteMember(app, member);
  ({ context, page } = await openIn(browser, address, options));
}
const trouble = () => page.locator('[data-trouble]').textContent();
const comment = (need: string) => page.locator(`#comment-${need}`);
const write = async (need: string, words: string) => {
  const field = comment(need);
  if (!(await field.isVisible()))
    await page.locator(`.card-comment:has(> * > #comment-${need}) summary`).click();
  await field.fill(words);
};
/** Everything this device keeps of ours. */
const onDevice = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
const commentOf = async (member: string, need: string) =>
  (await commentsBy(app.ctx.db.kysely, { project: 'ooo', round: 2, member })).get(need);

describe('without a connection', () => {
  test('order, no opinion and comments stay on the device, come back, and leave it once they are saved', async () => {
    await open('lid-1');
    const [first, second, third] = await orderOf(page);
    await context.setOffline(true);
    await cardControl(page, second, 'up').click();
    await cardControl(page, third, 'noOpinion').click();
    await write(first ?? '', 'Dit typte ik in de trein.');
    await expect.poll(trouble).toContain('blijven op dit toestel tot ze bewaard zijn');
    expect(await onDevice()).toContain('Dit typte ik in de trein.');
    // The secret of the address is not among it, nor any name.
    expect(await onDevice()).not.toContain(address.split('/').at(-1));
    expect(await storedLists(app, 'lid-1')).not.toMatchObject({ top: { noOpinion: [third] } });

    const again = await context.newPage();
    await page.close();
    await context.setOffline(false);
    page = again;
    await page.goto(address, { waitUntil: 'networkidle' });
    await expect.poll(() => status(page).textContent()).toBe('Wat op dit toestel bleef staan, is terug.');
    expect((await orderOf(page)).slice(0, 2)).toEqual([second, first]);
    expect(await comment(first ?? '').inputValue()).toBe('Dit typte ik in de trein.');
    await saved(page);
    expect(await storedLists(app, 'lid-1')).toMatchObject({ top: { noOpinion: [third] } });
    expect(await commentOf('lid-1', first ?? '')).toBe('Dit typte ik in de trein.');
    await expect.poll(onDevice).toBe('{}');
  });

  test('handing in waits, says so, and goes on where it was', async () => {
    await open('lid-2');
    const [first, second] = await orderOf(page);
    await context.setOffline(true);
    await cardControl(page, second, 'up').click();
    await page.getByRole('button', { name: 'Nakijken en indienen' }).click();
    await expect.poll(trouble).toContain('nakijken en indienen kan straks');
    expect((await orderOf(page)).slice(0, 2)).toEqual([second, first]);
    await context.setOffline(false);
    await saved(page);
    expect(await trouble()).toBe('');
    await page.getByRole('button', { name: 'Nakijken en indienen' }).click();
    await page.waitForURL(/\/review$/, { waitUntil: 'load' });
    await page.getByRole('button', { name: 'Volgorde indienen' }).click();
    await page.waitForURL(/\/submitted$/, { waitUntil: 'load' });
    expect((await storedLists(app, 'lid-2'))?.top?.tiers.slice(0, 2)).toEqual([[second], [first]]);
    expect(await onDevice()).toBe('{}');
  });

  test('what nobody came back for leaves the device after two days', async () => {
    await open('lid-3');
    await page.evaluate(() => {
      const kept = (days: number) =>
        JSON.stringify({
          at: new Date(Date.now() - days * 86_400_000).toISOString(),
          after: '',
          fields: { 'comment.N1': 'van iemand anders' },
        });
      localStorage.setItem('nodenkaart/ooo/2/lid-9', kept(3));
      localStorage.setItem('nodenkaart/ooo/2/lid-8', kept(1));
    });
    await page.reload({ waitUntil: 'networkidle' });
    const keys = await page.evaluate(() => Object.keys(localStorage));
    expect(keys).toEqual(['nodenkaart/ooo/2/lid-8']);
  });
});

describe('changed elsewhere', () => {
  const choice = () => page.locator('[data-elsewhere]');
  const firstStored = async () => (await storedLists(app, 'lid-3'))?.top?.tiers[0];
  /** Moves the second card up on another device of lid-3. @returns that card */
  async function moveElsewhere() {
    const other = await openIn(browser, address);
    const [, second] = await orderOf(other.page);
    await cardControl(other.page, second, 'up').click();
    await saved(other.page);
    await other.context.close();
    return second;
  }

  test('is said, and what is done here goes in its place when the member wants that', async () => {
    await open('lid-3');
    const there = await moveElsewhere();
    const [, , third] = await orderOf(page);
    await cardControl(page, third, 'up').click();
    await cardControl(page, third, 'up').click();
    await expect.poll(trouble).toContain('Je volgorde is elders gewijzigd');
    expect(await firstStored()).toEqual([there]);
    expect(await onDevice()).toContain(`${third},`);
    const wrong = (await wrongWith(page)).filter((each) => !each.startsWith('lie over'));
    expect(wrong).toEqual([]);
    await page.getByRole('button', { name: 'Zet die van mij in de plaats' }).click();
    await saved(page);
    expect([await trouble(), await choice().isVisible()]).toEqual(['', false]);
    expect(await firstStored()).toEqual([third]);
    await expect.poll(onDevice).toBe('{}');
  });

  test('while the connection was gone, comes back with the choice, and gives way to what is stored', async () => {
    await open('lid-3');
    await context.setOffline(true);
    const [, , third] = await orderOf(page);
    await cardControl(page, third, 'up').click();
    await expect.poll(trouble).toContain('Geen verbinding');
    const there = await moveElsewhere();
    // Moved once more after that: the newer of the two by the clock, made on the older state.
    await cardControl(page, third, 'up').click();
    const again = await context.newPage();
    await page.close();
    page = again;
    await context.setOffline(false);
    await page.goto(address, { waitUntil: 'networkidle' });
    await expect.poll(trouble).toContain('Je volgorde is elders gewijzigd');
    expect((await orderOf(page))[0]).toBe(third);
    expect(await firstStored()).toEqual([there]);
    await page.getByRole('button', { name: 'Houd wat bewaard is' }).click();
    await expect.poll(async () => (await orderOf(page))[0]).toBe(there);
    expect([await firstStored(), await onDevice()]).toEqual([[there], '{}']);
  });

  test('what a refusal left here comes back on the link that works', async () => {
    await open('lid-3');
    const [, second] = await orderOf(page);
    const renewed = await inviteMember(app, 'lid-3');
    await cardControl(page, second, 'up').click();
    await expect.poll(trouble).toContain('Deze link werkt niet');
    expect(await onDevice()).toContain(`${second},`);
    await page.goto(renewed, { waitUntil: 'networkidle' });
    await saved(page);
    expect((await orderOf(page))[0]).toBe(second);
    await expect.poll(firstStored).toEqual([second]);
    await expect.poll(onDevice).toBe('{}');
  });
});

describe('a comment written in two windows', () => {
  const inWindow = async (need: string, words: string, choose: string) => {
    await write(need, words);
    const field = comment(need);
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    expect(await trouble()).toBe('Niet elke opmerking is bewaard');
    const choice = page.locator(`.card-comment:has(#comment-${need}) [data-choice]`);
    expect(await choice.locator('[data-other]').textContent()).toBe('van het andere toestel');
    const wrong = (await wrongWith(page)).filter((each) => !each.startsWith('lie over'));
    expect(wrong).toEqual([]);
    // Nothing is chosen for anybody, and moving a card takes nothing away either.
    const [, second] = await orderOf(page);
    await cardControl(page, second, 'up').click();
    await expect.poll(async () => (await storedLists(app, 'lid-1'))?.top?.tiers[0]).toEqual([second]);
    expect(await commentOf('lid-1', need)).toBe('van het andere toestel');
    await choice.getByLabel(choose).click();
    await expect.poll(() => choice.isVisible()).toBe(false);
    await saved(page);
    expect(await field.getAttribute('aria-invalid')).toBe(null);
    return field.inputValue();
  };
  /** Opens two windows on the same state and writes in the first one. @returns the need */
  async function writtenElsewhere(): Promise<string> {
    await open('lid-1');
    const other = await openIn(browser, address);
    const [, , third] = await orderOf(page);
    const need = third ?? '';
    await other.page.locator(`.card-comment:has(> * > #comment-${need}) summary`).click();
    await other.page.fill(`#comment-${need}`, 'van het andere toestel');
    await saved(other.page);
    await other.context.close();
    return need;
  }

  test('waits for the member to choose: the own words in the place of the others', async () => {
    const need = await writtenElsewhere();
    expect(await inWindow(need, 'van hier', 'Wat ik hier schreef')).toBe('van hier');
    expect(await commentOf('lid-1', need)).toBe('van hier');
    await expect.poll(onDevice).toBe('{}');
    // From here on this window writes over its own words.
    await write(need, 'van hier, en meer');
    await expect.poll(() => commentOf('lid-1', need)).toBe('van hier, en meer');
    await write(need, '');
    await expect.poll(() => commentOf('lid-1', need)).toBeUndefined();
  });

  test('or what was said elsewhere', async () => {
    const need = await writtenElsewhere();
    expect(await inWindow(need, 'van hier', 'Wat elders staat')).toBe('van het andere toestel');
    expect(await commentOf('lid-1', need)).toBe('van het andere toestel');
    await expect.poll(onDevice).toBe('{}');
  });
});

describe('a comment that is too long', () => {
  const long = 'lang '.repeat(130).trim();

  test('is told beside its field, and holds up nothing else', async () => {
    await open('lid-4');
    const [first, second, third] = await orderOf(page);
    await write(first ?? '', long);
    await write(second ?? '', 'kort');
    await cardControl(page, third, 'up').click();
    const field = comment(first ?? '');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    const described = await field.getAttribute('aria-describedby');
    expect(await page.locator(`#${described}`).textContent()).toBe(
      'Deze opmerking is te lang: hoogstens 600 tekens.',
    );
    expect(await trouble()).toBe('Niet elke opmerking is bewaard');
    expect(await commentOf('lid-4', second ?? '')).toBe('kort');
    expect((await storedLists(app, 'lid-4'))?.top?.tiers.slice(0, 3)).toEqual([[first], [third], [second]]);
    // The bar at the bottom edge lies over the cards on purpose.
    const wrong = (await wrongWith(page)).filter((each) => !each.startsWith('lie over'));
    expect(wrong).toEqual([]);
    await field.fill('korter');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe(null);
    await saved(page);
    expect(await trouble()).toBe('');
    expect(await commentOf('lid-4', first ?? '')).toBe('korter');
    await expect.poll(onDevice).toBe('{}');
  });

  test('comes back with everything typed where there are no scripts', async () => {
    await open('lid-5', { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    const [first, second] = await orderOf(page);
    await write(first ?? '', long);
    await cardControl(page, second, 'up').click();
    await page.locator('.problem-summary').waitFor();
    expect(await comment(first ?? '').inputValue()).toBe(long);
    expect(await comment(first ?? '').getAttribute('aria-invalid')).toBe('true');
    expect((await orderOf(page)).slice(0, 2)).toEqual([second, first]);
    expect((await storedLists(app, 'lid-5'))?.top?.tiers.slice(0, 2)).toEqual([[second], [first]]);
    await page.locator(`.problem-summary a[href="#comment-${first}"]`).click();
    expect(await comment(first ?? '').isVisible()).toBe(true);
  });
});
