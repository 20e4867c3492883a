// @ts-check
// What a member says about needs, on the ballot's page: which fields were typed in, what is wrong with one, beside it, and
// which words stay where others were saved elsewhere in the meantime.

/** @typedef {Record<string, { words: string, state: string }>} Others words that were saved elsewhere, by field */

/**
 * @param {HTMLFormElement} form
 * @param {() => void} changed somebody typed, or chose what stays
 */
export function watchComments(form, changed) {
  /** @type {NodeListOf<HTMLTextAreaElement>} */
  const areas = form.querySelectorAll('textarea[data-comment]');
  const comments = [...areas].map(fieldOf);
  /** Of the others another window may know better. @type {Set<Field>} */
  const typed = new Set();
  for (const field of comments) {
    // What came back because it was wrong is still to be saved.
    if (field.area.ariaInvalid === 'true') typed.add(field);
    field.area.addEventListener('input', () => {
      typed.add(field);
      changed();
    });
    field.mine.addEventListener('change', changed);
    field.stored.addEventListener('change', () => {
      field.area.value = field.other.textContent ?? '';
      field.after.value = field.mine.value;
      showProblem(field, '');
      showChoice(field, null);
      typed.delete(field);
      field.area.focus();
      changed();
    });
  }
  return {
    /** The words typed on this page, with what they are written over, by field. @returns {Record<string, string>} */
    fields: () =>
      Object.fromEntries(
        [...typed].flatMap(({ area, after, mine }) => [
          [area.name, area.value],
          [after.name, after.value],
          ...(mine.checked ? [[mine.name, mine.value]] : []),
        ]),
      ),
    /**
     * Why comments were not saved, by field; the others were.
     * @param {Record<string, string>} wrong @param {Others} others
     */
    tellProblems(wrong, others) {
      for (const field of comments) {
        showProblem(field, wrong[field.area.name] ?? '');
        showChoice(field, others[field.area.name] ?? null);
      }
    },
    /** Puts words back that never reached the server. @param {Record<string, string>} kept */
    bringBack(kept) {
      for (const field of comments) {
        const words = kept[field.area.name];
        if (words === undefined || words === field.area.value) continue;
        field.area.value = words;
        field.after.value = kept[field.after.name] ?? field.after.value;
        field.area.closest('details')?.setAttribute('open', '');
        typed.add(field);
        changed();
      }
    },
  };
}

/** @typedef {ReturnType<typeof fieldOf>} Field */

/** A comment's field with all that belongs to it. @param {HTMLTextAreaElement} area */
function fieldOf(area) {
  const around = /** @type {HTMLElement} */ (area.parentElement);
  /** @param {string} selector */
  const one = (selector) => /** @type {HTMLElement} */ (around.querySelector(selector));
  /** @param {string} selector */
  const input = (selector) => /** @type {HTMLInputElement} */ (one(selector));
  return {
    area,
    problem: one('[data-problem]'),
    after: input('[data-comment-after]'),
    choice: /** @type {HTMLFieldSetElement} */ (one('[data-choice]')),
    other: one('[data-other]'),
    none: one('[data-other-none]'),
    mine: input('[data-mine]'),
    stored: input('[data-stored]'),
  };
}

/** @param {Field} field @param {string} words */
function showProblem({ area, problem }, words) {
  problem.hidden = words === '';
  problem.textContent = words;
  area.ariaInvalid = words === '' ? null : 'true';
}

/** @param {Field} field @param {Others[string] | null} there */
function showChoice({ choice, other, none, mine, stored }, there) {
  choice.hidden = there === null;
  choice.disabled = there === null;
  mine.checked = false;
  stored.checked = false;
  if (!there) return;
  other.textContent = there.words;
  other.hidden = there.words === '';
  none.hidden = there.words !== '';
  mine.value = there.state;
}
