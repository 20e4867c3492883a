// The OOO needs put in one order by four members in four ways: finger, keys alone, buttons, and without scripts.
// Nine cards, then the two inside need 3. What is stored is the same each time, and every move is told.
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import {
  cardControl,
  Finger,
  inviteMember,
  openIn,
  orderOf,
  phone,
  saved,
  status,
  storedLists,
  tablet,
} from './panel-member.ts';

const wanted = ['N3', 'N1', 'N5', 'N4', 'N2', 'N5d', 'N5b', 'N5a', 'N5c'];
const wantedWithin = ['N3b', 'N3a'];
/** What every one of them must leave in the database. */
const ballot = {
  top: {
    tiers: [['N3'], ['N1'], ['N5'], ['N4'], ['N2'], ['N5d'], ['N5b'], ['N5a'], ['N5c']],
    noOpinion: [],
  },
  N3: { tiers: [['N3b'], ['N3a']], noOpinion: [] },
};

let app: App;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  app = await startDemonstration();
  browser = await launchBrowser();
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function open(member: string, options: Parameters<typeof openIn>[2] = {}) {
  const animated = { reducedMotion: 'reduce' } as const;
  ({ context, page } = await openIn(browser, await inviteMember(app, member), { ...animated, ...options }));
}

/** Titles as they stand on the cards. */
const titles = async () =>
  new Map(
    await page
      .locator('.card')
      .evaluateAll((cards) =>
        cards.map((card): [string, string] => [
          card.getAttribute('data-need') ?? '',
          card.getAttribute('data-title') ?? '',
        ]),
      ),
  );

/** Looks over the order and hands it in; waits for each page. */
async function handIn(press: (name: string) => Promise<void>) {
  await press('Nakijken en indienen');
  await page.waitForURL(/\/review$/, { waitUntil: 'load' });
  await press('Volgorde indienen');
  await page.waitForURL(/\/submitted$/, { waitUntil: 'load' });
}
const clickOn = (name: string) => page.getByRole('button', { name }).click();

describe('what a screen reader is given', () => {
  let session: CDPSession;
  interface AxNode {
    readonly nodeId: string;
    readonly ignored: boolean;
    readonly role?: { readonly value: string };
    readonly name?: { readonly value: string };
    readonly childIds?: readonly string[];
    readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
  }
  /** The accessibility tree as Chromium hands it to a screen reader. */
  async function tree(): Promise<readonly AxNode[]> {
    // The session's type leaves `name.value` open; of these roles it is text.
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
    return nodes.filter(({ ignored }) => !ignored);
  }
  /** The one live region: how it is said, and its words. */
  async function told() {
    const nodes = await tree();
    const regions = nodes.filter(({ role }) => role?.value === 'status');
    const region = regions[0];
    const words = nodes.filter(({ nodeId }) => region?.childIds?.includes(nodeId));
    return {
      regions: regions.length,
      live: region?.properties?.find(({ name }) => name === 'live')?.value.value,
      words: words.map(({ name }) => name?.value).join(''),
    };
  }

  test('each control by its need, the handle not at all, and every move in the one polite region', async () => {
    await open('lid-5');
    session = await context.newCDPSession(page);
    await session.send('Accessibility.enable');
    await page.locator('.ballot.can-drag').waitFor();
    const named = await titles();
    const buttons = (await tree())
      .filter(({ role }) => role?.value === 'button')
      // The part for who listens stands in a box of its own: a space comes before its colon.
      .map(({ name }) => name?.value.replace(' :', ':'));
    for (const need of [...wanted, ...wantedWithin]) {
      expect(buttons).toContain(`Omhoog: ${named.get(need)}`);
      expect(buttons).toContain(`Omlaag: ${named.get(need)}`);
    }
    expect(await page.locator('[data-handle]').first().getAttribute('aria-hidden')).toBe('true');
    expect(await told()).toEqual({ regions: 1, live: 'polite', words: '' });

    const [, second, third] = await orderOf(page);
    await cardControl(page, second, 'up').click();
    const words = `‘${named.get(second ?? '')}’ staat nu op plaats 1 van 9.`;
    await expect.poll(told).toEqual({ regions: 1, live: 'polite', words });
    await cardControl(page, third, 'to').selectOption('9');
    const moved = `‘${named.get(third ?? '')}’ staat nu op plaats 9 van 9.`;
    await expect.poll(told).toEqual({ regions: 1, live: 'polite', words: moved });
    await cardControl(page, third, 'equal').click();
    const tied = `‘${named.get(third ?? '')}’ staat nu gelijk op plaats 8.`;
    await expect.poll(told).toEqual({ regions: 1, live: 'polite', words: tied });
    await cardControl(page, second, 'noOpinion').click();
    const out = `Over ‘${named.get(second ?? '')}’ heb je geen mening: de nood telt voor jou niet mee.`;
    await expect.poll(told).toEqual({ regions: 1, live: 'polite', words: out });
    await clickOn('Ongedaan maken');
    await expect.poll(async () => (await told()).words).toBe('Je vorige volgorde staat er weer.');
    expect(await status(page).textContent()).toBe('Je vorige volgorde staat er weer.');
  });

  test('of fast repeats only the last place is said', async () => {
    await open('lid-5');
    const heard = await page.locator('[data-status]').evaluateHandle((region) => {
      const sentences: string[] = [];
      new MutationObserver(() => sentences.push(region.textContent ?? '')).observe(region, {
        childList: true,
      });
      return sentences;
    });
    const last = (await orderOf(page)).at(-1);
    await cardControl(page, last, 'up').focus();
    await page.evaluate((need) => {
      const button = document.querySelector<HTMLButtonElement>(`#need-${need} > .hands [data-do="up"]`);
      for (let press = 0; press < 4; press += 1) button?.click();
    }, last);
    await expect.poll(() => status(page).textContent()).toMatch(/op plaats 5 van 9\.$/);
    expect((await heard.jsonValue()).length).toBe(1);
  });
});

describe('one order', () => {
  test.each([
    ['tablet', tablet, 'lid-1'],
    ['phone', phone, 'lid-5'],
  ] as const)('by finger on a %s', async (_, device, member) => {
    await open(member, device);
    await page.locator('.ballot.can-drag').waitFor();
    const finger = await Finger.on(page);
    for (const [list, needs] of [
      ['top', wanted],
      ['N3', wantedWithin],
    ] as const) {
      for (const [place, need] of needs.entries()) {
        if ((await orderOf(page, list))[place] !== need) await finger.drag(need, list, place);
      }
      expect(await orderOf(page, list)).toEqual(needs);
    }
    await saved(page);
    await handIn((name) => page.getByRole('button', { name }).tap());
    expect(await storedLists(app, member)).toEqual(ballot);
  });

  test('with the keys alone', async () => {
    await open('lid-2');
    const named = await titles();
    /** Walks with Tab until the control has the focus, as nobody without a pointer can jump. */
    const walkTo = async (selector: string) => {
      const way = await page.evaluate((wantedOne) => {
        const target = document.querySelector(wantedOne);
        const here = document.activeElement ?? document.body;
        const later = target && here.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING;
        return later ? 'Shift+Tab' : 'Tab';
      }, selector);
      for (let presses = 0; presses < 200; presses += 1) {
        if (await page.evaluate((it) => document.activeElement?.matches(it), selector)) return;
        await page.keyboard.press(way);
      }
      throw new Error(`no way to ${selector} with ${way}`);
    };
    for (const [place, need] of wanted.entries()) {
      if ((await orderOf(page))[place] === need) continue;
      await walkTo(`select[name="place.${need}"]`);
      for (let press = 0; press <= place; press += 1) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      // The focus stayed on the card that moved, and the place is told.
      expect(await page.evaluate('document.activeElement?.getAttribute("name")')).toBe(`place.${need}`);
      await expect
        .poll(() => status(page).textContent())
        .toBe(`‘${named.get(need)}’ staat nu op plaats ${place + 1} van 9.`);
    }
    if ((await orderOf(page, 'N3'))[0] !== 'N3b') {
      await walkTo('#need-N3b > .hands [data-do="up"]');
      await page.keyboard.press('Enter');
      await expect
        .poll(() => status(page).textContent())
        .toBe(`‘${named.get('N3b')}’ staat nu op plaats a van 2.`);
    }
    expect(await orderOf(page)).toEqual(wanted);
    await saved(page);
    await handIn(async (name) => {
      const value = name === 'Nakijken en indienen' ? 'button[value="review"]' : 'main button[type="submit"]';
      await walkTo(value);
      await page.keyboard.press('Enter');
    });
    expect(await storedLists(app, 'lid-2')).toEqual(ballot);
  });

  test('with the buttons, no dragging', async () => {
    await open('lid-3');
    for (const [list, needs] of [
      ['top', wanted],
      ['N3', wantedWithin],
    ] as const) {
      for (const [place, need] of needs.entries()) {
        for (let at = (await orderOf(page, list)).indexOf(need); at > place; at -= 1) {
          await cardControl(page, need, 'up').click();
        }
      }
    }
    await saved(page);
    await handIn(clickOn);
    expect(await storedLists(app, 'lid-3')).toEqual(ballot);
  });

  test('without scripts, the sentence read with the button that has the focus', async () => {
    await open('lid-4', { javaScriptEnabled: false });
    for (const [place, need] of wanted.entries()) {
      if ((await orderOf(page))[place] === need) continue;
      await page.locator(`select[name="place.${need}"]`).selectOption(String(place + 1));
      await page.locator(`button[value="to:${need}"]`).click();
      await page.waitForURL((url) => url.searchParams.get('moved') === need, { waitUntil: 'load' });
    }
    if ((await orderOf(page, 'N3'))[0] !== 'N3b') {
      await cardControl(page, 'N3b', 'up').click();
      await page.waitForURL((url) => url.searchParams.get('moved') === 'N3b', { waitUntil: 'load' });
      const focused = page.locator('[autofocus]');
      expect(await focused.getAttribute('value')).toBe('up:N3b');
      expect(await focused.getAttribute('aria-describedby')).toBe(await status(page).getAttribute('id'));
      expect(await status(page).textContent()).toMatch(/ staat nu op plaats a van 2\.$/);
    }
    expect(await orderOf(page)).toEqual(wanted);
    await handIn(clickOn);
    expect(await storedLists(app, 'lid-4')).toEqual(ballot);
  });
});
