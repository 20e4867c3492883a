// A chart as a picture in pixels: its drawing (the file beside it) painted on a canvas, with the page's own letters.
// @ts-check

const scale = 2;
const family = 'Atkinson Hyperlegible Next';

/** The font as it must stand inside a picture, which can ask for nothing. @type {Promise<string> | null} */
let fontRule = null;

async function readFont() {
  const reply = await fetch(
    new URL('fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2', import.meta.url),
  );
  const bytes = new Uint8Array(await reply.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `<style>@font-face{font-family:"${family}";font-weight:200 800;src:url(data:font/woff2;base64,${btoa(text)})}</style>`;
}

/** @param {string} svg @returns {Promise<HTMLImageElement>} */
async function imageOf(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

/** @param {HTMLElement} button */
async function save(button) {
  const link = button.closest('.chart-files')?.querySelector('a[data-svg]');
  if (!(link instanceof HTMLAnchorElement)) return;
  const svg = decodeURIComponent(link.href.slice(link.href.indexOf(',') + 1));
  // Without the font the picture has the system's letters: a picture all the same.
  fontRule ??= readFont().catch(() => '');
  const image = await imageOf(svg.replace('<title>', `${await fontRule}<title>`));
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!(blob instanceof Blob)) return;
  const file = document.createElement('a');
  file.href = URL.createObjectURL(blob);
  file.download = button.dataset.png ?? 'chart.png';
  file.click();
  URL.revokeObjectURL(file.href);
}

function showButtons() {
  for (const button of document.querySelectorAll('[data-png]')) {
    if (button instanceof HTMLElement) button.hidden = false;
  }
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('[data-png]') : null;
  if (button instanceof HTMLElement) void save(button);
});
document.addEventListener('charts:changed', showButtons);
showButtons();
