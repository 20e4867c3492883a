// @ts-check
// Moves through the slides of a report by key and by button. Without this the slides stand as one page with places.

const slides = [...document.querySelectorAll('.slide')].filter((each) => each instanceof HTMLElement);
const number = document.querySelector('[data-number]');
const said = document.querySelector('[data-said]');
const contents = document.querySelector('[data-contents]');
const back = document.querySelector('[data-back]');
const moves = [...document.querySelectorAll('[data-move]')].filter(
  (each) => each instanceof HTMLButtonElement,
);
const full = document.querySelector('[data-fullscreen]');
/** Where a slide fills the screen; elsewhere the keys that scroll are left to the browser. */
const stage = matchMedia('(width >= 60rem) and (height >= 30rem) and (aspect-ratio >= 4/3)');

let here = 0;

/**
 * The words of an element's `data-words` with values in their places.
 * @param {Element} element
 * @param {Record<string, string>} values
 */
function filled(element, values) {
  let words = element.getAttribute('data-words') ?? '';
  for (const [name, value] of Object.entries(values)) words = words.replace(`{${name}}`, () => value);
  return words;
}

/** The place of the slide the address names; null where it names none. */
function asked() {
  const found = slides.findIndex(({ id }) => `#${id}` === location.hash);
  return found < 0 ? null : found;
}

/**
 * Says which slide this is, in the bar, the overview and the address.
 * @param {number} place
 */
function tell(place) {
  here = place;
  const id = slides[place]?.id ?? '';
  if (number) number.textContent = filled(number, { number: String(place + 1) });
  for (const button of moves) {
    const to = place + Number(button.dataset.move);
    button.setAttribute('aria-disabled', String(to < 0 || to >= slides.length));
  }
  for (const link of document.querySelectorAll('[data-contents] li a')) {
    if (link.getAttribute('href') === `#${id}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  if (location.hash !== `#${id}`) history.replaceState(history.state, '', `#${id}`);
}

/**
 * Shows a slide: the screen, the focus and who listens all go there.
 * @param {number} place
 */
function show(place) {
  const to = Math.min(Math.max(place, 0), slides.length - 1);
  const slide = slides[to];
  const heading = slide?.querySelector('.slide-title');
  if (!slide || !(heading instanceof HTMLElement)) return;
  tell(to);
  slide.scrollIntoView({ block: 'start', behavior: 'instant' });
  heading.focus({ preventScroll: true });
  const title = slide.querySelector('.slide-title > span:last-child, h1')?.textContent ?? '';
  if (said) said.textContent = filled(said, { number: String(to + 1), title: title.trim() });
}

/**
 * Where a key leads; null for a key that is not ours.
 * @param {KeyboardEvent} event
 */
function placeOf(event) {
  const turned = event.key === ' ' && event.shiftKey;
  if (['ArrowRight', ...(stage.matches ? ['ArrowDown', 'PageDown'] : [])].includes(event.key))
    return here + 1;
  if (['ArrowLeft', ...(stage.matches ? ['ArrowUp', 'PageUp'] : [])].includes(event.key)) return here - 1;
  if (!stage.matches) return null;
  if (event.key === ' ') return here + (turned ? -1 : 1);
  if (event.key === 'Home') return 0;
  return event.key === 'End' ? slides.length - 1 : null;
}

/** @param {KeyboardEvent} event */
function leave(event) {
  // The browser itself leaves the full screen.
  if (document.fullscreenElement) return;
  event.preventDefault();
  if (contents instanceof HTMLDetailsElement && contents.open) {
    contents.open = false;
    contents.querySelector('summary')?.focus();
  } else if (back instanceof HTMLAnchorElement) location.assign(back.href);
}

document.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
  if (event.key === 'Escape') return leave(event);
  const { target } = event;
  // A control keeps the keys it answers to, and an open overview those that scroll it.
  if (event.key === ' ' && target instanceof Element && target.closest('a, button, summary')) return;
  if (contents instanceof HTMLDetailsElement && contents.open) return;
  const to = placeOf(event);
  if (to === null) return;
  event.preventDefault();
  show(to);
});

for (const button of moves) {
  button.hidden = false;
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') !== 'true') show(here + Number(button.dataset.move));
  });
}
if (number instanceof HTMLElement) number.hidden = false;
if (full instanceof HTMLButtonElement && document.fullscreenEnabled) {
  full.hidden = false;
  full.addEventListener('click', () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen();
  });
}

addEventListener('hashchange', () => {
  const to = asked();
  if (to === null) return;
  if (contents instanceof HTMLDetailsElement) contents.open = false;
  show(to);
});
// Another size of screen gives every slide another place.
addEventListener('resize', () => slides[here]?.scrollIntoView({ block: 'start', behavior: 'instant' }));

const seen = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting && target instanceof HTMLElement) tell(slides.indexOf(target));
  },
  // The slide that crosses the middle of the screen is the one that is read.
  { rootMargin: '-50% 0px -50% 0px' },
);
/** The browser goes to the place in the address by itself, and takes the focus along: we go after it. */
function begin() {
  const first = asked();
  if (first === null) tell(0);
  else show(first);
  for (const slide of slides) seen.observe(slide);
}
if (document.readyState === 'complete') begin();
else addEventListener('load', () => setTimeout(begin));
