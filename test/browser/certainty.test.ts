// How sure the order is, what changed since the last wave and who can do what, in a real browser: no accessibility
// violation, nothing sideways on a phone, every picture drawn with its figures in a table.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sureness } from '../../analysis/charts/place-dots.ts';
import { projectOrders } from '../../server/operations/project-orders.ts';
import { projectSkills } from '../../server/operations/project-skills.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import { addSecondWave } from '../set-up/second-wave.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { teamSession } from './team-session.ts';

let app: App;
let browser: Browser;
let context: BrowserContext;
let session: Awaited<ReturnType<typeof teamSession>>;
const problems: string[] = [];

beforeAll(async () => {
  app = await startDemonstration();
  await addSecondWave(app);
  browser = await launchBrowser();
  session = await teamSession(browser, app);
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  await context.addCookies([...session]);
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(`${path}: ${error.message}`));
  await page.goto(app.address + path);
  if (options.javaScriptEnabled !== false) {
    await page.waitForFunction(`document.querySelector('[data-chart]:not([data-drawn])') === null`);
  }
  return page;
}

describe.each(['/team/ooo/order', '/team/ooo/waves', '/team/ooo/skills', '/team/ooo/needs/N5'])(
  '%s',
  (path) => {
    it.each(['light', 'dark'] as const)('has no accessibility violation in %s', async (colorScheme) => {
      const page = await open(path, { colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });

    it('fits a narrow phone, and a tablet with text twice as large', async () => {
      const page = await open(path, { viewport: { width: 360, height: 800 } });
      const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(sideways)).toBe(0);
      await page.setViewportSize({ width: 768, height: 1000 });
      await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
      expect(await page.evaluate(sideways)).toBe(0);
    });
  },
);

describe('the certainty of an order', () => {
  it('stands in the table of its picture as it was computed', async () => {
    const page = await open('/team/ooo/order');
    const [order] = await projectOrders(app.ctx, 'ooo', 'team');
    const [first] = order?.stability?.needs ?? [];
    const cells = await page
      .locator('[id="chart-places-all"] tbody tr')
      .first()
      .locator('td')
      .allTextContents();
    expect(cells.at(-1)).toBe(sureness(first?.inTop ?? 0));
    expect(cells[1]).toBe(
      first?.best === first?.worst ? String(first?.best) : `${first?.best}–${first?.worst}`,
    );
    const places = await page
      .locator('#order-all .ways-table tbody tr')
      .first()
      .locator('td')
      .allTextContents();
    expect(places).toEqual(order?.ways[0]?.places.map((place) => String(place)));
  });

  it('stands under each place of the ladder, with the way to the page', async () => {
    const page = await open('/team/ooo/needs', { javaScriptEnabled: false });
    expect(await page.locator('.place-interval').count()).toBe(11);
    await page.getByRole('link', { name: 'Hoe zeker is deze volgorde?' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(
      /hersteekproeven in de top 3$/,
    );
  });
});

describe('two waves', () => {
  it('are declared and taken apart again by keyboard alone', async () => {
    const page = await open('/team/ooo/waves');
    expect(await page.locator('.wave-moved li').first().textContent()).toMatch(/gestegen van \d+% naar \d+%/);
    const choice = page.getByLabel('‘Opleiding en ondersteuning, een jaar later’ is een volgende meting van');
    await choice.selectOption('');
    await choice.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Bewaard.' }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'Nog geen twee metingen om te vergelijken',
    );
  });
});

describe('who can do what', () => {
  it('names the skill that most often hangs on one colleague', async () => {
    const page = await open('/team/ooo/skills');
    const coverage = await projectSkills(app.ctx, 'ooo', 'team');
    const counts = (coverage?.skills ?? []).map(({ libraries }) => libraries.one.count ?? 0);
    const finding = await page.getByRole('heading', { level: 1 }).textContent();
    expect(finding).toContain(`in ${Math.max(...counts)} van de`);
    expect(await page.locator('#chart-skills tbody').count()).toBe(coverage?.skills.length ?? 0);
  });
});

it('no page met an error of its own', () => {
  expect(problems).toEqual([]);
});
