// @ts-check
// A file chosen on this computer is read into the box beside it; nothing is sent before the form is.

/** Largest file, in bytes. */
const most = 1_000_000;

for (const box of document.querySelectorAll('[data-definition-file]')) {
  const area = box.querySelector('textarea');
  const file = /** @type {HTMLInputElement | null} */ (box.querySelector('input[type="file"]'));
  const choose = /** @type {HTMLElement | null} */ (box.querySelector('[data-choose]'));
  const status = box.querySelector('[data-status]');
  if (!area || !file || !choose || !status) continue;
  choose.hidden = false;
  area.addEventListener('input', () => pickJson(area));
  const take = async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    const words = /** @type {HTMLElement} */ (box).dataset;
    const said = (chosen.size > most ? words.tooBig : words.chosen) ?? '';
    if (chosen.size <= most) {
      area.value = await chosen.text();
      pickJson(area);
    }
    status.textContent = said.replace('{name}', chosen.name);
  };
  file.addEventListener('change', () => void take());
}

/**
 * What is pasted is what somebody means to begin with.
 * @param {HTMLTextAreaElement} area
 */
function pickJson({ form, value }) {
  const choice = form?.querySelector('input[name="start"][value="json"]');
  if (choice instanceof HTMLInputElement && value.trim() !== '') choice.checked = true;
}
