// Somebody who answers any questionnaire in the browser, whatever it asks: the first answer that fits, everywhere.
import type { Page } from 'playwright-core';

/** Answers every page from the first one on, as `look` sees each of them answered, until the answers are handed in. */
export async function answerAll(page: Page, look: (page: Page) => Promise<void>): Promise<void> {
  await forward(page);
  for (let pages = 0; /\/page\//.test(page.url()); pages += 1) {
    if (pages > 30) throw new RangeError(`the questionnaire never ends: ${page.url()}`);
    await answerPage(page);
    await look(page);
    const before = page.url();
    await forward(page);
    if (page.url() === before)
      throw new RangeError(`${before} asks again: ${await page.locator('main').innerText()}`);
  }
}

const forward = (page: Page) =>
  Promise.all([page.waitForEvent('load'), page.locator('.actions .primary').click()]);

/** An answer can show or hide what follows, so that what is open is looked up again after each. */
async function answerPage(page: Page): Promise<void> {
  for (let answers = 0; answers < 300; answers += 1) {
    const kind = await page.evaluate(markFirstOpen);
    if (kind === null) return;
    const field = page.locator('[data-to-answer]');
    if (kind === 'press') await page.locator('label', { has: field }).click();
    else if (kind === 'list') await field.selectOption({ index: 1 });
    else await field.fill(kind === 'number' ? '1' : 'Een antwoord.');
  }
}

/** Marks the first thing that has no answer yet, and says how it takes one; null when none is left. Runs in the page. */
function markFirstOpen(): 'press' | 'list' | 'number' | 'words' | null {
  document.querySelector('[data-to-answer]')?.removeAttribute('data-to-answer');
  const mark = <Kind>(input: Element, kind: Kind): Kind => {
    input.setAttribute('data-to-answer', '');
    return kind;
  };
  const shown = (element: Element) => (element.closest('label') ?? element).checkVisibility();
  for (const question of document.querySelectorAll('#form .question, #form tr.row')) {
    const inputs = [...question.querySelectorAll<HTMLInputElement>('input, select, textarea')].filter(shown);
    const ticks = inputs.filter(({ type }) => type === 'checkbox');
    const wanted = Number(question.querySelector<HTMLElement>('[data-count]')?.dataset.count ?? 1);
    if (!question.querySelector('table') && ticks.filter(({ checked }) => checked).length < wanted) {
      const next = ticks.find(({ checked, dataset }) => !checked && dataset.exclusive === undefined);
      if (next) return mark(next, 'press');
    }
    for (const input of inputs) {
      const { type, name } = input;
      const group = inputs.filter((other) => other.name === name);
      if (type === 'radio' && !group.some(({ checked }) => checked)) return mark(input, 'press');
      if (input.value !== '') continue;
      if (type === 'select-one') return mark(input, 'list');
      if (type === 'textarea') return mark(input, 'words');
      if (type === 'text') return mark(input, input.inputMode === '' ? 'words' : 'number');
    }
  }
  return null;
}
