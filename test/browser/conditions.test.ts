// What hangs on an answer of its own page, in a real browser: it comes and goes with scripts, is all there without, and
// what is hidden is never sent.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { replaceRegister } from '../../server/db/libraries.ts';
import { createProject } from '../../server/operations/create-project.ts';
import { needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import { reportTemplateSchema } from '../../surveys/report-template.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import { type App, startApp } from '../set-up/start-app.ts';
import { ask, consent, nl, options, page, questionnaireOf } from '../surveys/small-questionnaire.ts';

const is = (variable: string, ...codes: string[]) => ({ variable, is: codes });
const only = (code: string, showIf: object) => ({ ...options(code)[0], showIf });

const questionnaire = questionnaireOf(
  [
    page('een', [
      consent,
      ask('lib', { type: 'register' }),
      ask('A', { options: [...options('a', 'b'), { ...options('c')[0], text: true }] }),
      ask('B', { showIf: is('A', 'a'), required: true }),
      ask('C', { showIf: is('B', 'a'), type: 'text', maxLength: 50 }),
      ask('N', { type: 'number', max: 9999 }),
      ask('D', { showIf: { variable: 'N', atLeast: 1000 } }),
      ask('M', { type: 'multiple', options: [...options('x', 'y'), only('z', is('A', 'b'))] }),
      ask('E', { showIf: is('M.x', '0') }),
      ask('F', { options: [only('x', is('A', 'a')), only('y', is('A', 'a'))] }),
      ask('L', { showIf: { register: 'province', is: ['Limburg'] } }),
      ask('G', {
        type: 'grid',
        rows: [...options('r'), only('s', is('A', 'b'))],
        scales: [{ variable: 'Ga', label: nl('Hoe vaak?'), scale: 's' }],
      }),
    ]),
    page('twee', [ask('last')]),
  ],
  { code: 'hangt', scales: { s: { look: 'agreement', options: options('1', '2') } } },
);

let app: App;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  app = await startApp();
  const db = app.ctx.db.kysely;
  const title = { nl: 'Proef', en: 'Trial' };
  const template = {
    questionnaires: [questionnaire],
    catalogue: needsCatalogueSchema.parse({ format: 'nodenkaart/needs/1', needs: [] }),
    reportTemplate: reportTemplateSchema.parse({
      format: 'nodenkaart/report/1',
      code: 'proef',
      project: title,
      title,
    }),
    guide: null,
    plan: null,
  };
  await createProject(db, 'proef', template, false, '2026-01-01T00:00:00Z');
  const libraries = [
    { code: 'bib-1', name: 'Bib Lindedorp', province: 'Limburg', sizeClass: 'groot' },
    { code: 'bib-2', name: 'Bib Eikstad', province: 'Antwerpen', sizeClass: 'klein' },
  ];
  await replaceRegister(db, 'proef', libraries, '2026-01-01');
  browser = await launchBrowser();
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function open(javaScriptEnabled = true): Promise<Page> {
  context = await browser.newContext({ viewport: { width: 900, height: 900 }, javaScriptEnabled });
  const opened = await context.newPage();
  await opened.goto(`${app.address}/s/hangt`);
  await opened.click('.actions .primary');
  // Until the page is loaded its scripts have hidden nothing.
  await opened.waitForURL(/\/page\/een/, { waitUntil: 'load' });
  return opened;
}

const control = (opened: Page, name: string, value: string) =>
  opened.locator(`input[name="${name}"][value="${value}"]`);
const choose = (opened: Page, name: string, value: string) =>
  opened.locator('label', { has: control(opened, name, value) }).click();

/** The questions, options, rows and fields for words that can be seen, of those that hang on something. */
async function seen(opened: Page): Promise<readonly string[]> {
  const names = ['B', 'C', 'D', 'E', 'F', 'L'];
  const found: string[] = [];
  for (const name of names) {
    if (await opened.locator(`[name="${name}"]`).first().isVisible()) found.push(name);
  }
  for (const [name, value] of [
    ['M.z', '1'],
    ['Ga.s', '1'],
  ] as const) {
    if (await opened.locator('label', { has: control(opened, name, value) }).isVisible()) found.push(name);
  }
  if (await opened.locator('[name="A.c.text"]').isVisible()) found.push('words');
  return found;
}

test('with scripts each part is there when it is asked, and only then', async () => {
  const opened = await open();
  expect(await seen(opened)).toEqual([]);
  await choose(opened, 'A', 'a');
  expect(await seen(opened)).toEqual(['B', 'F']);
  await choose(opened, 'B', 'a');
  expect(await seen(opened)).toEqual(['B', 'C', 'F']);
  await opened.fill('[name="C"]', 'samen');
  await choose(opened, 'A', 'b');
  expect(await seen(opened)).toEqual(['M.z', 'Ga.s']);
  await choose(opened, 'A', 'c');
  expect(await seen(opened)).toEqual(['words']);
  await choose(opened, 'A', 'a');
  expect(await seen(opened)).toEqual(['B', 'C', 'F']);
  expect(await opened.inputValue('[name="C"]')).toBe('samen');
  await opened.fill('[name="N"]', '1.200');
  expect(await seen(opened)).toContain('D');
  await opened.fill('[name="N"]', '120');
  expect(await seen(opened)).not.toContain('D');
  await choose(opened, 'M.y', '1');
  expect(await seen(opened)).toContain('E');
  await choose(opened, 'M.x', '1');
  expect(await seen(opened)).not.toContain('E');
});

test('what is asked of libraries of one province comes when such a library is chosen', async () => {
  const opened = await open();
  await opened.fill('input[type="search"]', 'linde');
  await opened.locator('label, button', { hasText: 'Lindedorp' }).first().click();
  expect(await seen(opened)).toEqual(['L']);
});

test('a required question that is hidden stands in nobody’s way, and nothing hidden is sent', async () => {
  const opened = await open();
  await choose(opened, 'consent', 'yes');
  await choose(opened, 'A', 'a');
  await choose(opened, 'B', 'a');
  await opened.fill('[name="C"]', 'samen');
  await choose(opened, 'A', 'b');
  const sent = opened.waitForRequest(
    (request) => request.method() === 'POST' && !request.url().includes('autosave'),
  );
  await opened.click('.actions .primary');
  const fields = new URLSearchParams((await sent).postData() ?? '');
  expect([fields.has('A'), fields.has('B'), fields.has('C')]).toEqual([true, false, false]);
  await opened.waitForURL(/\/page\/twee/);
});

test('without scripts everything that may be asked is there, and goes on just the same', async () => {
  const opened = await open(false);
  expect(await seen(opened)).toEqual(['B', 'C', 'D', 'E', 'F', 'L', 'M.z', 'Ga.s']);
  await control(opened, 'consent', 'yes').check();
  await control(opened, 'A', 'b').check();
  await control(opened, 'B', 'a').check();
  await opened.click('.actions .primary');
  expect(opened.url()).toContain('/page/twee');
});
