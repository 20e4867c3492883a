// @ts-check
// What a member says about needs, on the ballot's page: which fields were typed in, and what is wrong with one, beside it.

/**
 * @param {HTMLFormElement} form
 * @param {() => void} changed somebody typed
 */
export function watchComments(form, changed) {
  /** @type {NodeListOf<HTMLTextAreaElement>} */
  const comments = form.querySelectorAll('textarea[data-comment]');
  /** Of the others another window may know better. @type {Set<HTMLTextAreaElement>} */
  const typed = new Set();
  for (const comment of comments) {
    // What came back because it was wrong is still to be saved.
    if (comment.ariaInvalid === 'true') typed.add(comment);
    comment.addEventListener('input', () => {
      typed.add(comment);
      changed();
    });
  }
  return {
    /** The words typed on this page, by field. @returns {Record<string, string>} */
    fields: () => Object.fromEntries([...typed].map((comment) => [comment.name, comment.value])),
    /** Why comments were not saved, by field; the others were. @param {Record<string, string>} wrong */
    tellProblems(wrong) {
      for (const comment of comments) {
        const problem = wrong[comment.name] ?? '';
        const said = /** @type {HTMLElement} */ (document.getElementById(`${comment.id}-problem`));
        said.hidden = problem === '';
        said.textContent = problem;
        comment.ariaInvalid = problem === '' ? null : 'true';
      }
    },
    /** Puts words back that never reached the server. @param {Record<string, string>} kept */
    bringBack(kept) {
      for (const comment of comments) {
        const words = kept[comment.name];
        if (words === undefined || words === comment.value) continue;
        comment.value = words;
        comment.closest('details')?.setAttribute('open', '');
        typed.add(comment);
        changed();
      }
    },
  };
}
