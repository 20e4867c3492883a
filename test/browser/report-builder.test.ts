// The report builder in a real browser, from a text to the published report and its files: with the mouse, with the keyboard
// alone, without scripts, and with a colleague who writes at the same moment.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { lostOnTheWay, unreadable } from './reading.ts';
import { startWalking, type Walker } from './walker.ts';

const builder = '/team/ooo/report/blocks';
const patience = { timeout: 20_000 };
let app: App;
let team: Walker;
let page: Page;
beforeAll(async () => {
  app = await startDemonstration();
  team = await startWalking(app);
  await team.signIn();
  page = team.page;
});
afterAll(async () => {
  await team?.close();
  await app?.stop();
});

/** The blocks of the summary in their order. */
const opening = (of: Page = page) =>
  of
    .locator('[data-questions]')
    .first()
    .locator('.builder-row')
    .evaluateAll((rows) => rows.map(({ id }) => id.replace('row-', '')));
/** Waits until the builder says so about what was just done. */
const said = (words: string) => page.locator('.builder-notice', { hasText: words }).waitFor();
/** Where the keyboard is. */
const here = () => page.evaluate(() => document.activeElement?.id);
/** The next version as readers of a language would get it. */
const preview = async (language = 'nl') =>
  (await page.request.get(`${app.address}/team/ooo/report/preview?lang=${language}`)).text();
const undo = () => page.getByRole('button', { name: 'Laatste wijziging terugnemen' }).click();

async function write(words: string, of: Page = page): Promise<void> {
  await of.locator('#words').fill(words);
  await of.getByRole('button', { name: 'Tekst bewaren' }).press('Enter');
}

describe('a block', () => {
  it('is moved by its buttons, by Alt with an arrow and by hand, and every step is taken back', async () => {
    await team.go(builder);
    expect(await lostOnTheWay(page, 40)).toEqual([]);
    const before = await opening();
    expect(before).toEqual(['summary', 'facts', 'opening', 'shares']);
    const moved = ['summary', 'opening', 'facts', 'shares'];
    await page.locator('#down-facts').press('Enter');
    await expect.poll(() => opening(), patience).toEqual(moved);
    await said('een plaats lager');
    // Who works with the keyboard goes on where they were.
    await expect.poll(here, patience).toBe('down-facts');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => opening(), patience).toEqual(before);
    await expect.poll(here, patience).toBe('up-facts');

    const from = await page.locator('#row-facts .row-words').boundingBox();
    const to = await page.locator('#row-opening').boundingBox();
    if (!from || !to) throw new Error('both are in sight');
    await page.mouse.move(from.x + 60, from.y + from.height / 2);
    await page.mouse.down();
    for (let step = 1; step <= 8; step += 1) {
      await page.mouse.move(from.x + 60, from.y + ((to.y + to.height - from.y) * step) / 8);
      await page.waitForTimeout(30);
    }
    await page.mouse.up();
    await said('verplaatst');
    expect(await opening()).toEqual(moved);
    await undo();
    await said('teruggenomen');
    expect(await opening()).toEqual(before);
  }, 120_000);

  it('is left out of the report and put back', async () => {
    const facts = 'ingevulde vragenlijsten';
    expect(await preview()).toContain(facts);
    await page.getByRole('button', { name: /^Weglaten ?: De grote cijfers$/ }).press('Enter');
    await said('weggelaten');
    expect(await page.locator('#row-facts').textContent()).toContain('weggelaten');
    expect(await preview()).not.toContain(facts);
    await page.getByRole('button', { name: /^Terugzetten ?: De grote cijfers$/ }).press('Enter');
    await said('staat er weer in');
    expect(await preview()).toContain(facts);
  }, 120_000);
});

describe('a text', () => {
  it('is written, asks before it is left unsaved, is read by everybody and taken back', async () => {
    await page.getByRole('link', { name: /^Schrijven ?: Zo ordende de klankbordgroep$/ }).press('Enter');
    await page.waitForURL(/edit=panel/);
    await page.locator('#words').pressSequentially('Half');
    const asked = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => {
        resolve(dialog.type());
        void dialog.dismiss();
      });
    });
    await page.getByRole('link', { name: 'Sluiten' }).click({ noWaitAfter: true });
    expect(await asked).toBe('beforeunload');
    expect(await page.locator('#words').inputValue()).toContain('Half');
    await write('Vijf mensen kozen samen.');
    await said('is bewaard');
    expect(await page.locator('#row-panel').textContent()).toContain('aangepast');
    expect(await preview()).toContain('Vijf mensen kozen samen.');
    await undo();
    await said('teruggenomen');
    expect(await preview()).not.toContain('Vijf mensen kozen samen.');
  }, 120_000);

  it('is written in another language beside the first', async () => {
    await page.goto(`${app.address}${builder}?edit=panel#text`);
    await write('Vijf mensen kozen samen.');
    await said('is bewaard');
    await page.goto(`${app.address}${builder}?edit=panel#text`);
    await page.locator('.text-languages').getByRole('link', { name: 'English' }).press('Enter');
    await page.waitForURL(/in=en/);
    expect(await page.locator('#words').getAttribute('lang')).toBe('en');
    await write('Five people chose together.');
    await said('is bewaard');
    expect(await preview('en')).toContain('Five people chose together.');
    expect(await preview()).toContain('Vijf mensen kozen samen.');
  }, 120_000);

  it('that a colleague wrote at the same moment is shown beside one’s own, and nothing is lost', async () => {
    const form = `${app.address}${builder}?edit=panel#text`;
    const colleague = await page.context().newPage();
    await colleague.goto(form);
    await page.goto(form);
    await write('Van Ann.', colleague);
    await colleague.locator('.builder-notice', { hasText: 'is bewaard' }).waitFor();
    await colleague.close();
    const late = page.waitForResponse((reply) => reply.request().method() === 'POST');
    await write('Van Bram.');
    expect((await late).status()).toBe(409);
    await page.getByText('Een collega schreef hier intussen ook').waitFor();
    expect(await page.locator('.text-other').first().textContent()).toBe('Van Ann.');
    expect(await page.locator('#words').inputValue()).toBe('Van Bram.');
    expect(await preview()).toContain('Van Ann.');
    await page.locator('.text-figures > summary').click();
    expect(await unreadable(page)).toEqual([]);
    await page.getByRole('button', { name: 'Tekst bewaren' }).click();
    await said('is bewaard');
    expect(await preview()).toContain('Van Bram.');
  }, 240_000);

  it('that names a figure there is not keeps the report back, and the check leads to it', async () => {
    await page.goto(`${app.address}${builder}?edit=panel#text`);
    await write('Samen {figure:bestaat-niet} van hen.');
    const check = page.locator('#check');
    await check.getByText('1 fout houdt publiceren tegen').waitFor();
    await page.goto(`${app.address}/team/ooo/report`);
    expect(await page.getByRole('button', { name: 'Rapport publiceren' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Rapport opbouwen' }).first().click();
    await check.getByRole('link', { name: 'Zo ordende de klankbordgroep' }).first().press('Enter');
    await page.waitForURL(/edit=panel/);
    await write('Samen kozen ze.');
    await expect.poll(() => check.textContent(), patience).not.toContain('houdt publiceren tegen');
  }, 120_000);
});

it('does all that without scripts too', async () => {
  const cookies = await page.context().cookies();
  const plain = await page.context().browser()?.newContext({ javaScriptEnabled: false });
  if (!plain) throw new Error('no browser');
  await plain.addCookies(cookies);
  const quiet = await plain.newPage();
  await quiet.goto(app.address + builder);
  await quiet.getByRole('link', { name: /^Schrijven ?: Waarom dit onderzoek$/ }).click();
  await write('Zonder script geschreven.', quiet);
  await quiet.getByText('is bewaard').waitFor();
  await quiet.locator('#down-facts').click();
  expect(await opening(quiet)).toEqual(['summary', 'opening', 'facts', 'shares']);
  await quiet.getByRole('button', { name: /^Weglaten ?: De grote cijfers$/ }).click();
  await quiet.getByText('is weggelaten').waitFor();
  await quiet.getByRole('button', { name: 'Laatste wijziging terugnemen' }).click();
  expect(await quiet.locator('#row-facts').getAttribute('class')).not.toContain('left-out');
  await quiet.goto(`${app.address}/team/ooo/report/preview`);
  await quiet.getByText('Zonder script geschreven.').waitFor();
  await quiet.locator('.lead-figure a').first().click();
  expect(await quiet.locator('.origin:target').textContent()).toContain('Basis');
  await plain.close();
}, 120_000);

describe('published', () => {
  it('a report has what was written, and a number opens to its question, filter and base', async () => {
    await page.goto(`${app.address}/team/ooo/report`);
    expect(await unreadable(page)).toEqual([]);
    expect(await lostOnTheWay(page, 40)).toEqual([]);
    await page.getByRole('button', { name: 'Rapport publiceren' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /Versie 2/ }).waitFor();
    await page.getByRole('link', { name: 'Gepubliceerd rapport lezen' }).press('Enter');
    await page.waitForURL(/\/r\/ooo/);
    expect(await page.locator('article').textContent()).toContain('Samen kozen ze.');
    await page.locator('.lead-figure a').first().press('Enter');
    const origin = page.locator('.origin:target');
    await origin.waitFor();
    for (const fact of ['Bron', 'Vraag', 'Beperkt tot', 'Basis']) {
      expect(await origin.locator('dt').allTextContents()).toContain(fact);
    }
    expect(await lostOnTheWay(page, 10)).toEqual([]);
  }, 120_000);

  it.each([
    ['Pdf', /^ooo.*\.pdf$/, '%PDF-'],
    ['Word-bestand', /^ooo.*\.docx$/, 'PK'],
    ['Samenvatting op één blad (pdf)', /^ooo.*\.pdf$/, '%PDF-'],
    ['Webpagina in één bestand', /^ooo.*\.html$/, '<!doctype html>'],
  ])('it is saved by a click as %s', async (name, called, begin) => {
    const fetching = page.waitForEvent('download');
    await page.locator('.report-bar').getByRole('link', { name, exact: true }).press('Enter');
    const download = await fetching;
    expect(download.suggestedFilename()).toMatch(called);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, begin.length).toString('latin1').toLowerCase()).toBe(begin.toLowerCase());
    expect(bytes.length).toBeGreaterThan(10_000);
  });
});

it('met no error on the way', () => {
  expect(team.problems).toEqual([]);
});
