// A questionnaire in five languages in a real browser: the menu fits a narrow phone, and axe finds nothing in any of them.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWithSample } from '../server/sample-survey.ts';
import type { App } from '../set-up/start-app.ts';
import { fiveLanguages, sampleInFive } from '../surveys/five-languages.ts';
import { faults, startWalking, type Walker } from './walker.ts';

let app: App;
let walker: Walker;
beforeAll(async () => {
  app = await startWithSample(sampleInFive);
  walker = await startWalking(app);
});
afterAll(async () => {
  await walker?.close();
  await app?.stop();
});

it.each(fiveLanguages)('has sound pages in "%s"', async (language) => {
  const { page } = walker;
  for (const path of ['/s/proef', '/privacy', '/accessibility', '/nergens']) {
    await walker.go(`${path}?lang=${language}`);
    expect(await faults(page), path).toEqual([]);
  }
  await walker.go('/s/proef');
  for (const button of ['.around .actions .button', '.actions .primary']) {
    await Promise.all([page.waitForNavigation(), page.click(button)]);
  }
  expect(await page.locator('.error-summary').count()).toBe(1);
  expect(await page.getAttribute('html', 'lang')).toBe(language);
  expect(await faults(page)).toEqual([]);
});

it('has a menu of five on one line at 360 pixels, each large enough to tap and named in its own language', async () => {
  const { page } = walker;
  await walker.go('/s/proef');
  await page.setViewportSize({ width: 360, height: 700 });
  const group = page.getByRole('group', { name: /^(Taal|Language|Langue|Sprache|Sprog)$/ });
  const boxes = await Promise.all(
    (await group.locator('a, button, .here').all()).map((choice) => choice.boundingBox()),
  );
  expect(boxes).toHaveLength(5);
  expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
  for (const box of boxes) expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  await Promise.all([page.waitForNavigation(), group.getByRole('link', { name: 'Deutsch' }).click()]);
  expect(await page.getAttribute('html', 'lang')).toBe('de');
});
