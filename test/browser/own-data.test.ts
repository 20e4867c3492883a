// Bringing a CSV in a real browser: with the mouse, with the keyboard, and without scripts; sound on a phone, a tablet
// and a desktop.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { unreadable } from './reading.ts';
import { faults, startWalking, type Walker } from './walker.ts';

let app: App;
let team: Walker;
/** Long enough for a busy machine: nothing here is timed. */
const patience = { timeout: 20_000 };
beforeAll(async () => {
  app = await startDemonstration();
  team = await startWalking(app);
  await team.signIn();
});
afterAll(async () => {
  await team?.close();
  await app?.stop();
});

const file = (name: string) => new URL(`../fixtures/${name}/data.csv`, import.meta.url).pathname;

it('proposes, shows at once what a change makes of it, and leads to the results', async () => {
  const { page } = team;
  await team.go('/team/ooo/surveys/new');
  await page.getByText('Van een ander hulpmiddel: CSV').click();
  await page.getByRole('button', { name: 'Vragenlijst maken' }).click();
  await page.waitForURL(/own-data$/);
  expect(await faults(page, [360, 768, 1280])).toEqual([]);
  expect(await unreadable(page)).toEqual([]);
  await page.getByLabel('CSV-bestand').setInputFiles(file('star-wars-2014'));
  await page.getByRole('button', { name: 'Bekijken wat erin staat' }).click();
  await page.waitForURL(/own-data\/.+/);
  expect(await faults(page, [360, 768, 1280])).toEqual([]);

  const shot = page.locator('#part-c29');
  await shot.getByLabel("“I don't understand this question” telt als").selectOption('dontKnow');
  await expect
    .poll(() => page.locator('#preview-c29').textContent(), patience)
    .toContain('telt niet mee: Weet niet');
  await shot.getByLabel('Woorden van de vraag').fill('Wie schoot eerst?');
  await expect
    .poll(() => page.locator('#preview-c29').textContent(), patience)
    .toContain('Wie schoot eerst?');
  await page.getByLabel('Dit is: Gender').focus();
  await page.getByLabel('Dit is: Gender').selectOption('leaveOut');
  await expect
    .poll(() => page.locator('#losses').textContent(), patience)
    .toContain('Weggelaten omdat jij dat koos: Gender.');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('kind.c33');

  await page.getByLabel('Naam van de vragenlijst').fill('Sterren');
  await page.getByRole('button', { name: 'Vragenlijst maken en antwoorden inlezen' }).click();
  await page.waitForURL(/results\?survey=sterren$/, { timeout: 60_000 });
}, 180_000);

it('goes by the keyboard alone', async () => {
  const { page } = team;
  await team.go('/team/ooo/own-data');
  await page.getByText('Of plak de rijen hier').first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(
    'Kleur;Vaak?\nRood;Nooit\nBlauw;Soms\nRood;Altijd\nBlauw;Soms\nRood;Nooit\n',
  );
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/own-data\/.+/);
  // Enter in a field keeps what was typed: it does not throw away, and does not make anything yet.
  await page.getByLabel('Naam van de vragenlijst').fill('Toetsen');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByLabel('Naam van de vragenlijst').inputValue(), patience).toBe('Toetsen');
  expect(page.url()).toMatch(/own-data\/.+/);
  await page.getByRole('button', { name: 'Vragenlijst maken en antwoorden inlezen' }).press('Enter');
  await page.waitForURL(/results\?survey=toetsen$/, { timeout: 60_000 });
}, 120_000);

it('does the same without scripts', async () => {
  const { page } = team;
  const cookies = await page.context().cookies();
  const plain = await page.context().browser()?.newContext({ javaScriptEnabled: false });
  if (!plain) throw new Error('no browser');
  await plain.addCookies(cookies);
  const quiet = await plain.newPage();
  await quiet.goto(`${app.address}/team/ooo/own-data`);
  await quiet.getByLabel('CSV-bestand').setInputFiles(file('carpentries-longterm'));
  await quiet.getByRole('button', { name: 'Bekijken wat erin staat' }).click();
  await quiet.getByLabel('Dit is: Country').selectOption('text');
  await quiet.getByRole('button', { name: 'Wijzigingen bewaren' }).last().click();
  expect(await quiet.getByLabel('Dit is: Country').inputValue()).toBe('text');
  // What nobody touched is as it was proposed.
  expect(await quiet.locator('#part-c17 [role=row]').count()).toBe(1 + 3);
  await quiet.getByLabel('Naam van de vragenlijst').fill('');
  await quiet.getByRole('button', { name: 'Vragenlijst maken en antwoorden inlezen' }).click();
  await quiet.getByLabel('Naam van de vragenlijst').fill('Zonder');
  await quiet.getByRole('button', { name: 'Vragenlijst maken en antwoorden inlezen' }).click();
  await quiet.waitForURL(/results\?survey=zonder$/, { timeout: 60_000 });
  await plain.close();
}, 120_000);

it('met no error on the way', () => {
  expect(team.problems).toEqual([]);
});
