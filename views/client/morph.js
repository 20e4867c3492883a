// @ts-check
// Makes what is on the page equal to what the server drew, with as little as possible replaced: who is typing keeps the
// focus, and what was unfolded stays unfolded.

/** @typedef {(control: Element) => boolean} Keep whether a control keeps what somebody typed in it */

/**
 * @param {Element} from on the page
 * @param {Element} to as it should be
 * @param {Keep} keep
 */
export function morph(from, to, keep) {
  if (from.id === 'preview') return;
  if (from.id === 'place-form' && !samePlace(from, to)) {
    from.replaceWith(document.importNode(to, true));
    return;
  }
  syncAttributes(from, to);
  if (!(from instanceof HTMLTextAreaElement)) syncChildren(from, to, keep);
  syncControl(from, to, keep);
}

/** @param {Element} one @param {Element} other */
function samePlace(one, other) {
  return ['data-kind', 'data-code'].every((name) => one.getAttribute(name) === other.getAttribute(name));
}

/** @param {Element} from @param {Element} to */
function syncAttributes(from, to) {
  const folds = from instanceof HTMLDetailsElement;
  for (const name of from.getAttributeNames()) {
    if (!to.hasAttribute(name) && !(folds && name === 'open') && !name.startsWith('data-live')) {
      from.removeAttribute(name);
    }
  }
  for (const { name, value } of to.attributes) {
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
}

/** @param {Element} from @param {Element} to @param {Keep} keep */
function syncControl(from, to, keep) {
  if (keep(from)) return;
  if (from instanceof HTMLInputElement) {
    const wanted = /** @type {HTMLInputElement} */ (to);
    if (from.type === 'checkbox' || from.type === 'radio') from.checked = wanted.defaultChecked;
    else if (from.value !== wanted.defaultValue) from.value = wanted.defaultValue;
  } else if (from instanceof HTMLTextAreaElement) {
    const wanted = /** @type {HTMLTextAreaElement} */ (to).defaultValue;
    if (from.value !== wanted) from.value = wanted;
  } else if (from instanceof HTMLSelectElement) {
    from.value = /** @type {HTMLSelectElement} */ (to).value;
  }
}

/** What makes a node the same one in both. @param {Node} node */
function keyOf(node) {
  if (!(node instanceof Element)) return node.nodeName;
  if (node.id !== '') return `#${node.id}`;
  const name = node.getAttribute('name');
  if (node.localName === 'input' && name !== null) return `[${name}]`;
  return node.nodeName;
}

/** @param {Element} from @param {Element} to @param {Keep} keep */
function syncChildren(from, to, keep) {
  /** @type {Map<string, ChildNode[]>} */
  const there = new Map();
  for (const child of from.childNodes) there.set(keyOf(child), [...(there.get(keyOf(child)) ?? []), child]);
  /** @type {ChildNode | null} */
  let place = from.firstChild;
  for (const wanted of to.childNodes) {
    const match = there.get(keyOf(wanted))?.shift();
    if (match && match.nodeName === wanted.nodeName) {
      if (match === place) place = place.nextSibling;
      else from.insertBefore(match, place);
      if (match instanceof Element) morph(match, /** @type {Element} */ (wanted), keep);
      else if (match.nodeValue !== wanted.nodeValue) match.nodeValue = wanted.nodeValue;
    } else {
      from.insertBefore(document.importNode(wanted, true), place);
    }
  }
  for (const left of [...there.values()].flat()) left.remove();
}
