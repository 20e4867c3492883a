// The first account of a demonstration, made in the browser as the set-up link asks.
import type { Browser, Cookie, Page } from 'playwright-core';
import type { App } from '../set-up/start-app.ts';
import { account, setUpPath } from '../set-up/start-demonstration.ts';

/** Makes the first account in this page, which is signed in and on the list of projects from then on. */
export async function makeFirstAccount(page: Page, app: App): Promise<void> {
  await page.goto(app.address + setUpPath);
  await page.fill('[name="email"]', account.email);
  await page.fill('[name="password"]', account.password);
  await page.click('main button[type="submit"]');
  await page.waitForURL(/\/team$/);
}

/** The cookies of somebody of the team who has just made the first account. */
export async function teamSession(browser: Browser, app: App): Promise<readonly Cookie[]> {
  const context = await browser.newContext();
  await makeFirstAccount(await context.newPage(), app);
  const cookies = await context.cookies(`${app.address}/team`);
  await context.close();
  return cookies;
}
