// How a page reads for people with other eyes, ears and hands: in the dark and on paper, with letters twice as large, in
// the order somebody hears it, and with the keyboard alone.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { badlyPlaced, wrongWith } from './looking.ts';

/** Letters of this many pixels where 16 is usual, as somebody sets them in the browser. Stays for the pages that follow. */
export async function lettersOf(page: Page, pixels: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const fixed = Math.round((pixels * 13) / 16);
  await session.send('Page.setFontSizes', { fontSizes: { standard: pixels, fixed } });
}

/**
 * What is wrong with the page as it is open, whoever reads it; empty when nothing is: on a phone in the dark, with letters
 * twice as large, on paper and heard. The page is left 1280 wide, in the light, with usual letters.
 */
export async function unreadable(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  const note = (where: string, faults: readonly string[]) =>
    found.push(...faults.map((fault) => `${where}: ${fault}`));
  await page.setViewportSize({ width: 360, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  note('on a phone in the dark', await wrongWith(page));
  await lettersOf(page, 32);
  note('with letters twice as large', await page.evaluate(badlyPlaced));
  await lettersOf(page, 16);
  await page.setViewportSize({ width: 1280, height: 900 });
  // Who has a dark screen prints on white paper.
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  note('on paper', await paleWords(page));
  await page.emulateMedia({ colorScheme: 'light', media: 'screen' });
  note('heard', await page.evaluate(wronglyHeard));
  return found;
}

/** Words that stand out too little from what is behind them. */
async function paleWords(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withRules(['color-contrast'])
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ nodes }) => nodes.map(({ html }) => `too pale: ${html.slice(0, 120)}`));
}

/** What somebody who hears the page cannot make out: its headings, tables, pictures and parts. Runs in the page. */
function wronglyHeard(): readonly string[] {
  const found: string[] = [];
  const there = (element: Element) => element.checkVisibility() && !element.closest('[aria-hidden="true"]');
  const all = (selector: string) => [...document.querySelectorAll(selector)].filter(there);
  const named = (element: Element) =>
    (element.getAttribute('aria-label') ?? '').trim() !== '' || element.hasAttribute('aria-labelledby');

  let level = 0;
  for (const heading of all('h1, h2, h3, h4, h5, h6')) {
    const next = Number(heading.tagName.slice(1));
    const words = (heading.textContent ?? '').trim();
    if (next > level + 1) found.push(`a heading skips from ${level} to ${next}: ${words.slice(0, 60)}`);
    if (words === '') found.push('a heading without words');
    level = next;
  }
  if (all('h1').length !== 1) found.push(`${all('h1').length} headings of the first level`);
  if (all('main').length !== 1) found.push(`${all('main').length} main parts`);
  const ways = all('nav');
  if (ways.length > 1)
    for (const way of ways) if (!named(way)) found.push(`a way around without a name: ${way.className}`);

  for (const table of all('table')) {
    const name = (table.querySelector('caption')?.textContent ?? '').trim();
    if (name === '' && !named(table))
      found.push(`a table without a name: ${(table.textContent ?? '').trim().slice(0, 60)}`);
    if (!table.querySelector('th[scope]')) found.push(`a table without heads: ${name}`);
  }
  for (const picture of all('canvas, svg, img')) {
    const alone = picture.tagName !== 'svg' || picture.getAttribute('role') === 'img';
    if (alone ? !named(picture) && !picture.hasAttribute('alt') : !picture.parentElement?.closest('svg'))
      found.push(`a picture without a name: ${picture.outerHTML.slice(0, 80)}`);
  }
  for (const element of all('[tabindex]'))
    if (element instanceof HTMLElement && element.tabIndex > 0) found.push('something jumps the line');
  return found;
}

/**
 * Goes along with the Tab key and says where somebody who looks loses the way: where nothing shows which thing has the
 * focus, where it lies outside the window, or where it goes back.
 * @param stops how often the key is pressed, from the top of the page.
 */
export async function lostOnTheWay(page: Page, stops: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const here = document.activeElement;
      if (!here || here === document.body || here.tagName === 'IFRAME') return 'end';
      // Past the last thing of the page comes the first again.
      if (here.matches('.skip-link') && document.querySelector('[data-was-here]')) return 'end';
      const before = document.querySelector('[data-was-here]');
      // The parts of a field for a day each stop the key, and show it themselves.
      if (before === here) return null;
      before?.removeAttribute('data-was-here');
      here.setAttribute('data-was-here', '');
      const name = here.outerHTML.replace(/\s+/g, ' ').slice(0, 90);
      const { outlineStyle, outlineWidth } = getComputedStyle(here);
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `nothing shows: ${name}`;
      const { top, bottom, left, right } = here.getBoundingClientRect();
      if (bottom < 1 || right < 1 || top > innerHeight - 1 || left > innerWidth - 1)
        return `outside the window: ${name}`;
      if (before && before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_PRECEDING)
        return `goes back: ${name}`;
      return null;
    });
    if (fault === 'end') break;
    if (fault) found.push(fault);
  }
  return found;
}
