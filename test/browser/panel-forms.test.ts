// The sounding board's forms sent with something missing: in light and dark, at three widths and with letters twice as
// large, the page says what is wrong, leads to the field, keeps what was typed, and has no violation.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RoundWay, ways } from '../../analysis/panel/ways/vote.ts';
import { membersOf, roundsOf, saveBallot } from '../../server/db/panels.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { cutWords, wrongWith } from './looking.ts';
import { inviteMember } from './panel-member.ts';
import { beginRound, closeOpenRound } from './panel-rounds.ts';
import { teamSession } from './team-session.ts';

let app: App;
let browser: Browser;
let cookies: Awaited<ReturnType<typeof teamSession>>;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  app = await startDemonstration();
  browser = await launchBrowser();
  cookies = await teamSession(browser, app);
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function open(path: string): Promise<void> {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([...cookies]);
  page = await context.newPage();
  await page.goto(path.startsWith('/') ? app.address + path : path, { waitUntil: 'networkidle' });
}
const send = (button: string) =>
  Promise.all([page.waitForEvent('load'), page.locator(button).first().click()]);

/** What is wrong with the page on a phone, on a tablet in the dark, on a desk, and on a tablet with letters twice as large. */
async function wrongOnEach(): Promise<readonly string[]> {
  const found: string[] = [];
  // At the end of the page the bar that sticks to the bottom is at its own place, and lies over nothing.
  const look = async (name: string) => {
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
    for (const wrong of [...(await wrongWith(page)), ...(await cutWords(page))])
      found.push(`${name}: ${wrong}`);
  };
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 4000 });
    await look(String(width));
  }
  await page.setViewportSize({ width: 768, height: 4000 });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await look('in the dark');
  expect(await page.evaluate('document.getAnimations().length')).toBe(0);
  await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
  await look('twice as large');
  return found;
}

/** That the summary has the focus, and each of its lines leads to a field that says what is wrong with it. */
async function leadsToFields(summary: string): Promise<void> {
  expect(await page.evaluate((what) => document.activeElement?.matches(what), summary)).toBe(true);
  const links = page.locator(`${summary} a`);
  expect(await links.count()).toBeGreaterThan(0);
  for (const link of await links.all()) {
    const said = await link.evaluate((each) => {
      const id = decodeURIComponent(each.getAttribute('href')?.slice(1) ?? '');
      const field = document.getElementById(id);
      const described = field?.closest('[aria-describedby]')?.getAttribute('aria-describedby') ?? '';
      return described
        .split(' ')
        .map((part) => document.getElementById(part)?.textContent ?? '')
        .join(' ');
    });
    expect(said).toContain(await link.innerText());
  }
}

async function closeRoundTwo(): Promise<void> {
  const second = (await roundsOf(app.ctx.db.kysely, 'ooo')).find(({ round }) => round === 2);
  if (second?.state !== 'open') return;
  for (const { code: member } of await membersOf(app.ctx.db.kysely, 'ooo')) {
    const lists = Object.fromEntries(
      Object.entries(second.lists).map(([name, needs]) => [
        name,
        { tiers: needs.map((need) => [need]), noOpinion: [] },
      ]),
    );
    const vote = { ballot: { lists }, submitted: true, savedAt: '2024-03-01T10:00:00Z' };
    await saveBallot(app.ctx.db.kysely, { project: 'ooo', round: 2, member, ...vote });
  }
  await closeOpenRound(app);
}

describe('a form of the facilitator', () => {
  test('moving a need without a reason', async () => {
    await closeRoundTwo();
    await open('/team/ooo/panel/rounds/2/final');
    await page.selectOption('#need', 'N4');
    await page.fill('#to', '2');
    await send('form[action$="/move"] button');
    await leadsToFields('.error-summary');
    expect([await page.inputValue('#need'), await page.inputValue('#to')]).toEqual(['N4', '2']);
    expect(await wrongOnEach()).toEqual([]);
  });

  test('deciding without saying why', async () => {
    await closeRoundTwo();
    await open('/team/ooo/panel/rounds/2/final');
    await send('form[action$="/freeze"] button');
    await leadsToFields('.error-summary');
    expect(await page.getAttribute('#rationale', 'aria-invalid')).toBe('true');
    expect(await wrongOnEach()).toEqual([]);
  });

  test('opening a round about no need, until a day that is past', async () => {
    await closeRoundTwo();
    await open('/team/ooo/panel/open');
    for (const box of await page.locator('.need-choices input').all()) await box.setChecked(false);
    await page.check('#mode-named');
    await page.fill('#closesOn', '2020-01-01');
    await page.fill('#quorum', 'veel');
    await send('form.start-form button[type="submit"]');
    await leadsToFields('.error-summary');
    expect(await page.locator('.error-summary a').count()).toBe(3);
    expect(await page.inputValue('#quorum')).toBe('veel');
    expect(await page.isChecked('#mode-named')).toBe(true);
    expect(await wrongOnEach()).toEqual([]);
  });

  test.each([
    ['a call that asks nothing', '/team/ooo/panel/call'],
    ['a member without a library', '/team/ooo/panel/members'],
    ['a meeting without a day', '/team/ooo/panel/meetings'],
  ])('%s', async (_, path) => {
    await open(path);
    await send('form.start-form button[type="submit"]');
    await leadsToFields('.error-summary');
    expect(await wrongOnEach()).toEqual([]);
  });
});

test('signing up with fields missing keeps what was said', async () => {
  await open('/team/ooo/panel/call');
  await page.fill('#words', 'Denk mee over wat eerst komt.');
  await page.fill('#effort', 'Drie keer twee uur.');
  await send('form.start-form button[type="submit"]');
  await context.close();
  await open('/call/ooo');
  await page.fill('#name', 'Proefpersoon');
  await page.check('#motive-trains');
  await send('form.start-form button[type="submit"]');
  await leadsToFields('.error-summary');
  expect(await page.inputValue('#name')).toBe('Proefpersoon');
  expect(await page.isChecked('#motive-trains')).toBe(true);
  expect(await wrongOnEach()).toEqual([]);
});

describe.each(ways)('the form of a vote by %s', (way) => {
  test('fresh, and sent with a mistake or with nothing on it', async () => {
    await beginRound(app, way);
    await open(await inviteMember(app, 'lid-1'));
    expect(await wrongOnEach()).toEqual([]);
    await page.reload({ waitUntil: 'networkidle' });
    for (const field of mistakes[way]) await page.locator(field).first().check();
    await send('button[value="review"]');
    if (mistakes[way].length > 0) await leadsToFields('.problem-summary');
    else expect(await page.innerText('.problem-summary')).toContain('Je hebt nog niets gekozen.');
    for (const field of mistakes[way]) expect(await page.locator(field).first().isChecked()).toBe(true);
    expect(await wrongOnEach()).toEqual([]);
  });
});
/** What is chosen to make a mistake; where no choice is one, nothing is. */
const mistakes: Readonly<Record<Exclude<RoundWay, 'order'>, readonly string[]>> = {
  piles: [],
  points: ['input[name="top.points.N1"][value="2"]', 'input[name="top.points.N2"][value="2"]'],
  sets: ['input[name="top.best.1"]'],
  pairs: [],
  grid: ['input[name="top.effort.N1"]'],
};
