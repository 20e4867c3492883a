// Fields where scripts run: a line without a place until it is touched, points that count themselves, reasons that let
// the answer go, and a library found with the keyboard.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../set-up/find-browser.ts';
import { answerDrafts, type Gallery, startGallery } from './start-gallery.ts';
import { faults } from './walker.ts';

let gallery: Gallery;
let browser: Browser;
let page: Page;
let errors: string[];
beforeAll(async () => {
  gallery = await startGallery();
  browser = await launchBrowser();
});
beforeEach(async () => {
  errors = [];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'nl-BE' });
  page = await context.newPage();
  page.setDefaultTimeout(5_000);
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${gallery.app.address}/s/galerij`);
  await page.click('main button.primary');
  await page.waitForURL('**/page/begin');
  await answerDrafts(gallery, needed);
});
afterEach(async () => {
  await page.context().close();
  expect(errors).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await gallery?.app.stop();
});

/** What must be answered before the pages that are looked at can be opened. */
const needed = {
  meedoen: 'yes',
  rol: 'leiding',
  'leren.filmpje': '1',
  'leren.collega': '1',
  tevreden: '3',
  collegas: '12',
  aanraden: '7',
  jaar: '2001',
};

const open = (code: string) => page.goto(`${gallery.app.address}/s/galerij/page/${code}`);
const field = (name: string) => page.locator(`[name="${name}"]`);
const question = (words: string) => page.getByRole('group', { name: words }).first();

describe('a line to slide on', () => {
  beforeEach(() => open('getallen'));
  const line = () => question('Hoeveel van je werk is digitaal?').getByRole('slider');
  const thumb = () => line().evaluate((range) => range.classList.contains('untouched'));

  test('has no place until it is touched, and says so', async () => {
    expect(await thumb()).toBe(true);
    expect(await line().getAttribute('aria-valuetext')).toContain('Nog niet ingevuld');
    expect(await field('digitaal').inputValue()).toBe('');
  });

  test('takes its place with the arrows, and gives it up again', async () => {
    await line().press('ArrowRight');
    expect(await field('digitaal').inputValue()).toBe('55');
    expect(await line().getAttribute('aria-valuetext')).toBe('55 %');
    await line().press('End');
    expect(await field('digitaal').inputValue()).toBe('100');
    await page.getByRole('button', { name: 'Antwoord wissen' }).click();
    expect(await field('digitaal').inputValue()).toBe('');
    expect(await thumb()).toBe(true);
  });

  test('can be given its very middle, by pressing there or with Enter', async () => {
    await line().click();
    expect(await field('digitaal').inputValue()).toBe('50');
    await page.getByRole('button', { name: 'Antwoord wissen' }).click();
    await line().press('Enter');
    expect(await field('digitaal').inputValue()).toBe('50');
    expect(page.url()).toContain('/page/getallen');
  });

  test('goes where the number says that is typed', async () => {
    await field('digitaal').fill('35');
    expect(await line().inputValue()).toBe('35');
    await field('digitaal').fill('veel');
    expect(await thumb()).toBe(true);
  });
});

describe('a reason to give no answer', () => {
  test('empties the field, and a number takes the reason away again; both are said', async () => {
    await open('getallen');
    const asked = question('Hoeveel uur per week werk je?');
    const status = asked.locator('.reasons [role="status"]');
    await field('uren').fill('38');
    await asked.getByLabel('Weet ik niet').check();
    expect(await field('uren').inputValue()).toBe('');
    expect(await status.textContent()).toBe('Je antwoord is leeggemaakt.');
    await asked.getByLabel('Zeg ik liever niet').check();
    expect(await asked.getByLabel('Weet ik niet').isChecked()).toBe(false);
    await field('uren').fill('19,5');
    expect(await asked.getByLabel('Zeg ik liever niet').isChecked()).toBe(false);
    expect(await status.textContent()).toContain('Zeg ik liever niet');
  });

  test('empties a line, points and an order as well', async () => {
    await open('getallen');
    const line = question('Hoeveel van je werk is digitaal?');
    await line.getByRole('slider').press('ArrowRight');
    await line.getByLabel('Weet ik niet').check();
    expect(await field('digitaal').inputValue()).toBe('');
    await line.getByRole('slider').press('ArrowRight');
    expect(await line.getByLabel('Weet ik niet').isChecked()).toBe(false);
    await open('verdelen');
    await field('punten.balie').fill('40');
    await question('Waar gaat je tijd naartoe?').getByLabel('Weet ik niet').check();
    expect(await field('punten.balie').inputValue()).toBe('');
    expect(await page.locator('.points-left').first().textContent()).toContain('Nog 100 van 100');
    const order = question('Wat wil je eerst leren?');
    await order.locator('.place:not(.none)').first().click();
    await order.getByLabel('Weet ik niet').check();
    expect(await order.locator('.place:not(.none) input:checked').count()).toBe(0);
  });
});

describe('points', () => {
  beforeEach(() => open('verdelen'));

  test('count themselves while they are typed or given by buttons, and never give more than there are', async () => {
    const left = page.locator('.points-left').first();
    await page.getByRole('button', { name: 'Meer voor Balie' }).click();
    expect(await field('punten.balie').inputValue()).toBe('5');
    expect(await left.textContent()).toBe('Balie: 5. Nog 95 van 100 te verdelen');
    await field('punten.collectie').fill('93');
    expect(await left.textContent()).toBe('Nog 2 van 100 te verdelen');
    await page.getByRole('button', { name: 'Meer voor Activiteiten' }).click();
    expect(await field('punten.activiteiten').inputValue()).toBe('2');
    expect(await left.textContent()).toContain('Alle 100 verdeeld');
    await page.getByRole('button', { name: 'Minder voor Balie' }).click();
    expect(await field('punten.balie').inputValue()).toBe('');
    await field('punten.balie').fill('20');
    expect(await left.textContent()).toContain('15 te veel');
  });
});

describe('the most important', () => {
  test('are counted; one too many can be ticked, and is said', async () => {
    await open('keuzes');
    const asked = question('Wat telt het meest voor jou?');
    const said = asked.locator('p[role="status"]').first();
    const boxes = asked.locator('.answer label:not(.apart)');
    for (const index of [0, 1, 2]) await boxes.nth(index).click();
    await expect.poll(() => said.textContent()).toBe('3 van 3 gekozen');
    await boxes.nth(3).click();
    await expect.poll(() => said.textContent()).toContain('4 gekozen, hoogstens 3');
    await asked.getByLabel('Niets hiervan').check();
    await expect.poll(() => said.textContent()).toBe('');
  });
});

describe('a point on a scale', () => {
  test('can be taken back', async () => {
    await open('schalen');
    const asked = question('Hoe druk heb je het?');
    await asked.getByLabel('3', { exact: true }).check();
    await asked.getByRole('button', { name: 'Antwoord wissen' }).click();
    expect(await asked.locator('input:checked').count()).toBe(0);
    expect(
      await asked
        .locator('input')
        .nth(2)
        .evaluate((point) => point === document.activeElement),
    ).toBe(true);
  });
});

describe('a library', () => {
  beforeEach(() => open('begin'));
  const stored = () => page.locator('select[name="bib"]').inputValue();

  test('is found by a few letters of its name or place, with the keyboard alone', async () => {
    const search = page.getByRole('searchbox', { name: 'In welke bib werk je?' });
    await search.focus();
    await page.keyboard.type('antw');
    await expect
      .poll(() => page.locator('[data-register] [role="status"]').textContent())
      .toBe('2 bibs gevonden');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await stored()).toBe('bib-3');
    await page.keyboard.press('Enter');
    expect(page.url()).toContain('/page/begin');
    expect(await search.inputValue()).toBe('');
    expect(
      await page.locator('.found input:checked').evaluate((found) => found === document.activeElement),
    ).toBe(true);
    await page.getByRole('button', { name: 'Keuze wissen' }).click();
    expect(await stored()).toBe('');
  });

  test('can be left unsaid', async () => {
    await page.locator('.found').getByLabel('Zeg ik liever niet').check();
    expect(await stored()).toBe('decline');
  });
});

test.each(['begin', 'keuzes', 'getallen', 'schalen', 'tijd', 'verdelen'])(
  'the page "%s" has no accessibility violation and does not run off to the side',
  async (code) => {
    await open(code);
    expect(await faults(page)).toEqual([]);
  },
);
