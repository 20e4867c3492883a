// The team's pages of the sounding board, walked with the keyboard alone from a call to a decision and a round after it;
// axe looks at each of them.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { membersOf, roundsOf, saveBallot } from '../../server/db/panels.ts';
import type { StoredBallot } from '../../surveys/demonstration.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { faults, startWalking, type Walker } from './walker.ts';

let app: App;
let walker: Walker;
let page: Page;
beforeAll(async () => {
  app = await startDemonstration();
  walker = await startWalking(app);
  page = walker.page;
  await walker.signIn();
});
afterAll(async () => {
  await walker?.close();
  await app?.stop();
});

const db = () => app.ctx.db.kysely;
const here = (what: string) =>
  page.evaluate(`document.activeElement?.matches(${JSON.stringify(what)}) ?? false`);

/** Presses Tab until the focus is on what was asked for. */
async function tabTo(what: string): Promise<void> {
  for (let pressed = 0; pressed < 250; pressed += 1) {
    if (await here(what)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key never comes to ${what} on ${page.url()}`);
}

/** Presses Enter on a link or button and waits for the page that it opens. */
async function follow(what: string): Promise<void> {
  await tabTo(what);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

async function type(what: string, words: string): Promise<void> {
  await tabTo(what);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(words);
}

async function tickBox(what: string): Promise<void> {
  await tabTo(what);
  await page.keyboard.press('Space');
}

const sound = async () => expect(await faults(page), page.url()).toEqual([]);
const heading = () => page.locator('h1').innerText();

describe('with the keyboard alone, and without anything axe finds', () => {
  test('a call is opened, somebody signs up and becomes a member with a link', async () => {
    await walker.go('/team/ooo/panel');
    await follow('a[href$="/panel/call"]');
    await sound();
    await type('#words', 'Denk mee over wat eerst komt.');
    await type('#effort', 'Drie keer twee uur.');
    await follow('form.start-form button[type="submit"]');
    expect(await heading()).toBe('De oproep is open');
    await walker.go('/call/ooo');
    await sound();
    await follow('form.start-form button[type="submit"]');
    expect(await here('.error-summary')).toBe(true);
    await sound();
    await type('#name', 'Proefpersoon');
    await type('#email', 'proef@bib.example');
    await type('#otherLibrary', 'Bib Voorbeeld');
    await type('#role', 'medewerker');
    await tickBox('#motive-trains');
    await tickBox('#agreed');
    await follow('form.start-form button[type="submit"]');
    expect(await heading()).toBe('Je aanmelding is binnen');
    await sound();
    await walker.go('/team/ooo/panel/call');
    await follow('form[action$="/accept"] button');
    expect(await page.locator('#new-link').inputValue()).toMatch(/\/p\/[\w-]{32}$/);
    await sound();
  });

  test('a meeting is planned, and a member is added, given a link and taken out again', async () => {
    await walker.go('/team/ooo/panel/meetings');
    await type('#title', 'Vierde overleg');
    await tabTo('#day');
    // The parts of the day in any order are a day: 11-11-2027.
    await page.keyboard.type('11112027');
    await tickBox('#mode-online');
    await follow('form.start-form button[type="submit"]');
    expect(await page.locator('.meeting-list').innerText()).toContain('Vierde overleg');
    await sound();
    await walker.go('/team/ooo/panel/members');
    const before = (await membersOf(db(), 'ooo')).length;
    await type('#library', 'Bib Elders');
    await type('#role', 'coördinator');
    await follow('form.start-form button[type="submit"]');
    expect(await membersOf(db(), 'ooo')).toHaveLength(before + 1);
    const added = (await membersOf(db(), 'ooo')).find(({ library }) => library === 'Bib Elders');
    await follow(`form[action$="/${added?.code}/link"] button`);
    await sound();
    await walker.go('/team/ooo/panel/members');
    const folded = `details:has(form[action$="/${added?.code}/remove"])`;
    await tabTo(`${folded} > summary`);
    await page.keyboard.press('Enter');
    await follow(`${folded} button`);
    expect(await membersOf(db(), 'ooo')).toHaveLength(before);
  });

  test('a round is closed, talked over, weighed, moved by hand and decided', async () => {
    const second = (await roundsOf(db(), 'ooo')).find(({ round }) => round === 2);
    for (const { code: member } of await membersOf(db(), 'ooo')) {
      const ordered = Object.entries(second?.lists ?? {}).map(
        ([name, needs]): [string, StoredBallot['lists'][string]] => {
          return [name, { tiers: needs.map((need) => [need]), noOpinion: [] }];
        },
      );
      const ballot = { lists: Object.fromEntries(ordered) };
      const key = { project: 'ooo', round: 2, member };
      await saveBallot(db(), { ...key, ballot, submitted: true, savedAt: '2026-11-29' });
    }
    await walker.go('/team/ooo/panel?round=2');
    await sound();
    await follow('a[href$="/rounds/2/close"]');
    await sound();
    await follow('main form button[type="submit"]');
    await sound();
    await follow('a[href$="/rounds/2/talk"]');
    await sound();
    await walker.go('/team/ooo/panel/rounds/2/what-if');
    await type('#weight-ballots', '0');
    await follow('form.weights button');
    expect(page.url()).toContain('weight.ballots=0');
    await sound();
    await follow('.page-lead a.button');
    await tabTo('#need');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await type('#to', '1');
    await type('#reason', 'Zo besproken in het overleg.');
    await follow('form[action$="/move"] button');
    expect(await page.locator('.final-list').innerText()).toContain('eindplaats 1');
    await sound();
    await type('#rationale', 'Iedereen is akkoord.');
    await follow('form[action$="/freeze"] button');
    expect(await heading()).toMatch(/^Beslist op /);
    expect(await page.locator('.final-list > li').count()).toBe(11);
    await sound();
  });

  test('the log tells it, and a round after the decision is opened', async () => {
    await walker.go('/team/ooo/panel/log');
    expect(await page.locator('.log-list').innerText()).toContain('Beslissing van ronde 2 vastgelegd');
    await sound();
    await walker.go('/team/ooo/panel');
    await follow('a[href$="/panel/open"]');
    expect(await page.locator('main').innerText()).toContain('De beslissing van ronde 2');
    await sound();
    await tickBox('#mode-confidential');
    await follow('form.start-form button[type="submit"]');
    expect((await roundsOf(db(), 'ooo')).at(-1)).toMatchObject({ round: 3, state: 'open', frozenOn: null });
    await sound();
    expect(walker.problems).toEqual([]);
  });
});
