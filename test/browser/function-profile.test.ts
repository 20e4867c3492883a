// Somebody fills in a function profile in a real browser, page by page, and the team reads what stays below a level and sets it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDemonstration } from '../../server/first-start.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { faults, startWalking, type Walker } from './walker.ts';

let app: App;
let walker: Walker;
beforeAll(async () => {
  app = await startDemonstration();
  await addDemonstration(app.ctx, 'profiel');
  walker = await startWalking(app);
});
afterAll(async () => {
  await walker?.close();
  await app?.stop();
});

const forward = () => Promise.all([walker.page.waitForNavigation(), walker.page.click('.actions .primary')]);
const choose = (name: string, value: string) =>
  walker.page.locator(`[name="${name}"][value="${value}"]`).check({ force: true });

describe('a function profile', () => {
  it('is filled in page by page, with every page sound and the result of one role hidden from others', async () => {
    const { page } = walker;
    await walker.go('/s/profiel');
    await forward();
    await page.locator('[name="consent"]').check({ force: true });
    await choose('FPC0r', 'zelf');
    await choose('FPC0n', 's7');
    await choose('FPC0a', 'info');
    await choose('FPC0d', 'anders');
    const seen: string[] = [];
    for (; /\/page\//.test(page.url()); await forward()) {
      const name = page.url().split('/').at(-1) ?? '';
      seen.push(name);
      expect(await faults(page), name).toEqual([]);
      if (name === 'opdrachtgever') {
        expect(await page.locator('[name="FPC1a.r01"]').count()).toBeGreaterThan(0);
        expect(await page.locator('[name="FPC1a.r04"]:visible').count()).toBe(0);
      }
      if (name === 'competenties') {
        expect(await page.locator('main').innerText()).toContain('nog in te vullen');
      }
    }
    expect(seen).toEqual([
      'over_jou',
      'opdrachtgever',
      'omgeving',
      'bedrijfsvoering',
      'vernieuwen',
      'competenties',
      'kennis',
      'verder',
    ]);
    expect(page.url()).toMatch(/thanks/);
    await walker.go('/s/profiel/result');
    expect(await faults(page, [360, 768, 1280])).toEqual([]);
    await page.fill('#link', 'geen link');
    await Promise.all([page.waitForNavigation(), page.press('#link', 'Enter')]);
    expect(await page.inputValue('#link')).toBe('geen link');
    expect(await page.getAttribute('#link', 'aria-describedby')).toBe('link-problem');
    expect(await faults(page)).toEqual([]);
  });

  it('is read by the team beside a second view, and what a level requires is set before it opens', async () => {
    const { page } = walker;
    await walker.signIn();
    expect(await walker.go('/team/profiel/side-by-side')).toBe(200);
    expect(await faults(page)).toEqual([]);
    await walker.go('/team/new');
    await page.locator('[value="template:profiel"]').check({ force: true });
    await page.fill('[name="title-nl"]', 'Onze profielen');
    await page.fill('[name="code"]', 'onze-profielen');
    await Promise.all([page.waitForNavigation(), page.click('main form [type="submit"]')]);
    await walker.go('/team/onze-profielen/side-by-side');
    expect(await faults(page)).toEqual([]);
    await page.fill('#required-competences-s5', '9');
    await Promise.all([page.waitForNavigation(), page.click('#required-competences [type="submit"]')]);
    expect(await faults(page)).toEqual([]);
    expect(await page.inputValue('#required-competences-s5')).toBe('9');
    await page.fill('#required-competences-s5', '3');
    await Promise.all([page.waitForNavigation(), page.click('#required-competences [type="submit"]')]);
    expect(await page.inputValue('#required-competences-s5')).toBe('3');
    expect(walker.problems).toEqual([]);
  });
});
