// Members of the sounding board at their ballot in a real browser, and a finger on its screen.
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { ballotsOf, setMemberToken } from '../../server/db/panels.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import type { App } from '../set-up/start-app.ts';

/** The lists of a member's stored ballot in the open round; undefined while nothing was saved. */
export async function storedLists(app: App, member: string) {
  const ballots = await ballotsOf(app.ctx.db.kysely, 'ooo', 2);
  return ballots.find((ballot) => ballot.member === member)?.ballot.lists;
}

/** A fresh personal address for a member of the demonstration's panel. */
export async function inviteMember(app: App, member: string): Promise<string> {
  const token = app.ctx.newId();
  await setMemberToken(app.ctx.db.kysely, 'ooo', member, hashToken('panel', token));
  return `${app.address}/p/${token}`;
}

/** Needs of a list in the order seen on the page. */
export const orderOf = (page: Page, list = 'top') =>
  page
    .locator(`[data-list="${list}"] > ol > li:not(.dragging)`)
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-need')));

/** A card's own button or choice of place. */
export const cardControl = (page: Page, need: string | null | undefined, action: string) =>
  page.locator(
    `#need-${need} > .hands [data-do="${action}"], #need-${need} > .card-words [data-do="${action}"]`,
  );

/** The sentence that tells what the last move did. */
export const status = (page: Page) => page.locator('[data-status]');

/** Waits until the page says that the server has everything. */
export const saved = (page: Page) =>
  page.locator('[data-save-state]', { hasText: /^Bewaard om \d\d:\d\d$/ }).waitFor();

/** A device held in the hand. */
export const tablet = { viewport: { width: 768, height: 1024 }, hasTouch: true, isMobile: true } as const;
export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;

/** Opens a page in a window of its own, which the caller closes. */
export async function openIn(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  return { context, page };
}

/** One finger on the screen, as the browser's own input has it: scrolling and pointer events follow from it. */
export class Finger {
  readonly #page: Page;
  readonly #session: CDPSession;
  #x = 0;
  #y = 0;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async on(page: Page): Promise<Finger> {
    return new Finger(page, await page.context().newCDPSession(page));
  }

  async down(x: number, y: number): Promise<void> {
    await this.#touch('touchStart', x, y);
  }

  /** Moves to a point in small steps, a picture of the screen between them. */
  async moveTo(x: number, y: number): Promise<void> {
    const [fromX, fromY] = [this.#x, this.#y];
    const steps = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / 12));
    for (let step = 1; step <= steps; step += 1) {
      await this.#touch(
        'touchMove',
        fromX + ((x - fromX) * step) / steps,
        fromY + ((y - fromY) * step) / steps,
      );
      await this.#nextPicture();
    }
  }

  async up(): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  /** Takes a card by its handle and lets it go on a place of its list, counted from 0. */
  async drag(need: string, list: string, place: number): Promise<void> {
    const card = this.#page.locator(`#need-${need}`).first();
    const handle = card.locator(':scope > .hands > [data-handle]');
    await handle.scrollIntoViewIfNeeded();
    const box = await handle.boundingBox();
    if (!box) throw new Error(`${need} has no handle`);
    await this.down(box.x + box.width / 2, box.y + box.height / 2);
    await this.moveTo(this.#x, this.#y + 6);
    // Towards the place until the card is there: at the edge of the screen the page scrolls by itself.
    const { height } = this.#page.viewportSize() ?? { height: 0 };
    for (let tries = 0; tries < 600; tries += 1) {
      const away = place - (await orderOf(this.#page, list)).indexOf(need);
      if (away === 0) break;
      const y = Math.min(height - 60, Math.max(60, this.#y + 8 * Math.sign(away)));
      await this.moveTo(this.#x, y);
    }
    await this.up();
  }

  async #touch(type: 'touchStart' | 'touchMove', x: number, y: number): Promise<void> {
    this.#x = x;
    this.#y = y;
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
  }

  #nextPicture(): Promise<unknown> {
    return this.#page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))),
    );
  }
}
