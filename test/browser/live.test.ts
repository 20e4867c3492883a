// A session in the room in a real browser: the facilitator's screen and members' tablets in step, also over a restart of
// the server, without scripts, and while somebody is still at the cards.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { addToLog } from '../../server/db/panel-log.ts';
import { ballotsOf, membersOf, roundsOf, saveBallot, setMemberToken } from '../../server/db/panels.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { type RunningServer, startServer } from '../../server/start.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import { addDemonstration, addLead, lead } from '../set-up/start-demonstration.ts';
import { newTestDatabase, type TestDatabase } from '../set-up/test-database.ts';
import { wrongWith } from './looking.ts';

let database: TestDatabase;
let server: RunningServer;
let browser: Browser;
const contexts: BrowserContext[] = [];

const start = (port: string) => startServer(readConfig({ PORT: port, ...database.environment }));
/** The same database on the same port, as after a crash or an update. */
async function restart(): Promise<void> {
  const { port } = new URL(server.address);
  await server.stop();
  server = await start(port);
}

beforeAll(async () => {
  database = await newTestDatabase();
  server = await start('0');
  await addDemonstration(server.ctx);
  await addLead(server.ctx);
  const db = server.ctx.db.kysely;
  for (const { code } of await membersOf(db, 'ooo')) {
    await setMemberToken(db, 'ooo', code, hashToken('panel', `token-${code}`));
  }
  browser = await launchBrowser();
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await database?.drop();
});

type Options = NonNullable<Parameters<Browser['newContext']>[0]>;
const tabletSize = { width: 768, height: 1024 };
async function open(path: string, options: Options = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: tabletSize, reducedMotion: 'reduce', ...options });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(server.address + path, { waitUntil: 'load' });
  return page;
}
const heading = (page: Page, words: string) => page.locator('h1', { hasText: words }).waitFor();
/** What is wrong with a page as it stands, at each width. */
async function wrongAt(page: Page, name: string): Promise<readonly string[]> {
  const before = page.viewportSize() ?? tabletSize;
  const found: string[] = [];
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    found.push(...(await wrongWith(page)).map((wrong) => `${name} at ${width}: ${wrong}`));
  }
  await page.setViewportSize(before);
  return found;
}

async function facilitator(): Promise<Page> {
  const page = await open('/team/sign-in?to=/team/ooo/panel/live', {
    viewport: { width: 1280, height: 800 },
  });
  await page.fill('[name="email"]', lead.email);
  await page.fill('[name="password"]', lead.password);
  await Promise.all([
    page.waitForURL(/\/panel\/live$/, { waitUntil: 'load' }),
    page.click('main button[type="submit"]'),
  ]);
  return page;
}

/** Presses a button of the facilitator, which comes back with the same page. */
async function press(page: Page, kind: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator(`button[name="do"][value="${kind}"]`).click()]);
}

test('screen and tablets stay in step over a restart, and the result opens step by step', {
  timeout: 180_000,
}, async () => {
  const wrong: string[] = [];
  const screen = await facilitator();
  await Promise.all([screen.waitForEvent('load'), screen.click('.live-start button')]);
  await screen.goto(`${server.address}/team/ooo/panel/live/screen`, { waitUntil: 'load' });
  await heading(screen, 'Kom binnen met je eigen toestel');
  wrong.push(...(await wrongAt(screen, 'the screen, coming in')));

  const tablet = await open('/p/token-lid-2/live');
  await heading(tablet, 'Kom binnen');
  await press(screen, 'next');
  await heading(tablet, 'Eerst ieder voor zich');
  // Told in place: the page was not loaded again.
  await expect.poll(() => tablet.locator('[data-live-status]').textContent()).toBe('Eerst ieder voor zich');
  wrong.push(...(await wrongAt(tablet, 'a tablet, ordering')));

  // One member is at the cards, with the session as a line above them.
  const line = {
    account: 'a1',
    at: '2024-03-01T10:00:00Z',
    round: 2,
    reason: '',
    details: { member: 'lid-3' },
  };
  await addToLog(server.ctx.db.kysely, 'ooo', { act: 'deviceLetIn', ...line });
  const cards = await open('/p/token-lid-3');
  await cards.locator('.device-let-in', { hasText: 'binnen als jou' }).waitFor();
  await cards.locator('.live-strip [data-live-count]', { hasText: '0 van de 5' }).waitFor();
  wrong.push(...(await wrongAt(cards, 'the cards beside a session')));

  await server.stop();
  for (const page of [screen, tablet]) await page.locator('[data-live-trouble]').waitFor();
  server = await start(new URL(server.address).port);
  for (const page of [screen, tablet]) await page.locator('[data-live-trouble]').waitFor({ state: 'hidden' });
  await heading(tablet, 'Eerst ieder voor zich');
  await press(screen, 'start');
  await tablet.locator('[data-live-clock]', { hasText: /^9:\d\d$|^10:00$/ }).waitFor();
  await cards.locator('.live-strip [data-live-clock]', { hasText: /^9:\d\d$|^10:00$/ }).waitFor();
  expect(
    await tablet.locator('[data-live-timer]').evaluate((clock) => getComputedStyle(clock).animationName),
  ).toBe('none');

  // Everybody hands in: one by the buttons, the others as they do elsewhere.
  await tablet.goto(`${server.address}/p/token-lid-2`, { waitUntil: 'load' });
  await Promise.all([
    tablet.waitForURL(/\/review$/, { waitUntil: 'load' }),
    tablet.click('button[value="review"]'),
  ]);
  await Promise.all([
    tablet.waitForURL(/\/submitted$/, { waitUntil: 'load' }),
    tablet.click('.review-form button'),
  ]);
  await tablet.goto(`${server.address}/p/token-lid-2/live`, { waitUntil: 'load' });
  await tablet.locator('.submitted-note').waitFor();
  await screen.locator('[data-live-count]', { hasText: '1 van de 5 leden heeft ingediend' }).waitFor();
  const db = server.ctx.db.kysely;
  const round = (await roundsOf(db, 'ooo')).find(({ state }) => state === 'open');
  const turned = (needs: readonly string[], by: number) => [...needs.slice(by), ...needs.slice(0, by)];
  for (const by of [1, 3, 4, 5]) {
    const lists = Object.entries(round?.lists ?? {}).map(([name, needs]) => [
      name,
      { tiers: turned(needs, by % needs.length).map((need) => [need]), noOpinion: [] },
    ]);
    const ballot = { lists: Object.fromEntries(lists) };
    const key = { project: 'ooo', round: 2, member: `lid-${by}` };
    await saveBallot(db, { ...key, ballot, submitted: true, savedAt: '2024-03-01T10:00:00Z' });
  }
  server.ctx.live.changed('ooo');
  await screen.locator('[data-live-count]', { hasText: '5 van de 5' }).waitFor();
  wrong.push(...(await wrongAt(screen, 'the screen, ordering')));
  expect(await screen.locator('.room-names').count()).toBe(0);

  // Without scripts the same page, looked at again by a link.
  const plain = await open('/p/token-lid-4/live', { javaScriptEnabled: false });
  await heading(plain, 'Eerst ieder voor zich');
  await screen.locator('.live-close summary').click();
  await press(screen, 'close');
  await heading(screen, 'Jij naast de groep');
  await heading(tablet, 'Jij naast de groep');
  await cards.waitForURL(/\/p\/token-lid-3\/live$/, { waitUntil: 'load' });
  await heading(cards, 'Jij naast de groep');
  // The whole result can be read while the session goes on, which is heard there too.
  await Promise.all([
    cards.waitForURL(/\/p\/token-lid-3$/, { waitUntil: 'load' }),
    cards.locator('.live-back a').first().click(),
  ]);
  await cards.locator('.live-strip [data-live-count]', { hasText: '5 van de 5' }).waitFor();
  await Promise.all([plain.waitForEvent('load'), plain.locator('noscript a, .live-again a').first().click()]);
  await heading(plain, 'Jij naast de groep');
  expect(await ballotsOf(db, 'ooo', 2)).toHaveLength(5);
  const order = (page: Page) => page.locator('.live-line .live-title').allTextContents();
  expect(await order(tablet)).toEqual(await order(screen));
  expect(await tablet.locator('.live-own').first().textContent()).toMatch(/^jij: /);
  expect(await screen.locator('.live-own').count()).toBe(0);
  wrong.push(...(await wrongAt(screen, 'the screen beside')), ...(await wrongAt(tablet, 'a tablet beside')));

  await press(screen, 'next');
  const topic = await screen.locator('.live-topic').textContent();
  await tablet.locator('.live-topic', { hasText: topic?.trim() ?? '' }).waitFor();
  await restart();
  await tablet.locator('.live-topic', { hasText: topic?.trim() ?? '' }).waitFor();
  wrong.push(
    ...(await wrongAt(screen, 'the screen divided')),
    ...(await wrongAt(tablet, 'a tablet divided')),
  );
  await press(screen, 'next');
  expect((await screen.locator('.live-topic').textContent())?.trim()).not.toBe(topic?.trim());
  while (!(await screen.locator('h1', { hasText: 'Wat ongeveer gelijk' }).isVisible()))
    await press(screen, 'next');
  await heading(tablet, 'Wat ongeveer gelijk');
  // Several steps later the whole result still stands where it was opened.
  expect(new URL(cards.url()).pathname).toBe('/p/token-lid-3');
  wrong.push(
    ...(await wrongAt(screen, 'the screen, brackets')),
    ...(await wrongAt(tablet, 'a tablet, brackets')),
  );
  expect(wrong).toEqual([]);
});
