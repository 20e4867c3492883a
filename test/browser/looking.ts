// How a page is looked at by a machine: what axe objects to, what runs off to the side, which words lie over each other
// or outside the window. For one page as it stands, in whatever way its window was made.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** The rules of WCAG 2.2 AA, as everywhere in these tests. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** Everything that is wrong with the page as it stands, each in words; empty when nothing is. */
export async function wrongWith(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode().analyze();
  const axe = violations.map(
    ({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
  return [...axe, ...(await page.evaluate(badlyPlaced))];
}

/** Words of which a part is cut off by the box they stand in, as happens where letters grow and a box does not. */
export function cutWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const slack = 2;
    const boxes = [...document.querySelectorAll('body *')].filter((element) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      const cuts = [overflowX, overflowY].some((way) => way === 'hidden' || way === 'clip');
      // Cut to nothing on purpose: words for who listens.
      return cuts && clipPath === 'none' && element.checkVisibility() && element.textContent?.trim() !== '';
    });
    return boxes
      .filter(
        (box) => box.scrollWidth > box.clientWidth + slack || box.scrollHeight > box.clientHeight + slack,
      )
      .map((box) => `cut: ${box.textContent?.trim().slice(0, 60)}`);
  });
}

/**
 * Words that lie over other words or outside the window, and a window that scrolls sideways. Runs in the page.
 * Two pixels are let pass: letters of neighbours may touch.
 */
export function badlyPlaced(): readonly string[] {
  const slack = 2;
  const root = document.documentElement;
  const wide = root.clientWidth;
  const found: string[] = [];
  if (root.scrollWidth > wide) found.push(`runs ${root.scrollWidth - wide} pixels off to the side`);

  interface Words {
    readonly text: string;
    readonly box: DOMRect;
    readonly parent: Element;
  }
  const seen: Words[] = [];
  const shown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
  /** Cut to a pixel for who listens: nobody sees these words. */
  const forListeners = (element: Element | null): boolean => {
    for (let here = element; here; here = here.parentElement) {
      const { position, clipPath } = getComputedStyle(here);
      if (position === 'absolute' && clipPath !== 'none') return true;
    }
    return false;
  };
  /** Words in a box that scrolls by itself may lie outside it. */
  const scrolls = (element: Element | null): boolean => {
    for (let here = element; here && here !== document.body; here = here.parentElement) {
      const { overflowX } = getComputedStyle(here);
      if (overflowX === 'auto' || overflowX === 'scroll') return true;
    }
    return false;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (!parent || text === '' || parent.closest('script, style, option, .skip-link, dialog:not([open])'))
      continue;
    if (!shown(parent) || forListeners(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      if ((box.left < -slack || box.right > wide + slack) && !scrolls(parent)) {
        found.push(`outside the window: ${text.slice(0, 60)}`);
      }
      seen.push({ text, box, parent });
    }
  }
  for (const control of document.querySelectorAll('input, select, textarea, button')) {
    if (!shown(control) || forListeners(control) || control.closest('.skip-link')) continue;
    const box = control.getBoundingClientRect();
    if (box.left < -slack || box.right > wide + slack)
      found.push(`outside the window: ${control.outerHTML.slice(0, 90)}`);
    // Words and what they lie in belong together: a button, or a whole cell that is its radio.
    if (control.matches('button') || control.closest('label')?.matches('.place, .point label, .line-point'))
      continue;
    seen.push({ text: control.outerHTML.slice(0, 90), box, parent: control });
  }
  // In the order of their tops, so that each is held only against those it can meet.
  seen.sort((a, b) => a.box.top - b.box.top);
  seen.forEach((one, index) => {
    for (const other of seen.slice(index + 1)) {
      if (other.box.top > one.box.bottom - slack) break;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      // Lines of large letters stand closer than their boxes are high.
      const lines = one.parent === other.parent ? 0.35 * one.box.height : slack + 2;
      if (across > slack && down > lines) {
        found.push(`lie over each other: “${one.text.slice(0, 50)}” and “${other.text.slice(0, 50)}”`);
      }
    }
  });
  return [...new Set(found)];
}
