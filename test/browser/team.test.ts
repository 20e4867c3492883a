// The team's walk in a real browser: in through the set-up link, past every page, every chart drawn with the figures
// of the analysis, no accessibility violation, nothing sideways, nobody else asked.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { wholePercent } from '../../analysis/chart.ts';
import type { ProjectAnalysis } from '../../analysis/results/project.ts';
import type { CategoryShare } from '../../analysis/results/questions.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { teamSession } from './team-session.ts';

let app: App;
let browser: Browser;
let context: BrowserContext;
let session: Awaited<ReturnType<typeof teamSession>>;
let analysis: ProjectAnalysis;
const strangers: string[] = [];
const problems: string[] = [];

beforeAll(async () => {
  app = await startDemonstration();
  browser = await launchBrowser();
  analysis = await analyseProject(app.ctx, 'ooo', { reader: 'team' });
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
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== app.address) strangers.push(request.url());
  });
  page.on('pageerror', (error) => problems.push(`${path}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${path}: ${message.text()}`);
  });
  await page.goto(app.address + path);
  if (options.javaScriptEnabled !== false) {
    await page.waitForFunction(`document.querySelector('[data-chart]:not([data-drawn])') === null`);
  }
  return page;
}

const pages = [
  '/team',
  '/team/ooo/questionnaire',
  '/team/ooo/fieldwork',
  '/team/ooo/results',
  '/team/ooo/results?page=over_jou&filter=province%3ALimburg',
  '/team/ooo/results?page=hulp',
  '/team/ooo/results?page=leren',
  '/team/ooo/results/services',
  '/team/ooo/results/services?view=heat',
  '/team/ooo/results/services?view=quadrant',
  '/team/ooo/results/remarks',
  '/team/ooo/needs',
  '/team/ooo/needs/N5',
  '/team/ooo/evidence',
  '/team/ooo/records',
];

/** Which charts are blank: fewer than four different colours on their canvas. */
async function blankCharts(page: Page): Promise<unknown> {
  return page.evaluate(`[...document.querySelectorAll('canvas')].filter((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width || 1, canvas.height || 1);
    const seen = new Set();
    for (let at = 0; at < data.length && seen.size < 4; at += 4) {
      seen.add(data.slice(at, at + 4).join());
    }
    return seen.size < 4;
  }).map((canvas) => canvas.getAttribute('aria-label'))`);
}

describe.each([360, 1280])('at %i px', (width) => {
  it.each(pages)('%s has no accessibility violation, no sideways scroll and no blank chart', async (path) => {
    const page = await open(path, { viewport: { width, height: 900 } });
    await page.locator('details').evaluateAll((all) => {
      for (const each of all) each.setAttribute('open', '');
    });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([]);
    const sideways = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(sideways).toBe(0);
    expect(await blankCharts(page)).toEqual([]);
  });
});

describe('a chart', () => {
  it('carries the figures of the analysis in its table', async () => {
    const page = await open('/team/ooo/results?page=hulp');
    const question = analysis.surveys[0]?.questions.find(({ code }) => code === 'C4');
    if (question?.kind !== 'distributions') throw new Error('C4 is a distribution');
    const rows = await tableRows(page, 'C4');
    expect(rows.slice(0, 5)).toEqual(question.distributions[0]?.categories.map(figures));
    expect(await page.locator('canvas').count()).toBe(5);
  });

  it('of a tick-all question carries them too', async () => {
    const page = await open('/team/ooo/results?page=leren');
    const question = analysis.surveys[0]?.questions.find(({ code }) => code === 'E2');
    if (question?.kind !== 'choices') throw new Error('E2 is a tick-all question');
    const rows = await tableRows(page, 'E2');
    const expected = [...question.choices]
      .sort((one, other) => (other.share.estimate ?? 0) - (one.share.estimate ?? 0))
      .map(figures);
    expect(rows.map((cells) => cells.slice(0, 5))).toEqual(expected);
  });

  it('of each service stands with the sentence of its advice', async () => {
    const page = await open('/team/ooo/results/services');
    expect(await page.locator('canvas').count()).toBe(2 * (analysis.surveys[0]?.services.length ?? 0));
    const advice = page.locator('section[aria-labelledby="service-wise"] .service-advice');
    expect(await advice.textContent()).toContain('101 van de 108 gebruiken Wise elke maand');
  });

  it('is there as a table before any script runs', async () => {
    const page = await open('/team/ooo/results?page=hulp', { javaScriptEnabled: false });
    await page.locator('#chart-C4 .chart-table summary').click();
    expect(await page.locator('#chart-C4 table').isVisible()).toBe(true);
  });

  it('is drawn afresh in dark and on a narrow screen', async () => {
    const page = await open('/team/ooo/fieldwork');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 360, height: 800 });
    await page.locator('[data-chart][data-narrow="true"]').first().waitFor();
    expect(await blankCharts(page)).toEqual([]);
  });
});

function figures({ label, share }: Pick<CategoryShare, 'label' | 'share'>): readonly string[] {
  const { count, base, estimate, interval } = share;
  return [
    label.nl ?? '',
    String(count),
    String(base),
    `${wholePercent(estimate ?? 0)}%`,
    interval ? `${wholePercent(interval.lower)}–${wholePercent(interval.upper)}%` : '',
  ];
}

function tableRows(page: Page, chart: string): Promise<readonly (readonly string[])[]> {
  return page
    .locator(`[id="chart-${chart}"] tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
    );
}

describe('the walk', () => {
  it('goes along the chain by keyboard, opens a need from the list and a source from the matrix', async () => {
    const page = await open('/team');
    await page.getByRole('link', { name: 'Optimaliseren Opleiding en Ondersteuning' }).click();
    await page
      .getByRole('navigation', { name: 'Stappen van het project' })
      .getByText('Noden', { exact: true })
      .click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('sterkst onderbouwd');
    await page.getByRole('link', { name: 'Klankbordgroep', exact: true }).last().click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('zet');
    await page.getByRole('link', { name: 'Bewijs per bron' }).press('Enter');
    await page.locator('.matrix-cell a').first().press('Enter');
    expect(page.url()).toMatch(/\/needs\/N\w+#\w+$/);
    expect(await page.locator('.need-source:target').count()).toBe(1);
  });

  it('limits the results to a group, says so, and goes back to everybody', async () => {
    const page = await open('/team/ooo/results');
    await page.getByLabel('Toon enkel').selectOption({ label: 'Antwerpen' });
    await page.getByRole('button', { name: 'Cijfers tonen' }).click();
    await page.getByRole('navigation', { name: 'Resultaten' }).getByText('Hulp en opleiding').click();
    expect(await page.locator('.filter-note').textContent()).toContain('Enkel Provincie: Antwerpen.');
    await page.getByRole('link', { name: 'Iedereen tonen' }).click();
    expect(await page.locator('.filter-note').count()).toBe(0);
  });

  it('ends by signing out', async () => {
    const page = await open('/team/ooo/needs');
    await page.getByRole('button', { name: 'Afmelden' }).click();
    await page.goto(`${app.address}/team/ooo/needs`);
    expect(page.url()).toContain('/team/sign-in');
  });
});

it('no page asked another host or met an error of its own', () => {
  expect(strangers).toEqual([]);
  expect(problems).toEqual([]);
});
