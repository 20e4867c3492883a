// The material of a project in a real browser: a kit is written and read, a way it was passed on is noted, the working paper
// is taken along, and every page is sound for all readers, on a phone too.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDemonstration } from '../../server/first-start.ts';
import { guided as name } from '../server/guided-project.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { wrongWith } from './looking.ts';
import { startWalking, type Walker } from './walker.ts';

let app: App;
let team: Walker;
let page: Page;
beforeAll(async () => {
  app = await startDemonstration();
  await addDemonstration(app.ctx, name);
  team = await startWalking(app);
  await team.signIn();
  page = team.page;
}, 60_000);
afterAll(async () => {
  await team?.close();
  await app?.stop();
});

it('NYR-03 a kit is made with what there is, says what it lacks, and is whole once that is ticked', async () => {
  await team.go(`/team/${name}/materials`);
  await page.getByRole('link', { name: 'Nieuwe kit' }).press('Enter');
  await page.waitForURL(/edit\/kit\/new/);
  await page.getByRole('button', { name: 'Bewaren' }).press('Enter');
  await page.getByRole('link', { name: 'Schrijf hier iets.' }).first().press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('title.nl');
  await page.keyboard.type('Ochtend aan de ingang');
  await page.getByLabel('Klaar om te gebruiken').press('Space');
  await page.getByLabel('Agenda').first().fill('9.00 Film\n9.30 Oefenen');
  await page.getByRole('group', { name: /^Dia/ }).getByRole('checkbox').first().press('Space');
  await page
    .getByRole('group', { name: /^Oefening/ })
    .getByRole('checkbox')
    .first()
    .press('Space');
  await page.getByRole('button', { name: 'Bewaren' }).press('Enter');
  await page.waitForURL(/materials#/);
  await page.getByRole('link', { name: 'Ochtend aan de ingang' }).press('Enter');
  await page.waitForURL(/materials\/kit\//);
  expect(await page.locator('main').innerText()).toContain('Deze kit mist nog de link naar een film.');
  await page.getByRole('link', { name: 'Aanpassen' }).first().press('Enter');
  await page.waitForURL(/edit\/kit\//);
  await page.getByRole('group', { name: /^Film/ }).getByRole('checkbox').first().press('Space');
  await page.getByRole('button', { name: 'Bewaren' }).press('Enter');
  await page.waitForURL(/materials#/);
  await page.getByRole('link', { name: 'Ochtend aan de ingang' }).press('Enter');
  await page.waitForURL(/materials\/kit\//);
  const kit = await page.locator('main').innerText();
  expect(kit).not.toContain('Deze kit mist');
  expect(kit).toMatch(/9\.30\s+Oefenen/);
}, 120_000);

it('NYR-17 the working paper says how long it is and goes along as one file that stands alone', async () => {
  await team.go(`/team/${name}/literature`);
  expect(await page.locator('.paper-checks').innerText()).toMatch(/5 bronnen, 4 tot 6 bedoeld/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Als één HTML-bestand' }).click(),
  ]);
  const path = await file.path();
  const alone = await page.context().newPage();
  const asked: string[] = [];
  alone.on('request', (request) => asked.push(request.url()));
  await alone.goto(`file://${path}`);
  // A download has no ending of its own here: the browser may show its source, so the words are read from it.
  expect(await alone.content()).toContain('Taken en functies bij de nieuwe rollen');
  expect(asked.filter((url) => url.startsWith('http'))).toEqual([]);
  await alone.close();
  for (const [form, start] of [
    ['pdf', '%PDF-'],
    ['docx', 'PK'],
  ] as const) {
    const sent = await page.request.get(`${app.address}/team/${name}/literature/paper.${form}`);
    expect([form, sent.status(), (await sent.body()).subarray(0, start.length).toString()]).toEqual([
      form,
      200,
      start,
    ]);
  }
}, 120_000);

it('every page around the material is sound for all readers, on a phone and on a desk', async () => {
  const paths = [
    'materials',
    'materials/kit/M-themadag',
    'materials/material/M-oefening',
    'materials/edit/course/new',
    'dissemination',
    'dissemination/reviews/R1',
    'literature',
    'literature/sources/L2',
    'evaluation',
    'evaluation/parties/new',
  ];
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of [...paths.map((each) => `/team/${name}/${each}`), `/r/${name}/follow-up`]) {
      await team.go(path);
      expect([path, width, await wrongWith(page)]).toEqual([path, width, []]);
    }
  }
}, 240_000);
