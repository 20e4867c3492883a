// Waiting for a large survey in a real browser: the page stays while the answers are read, and takes nothing out of the
// hands of who is busy in it.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertResponses } from '../../server/db/responses.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { copiesOfFirstAnswer, startDemonstration } from '../set-up/start-demonstration.ts';
import { teamSession } from './team-session.ts';

let app: App;
let browser: Browser;
beforeAll(async () => {
  app = await startDemonstration({ patience: 0 });
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

it('keeps the focus while answers are read, says when they are there, and opens them on a key', async () => {
  const session = await teamSession(browser, app);
  // Read when the session began; these have yet to be.
  const answers = await copiesOfFirstAnswer(app, 300_000);
  await app.ctx.writes.run((db) => insertResponses(db, 'ooo', answers));
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  await context.addCookies([...session]);
  const page = await context.newPage();
  await page.goto(`${app.address}/team/ooo/results`);
  const again = page.getByRole('link', { name: 'Kijk opnieuw' });
  await again.focus();
  expect(await page.getByRole('progressbar', { name: 'De antwoorden worden ingelezen' }).count()).toBe(1);

  await page.getByRole('status').filter({ hasText: 'De cijfers zijn klaar' }).waitFor();
  expect(await page.evaluate(`document.activeElement?.id`)).toBe('waiting-again');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  await page.keyboard.press('Enter');
  await page.getByText('300.108 antwoorden').first().waitFor();
  await context.close();
}, 120_000);
