// The pages of libraries in a real browser: a link of its own, why there are too few answers, the form that two colleagues
// fill in at the same moment, and all pages as PDFs with how far that is.
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLibraryFiles } from '../../server/operations/library-files.ts';
import { firstLibraries } from '../set-up/first-libraries.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { lostOnTheWay, unreadable } from './reading.ts';
import { startWalking, type Walker } from './walker.ts';

let app: App;
let team: Walker;
let library: BrowserContext;
/** The page of the library, as its own team opened it. */
let own: Page;
beforeAll(async () => {
  app = await startDemonstration();
  team = await startWalking(app);
  await team.signIn();
  const browser = team.page.context().browser();
  if (!browser) throw new Error('no browser');
  library = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  own = await library.newPage();
});
afterAll(async () => {
  await team?.close();
  await app?.stop();
});

describe('the page of a library', () => {
  it('opens with the link its team was given, and says why its own answers are not there', async () => {
    const { page } = team;
    await team.go('/team/ooo/libraries');
    expect(await lostOnTheWay(page, 20)).toEqual([]);
    await page
      .getByRole('button', { name: /^Link maken/ })
      .first()
      .press('Enter');
    const link = page.getByLabel('Kopieer deze link');
    await link.waitFor();
    await own.goto(await link.inputValue());
    await own.waitForURL(/\/r\/ooo\/1\/library\//);
    const words = (await own.locator('.library-page').textContent()) ?? '';
    expect(words).toContain('te weinig om te tonen');
    expect(words).toContain('kwamen minder dan vijf antwoorden. Dan zou je kunnen raden wie wat zei.');
    // Beside the sector stand libraries like it, or why not.
    const heads = await own.locator('.library-table thead th').allTextContents();
    expect(heads).toEqual([
      'Nood',
      'De sector',
      expect.stringMatching(/^Bibs met .+ medewerkers in Antwerpen$/),
      expect.stringMatching(/^Alle bibs met .+ medewerkers$/),
    ]);
    expect(words).toContain('te weinig antwoorden');
    expect(await unreadable(own)).toEqual([]);
    expect(await lostOnTheWay(own, 20)).toEqual([]);
  }, 120_000);
});

describe('the form of its team', () => {
  it('keeps what two colleagues write at the same moment', async () => {
    await own.getByRole('link', { name: 'Bespreken met je team' }).press('Enter');
    await own.waitForURL(/reflection$/);
    expect(await lostOnTheWay(own, 15)).toEqual([]);
    const colleague = await library.newPage();
    await colleague.goto(own.url());
    const note = (page: Page, place: number) => page.getByLabel(/^Waaraan merken we dat\?/).nth(place);
    const keep = (page: Page) => page.getByRole('button', { name: 'Bewaren' }).press('Enter');
    await colleague.getByLabel('deels').first().check();
    await note(colleague, 0).fill('Van Ann.');
    await note(colleague, 1).fill('Alleen Ann schreef hier.');
    await keep(colleague);
    await colleague.getByText('Bewaard.', { exact: true }).waitFor();
    await note(own, 0).fill('Van Bram.');
    await keep(own);
    await own.getByRole('heading', { name: 'Iemand anders bewaarde intussen iets anders' }).waitFor();
    expect(await note(own, 0).inputValue()).toBe('Van Bram.');
    expect(await note(own, 1).inputValue()).toBe('Alleen Ann schreef hier.');
    expect(await own.locator('.reflection-theirs').allTextContents()).toContain('Intussen bewaard: Van Ann.');
    expect(await unreadable(own)).toEqual([]);
    await keep(own);
    await own.getByText('Bewaard.', { exact: true }).waitFor();
    await colleague.reload();
    expect(await note(colleague, 0).inputValue()).toBe('Van Bram.');
    expect(await note(colleague, 1).inputValue()).toBe('Alleen Ann schreef hier.');
    expect(await colleague.getByLabel('deels').first().isChecked()).toBe(true);
    await colleague.close();
  }, 120_000);
});

describe('all pages as PDFs', () => {
  const files = '/team/ooo/library-files';

  it('say how far they are while they are made, and stop when asked', async () => {
    const { page } = team;
    await team.go('/team/ooo/libraries');
    await page.getByRole('link', { name: 'Alle pagina’s als PDF' }).press('Enter');
    await page.waitForURL(`**${files}`);
    expect(await unreadable(page)).toEqual([]);
    await page.getByRole('button', { name: 'PDF’s maken' }).press('Enter');
    const progress = page.getByRole('progressbar', { name: 'Alle pagina’s als PDF' });
    await progress.waitFor();
    const made = async () => Number(await progress.getAttribute('value'));
    const first = await made();
    await expect.poll(made, { timeout: 60_000 }).toBeGreaterThan(first);
    expect(await page.locator('#files-told').textContent()).toMatch(/\d+ van de 304 bibs klaar/);
    await page.getByRole('button', { name: 'Stoppen' }).press('Enter');
    await page.getByText('Er is niets bewaard.').waitFor();
  }, 120_000);

  it('are fetched as one zip when they are there', async () => {
    const { page } = team;
    const { published, report } = await firstLibraries(app, 2);
    await (await startLibraryFiles(app.ctx, published, report, 'nl')).over;
    await team.go(files);
    const fetching = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Zip ophalen' }).press('Enter');
    const zip = unzipSync(await readFile(await (await fetching).path()));
    expect(Object.keys(zip)).toEqual(['bib-001.pdf', 'bib-002.pdf']);
  }, 120_000);
});

it('met no error on the way', () => {
  expect(team.problems).toEqual([]);
});
