// Saving in a real browser: within two seconds, through a lost connection, after closing the window, and on a computer
// that others use too, which locks and shows nothing to who presses Back.
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { draftUnder } from '../server/respondent-steps.ts';
import { startWithSample } from '../server/sample-survey.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { faults } from './walker.ts';

let app: App;
/** It warns and locks within seconds. */
let impatient: App;
/** It warns at once, and waits. */
let warner: App;
let browser: Browser;
let context: BrowserContext;
const now = () => new Date();
beforeAll(async () => {
  app = await startWithSample(undefined, { now });
  impatient = await startWithSample(undefined, { now, idle: { warnAfter: 2, lockAfter: 5 } });
  warner = await startWithSample(undefined, { now, idle: { warnAfter: 1, lockAfter: 300 } });
  browser = await launchBrowser();
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await Promise.all([app?.stop(), impatient?.stop(), warner?.stop()]);
});

const input = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`);
const choose = (page: Page, name: string, value: string) =>
  page.locator('label', { has: input(page, name, value) }).click();
const forward = (page: Page) => page.click('.actions .primary');
const trouble = (page: Page) => page.locator('[id="page:trouble"].on p');
const codeOn = async (page: Page) =>
  ((await page.locator('input[name="draft:code"]').getAttribute('value')) ?? '').replace('-', '');
const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));

interface Options {
  readonly own?: boolean;
  readonly at?: App;
  readonly javaScriptEnabled?: boolean;
}

/** Opens the survey, begins, gives consent and stands on the second page. */
async function begin({ own = true, at = app, javaScriptEnabled = true }: Options = {}): Promise<Page> {
  context = await browser.newContext({ viewport: { width: 1024, height: 900 }, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`${at.address}/s/proef`);
  if (own) await page.locator('form[action$="/start"] .own-device').click();
  await forward(page);
  await page.waitForURL('**/page/you');
  await choose(page, 'consent', 'yes');
  await choose(page, 'role', 'desk');
  await forward(page);
  await page.waitForURL('**/page/tools');
  return page;
}

/** A battery that dies: the page has no last word, which could still arrive once there is a connection. */
async function breakDown(page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  const broken = page.waitForEvent('crash');
  // The answer to a crash is that there is nobody left to answer.
  devtools.send('Page.crash').catch(() => undefined);
  await broken;
  await page.close();
}

const stored = async (page: Page, at = app) => (await draftUnder(at, await codeOn(page)))?.answers ?? {};

/** Waits until something is so. @param seconds at most */
async function until(what: () => Promise<boolean>, seconds = 8): Promise<number> {
  const start = performance.now();
  for (;;) {
    if (await what()) return performance.now() - start;
    if (performance.now() - start > seconds * 1000) throw new Error(`not within ${seconds} seconds`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('each change', () => {
  test('is stored within two seconds, and said', async () => {
    const page = await begin();
    await choose(page, 'use.till', '2');
    expect(await until(async () => (await stored(page))['use.till'] === '2')).toBeLessThan(2000);
    await until(async () =>
      /^Bewaard om \d\d:\d\d$/.test((await page.locator('[id="page:saved"]').textContent()) ?? ''),
    );
    const { revision } = (await draftUnder(app, await codeOn(page))) ?? {};
    expect(await page.locator('input[name="draft:revision"]').inputValue()).toBe(String(revision));
  });

  test('is stored within two seconds also while somebody keeps typing', async () => {
    const page = await begin();
    await choose(page, 'learn.c', '1');
    const field = page.locator('[name="learn.c.text"]');
    const typing = field.pressSequentially('zingen en dansen en zingen', { delay: 150 });
    const waited = await until(async () => (await stored(page))['learn.c.text'] !== undefined);
    expect(waited).toBeLessThan(2300);
    await typing;
    await until(async () => (await stored(page))['learn.c.text'] === 'zingen en dansen en zingen');
  });

  test('of the last second goes along when the window is closed', async () => {
    const page = await begin();
    const code = await codeOn(page);
    await choose(page, 'use.till', '1');
    await page.close({ runBeforeUnload: true });
    await until(async () => (await draftUnder(app, code))?.answers['use.till'] === '1');
  });

  test('is not stored before there is consent', async () => {
    context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${app.address}/s/proef`);
    await page.locator('form[action$="/start"] .own-device').click();
    await forward(page);
    await page.waitForURL('**/page/you');
    await choose(page, 'role', 'desk');
    await page.waitForTimeout(2000);
    expect(await stored(page)).toEqual({});
    expect(await kept(page)).toBe('{}');
    await choose(page, 'consent', 'yes');
    await until(async () => (await stored(page)).role === 'desk');
  });
});

describe('without a connection', () => {
  test('the page says so, stays when somebody goes on, and saves by itself when it is back', async () => {
    const page = await begin();
    await context.setOffline(true);
    await choose(page, 'use.till', '2');
    await trouble(page).waitFor();
    expect(await trouble(page).textContent()).toContain('Geen verbinding');
    expect(await page.locator('[id="page:saved"]').textContent()).toBe('');
    await forward(page);
    await until(async () => ((await trouble(page).textContent()) ?? '').includes('Verdergaan kan pas'));
    expect(new URL(page.url()).pathname).toBe('/s/proef/page/tools');
    expect(await input(page, 'use.till', '2').isChecked()).toBe(true);
    expect((await stored(page))['use.till']).toBeUndefined();
    await context.setOffline(false);
    await until(async () => (await stored(page))['use.till'] === '2');
    await until(async () => ((await trouble(page).textContent()) ?? '').includes('verbinding is terug'));
    expect(await page.locator('[id="page:saved"]').textContent()).toContain('Bewaard om');
    await forward(page);
    await page.waitForURL('**/page/ways');
    expect(await kept(page)).toBe('{}');
  });

  test('on a phone the strip that says so does not lie over what is being answered', async () => {
    const page = await begin();
    await page.setViewportSize({ width: 360, height: 640 });
    // At the very foot of the window, where the strip is going to be.
    const field = input(page, 'use.till', '2');
    await field.evaluate((element) => {
      element.focus();
      element.scrollIntoView({ block: 'end' });
    });
    await context.setOffline(true);
    await page.keyboard.press('Space');
    await trouble(page).waitFor();
    const strip = await page.locator('[id="page:trouble"]').boundingBox();
    const answered = await page.locator(':focus').boundingBox();
    expect((answered?.y ?? 0) + (answered?.height ?? 0)).toBeLessThanOrEqual((strip?.y ?? 0) + 1);
  });

  test('what is on the page can be downloaded', async () => {
    const page = await begin();
    await context.setOffline(true);
    await choose(page, 'learn.b', '1');
    await trouble(page).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download wat op deze pagina staat' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('mijn-antwoorden.txt');
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('Wat wil je leren?\n- Balie');
    expect(text).not.toContain('Zoeken');
  });

  test('a reply that is lost on the way is no newer answer of somebody else', async () => {
    const page = await begin();
    let lost = 0;
    await page.route('**/page/tools?go=autosave', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await choose(page, 'use.till', '2');
    await trouble(page).waitFor();
    expect((await stored(page))['use.till']).toBe('2');
    await choose(page, 'use.till', '1');
    await until(async () => (await stored(page))['use.till'] === '1');
    expect(await trouble(page).textContent()).toContain('verbinding is terug');
  });

  test('on somebody’s own device the answers survive a window that breaks down, and are saved the next time', async () => {
    const page = await begin();
    const code = await codeOn(page);
    await context.setOffline(true);
    await choose(page, 'use.till', '2');
    await choose(page, 'learn.c', '1');
    await page.fill('[name="learn.c.text"]', 'zingen');
    await trouble(page).waitFor();
    expect(await trouble(page).textContent()).toContain('blijven op dit toestel');
    expect(await kept(page)).toContain('zingen');
    await breakDown(page);
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(`${app.address}/s/proef/page/tools`);
    await trouble(again).waitFor();
    expect(await trouble(again).textContent()).toContain('Ze staan weer op de pagina');
    expect(await again.locator('[name="learn.c.text"]').inputValue()).toBe('zingen');
    expect((await draftUnder(app, code))?.answers).toMatchObject({
      'use.till': '2',
      'learn.c.text': 'zingen',
    });
    expect(await kept(again)).toBe('{}');
  });

  test('a window that is closed loses nothing, whether or not its last word arrived', async () => {
    const page = await begin();
    const code = await codeOn(page);
    await context.setOffline(true);
    await choose(page, 'learn.c', '1');
    await page.fill('[name="learn.c.text"]', 'zingen');
    await trouble(page).waitFor();
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(`${app.address}/s/proef/page/tools`);
    await until(async () => (await draftUnder(app, code))?.answers['learn.c.text'] === 'zingen');
    await until(async () => (await kept(again)) === '{}');
    expect(await again.locator('[name="learn.c.text"]').inputValue()).toBe('zingen');
  });

  test('on a shared computer nothing is kept outside the page, and closing it asks', async () => {
    const page = await begin({ own: false });
    await context.setOffline(true);
    await choose(page, 'use.till', '2');
    await trouble(page).waitFor();
    expect(await trouble(page).textContent()).toContain('Laat deze pagina open');
    expect(await kept(page)).toBe('{}');
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await context.setOffline(false);
    await until(async () => (await stored(page))['use.till'] === '2');
  });
});

describe('two windows', () => {
  test('the older one says so, and shows both answers to choose from', async () => {
    const page = await begin();
    const other = await context.newPage();
    await other.goto(page.url());
    await choose(other, 'use.till', '2');
    await until(async () => (await stored(page))['use.till'] === '2');
    await choose(page, 'use.till', '1');
    await trouble(page).waitFor();
    expect(await trouble(page).textContent()).toContain('nieuwere antwoorden');
    await page.getByRole('button', { name: 'Bekijk het' }).click();
    await page.getByRole('heading', { name: 'Er zijn nieuwere antwoorden' }).waitFor();
    expect(await faults(page)).toEqual([]);
    expect((await draftUnder(app, await codeOn(other)))?.answers['use.till']).toBe('2');
    await page.getByRole('button', { name: 'Die van dit venster gebruiken' }).click();
    await page.waitForURL('**/page/tools');
    expect((await stored(page))['use.till']).toBe('1');
  });
});

describe('a shared computer left alone', () => {
  const warning = (page: Page) => page.getByRole('dialog', { name: 'Ben je er nog?' });

  test('warns with the code and the focus on the way to stay', async () => {
    const page = await begin({ own: false, at: warner });
    await warning(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('lock-stay');
    expect((await page.locator('#lock-code').textContent())?.replace('-', '')).toBe(await codeOn(page));
    expect(await page.locator('#lock-left').textContent()).toMatch(/^Nog \d+ seconden$/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#main'))).toBeNull();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ik ben er nog' }).click();
    expect(await warning(page).isVisible()).toBe(false);
    await warning(page).waitFor();
    await page.keyboard.press('Escape');
    expect(await warning(page).isVisible()).toBe(false);
    expect(page.url()).toContain('/page/tools');
  });

  test('saves, forgets the code, and shows nothing to who presses Back', async () => {
    const page = await begin({ own: false, at: impatient });
    const code = await codeOn(page);
    await choose(page, 'use.till', '2');
    await page.waitForURL('**/locked', { timeout: 15_000 });
    expect(await faults(page)).toEqual([]);
    expect((await draftUnder(impatient, code))?.answers['use.till']).toBe('2');
    expect((await context.cookies()).find(({ name }) => name.startsWith('receipt'))).toBeUndefined();
    for (let turn = 0; turn < 3; turn += 1) {
      await page.goBack();
      expect(page.url()).not.toContain('/page/');
      expect(await page.locator('form#form').count()).toBe(0);
    }
    await page.goto(`${impatient.address}/s/proef/page/you`);
    expect(new URL(page.url()).pathname).toBe('/s/proef/locked');
    await page.fill('#code', code);
    await page.locator('form[action$="/resume"] button').click();
    await page.waitForURL('**/page/tools');
    expect(await input(page, 'use.till', '2').isChecked()).toBe(true);
  });

  test('covers itself without a connection, and keeps what it could not save', async () => {
    const page = await begin({ own: false, at: impatient });
    const code = await codeOn(page);
    await context.setOffline(true);
    await choose(page, 'use.till', '2');
    await page.locator('#lock-typed').waitFor({ timeout: 20_000 });
    expect(await page.locator('#main').isVisible()).toBe(false);
    await page.fill('#lock-typed', 'AAAA-AAAA');
    await page.locator('#lock-open button').click();
    expect(await page.locator('#main').isVisible()).toBe(false);
    await page.fill('#lock-typed', code.toLowerCase());
    await page.locator('#lock-open button').click();
    expect(await input(page, 'use.till', '2').isChecked()).toBe(true);
    await page.locator('#lock-typed').waitFor({ timeout: 20_000 });
    await context.setOffline(false);
    await page.waitForURL('**/locked', { timeout: 20_000 });
    expect((await draftUnder(impatient, code))?.answers['use.till']).toBe('2');
  });

  test('never locks while somebody is busy, and own devices never', async () => {
    const page = await begin({ own: false, at: impatient });
    for (let turn = 0; turn < 8; turn += 1) {
      await page.mouse.move(100 + turn, 200);
      await page.waitForTimeout(800);
    }
    expect(page.url()).toContain('/page/tools');
    expect(await warning(page).isVisible()).toBe(false);
    await context.close();
    const own = await begin({ own: true, at: impatient });
    await own.waitForTimeout(6000);
    expect(own.url()).toContain('/page/tools');
    expect(await own.locator('dialog').count()).toBe(0);
  });

  test('without JavaScript asks for the code at the next address, and saves the page that was open', async () => {
    const page = await begin({ own: false, at: impatient, javaScriptEnabled: false });
    await page.waitForTimeout(5500);
    await choose(page, 'use.till', '2');
    await forward(page);
    await page.waitForURL('**/page/ways');
    await page.waitForTimeout(5500);
    await page.goto(`${impatient.address}/s/proef/page/tools`);
    expect(new URL(page.url()).pathname).toBe('/s/proef/locked');
  });
});
