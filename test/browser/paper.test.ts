// Own answers, the summary, the form on paper and typing it in, in a real browser: axe and no running off to the side at
// both widths, printing on A4, and the keyboard alone.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countResponses, insertResponses, responsesSince } from '../../server/db/responses.ts';
import { surveyByCode } from '../../server/db/surveys.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { responseOf } from '../../server/operations/submit-response.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { noRegister } from '../../surveys/register.ts';
import { unpackAnswers } from '../../surveys/response-document.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { faults, startWalking, type Walker } from './walker.ts';

const receipt = '7KQ42MHR';
let app: App;
let walker: Walker;
beforeAll(async () => {
  app = await startDemonstration();
  walker = await startWalking(app);
  await storeOwn();
});
afterAll(async () => {
  await walker?.close();
  await app?.stop();
});

const own = {
  consent: 'yes',
  A1: 'decline',
  A2: 'balie',
  A3: 'lt1',
  'B1.wise': '4',
  'B2.wise': '2',
  'B1.cinebib': 'N',
  'C1.leerplatform': '2',
  'E1.papier': '1',
  D2: 'Een lang woord zonder spaties: '.concat('aanbevelingsbrievenverzameling'.repeat(4)),
};

async function surveyOoo() {
  const survey = await surveyByCode(app.ctx.db.kysely, 'ooo');
  if (!survey) throw new Error('the demonstration has its survey');
  return survey;
}

/** A response of this browser's own, as if it had just been sent. */
async function storeOwn(): Promise<void> {
  const { questionnaire } = await surveyOoo();
  const draft = { answers: own, version: 1, receiptHash: hashToken('receipt', receipt), seed: null };
  const response = responseOf(draft, questionnaire, noRegister, app.ctx.newId(), '2024-03-01');
  await insertResponses(app.ctx.db.kysely, 'ooo', [response]);
  const cookie = { name: 'receipt_ooo', value: receipt, domain: '127.0.0.1', path: '/s/ooo' };
  await walker.page.context().addCookies([cookie]);
}

/** How many sheets of A4 the page takes. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const isShown = (page: Page, selector: string) => page.locator(selector).first().isVisible();

describe('pages with own answers', () => {
  it.each(['/s/ooo/answers', '/s/ooo/summary'])(
    '%s has no accessibility violation and does not run off to the side, in the dark too',
    async (path) => {
      expect(await walker.go(path)).toBe(200);
      expect(await faults(walker.page)).toEqual([]);
      await walker.page.emulateMedia({ colorScheme: 'dark' });
      expect(await faults(walker.page, [360])).toEqual([]);
      await walker.page.emulateMedia({ colorScheme: null });
    },
  );

  it('print without buttons, and hold with letters twice as large', async () => {
    const { page } = walker;
    await walker.go('/s/ooo/answers');
    expect(await isShown(page, '[data-print]')).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await isShown(page, '.own-actions')).toBe(false);
    expect(await isShown(page, '.own-list')).toBe(true);
    await page.emulateMedia({ media: null });
    for (const path of ['/s/ooo/answers', '/s/ooo/summary']) {
      await walker.go(path);
      await page.setViewportSize({ width: 360, height: 900 });
      await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
      expect(await page.evaluate(sideways), path).toBe(0);
    }
  });

  it('say each bar in words: label, share, and whose it is', async () => {
    await walker.go('/s/ooo/summary');
    const mine = await walker.page.locator('.summary-bars li.mine').first().innerText();
    expect(mine.replaceAll(/\s+/g, ' ')).toMatch(/^Balie en publiek jij \d+%$/);
    expect(await walker.page.locator('.strip-mine').first().innerText()).toMatch(
      /^Jij: Wekelijks · \d+% koos hetzelfde$/,
    );
  });
});

describe('the form on paper', () => {
  it('has no accessibility violation, fits both widths, and prints on A4 without the page around it', async () => {
    const { page } = walker;
    expect(await walker.go('/s/ooo/paper')).toBe(200);
    expect(await faults(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await isShown(page, '.paper-note')).toBe(false);
    expect(await isShown(page, '.site-footer')).toBe(false);
    // The paper between the margins of A4 at 96 pixels to the inch.
    await page.setViewportSize({ width: 672, height: 1000 });
    expect(await page.evaluate(sideways)).toBe(0);
    await page.emulateMedia({ media: null });
    const count = await sheets(page);
    expect(count).toBeGreaterThan(4);
    expect(count).toBeLessThan(10);
  });
});

describe('typing a form in', () => {
  it('has no accessibility violation at both widths, empty and with mistakes', async () => {
    const { page } = walker;
    await walker.signIn();
    await walker.go('/team/ooo/entry?survey=ooo');
    expect(await faults(page)).toEqual([]);
    await page.fill('[id="v:A3"]', '9');
    await Promise.all([page.waitForNavigation(), page.click('button[value="save"]')]);
    expect(await page.locator('.error-summary li').count()).toBe(2);
    expect(await page.evaluate('document.activeElement.id')).toBe('summary');
    expect(await faults(page)).toEqual([]);
  });

  it('goes by the keyboard alone: Enter to the next field, a slip told at once, and an empty form again', async () => {
    const { page } = walker;
    const before = await countResponses(app.ctx.db.kysely, 'ooo');
    await page.setViewportSize({ width: 1280, height: 900 });
    await walker.go('/team/ooo/entry?survey=ooo');
    const type = async (words: string) => {
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
    };
    const here = () => page.evaluate('document.activeElement.id || document.activeElement.name');
    expect(await here()).toBe('sheet');
    await type('12');
    expect(await here()).toBe('day');
    await page.keyboard.press('Enter');
    expect(await here()).toBe('twice');
    await page.keyboard.press('Enter');
    expect(await here()).toBe('consent');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await type('a');
    await type('1');
    await page.keyboard.press('Enter');
    expect(await here()).toBe('v:A3');
    await type('9');
    expect(await page.locator('[id="v:A3-problem"]').innerText()).toContain('“9” staat bij deze vraag niet');
    await page.keyboard.press('Shift+Tab');
    expect(await here()).toBe('v:A3');
    await type('2');
    expect(await page.locator('[id="v:A3-problem"]').innerText()).toBe('');
    expect(await countResponses(app.ctx.db.kysely, 'ooo')).toBe(before);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Control+Enter')]);
    expect(await page.locator('#news').innerText()).toBe('Formulier 12 ingevoerd.');
    expect(await here()).toBe('sheet');
    expect(await page.inputValue('#sheet')).toBe('13');
    expect(await page.inputValue('[id="v:A3"]')).toBe('');
    const [last] = (await responsesSince(app.ctx.db.kysely, 'ooo', 0, 1000)).slice(-1);
    const { questionnaire } = await surveyOoo();
    const answers = unpackAnswers(codebookOf(questionnaire), last?.document ?? new Uint8Array());
    expect(answers).toMatchObject({ consent: 'yes', A1: 'decline', A2: 'balie', A3: 'y1_4' });
    expect(walker.problems).toEqual([]);
  });
});
