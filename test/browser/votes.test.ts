// Voting in another way than by ordering cards, in a real browser on the demonstration project: by mouse, by keys alone
// and without JavaScript; and axe on every page of it.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RoundWay } from '../../analysis/panel/ways/vote.ts';
import { offersOf } from '../../server/db/panel-comments.ts';
import { ballotsOf, membersOf, saveBallot } from '../../server/db/panels.ts';
import { readVoteForm } from '../../server/http/panel/vote-form.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { addLead, lead, startDemonstration } from '../set-up/start-demonstration.ts';
import { wrongWith } from './looking.ts';
import { inviteMember, saved } from './panel-member.ts';
import { beginRound, closeOpenRound } from './panel-rounds.ts';

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

const db = () => app.ctx.db.kysely;
const begin = (way: RoundWay) => beginRound(app, way);
const end = () => closeOpenRound(app);
const own = async (round: number) =>
  (await ballotsOf(db(), 'ooo', round)).find(({ member }) => member === 'lid-1');

async function visit(path = address, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(path, { waitUntil: 'networkidle' });
  return page;
}
async function press(page: Page, name: string, next: RegExp): Promise<void> {
  await Promise.all([
    page.waitForURL(next, { waitUntil: 'load' }),
    page.getByRole('button', { name }).click(),
  ]);
}
const axe = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
/** The choice with this value in a group. */
const choice = (page: Page, field: string, value: string) =>
  page.locator(`input[name="${field}"][value="${value}"]`);

test('points are given by mouse: the count is told, too many are refused beside the field, and what is right is handed in', async () => {
  const round = await begin('points');
  const page = await visit();
  expect(await axe(page)).toEqual([]);
  const given = page.locator('[data-list="top"] [data-given]');
  expect(await given.textContent()).toBe('0 van de 3 punten gegeven.');
  await page.locator('label[for="top.points.N1.2"]').click();
  await page.locator('label[for="top.points.N2.2"]').click();
  await expect.poll(() => page.locator('[data-status]').textContent()).toContain('Je gaf 4 punten');
  await saved(page);
  expect(await own(round)).toMatchObject({ submitted: false, typed: { 'top.points.N2': '2' } });
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Nakijken en indienen' }).click(),
  ]);
  await page.locator('.problem-summary').waitFor();
  expect(await page.locator('fieldset[aria-describedby="top.points.N2.problem"]').count()).toBe(1);
  expect(await page.locator('[id="top.points.N1.problem"]').textContent()).toContain('één punt te veel');
  expect(await choice(page, 'top.points.N2', '2').isChecked()).toBe(true);
  expect(await axe(page)).toEqual([]);
  await page.locator('label[for="top.points.N2.1"]').click();
  await press(page, 'Nakijken en indienen', /\/review$/);
  expect(await axe(page)).toEqual([]);
  expect(await page.locator('.said-list').first().textContent()).toContain('2 punten');
  await press(page, 'Stem indienen', /\/submitted$/);
  expect(await axe(page)).toEqual([]);
  expect(await own(round)).toMatchObject({
    submitted: true,
    ballot: { votes: { top: { points: { N1: 2, N2: 1 } } } },
  });
});

test('needs are sorted on piles with the keyboard alone', async () => {
  const round = await begin('piles');
  const page = await visit();
  expect(await axe(page)).toEqual([]);
  await choice(page, 'top.pile.N4', '').focus();
  // The arrows go round: from "not sorted" back over the piles to the first.
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp');
  expect(await choice(page, 'top.pile.N4', 'first').isChecked()).toBe(true);
  await choice(page, 'top.pile.N1', '').focus();
  await page.keyboard.press('ArrowDown');
  expect(await choice(page, 'top.pile.N1', 'noOpinion').isChecked()).toBe(true);
  await saved(page);
  await page.getByRole('button', { name: 'Nakijken en indienen' }).focus();
  await Promise.all([page.waitForURL(/\/review$/, { waitUntil: 'load' }), page.keyboard.press('Enter')]);
  await page.getByRole('button', { name: 'Stem indienen' }).focus();
  await Promise.all([page.waitForURL(/\/submitted$/, { waitUntil: 'load' }), page.keyboard.press('Enter')]);
  expect((await own(round))?.ballot.lists.top).toEqual({ tiers: [['N4']], noOpinion: ['N1'] });
});

test('small sets are answered without JavaScript on a phone, with a mistake on the way', async () => {
  const round = await begin('sets');
  const page = await visit(address, { javaScriptEnabled: false, viewport: { width: 360, height: 780 } });
  const best = page.locator('input[name="top.best.1"]');
  const first = await best.first().getAttribute('value');
  await best.first().check();
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Nakijken en indienen' }).click(),
  ]);
  const link = page.locator('.problem-summary a');
  expect(await link.textContent()).toBe('Kies in groepje 1 ook wat het minst dringend is.');
  expect(await link.getAttribute('href')).toBe('#top.worst.1');
  expect(await best.first().isChecked()).toBe(true);
  await page.locator('input[name="top.worst.1"]').nth(1).check();
  await page.locator('input[name="top.noOpinion.2"]').check();
  await press(page, 'Nakijken en indienen', /\/review$/);
  await press(page, 'Stem indienen', /\/submitted$/);
  const vote = (await own(round))?.ballot.votes?.top;
  expect(vote?.way === 'sets' && vote.answers).toMatchObject([
    { set: 1, kind: 'named', best: first },
    { set: 2, kind: 'noOpinion' },
  ]);
});

describe.each(['pairs', 'grid'] as const)('a round by %s', (way) => {
  test('keeps a choice made without a connection, and shows its result to members and team without findings of axe', async () => {
    const round = await begin(way);
    const page = await visit();
    expect(await axe(page)).toEqual([]);
    await context.setOffline(true);
    const field = way === 'pairs' ? 'top.pair.1' : 'top.impact.N1';
    await choice(page, field, way === 'pairs' ? 'first' : '4').check();
    await expect.poll(() => page.locator('[data-trouble]').textContent()).toContain('Geen verbinding');
    await context.setOffline(false);
    await saved(page);
    expect(Object.keys((await own(round))?.typed ?? {})).toContain(field);
    for (const { code } of await membersOf(db(), 'ooo')) await voteFor(code, round);
    await end();
    await page.goto(address, { waitUntil: 'load' });
    expect(await page.locator('h1').textContent()).toContain('jouw stem naast die van de groep');
    expect(await axe(page)).toEqual([]);
    await page.goto(`${app.address}/team/sign-in`, { waitUntil: 'load' });
    await page.fill('[name="email"]', lead.email);
    await page.fill('[name="password"]', lead.password);
    await Promise.all([
      page.waitForURL(/\/team$/, { waitUntil: 'load' }),
      page.click('main button[type="submit"]'),
    ]);
    await page.goto(`${app.address}/team/ooo/panel?round=${round}`, { waitUntil: 'load' });
    expect(await page.locator('.voted-table').first().locator('tbody tr').count()).toBe(7);
    // In the field of work against benefit no dot lies over the name of its corner.
    expect(await wrongWith(page)).toEqual([]);
  });
});

/** A vote of a member in which the earlier code is put first, with ever more work and less benefit. */
async function voteFor(member: string, round: number): Promise<void> {
  const offers = (await offersOf(db(), 'ooo', round, member)) ?? {};
  const fields: Record<string, string> = {};
  for (const [list, offer] of Object.entries(offers)) {
    if (offer.way === 'pairs') {
      offer.pairs.forEach(({ first, second }, index) => {
        fields[`${list}.pair.${index + 1}`] = first < second ? 'first' : 'second';
      });
    }
    if (offer.way !== 'grid') continue;
    [...offer.needs].sort().forEach((need, index) => {
      fields[`${list}.effort.${need}`] = String(Math.min(5, 1 + index));
      fields[`${list}.impact.${need}`] = String(Math.max(1, 5 - index));
    });
  }
  const { ballot, typed } = readVoteForm(fields, offers);
  if (!ballot) throw new Error('no vote was made');
  const savedAt = app.ctx.now().toISOString();
  await saveBallot(db(), { project: 'ooo', round, member, ballot, typed, submitted: true, savedAt });
}
