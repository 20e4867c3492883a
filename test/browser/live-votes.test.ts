// A session in the room over a round that is voted in another way than by ordering, in a real browser: the facilitator's
// screen and three members' tablets. One vote is cast and the round is closed while a tablet has no connection; in the end
// every screen shows the same. Confidential, nobody's name is there; on name, everybody reads it before and after.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Way } from '../../analysis/panel/ways/vote.ts';
import { ballotsOf, type RoundMode } from '../../server/db/panels.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { wrongWith } from './looking.ts';
import { inviteMember, saved, tablet as tabletSize } from './panel-member.ts';
import { beginRound } from './panel-rounds.ts';
import { teamSession } from './team-session.ts';

let app: App;
let browser: Browser;
let cookies: Awaited<ReturnType<typeof teamSession>>;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  app = await startDemonstration();
  browser = await launchBrowser();
  cookies = await teamSession(browser, app);
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function open(
  address: string,
  options: NonNullable<Parameters<Browser['newContext']>[0]>,
): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  contexts.push(context);
  await context.addCookies([...cookies]);
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  return page;
}
const heading = (page: Page, words: string) => page.locator('h1', { hasText: words }).waitFor();
const press = (page: Page, kind: string) =>
  Promise.all([page.waitForEvent('load'), page.locator(`button[name="do"][value="${kind}"]`).click()]);
const noConnection = (page: Page, gone: boolean) => page.context().setOffline(gone);
const clock = /^\d+:\d\d$/;

/** A member's tablet in the session: from the page of the session to the vote and back. */
async function vote(tablet: Page, choose: (page: Page) => Promise<void>): Promise<void> {
  await Promise.all([tablet.waitForEvent('load'), tablet.locator('.live-go a').click()]);
  await choose(tablet);
  await saved(tablet);
  await Promise.all([
    tablet.waitForURL(/\/review$/, { waitUntil: 'load' }),
    tablet.locator('button[value="review"]').click(),
  ]);
  await Promise.all([
    tablet.waitForURL(/\/submitted$/, { waitUntil: 'load' }),
    tablet.locator('main form button[type="submit"]').click(),
  ]);
  await Promise.all([tablet.waitForEvent('load'), tablet.locator('.live-strip a').click()]);
  await tablet.locator('.submitted-note').waitFor();
}

interface Case {
  readonly way: Way;
  readonly mode: RoundMode;
  /** What each of the three members chooses, as fields and values. */
  readonly choices: readonly (readonly (readonly [field: string, value: string])[])[];
  /** What the first member then reads beside the first need of the group. */
  readonly own: string;
}
const cases: readonly Case[] = [
  {
    way: 'points',
    mode: 'confidential',
    choices: [
      [
        ['top.points.N4', '2'],
        ['top.points.N1', '1'],
      ],
      [['top.points.N4', '2']],
      [['top.points.N4', '1']],
    ],
    own: 'jij: 2 punten',
  },
  {
    way: 'grid',
    mode: 'named',
    choices: [
      [
        ['top.effort.N2', '1'],
        ['top.impact.N2', '5'],
      ],
      [
        ['top.effort.N2', '2'],
        ['top.impact.N2', '5'],
      ],
      [
        ['top.effort.N2', '1'],
        ['top.impact.N2', '4'],
      ],
    ],
    own: 'jij: werk 1 van 5, opbrengst 5 van 5',
  },
];

test.each(cases)('$way, $mode: every screen agrees in the end', { timeout: 180_000 }, async (session) => {
  const { way, mode, choices, own } = session;
  const round = await beginRound(app, way, mode);
  const team = `${app.address}/team/ooo/panel/live`;
  const screen = await open(team, { viewport: { width: 1280, height: 800 } });
  await Promise.all([screen.waitForEvent('load'), screen.click('.live-start button')]);
  await screen.goto(`${team}/screen`, { waitUntil: 'load' });
  const tablets: Page[] = [];
  for (const member of ['lid-1', 'lid-2', 'lid-3']) {
    tablets.push(await open(`${await inviteMember(app, member)}/live`, tabletSize));
  }
  const [first, second, third] = tablets as [Page, Page, Page];
  const all = [screen, ...tablets];
  const wrong: string[] = [];
  const look = async (name: string, pages: readonly Page[]) => {
    for (const page of pages) wrong.push(...(await wrongWith(page)).map((each) => `${name}: ${each}`));
  };

  for (const tablet of tablets) await heading(tablet, 'Kom binnen');
  await press(screen, 'next');
  for (const page of all) await heading(page, 'Eerst ieder voor zich');
  await press(screen, 'start');
  for (const page of all) await page.locator('[data-live-clock]', { hasText: clock }).first().waitFor();
  await look('voting', [screen, first]);
  const toldNamed = await first.locator('main').innerText();
  expect(toldNamed.includes('vertrouwelijk')).toBe(mode === 'confidential');
  expect(toldNamed.includes('op naam')).toBe(mode === 'named');

  // The first member loses the connection in the middle of the vote; the room goes on meanwhile.
  await vote(first, async (page) => {
    const [[field, value], ...others] = choices[0] as [[string, string], ...[string, string][]];
    await page.locator('.live-strip [data-live-clock]', { hasText: clock }).waitFor();
    await noConnection(page, true);
    await page.locator(`input[name="${field}"][value="${value}"]`).check();
    await expect.poll(() => page.locator('[data-trouble]').textContent()).toContain('Geen verbinding');
    await press(screen, 'pause');
    await noConnection(page, false);
    await saved(page);
    for (const [more, chosen] of others) {
      await page.locator(`input[name="${more}"][value="${chosen}"]`).check();
    }
  });
  await press(screen, 'resume');
  for (const [index, tablet] of [second, third].entries()) {
    await vote(tablet, async (page) => {
      for (const [field, value] of choices[index + 1] ?? []) {
        await page.locator(`input[name="${field}"][value="${value}"]`).check();
      }
    });
  }
  await screen.locator('[data-live-count]', { hasText: '3 van de 5 leden hebben ingediend' }).waitFor();
  const names = await screen.locator('.room-names').allInnerTexts();
  expect(names.join(' ').includes("Bib 't Verhalennest")).toBe(mode === 'named');

  // The second has none when the round is closed, and comes back to the result.
  await noConnection(second, true);
  await screen.locator('.live-close summary').click();
  await press(screen, 'close');
  for (const page of [screen, first, third]) await heading(page, 'Jij naast de groep');
  expect(await second.locator('h1').innerText()).toContain('Eerst ieder voor zich');
  await noConnection(second, false);
  await heading(second, 'Jij naast de groep');
  const order = (page: Page) => page.locator('.live-line .live-title').allTextContents();
  const shown = await order(screen);
  // Nobody said anything about the two needs within the third: that list has no order.
  expect(shown).toHaveLength(7);
  for (const tablet of tablets) expect(await order(tablet)).toEqual(shown);
  expect((await first.locator('.live-own').first().innerText()).trim()).toBe(own);
  expect(await screen.locator('.live-own').count()).toBe(0);
  await look('the result', [screen, first]);

  const kept = (await ballotsOf(app.ctx.db.kysely, 'ooo', round)).filter(({ submitted }) => submitted);
  expect(kept.map(({ typed }) => typed)).toEqual(
    expect.arrayContaining(choices.map((chosen) => expect.objectContaining(Object.fromEntries(chosen)))),
  );
  await Promise.all([first.waitForEvent('load'), first.locator('.live-back a').first().click()]);
  await heading(first, `Ronde ${round}`);
  const others = await first.locator('main').innerText();
  expect(others.includes("Bib 't Sterrenraam")).toBe(mode === 'named');
  await look('the whole round', [first]);
  expect(wrong).toEqual([]);
});
