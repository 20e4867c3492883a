// How far somebody scrolls through a grid of services with two scales: its height on a phone before, while and after it
// is answered by tapping, and whether the heads of its columns stay in view on a desktop.
import type { Browser, Page } from 'playwright-core';
import { desktop, freshContext, phone } from './page-load.ts';

export interface GridOnPhone {
  readonly rows: number;
  /** Height of the whole page in px: as it opens, the most it ever was, and when every row is answered. */
  readonly before: number;
  readonly most: number;
  readonly after: number;
  /** All movement of the page while answering, up and down, in px. */
  readonly scrolled: number;
  readonly taps: number;
  /** Smallest side of anything that was tapped, in px. */
  readonly smallestTarget: number;
}

/** Answers every row by tapping: used every month and mastered in part, so that both scales are asked. */
export async function answerOnPhone(
  browser: Browser,
  base: URL,
  cookie: string,
  address: string,
  [first, second]: readonly [string, string],
): Promise<GridOnPhone> {
  const context = await freshContext(browser, phone, base, cookie);
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  const height = () => page.evaluate<number>('document.documentElement.scrollHeight');
  await page.evaluate(`
    window.moved = { sum: 0, last: scrollY };
    addEventListener('scroll', () => {
      moved.sum += Math.abs(scrollY - moved.last);
      moved.last = scrollY;
    });
  `);
  const before = await height();
  const rows = page.locator('table.grid tr.row');
  const count = await rows.count();
  let [most, taps, smallestTarget] = [before, 0, Number.POSITIVE_INFINITY];
  for (let row = 0; row < count; row += 1) {
    for (const [scale, value] of [
      ['td.point:not(.second)', first],
      ['td.second.point', second],
    ] as const) {
      const label = rows.nth(row).locator(`${scale} label:has(input[value="${value}"])`);
      const box = await label.boundingBox();
      if (!box) throw new Error(`row ${row} does not offer ${scale} ${value}`);
      smallestTarget = Math.min(smallestTarget, box.width, box.height);
      await label.tap();
      taps += 1;
      most = Math.max(most, await height());
    }
  }
  await page.waitForTimeout(300);
  const after = await height();
  const scrolled = await page.evaluate<number>('moved.sum');
  await context.close();
  return { rows: count, before, most, after, scrolled, taps, smallestTarget };
}

/** Whether the heads of the columns are seen above the last row when that is in the middle of a desktop screen. */
export async function headsInView(
  browser: Browser,
  base: URL,
  cookie: string,
  address: string,
): Promise<boolean> {
  const context = await freshContext(browser, desktop, base, cookie);
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  const seen = await rowsWithHeads(page);
  await context.close();
  return seen;
}

function rowsWithHeads(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(`(async () => {
    const heads = document.querySelector('table.grid tr.codes');
    const rows = [...document.querySelectorAll('table.grid tr.row')];
    for (const row of rows) {
      row.scrollIntoView({ block: 'center' });
      await new Promise(requestAnimationFrame);
      const [head, own] = [heads?.getBoundingClientRect(), row.getBoundingClientRect()];
      if (!head || head.top < 0 || head.bottom > own.top + 1) return false;
    }
    return rows.length > 0;
  })()`);
}
