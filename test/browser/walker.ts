// Somebody of the team who walks many pages in one browser window, and looks at each as a reader would.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { lines, type Tables } from './expected-tables.ts';
import { makeFirstAccount } from './team-session.ts';

export interface Walker {
  readonly page: Page;
  /** Everything that went wrong on the way: other hosts asked, errors in the page, pages that are not there. */
  readonly problems: string[];
  /** Goes to a page and waits until its charts are drawn. Gives the status. */
  go(path: string): Promise<number>;
  /** Makes the first account and stays signed in. */
  signIn(): Promise<void>;
  close(): Promise<void>;
}

/** A window of 1280 wide in a browser of its own. */
export async function startWalking(app: App): Promise<Walker> {
  const browser: Browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== app.address)
      problems.push(`asked ${request.url()}`);
  });
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
  return {
    page,
    problems,
    go: async (path) => {
      const reply = await page.goto(app.address + path);
      await page.waitForFunction(`document.querySelector('[data-chart]:not([data-drawn])') === null`);
      return reply?.status() ?? 0;
    },
    signIn: () => makeFirstAccount(page, app),
    close: () => browser.close(),
  };
}

/**
 * What axe finds, and whether the page runs off to the side.
 * @param widths in pixels.
 * @param unfolded whether everything that folds is opened first.
 */
export async function faults(
  page: Page,
  widths: readonly number[] = [360, 1280],
  unfolded = true,
): Promise<readonly string[]> {
  const found: string[] = [];
  if (unfolded)
    await page.locator('details').evaluateAll((all) => {
      for (const each of all) each.setAttribute('open', '');
    });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    for (const { id, nodes } of violations)
      found.push(`${width}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    const sideways = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    if (sideways !== 0) found.push(`${width}: runs ${String(sideways)} pixels off to the side`);
  }
  return found;
}

/** Which charts are blank: fewer than four different colours on their canvas. */
export async function blankCharts(page: Page): Promise<unknown> {
  return page.evaluate(`[...document.querySelectorAll('canvas')].filter((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width || 1, canvas.height || 1);
    const seen = new Set();
    for (let at = 0; at < data.length && seen.size < 4; at += 4) seen.add(data.slice(at, at + 4).join());
    return seen.size < 4;
  }).map((canvas) => canvas.getAttribute('aria-label'))`);
}

/** The table under every chart of the page, by the chart's id. */
export async function tablesShown(page: Page, charts = 'figure.chart'): Promise<Tables> {
  const shown = await page.locator(charts).evaluateAll((figures) =>
    figures.map((figure) => {
      let group = '';
      const rows: string[][] = [];
      for (const body of figure.querySelectorAll('tbody')) {
        group = '';
        for (const row of body.querySelectorAll('tr')) {
          const words = [...row.children].map((cell) => cell.textContent ?? '');
          if (row.classList.contains('table-group')) group = words[0] ?? '';
          else rows.push([group, ...words]);
        }
      }
      return { id: figure.id.replace(/^chart-/, ''), rows };
    }),
  );
  return Object.fromEntries(shown.map(({ id, rows }) => [id, lines(rows)]));
}
