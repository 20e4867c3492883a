// Somebody of the team who makes a questionnaire in the editor, as a person does: by typing, Enter and buttons.
import type { Page } from 'playwright-core';

export interface Maker {
  /** Waits until everything is saved. */
  settled(): Promise<void>;
  /** Adds a question of a kind at the end of a page and writes it. */
  ask(page: string, kind: string, words: string): Promise<string>;
  addPage(title: string): Promise<void>;
  /** Adds a shared scale, its answers from low to high. */
  addScale(answers: readonly string[]): Promise<string>;
  addList(things: readonly string[]): Promise<string>;
  /** Writes the answers or rows of what is open, one after the other with Enter. */
  write(list: 'options' | 'rows', words: readonly string[]): Promise<void>;
  /** Chooses in a field by its label, and waits until it is saved. */
  choose(label: string, value: string): Promise<void>;
  fill(label: string, words: string): Promise<void>;
  /** Makes the open question depend on an earlier answer. */
  onlyIf(question: string, answer: string): Promise<void>;
  open(name: string): Promise<void>;
  unfold(section: string): Promise<void>;
}

const saved = 'alles is bewaard';

export function makerIn(page: Page): Maker {
  const form = page.locator('#place-form');
  const code = async () => (await form.getAttribute('data-code')) ?? '';
  const settled = async () => {
    await page.waitForTimeout(30);
    await page.locator('#saving').filter({ hasText: saved }).waitFor();
  };
  const blur = () => page.evaluate('document.activeElement?.blur()');
  const arrive = async (kind: string, before: string) => {
    await page.locator(`#place-form[data-kind="${kind}"]:not([data-code="${before}"])`).waitFor();
    await settled();
  };
  const here = async () => ((await form.count()) > 0 ? code() : '');

  const write: Maker['write'] = async (list, words) => {
    const leads = page.locator(`[data-items="${list}"] > .item .item-lead input`);
    // Placeholders that are not needed go first.
    while ((await leads.count()) - 1 > words.length) {
      await page
        .locator(`[data-items="${list}"] > .item:not(.blank)`)
        .last()
        .locator('[id$=".remove"]')
        .click();
      await settled();
    }
    await leads.first().focus();
    for (const [index, word] of words.entries()) {
      const field = leads.nth(index);
      await field.and(page.locator(':focus')).waitFor();
      await field.press('ControlOrMeta+a');
      await page.keyboard.type(word);
      await field.press('Enter');
      await settled();
    }
    await blur();
    await settled();
  };

  return {
    settled,
    ask: async (title, kind, words) => {
      const before = await here();
      await page.getByRole('link', { name: `Vraag toevoegen aan “${title}”` }).click();
      await page.locator(`#add-${kind}`).click();
      await arrive('question', before);
      // The placeholder is chosen already: typing replaces it.
      await page.keyboard.type(words);
      await blur();
      await settled();
      return code();
    },
    addPage: async (title) => {
      const before = await here();
      await page.getByRole('button', { name: 'Pagina toevoegen' }).click();
      await arrive('page', before);
      await page.keyboard.type(title);
      await blur();
      await settled();
    },
    addScale: async (answers) => {
      const before = await here();
      await page.getByRole('button', { name: 'Schaal toevoegen' }).click();
      await arrive('scale', before);
      await write('options', answers);
      return code();
    },
    addList: async (things) => {
      const before = await here();
      await page.getByRole('button', { name: 'Lijst toevoegen' }).click();
      await arrive('list', before);
      await write('options', things);
      return code();
    },
    write,
    choose: async (label, value) => {
      await form.getByLabel(label, { exact: true }).first().selectOption(value);
      await settled();
    },
    fill: async (label, words) => {
      await form.getByLabel(label, { exact: true }).first().fill(words);
      await blur();
      await settled();
    },
    onlyIf: async (question, answer) => {
      await page.locator('#section-showIf > summary').click();
      await page.locator('[id="f-showIf.0.of"]').selectOption(`variable:${question}`);
      const tick = page.locator('#section-showIf .condition-values').getByText(answer, { exact: true });
      await tick.click();
      await settled();
    },
    open: async (name) => {
      await page.locator('.outline').getByRole('link', { name }).first().click();
      await settled();
    },
    unfold: async (section) => {
      const box = page.locator(`#section-${section}`);
      if ((await box.getAttribute('open')) === null) await box.locator('> summary').click();
    },
  };
}
