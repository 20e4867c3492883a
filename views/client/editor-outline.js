// @ts-check
// The outline scrolls by itself: the place somebody is at stays in sight, and what lies below is announced.

const outlineOf = () => document.querySelector('.outline');

/** Keeps the place somebody is at in sight. */
export function showInOutline() {
  const outline = outlineOf();
  const here = outline?.querySelector('[aria-current]');
  if (outline && here) {
    const top = here.getBoundingClientRect().top - outline.getBoundingClientRect().top;
    if (top < 0 || top > outline.clientHeight - 60) outline.scrollTop += top - outline.clientHeight / 3;
  }
  sayMore();
}

/** Says that there is more below, as long as there is. */
function sayMore() {
  const outline = outlineOf();
  if (!outline) return;
  const below = outline.scrollHeight - outline.clientHeight - outline.scrollTop;
  outline.classList.toggle('more-below', below > 8);
}

// Scrolling does not bubble, and the outline is drawn anew: it is heard on the way down.
document.addEventListener('scroll', ({ target }) => target === outlineOf() && sayMore(), true);
window.addEventListener('resize', sayMore);
