// @ts-check
// The preview beside the form: it follows every saved change without losing its place, and marks the question.

/** @type {string | null} */
let shown = null;
/** The name of a control of the question. */
let question = '';

const frame = () => /** @type {HTMLIFrameElement | null} */ (document.getElementById('preview'));

/** What is shown apart from which state of the definition it is. @param {string} address */
function pageOf(address) {
  const url = new URL(address, location.href);
  url.searchParams.delete('revision');
  return url.href;
}

/** Shows what this frame should. @param {Element | null} wanted as the server drew it */
export function showInPreview(wanted) {
  const here = frame();
  if (!here || !wanted) return;
  const address = new URL(wanted.getAttribute('src') ?? '', location.href).href;
  const before = question;
  question = wanted.getAttribute('data-control') ?? '';
  if (shown === null) {
    here.addEventListener('load', () => mark(true));
    shown = address;
    mark(true);
  } else if (address !== shown) {
    const scroll = pageOf(address) === pageOf(shown) ? (here.contentWindow?.scrollY ?? 0) : null;
    shown = address;
    here.addEventListener(
      'load',
      () => {
        if (scroll !== null) here.contentWindow?.scrollTo(0, scroll);
        mark(scroll === null || before !== question);
      },
      { once: true },
    );
    here.contentWindow?.location.replace(address);
  } else mark(before !== question);
}

/** Marks the question of the form. @param {boolean} scroll */
function mark(scroll) {
  const page = frame()?.contentDocument;
  if (!page) return;
  for (const old of page.querySelectorAll('.preview-here')) old.classList.remove('preview-here');
  if (question === '') return;
  const name = CSS.escape(question);
  const control = page.querySelector(
    `[name="${name}"], [name^="${name}."], [id="${name}"], [id^="${name}."], [id^="${name}-"], [id^="${name}:"]`,
  );
  const box = control?.closest('.question') ?? control?.closest('fieldset');
  if (!box) return;
  box.classList.add('preview-here');
  // The frame alone scrolls: `scrollIntoView` would move the editor's own page along.
  const view = page.defaultView;
  if (scroll && view) view.scrollTo(0, view.scrollY + box.getBoundingClientRect().top - view.innerHeight / 5);
}
