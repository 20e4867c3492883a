// @ts-check
// The form of a need: what is chosen shows its answers and its figure at once. The server draws the form again; nothing
// is kept until somebody saves. Without this module there is a button for the same.

/** @param {HTMLFormElement} form */
function enhance(form) {
  form.classList.add('live');
  const told = document.querySelector('[data-told]');
  let waiting = 0;
  let asked = 0;

  /** Draws the form again with what is in it now. */
  async function redraw() {
    const turn = ++asked;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    body.set('action', 'show');
    const reply = await fetch(location.pathname, { method: 'POST', body }).catch(() => null);
    // Whoever typed on meanwhile asks again; what came too late is let be.
    if (reply?.status !== 422 || turn !== asked) return;
    const drawn = new DOMParser()
      .parseFromString(await reply.text(), 'text/html')
      .querySelector('form[data-redraw]');
    if (!drawn || turn !== asked) return;
    replace(drawn);
  }

  /** Puts the new form in place of the old one, with the focus where it was. @param {Element} drawn */
  function replace(drawn) {
    const before = previews();
    const active = document.activeElement;
    const focused = active && form.contains(active) ? active.id || active.getAttribute('name') : null;
    const open = [...form.querySelectorAll('details[open]')].map(({ id }) => id);
    form.replaceChildren(...drawn.childNodes);
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    if (focused) {
      const again = [...form.elements].find(
        (element) => element.id === focused || element.getAttribute('name') === focused,
      );
      if (again instanceof HTMLElement) again.focus({ preventScroll: true });
    }
    const changed = previews().find((words, index) => words !== before[index]);
    if (told && changed) told.textContent = changed;
  }

  function previews() {
    return [...form.querySelectorAll('[data-preview]')].map((output) => output.textContent ?? '');
  }

  // An answer that comes after something else was typed or ticked would undo it.
  form.addEventListener('input', () => {
    asked += 1;
  });
  form.addEventListener('change', () => {
    asked += 1;
    clearTimeout(waiting);
    waiting = window.setTimeout(redraw, 250);
  });
  // A form that is drawn again must not move under somebody who is on the way to a button.
  form.addEventListener('submit', () => {
    clearTimeout(waiting);
    asked += 1;
  });
}

const form = document.querySelector('form[data-redraw]');
if (form instanceof HTMLFormElement) enhance(form);
