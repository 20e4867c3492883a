// The competence questionnaire on a phone in a real browser, in the overview and in full, with and without JavaScript; the own
// result afterwards, shared and taken back; and the field and gap scores the team sees. Axe and badly placed words on each page.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { countResponses } from '../../server/db/responses.ts';
import { addDemonstration } from '../../server/first-start.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import { type App, startApp } from '../set-up/start-app.ts';
import { addLead, lead } from '../set-up/start-demonstration.ts';
import { wrongWith } from './looking.ts';

const survey = '/s/competentie';
const phone = { width: 360, height: 740 };

let app: App;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  app = await startApp();
  await addDemonstration(app.ctx, 'competentie');
  browser = await launchBrowser();
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function open(path: string, javaScriptEnabled = true): Promise<Page> {
  context = await browser.newContext({ viewport: phone, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(app.address + path);
  return page;
}

async function forward(page: Page): Promise<void> {
  const arrived = page.waitForEvent('load');
  await page.click('.actions .primary');
  await arrived;
}
const choose = (page: Page, name: string, value: string) =>
  page.locator('label', { has: page.locator(`input[name="${name}"][value="${value}"]`) }).click();
const here = (page: Page) => new URL(page.url()).pathname.split('/').at(-1);

/** Consent, whose work, and how much; the page of the key tasks comes. */
async function begin(page: Page, mode: 'overzicht' | 'volledig'): Promise<void> {
  await forward(page);
  await choose(page, 'consent', 'yes');
  await page.selectOption('select[name="CMP0"]', 'decline', { force: true });
  await choose(page, 'CMP0a', 'medewerker');
  await choose(page, 'CMP0c', mode);
  await forward(page);
  expect(here(page)).toBe('kerntaken');
}

/** Importance and ability of the key tasks, in their order: as cards open one after the other. */
async function rate(page: Page, ratings: readonly (readonly [string, string])[]): Promise<void> {
  for (const [place, [importance, ability]] of ratings.entries()) {
    await choose(page, `CMPi.KT${place + 1}`, importance);
    if (importance !== 'N') await choose(page, `CMPa.KT${place + 1}`, ability);
  }
}
const seven = [
  ['5', '2'],
  ['4', '4'],
  ['3', '4'],
  ['N', ''],
  ['2', '2'],
  ['4', '1'],
  ['5', '5'],
] as const;

/** The links to share a result, and to take that back. */
async function shareAndTakeBack(page: Page): Promise<void> {
  await choose(page, 'days', '7');
  await page.click('form[action$="/result/share"] button');
  const link = (await page.locator('.own-link a').getAttribute('href')) ?? '';
  const elsewhere = await browser.newContext({ viewport: phone });
  const other = await elsewhere.newPage();
  await other.goto(link);
  expect(await other.locator('h1').innerText()).toBe('Een gedeeld resultaat');
  expect(await wrongWith(other)).toEqual([]);
  await page.click('form[action$="/result/unshare"] button');
  expect((await other.reload())?.status()).toBe(404);
  await elsewhere.close();
}

test('the overview is answered on a phone, and gives a result that is shared and taken back', async () => {
  const before = await countResponses(app.ctx.db.kysely, 'competentie');
  const page = await open(survey);
  await begin(page, 'overzicht');
  expect(await wrongWith(page)).toEqual([]);
  await rate(page, seven);
  // Seven lines that say what was answered, and nothing left open.
  expect(await page.locator('tr.row.closed').count()).toBe(7);
  expect(await wrongWith(page)).toEqual([]);
  await forward(page);
  expect(here(page)).toBe('kennis');
  await choose(page, 'CMP8.systemen', '1');
  await forward(page);
  expect(here(page)).toBe('diepte');
  expect(await page.locator('tr.row:visible').count()).toBe(4);
  await choose(page, 'CMP8n.KN_02', '2');
  await choose(page, 'CMP8h.KN_02', '0');
  expect(await wrongWith(page)).toEqual([]);
  await forward(page);
  expect(here(page)).toBe('helpt');
  const helped = await page
    .locator('input[name$=".tijd"]')
    .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).name));
  expect(helped).toEqual(['CMP10KT1.tijd', 'CMP10KT6.tijd']);
  await choose(page, 'CMP10KT6.tijd', '1');
  expect(await wrongWith(page)).toEqual([]);
  await forward(page);
  await page.fill('textarea[name="CMP11"]', 'Voorlezen met een groep');
  await forward(page);
  await page.waitForURL('**/thanks');
  expect(await countResponses(app.ctx.db.kysely, 'competentie')).toBe(before + 1);

  await page.click(`a[href="${survey}/result"]`);
  expect(await page.locator('.own-corner.leading li').allInnerTexts()).toEqual([
    'Beleid maken',
    'Netwerken voor de samenleving',
  ]);
  const result = await page.locator('main').innerText();
  expect(result).toContain('Wat zou helpen: Tijd om te oefenen');
  expect(result).toContain('Voorlezen met een groep');
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect([width, await wrongWith(page)]).toEqual([width, []]);
  }
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.own-sharing').isVisible()).toBe(false);
  expect(await page.locator('.own-field').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  await shareAndTakeBack(page);
});

test('in full, without JavaScript, each key task has its page, one that is no part of the work has none, and one comes back later with the code', async () => {
  const page = await open(survey, false);
  await begin(page, 'volledig');
  await rate(page, seven);
  await forward(page);
  expect(here(page)).toBe('taak_1');
  expect(await page.locator('tr.row').count()).toBe(18);
  await choose(page, 'CMP1i.KT1_12', '5');
  await choose(page, 'CMP1a.KT1_12', '2');
  await forward(page);
  expect(here(page)).toBe('taak_2');
  const receipt = (await page.locator('.receipt').first().innerText()).trim();
  await context.close();

  // Saved task by task: somewhere else it goes on where it was left.
  const later = await open(`${survey}/resume`, false);
  await later.fill('input[type="text"]', receipt);
  await later.locator('main form button[type="submit"]').first().click();
  expect(here(later)).toBe('taak_2');
  const pages = [];
  for (let part = 0; part < 12 && here(later) !== 'thanks'; part += 1) {
    pages.push(here(later));
    await forward(later);
  }
  expect(pages).toEqual(['taak_2', 'taak_3', 'taak_5', 'taak_6', 'taak_7', 'diepte', 'helpt', 'leren']);
  await later.click(`a[href="${survey}/result"]`);
  const result = await later.locator('main').innerText();
  expect(result).toContain('Jaarplannen uitwerken');
  expect(result).toContain('Motorische vaardigheden: geen');
});

test('the team sees the field and both gap scores, and who can do what, but no result of a person', async () => {
  await addLead(app.ctx);
  const page = await open('/team/sign-in');
  await page.fill('input[name="email"]', lead.email);
  await page.fill('input[name="password"]', lead.password);
  await page.click('main button[type="submit"]');
  await page.goto(`${app.address}/team/competentie/side-by-side`);
  await page.waitForFunction(`document.querySelector('[data-chart]:not([data-drawn])') === null`);
  const first = page.locator('main section.section').first();
  expect(await first.locator('.quadrant').innerText()).toContain('mediaan');
  expect(await first.locator('.priority-table').first().locator('tbody tr').count()).toBe(7);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect([width, await wrongWith(page)]).toEqual([width, []]);
  }
  expect((await page.goto(`${app.address}/team/competentie/skills`))?.status()).toBe(200);
  expect(await page.locator('main').innerText()).toContain('Beleid maken');
  expect((await page.goto(`${app.address}/team/competentie/own-results`))?.status()).toBe(403);
});
