// Figures from elsewhere in a real browser: a file is chosen, looked at, mended and stored, and no page of the way has
// anything for axe to find or runs off to the side.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { faults, startWalking, type Walker } from './walker.ts';

let app: App;
let walker: Walker;
beforeAll(async () => {
  app = await startDemonstration();
  walker = await startWalking(app);
  await walker.signIn();
});
afterAll(async () => {
  await walker?.close();
  await app?.stop();
});

const widths = [360, 768, 1280];

it('takes a file from the empty page to the services beside the survey (OOO-57, LIB-17)', async () => {
  const { page } = walker;
  expect(await walker.go('/team/ooo/outside')).toBe(200);
  expect(await faults(page, widths)).toEqual([]);
  await page.fill('#title', 'Gebruik van de collecties');
  await page.check('#kind-use');
  await page.setInputFiles('#file', {
    name: 'gebruik.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'jaar;dienst;bib;uitleningen\n2024;E-boeken;bib-001;4120\n2024;Films;bib-002;310\n2024;Fundels;Onbekend;9\n',
    ),
  });
  await Promise.all([page.waitForNavigation(), page.click('.outside-form [type="submit"]')]);
  expect(await page.textContent('.outside-notes')).toContain('Films');
  expect(await faults(page, widths)).toEqual([]);
  await page.selectOption('#service-1', 'cinebib');
  await page.fill('#library-0', 'bib-003');
  await Promise.all([page.waitForNavigation(), page.click('[value="check"]')]);
  expect(await page.locator('.outside-notes').count()).toBe(0);
  await Promise.all([page.waitForNavigation(), page.click('[value="save"]')]);
  expect(await page.textContent('.stored-note')).toContain('3 cijfers');
  expect(await page.textContent('.outside-services')).toContain('uitleningen, 2024: 310');
  await walker.go('/team/ooo/results/services');
  expect(await page.textContent('.outside-services')).toContain('uitleningen, 2024: 4.120');
  // The page that asks again answers 422, which the browser reports by itself.
  expect(walker.problems.filter((problem) => !problem.includes('422'))).toEqual([]);
}, 120_000);
