// Four ways to answer: with a mouse, with a finger, with the keyboard alone, and where no scripts run. Each does the same
// things, and finds what it acts on by its words, as people do.
import type { Locator, Page } from 'playwright-core';

export interface Hands {
  readonly page: Page;
  /** A button or box, by its question and its words. */
  choose(question: string, ...options: readonly string[]): Promise<void>;
  /** Words or a number in a field: that of the question, or the one of this name in it. */
  write(question: string, words: string, field?: string): Promise<void>;
  /** A day, year first, in a field of the browser's own. */
  day(question: string, day: string, field?: string): Promise<void>;
  /** A place on a line. */
  slide(question: string, value: string): Promise<void>;
  /** One of a list that opens. */
  pick(question: string, option: string): Promise<void>;
  /** A library of the register, after a few of its letters; or what stands beside the libraries, without. */
  library(question: string, letters: string, name: string): Promise<void>;
  /** The cell of a grid. */
  cell(row: string, scale: string, option: string): Promise<void>;
  /** The box that fills a whole group of a grid. */
  whole(box: string): Promise<void>;
  /** The place of one thing in an order. */
  place(question: string, option: string, place: number): Promise<void>;
  /** The button that sends the page on. */
  send(): Promise<void>;
}

/** The question with these words, whatever stands behind them. */
function question(page: Page, words: string): Locator {
  return page.getByRole('group', { name: words }).first();
}

function button(page: Page, words: string, option: string): Locator {
  return question(page, words)
    .getByRole('radio', { name: option, exact: true })
    .or(question(page, words).getByRole('checkbox', { name: option, exact: true }))
    .first();
}

function field(page: Page, words: string, name?: string): Locator {
  const within = name === undefined ? page : question(page, words);
  return within
    .getByLabel(name ?? words)
    .and(page.locator('input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, select'))
    .first();
}

/** One of the libraries found, or what stands beside them. */
function library(page: Page, words: string, name: string): Locator {
  return page.getByRole('radiogroup', { name: words }).getByRole('radio', { name });
}

function cell(page: Page, row: string, scale: string, option: string): Locator {
  return page.getByRole('radio', { name: `${row}, ${scale}: ${option}`, exact: true });
}

function placeOf(page: Page, words: string, option: string, place: number): Locator {
  return question(page, words)
    .getByRole('radiogroup', { name: option, exact: true })
    .getByRole('radio', { name: `plaats ${place}`, exact: true });
}

function whole(page: Page, box: string): Locator {
  return page.getByRole('checkbox', { name: box, exact: true });
}

const sendButton = (page: Page) => page.locator('.actions .primary');
/** What a pointer aims at: the words around the button. */
const around = (target: Locator) => target.locator('xpath=ancestor::label[1]');

/** A mouse or a finger; what is written is typed, as somebody with a mouse does too. */
function pointer(
  page: Page,
  press: (target: Locator) => Promise<void>,
  pressAt: (x: number, y: number) => Promise<void>,
): Hands {
  const pressButton = (target: Locator) => press(around(target));
  const type = async (target: Locator, words: string) => {
    await press(target);
    await page.keyboard.type(words);
  };
  return {
    page,
    choose: async (words, ...options) => {
      for (const option of options) await pressButton(button(page, words, option));
    },
    write: (words, said, name) => type(field(page, words, name), said),
    day: (words, day, name) => field(page, words, name).fill(day),
    slide: async (words, value) => {
      const line = question(page, words).getByRole('slider');
      const [min, max] = [Number(await line.getAttribute('min')), Number(await line.getAttribute('max'))];
      const written = field(page, words, 'Je getal');
      // The knob is wide, so that a place is a little off where it is reckoned to be: looked for from there outwards.
      for (let off = 0; off < 40; off += 1) {
        await line.scrollIntoViewIfNeeded();
        const box = await line.boundingBox();
        if (!box) break;
        const goal = box.x + (box.width * (Number(value) - min)) / (max - min);
        const x = Math.min(box.x + box.width - 1, Math.max(box.x + 1, goal + (off % 2 === 0 ? off : -off)));
        await pressAt(x, box.y + box.height / 2);
        if ((await written.inputValue()).replace(',', '.') === value) return;
      }
      throw new RangeError(`${words}: no place gives ${value}`);
    },
    pick: async (words, option) => {
      await field(page, words).selectOption({ label: option });
    },
    library: async (words, letters, name) => {
      if (letters !== '') await type(page.getByRole('searchbox', { name: words }), letters);
      await press(around(library(page, words, name)));
    },
    cell: async (row, scale, option) => {
      // A folded card opens by its own button.
      const card = page.locator('tr.row', { has: page.getByText(row, { exact: true }) });
      if (await card.locator('.row-toggle').isVisible()) await press(card.locator('.row-toggle'));
      await pressButton(cell(page, row, scale, option));
    },
    whole: (box) => pressButton(whole(page, box)),
    place: (words, option, place) => pressButton(placeOf(page, words, option, place)),
    send: () => press(sendButton(page)),
  };
}

export function withMouse(page: Page): Hands {
  return pointer(
    page,
    (target) => target.click(),
    (x, y) => page.mouse.click(x, y),
  );
}

export function withFinger(page: Page): Hands {
  return pointer(
    page,
    (target) => target.tap(),
    (x, y) => page.touchscreen.tap(x, y),
  );
}

/** No scripts: what there is by itself, the browser's own fields and lists. */
export function withoutScripts(page: Page): Hands {
  const mouse = withMouse(page);
  return {
    ...mouse,
    slide: (words, value) => mouse.write(words, value.replace('.', ','), 'Je getal'),
    library: async (words, _letters, name) => {
      await field(page, words).selectOption({ label: name });
    },
  };
}

/** Tab, Space, Enter, arrows and letters; nothing is clicked, nothing is given the focus from outside. */
export function withKeyboard(page: Page): Hands {
  const press = (key: string) => page.keyboard.press(key);
  const focused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

  /** Tabs on, or back where it lies behind, to a control or to the group of buttons it is one of. */
  const tabTo = async (target: Locator) => {
    for (let step = 0; step < 400; step += 1) {
      const way = await target.evaluate((element) => {
        const { activeElement } = document;
        if (activeElement === element) return 'here';
        if (!activeElement || activeElement === document.body) return 'Tab';
        const group = (one: Element) =>
          one instanceof HTMLInputElement && one.type === 'radio' ? one.name : null;
        if (group(element) !== null && group(element) === group(activeElement)) return 'here';
        const behind = element.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING;
        return behind ? 'Shift+Tab' : 'Tab';
      });
      if (way === 'here') return;
      await press(way);
    }
    throw new RangeError('the keyboard never comes to what was looked for');
  };

  const pressButton = async (target: Locator) => {
    await tabTo(target);
    for (let step = 0; step < 20 && !(await focused(target)); step += 1) await press('ArrowDown');
    if (!(await target.isChecked())) await press('Space');
  };

  const type = async (target: Locator, words: string) => {
    await tabTo(target);
    await page.keyboard.type(words);
  };

  return {
    page,
    choose: async (words, ...options) => {
      for (const option of options) await pressButton(button(page, words, option));
    },
    write: (words, said, name) => type(field(page, words, name), said),
    // In which order the parts stand is for the browser to choose: the right one is seen by what was typed.
    day: async (words, day, name) => {
      const target = field(page, words, name);
      const [year = '', month = '', date = ''] = day.split('-');
      for (const typed of [date + month + year, month + date + year]) {
        await tabTo(target);
        await press('ArrowLeft');
        await press('ArrowLeft');
        await page.keyboard.type(typed);
        if ((await target.inputValue()) === day) return;
      }
      throw new RangeError(`${words}: no way of typing gives ${day}`);
    },
    slide: async (words, value) => {
      const line = question(page, words).getByRole('slider');
      await tabTo(line);
      await press('Home');
      for (let step = 0; step < 100 && (await line.inputValue()) !== value; step += 1)
        await press('ArrowRight');
    },
    // A list that has the focus goes to what begins with the letters typed.
    pick: (words, option) => type(field(page, words), option),
    library: async (words, letters, name) => {
      const found = library(page, words, name);
      if (letters === '') return pressButton(found);
      await type(page.getByRole('searchbox', { name: words }), letters);
      // The only one found is chosen; of several the first takes the focus.
      await press('Enter');
      for (let step = 0; step < 9 && !(await focused(found)); step += 1) await press('ArrowDown');
      if (!(await found.isChecked())) await press('Space');
      await press('Enter');
    },
    cell: (row, scale, option) => pressButton(cell(page, row, scale, option)),
    whole: (box) => pressButton(whole(page, box)),
    place: (words, option, place) => pressButton(placeOf(page, words, option, place)),
    send: async () => {
      await tabTo(sendButton(page));
      await press('Enter');
    },
  };
}
