// The slides of a report in a real browser: by key, by button and without scripts; nothing higher than the screen, nothing
// too small to read from afar, no accessibility violation, and a page of paper for each slide.
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { projectByCode } from '../../server/db/projects.ts';
import { recordsOf, saveRecords } from '../../server/db/records.ts';
import { addDemonstration } from '../../server/first-start.ts';
import { templatesFolder } from '../../server/paths.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { teamSession } from './team-session.ts';

const address = '/r/ooo/1/present';
let app: App;
let browser: Browser;
let context: BrowserContext | undefined;
beforeAll(async () => {
  app = await startDemonstration();
  browser = await launchBrowser();
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options });
  const page = await context.newPage();
  await page.goto(`${app.address}${path}`, { waitUntil: 'networkidle' });
  return page;
}

/** Where somebody is: in the address, with the focus, on the screen, in the bar and in what is read out. */
const whereabouts = (page: Page) =>
  page.evaluate(`({
    address: location.hash,
    focus: document.activeElement.id,
    screen: document.elementFromPoint(60, 100)?.closest('.slide')?.id,
    bar: document.querySelector('[data-number]').textContent,
    said: document.querySelector('[data-said]').textContent,
  })`);
const count = (page: Page) => page.locator('.slide').count();

/** Slides that are higher than the screen, or whose content reaches its foot. */
const tooHigh = (page: Page) =>
  page.evaluate(`[...document.querySelectorAll('.slide')].filter((slide) => {
    const foot = slide.querySelector('.slide-foot').getBoundingClientRect();
    const parts = [...slide.querySelectorAll('.slide-content *')].filter((each) => !each.closest('.chart-figures, .sr'));
    const lowest = Math.max(...parts.map((each) => each.getBoundingClientRect().bottom));
    const widest = Math.max(...parts.map((each) => each.getBoundingClientRect().right));
    return slide.getBoundingClientRect().height > innerHeight + 1 || lowest > foot.top + 1 || widest > innerWidth;
  }).map((slide) => slide.id + ' ' + slide.querySelector('.slide-title').textContent)`);

/** The smallest words on the slides, in pixels as they are seen. */
const smallest = (page: Page) =>
  page.evaluate(`Math.min(...[...document.querySelectorAll('.slide-kicker, .slide-title, .slide-content *')]
    .filter((each) => !each.closest('.chart-figures, .sr') && each.tagName !== 'CAPTION')
    .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''))
    .map((each) => parseFloat(getComputedStyle(each).fontSize) * (each.ownerSVGElement?.getScreenCTM().a ?? 1)))`);

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

describe('by key', () => {
  test('every key goes where it says, with the focus, the address and what is read out', async () => {
    const page = await open(address);
    const of = await count(page);
    const at = async (place: number) => {
      const title = await page
        .locator(`#slide-${place}-title`)
        .evaluate((heading) =>
          (heading.querySelector(':scope > span:last-child') ?? heading).textContent.trim(),
        );
      expect(await whereabouts(page)).toEqual({
        address: `#slide-${place}`,
        focus: `slide-${place}-title`,
        screen: `slide-${place}`,
        bar: `${place} van ${of}`,
        said: `Dia ${place} van ${of}: ${title}`,
      });
    };
    const walk: readonly (readonly [string, number])[] = [
      ['ArrowRight', 2],
      ['ArrowDown', 3],
      ['PageDown', 4],
      ['Space', 5],
      ['Shift+Space', 4],
      ['PageUp', 3],
      ['ArrowUp', 2],
      ['ArrowLeft', 1],
      ['ArrowLeft', 1],
      ['End', of],
      ['ArrowRight', of],
      ['Home', 1],
    ];
    for (const [key, place] of walk) {
      await page.keyboard.press(key);
      await at(place);
    }
    await page.keyboard.press('Escape');
    await page.waitForURL(`${app.address}/r/ooo/1`);
  });

  test('the overview opens and closes by key and leads to a slide; Space on a button presses it', async () => {
    const page = await open(`${address}#slide-3`);
    expect(await whereabouts(page)).toMatchObject({ focus: 'slide-3-title', screen: 'slide-3' });
    await page.locator('[data-contents] summary').focus();
    await page.keyboard.press('Space');
    expect(await page.locator('.contents-panel').isVisible()).toBe(true);
    expect(await page.locator('.contents-panel a[aria-current="true"]').first().textContent()).toContain('3');
    await page.keyboard.press('Escape');
    expect(await page.locator('.contents-panel').isVisible()).toBe(false);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('SUMMARY');
    await page.keyboard.press('Enter');
    await page.locator('.contents-panel a[href="#slide-6"]').click();
    await page.waitForFunction("document.activeElement.id === 'slide-6-title'");
    expect(await page.locator('.contents-panel').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Volgende' }).focus();
    await page.keyboard.press('Space');
    expect(await whereabouts(page)).toMatchObject({ focus: 'slide-7-title', screen: 'slide-7' });
    await page.getByRole('button', { name: 'Vorige' }).click();
    expect(await whereabouts(page)).toMatchObject({ focus: 'slide-6-title', screen: 'slide-6' });
  });

  test('whoever scrolls is told where they are, and the full screen is a button away', async () => {
    const page = await open(address);
    await page.evaluate("document.getElementById('slide-4').scrollIntoView()");
    await page.waitForFunction("location.hash === '#slide-4'");
    expect(await page.locator('[data-number]').textContent()).toMatch(/^4 /);
    await page.getByRole('button', { name: 'Volledig scherm' }).click();
    await page.waitForFunction('document.fullscreenElement === document.documentElement');
  });
});

test('without scripts it is one page of slides with places, numbers and a way back', async () => {
  const page = await open(address, { javaScriptEnabled: false });
  const of = await count(page);
  expect(await page.locator('.slide-number').last().textContent()).toBe(`${of} van ${of}`);
  expect(await page.locator('.slide-number').last().isVisible()).toBe(true);
  expect(await page.getByRole('button').count()).toBe(0);
  await page.locator('[data-contents] summary').click();
  await page.locator('.contents-panel a[href="#slide-8"]').click();
  expect(page.url()).toMatch(/#slide-8$/);
  const box = await page.locator('#slide-8').boundingBox();
  expect(Math.abs(box?.y ?? 999)).toBeLessThan(2);
  expect(await page.locator('#slide-8 .slide-figure').isVisible()).toBe(true);
  expect(await page.getByRole('link', { name: 'Rapport', exact: true }).getAttribute('href')).toBe(
    '/r/ooo/1',
  );
});

describe('from afar', () => {
  for (const [width, height, least] of [
    [1280, 720, 24],
    [1920, 1080, 36],
    [1024, 768, 19],
  ] as const)
    test(`no slide is higher than the screen and no word too small at ${width} by ${height}`, async () => {
      for (const language of ['nl', 'en', 'fr']) {
        const page = await open(`${address}?lang=${language}`, { viewport: { width, height } });
        expect([language, await tooHigh(page)]).toEqual([language, []]);
        expect(Number(await smallest(page))).toBeGreaterThanOrEqual(least - 0.1);
        await context?.close();
      }
    });

  test('nor are they in any other report the templates show', async () => {
    const others = readdirSync(templatesFolder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('/demonstration.json'))
      .map((path) => dirname(path));
    expect(others.length).toBeGreaterThan(2);
    for (const name of others) {
      if (!(await projectByCode(app.ctx.db.kysely, name))) await addDemonstration(app.ctx, name);
      const code = (await projectByCode(app.ctx.db.kysely, name))?.reportTemplate.code ?? '';
      const page = await open(`/r/${code}/1/present`);
      expect([name, await tooHigh(page)]).toEqual([name, []]);
      expect(Number(await smallest(page))).toBeGreaterThanOrEqual(23.9);
      await context?.close();
    }
  });

  test('nor are they where the words of a project are very long', async () => {
    const records = await recordsOf(app.ctx.db.kysely, 'ooo');
    const long = { nl: `Zeer lange woorden ${'en nog veel meer woorden '.repeat(60)}` };
    const endless = { nl: 'x'.repeat(900) };
    await app.ctx.writes.run((db) =>
      saveRecords(db, 'ooo', {
        ...records,
        finding: records.finding.map((each) => ({ ...each, text: long })),
        recommendation: records.recommendation.map((each) => ({ ...each, text: endless })),
        action: records.action.map((each, place) => ({
          ...each,
          title: place === 0 ? endless : long,
          owner: long,
        })),
        quote: records.quote.map((each) => ({ ...each, text: long })),
      }),
    );
    const page = await open('/');
    await context?.addCookies([...(await teamSession(browser, app))]);
    await page.goto(`${app.address}/team/ooo/report/present`, { waitUntil: 'networkidle' });
    expect(await count(page)).toBeGreaterThan(40);
    expect(await tooHigh(page)).toEqual([]);
    await app.ctx.writes.run((db) => saveRecords(db, 'ooo', records));
  });
});

describe('for everybody', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [360, 768, 1280])
      test(`no accessibility violation and no sideways scroll at ${width} px, ${colorScheme}`, async () => {
        // The first needs have every kind of slide; axe takes a while over all of them.
        const page = await open(`${address}?needs=3`, { viewport: { width, height: 720 }, colorScheme });
        await page.locator('[data-contents] summary').click();
        expect(await violations(page)).toEqual([]);
        expect(
          await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
        ).toBe(0);
      });

  test('one h1, an h2 for every other slide, and no id twice', async () => {
    const page = await open(address);
    const of = await count(page);
    expect([await page.locator('h1').count(), await page.locator('h2').count()]).toEqual([1, of - 1]);
    const double = await page.evaluate(`[...document.querySelectorAll('[id]')].map(({ id }) => id)
      .filter((id, index, all) => all.indexOf(id) !== index)`);
    expect(double).toEqual([]);
  });

  test('on a narrow screen the figures of a picture are read, not drawn too small', async () => {
    const page = await open(address, { viewport: { width: 360, height: 740 } });
    const slide = page.locator('.shows-chart').first();
    expect(await slide.locator('.plain-drawing').isVisible()).toBe(false);
    expect(await slide.locator('td').first().isVisible()).toBe(true);
  });
});

test('on paper every slide is one A4 page on its side', async () => {
  const page = await open(address);
  const of = await count(page);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)?.length).toBe(of);
  expect(pdf).toMatch(/MediaBox \[\s*0 0 841\.9\d* 594\.9\d*\s*\]/);
  expect(pdf).not.toMatch(/MediaBox \[\s*0 0 594\.9/);
});
