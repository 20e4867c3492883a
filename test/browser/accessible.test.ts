// What the accessibility page says of every page: axe finds nothing at 360 and 1280 pixels. Here are the pages no other
// walk passes: the public ones, coming in, what went wrong, the survey of colleagues and every tab of the results.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../set-up/start-app.ts';
import { setUpPath, startDemonstration } from '../set-up/start-demonstration.ts';
import { workspacePages } from '../set-up/start-real-surveys.ts';
import { faults, startWalking, type Walker } from './walker.ts';

let app: App;
let walker: Walker;
beforeAll(async () => {
  app = await startDemonstration();
  walker = await startWalking(app);
});
afterAll(async () => {
  await walker?.close();
  await app?.stop();
});

async function soundPage(path: string, status = 200): Promise<void> {
  expect([path, await walker.go(path)]).toEqual([path, status]);
  expect(await faults(walker.page), path).toEqual([]);
}

/** Sends the sign-in form as it stands, after this happened to its fields. Gives the status of what comes back. */
async function sendSignIn(change: string): Promise<number> {
  await walker.go('/team/sign-in');
  await walker.page.evaluate(change);
  const [reply] = await Promise.all([
    walker.page.waitForNavigation(),
    walker.page.evaluate(`document.querySelector('main form').submit()`),
  ]);
  return reply?.status() ?? 0;
}

const filled = (email: string, password: string) =>
  `document.querySelector('[name="email"]').type = 'text';
   document.querySelector('[name="email"]').value = ${email};
   document.querySelector('[name="password"]').value = ${password};`;

describe('a page has no accessibility violation and does not run off to the side', () => {
  it.each([
    '/',
    '/privacy',
    '/accessibility',
    '/s/ooo-collega',
    '/s/ooo/withdrawn',
    '/s/ooo/contact',
    '/s/ooo/contact/thanks',
    setUpPath,
    '/team/sign-in',
  ])('%s', (path) => soundPage(path));

  it('every page of the survey of colleagues', async () => {
    const { page } = walker;
    const forward = () => Promise.all([page.waitForNavigation(), page.click('.actions .primary')]);
    await walker.go('/s/ooo-collega');
    await forward();
    const seen: string[] = [];
    for (; /\/page\//.test(page.url()); await forward()) {
      seen.push(page.url());
      expect(seen.length, page.url()).toBeLessThan(6);
      expect(await faults(page), page.url()).toEqual([]);
      const consent = page.locator('[name="consent"]');
      if ((await consent.count()) > 0) await consent.check();
    }
    expect(seen).toHaveLength(4);
    expect(await faults(page), 'thanks').toEqual([]);
    await soundPage('/s/ooo-collega/withdraw');
  });

  it('what says that something is not there, too large, or not right', async () => {
    await soundPage('/nergens', 404);
    await soundPage('/s/nergens', 404);
    await soundPage('/r/nergens', 404);
    expect(await sendSignIn(filled(`'x'.repeat(300000)`, `'x'`))).toBe(413);
    expect(await faults(walker.page), '413').toEqual([]);
    expect(await sendSignIn(filled(`'iemand@bib.example'`, `'fout'`))).toBe(422);
    expect(await faults(walker.page), '422').toEqual([]);
  });

  it('every tab of the results, of both surveys, and what stands beside them', async () => {
    await walker.signIn();
    const results = (await workspacePages(app, 'ooo')).filter((path) => path.includes('/results'));
    expect(results.length).toBeGreaterThan(8);
    for (const path of [
      ...results,
      '/team',
      '/team/ooo/register',
      '/team/ooo/report',
      '/team/ooo/surveys/ooo/close',
    ])
      await soundPage(path);
  }, 300_000);

  it('what says that a link was used or that there were too many attempts', async () => {
    await soundPage(setUpPath, 410);
    await walker.page.context().clearCookies();
    let status = 0;
    for (let attempt = 0; attempt < 30 && status !== 429; attempt += 1)
      status = await sendSignIn(filled(`'iemand@bib.example'`, `'fout'`));
    expect(status).toBe(429);
    expect(await faults(walker.page), '429').toEqual([]);
  });

  it('what says that another questionnaire was begun in the meantime', async () => {
    const { page } = walker;
    await page.context().clearCookies();
    await walker.go('/s/ooo');
    await Promise.all([page.waitForNavigation(), page.click('.actions .primary')]);
    const other = await page.context().newPage();
    await other.goto(`${app.address}/s/ooo`);
    await Promise.all([other.waitForNavigation(), other.click('form[action$="/start"] button')]);
    await other.close();
    const [reply] = await Promise.all([page.waitForNavigation(), page.click('.actions .primary')]);
    expect(reply?.status()).toBe(409);
    expect(await faults(page)).toEqual([]);
  });
});
