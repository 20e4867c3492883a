// One cold load of a page in Chromium, as a respondent's first visit: nothing kept, the processor slowed down.
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

/** How much slower than this machine the processor is made. */
export const slowdown = 4;

export interface PageLoad {
  readonly requests: number;
  /** Bytes over the wire, headers included: the page itself, and its styles, scripts, fonts and pictures. */
  readonly html: number;
  readonly assets: number;
  /** Milliseconds until anything is painted. */
  readonly firstPaint: number;
}

export interface Screen {
  readonly width: number;
  readonly height: number;
  readonly touch: boolean;
}
export const phone: Screen = { width: 390, height: 844, touch: true };
export const desktop: Screen = { width: 1280, height: 900, touch: false };

/** A browser that has never been here but for its cookie. */
export async function freshContext(browser: Browser, screen: Screen, base: URL, cookie: string | null) {
  const context = await browser.newContext({
    viewport: { width: screen.width, height: screen.height },
    hasTouch: screen.touch,
    isMobile: screen.touch,
    locale: 'nl-BE',
  });
  if (cookie) {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: base.href }]);
  }
  return context;
}

/** Loads a page cold. @throws Error when it is not answered with 200. */
export async function loadCold(context: BrowserContext, address: string): Promise<PageLoad> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const weights = await weigh(session, address);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const reply = await page.goto(address, { waitUntil: 'load' });
  if (reply?.status() !== 200) throw new Error(`${address} gave ${reply?.status() ?? 'nothing'}`);
  const firstPaint = await paintOf(page);
  await page.waitForLoadState('networkidle');
  const load = { requests: weights.requests(), html: weights.html(), assets: weights.assets(), firstPaint };
  await page.close();
  return load;
}

async function weigh(session: CDPSession, address: string) {
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const addresses = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    bytes.set(requestId, encodedDataLength),
  );
  const sum = (document: boolean) =>
    [...bytes].reduce(
      (total, [id, length]) => total + ((addresses.get(id) === address) === document ? length : 0),
      0,
    );
  return { requests: () => addresses.size, html: () => sum(true), assets: () => sum(false) };
}

/** Scripts for the page are text here: the types of a browser are not those of this program. */
function paintOf(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const look = () => {
      const [entry] = performance.getEntriesByName('first-contentful-paint');
      if (entry) resolve(entry.startTime);
      else requestAnimationFrame(look);
    };
    look();
  })`);
}
