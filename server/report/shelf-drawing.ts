// The shelf of a need as an SVG that stands alone, for paper: form alone tells the books apart, also in grey.
import { xmlWords } from '../../surveys/formats/xml-words.ts';
import type { Shelf } from '../shelf.ts';

const ink = '#211D19';
const teal = '#0A5257';
const careful = '#704200';

const bookOf: Readonly<Record<Shelf['books'][number]['form'], string>> = {
  strong: `<path d="M5 2h12v30H5z" fill="${teal}"/><path d="M7 8h8M7 12h8" stroke="#fff" stroke-width="1.25"/>`,
  weak: `<path d="M6 16.5h9.5V31H6z" fill="none" stroke="${ink}" stroke-width="1.75"/>`,
  contested: `<path d="M3.6 5.6l8.4-2.4 7 27-8 1.2z" fill="none" stroke="${careful}" stroke-width="1.75"/>`,
  none: '<circle cx="11" cy="28" r="1.5" fill="#857B6C"/>',
};

/** The picture, 50 units high and as wide as there are kinds of source. */
export function svgOfShelf({ width, books }: Shelf): string {
  const drawn = books.map(
    ({ letter, form, x }) =>
      `<g transform="translate(${x} 0)">${bookOf[form]}<text x="11" y="46" text-anchor="middle" fill="${ink}">${xmlWords(letter)}</text></g>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="50" viewBox="0 0 ${width} 50" font-family="'Atkinson Hyperlegible Next'" font-size="12">` +
    `${drawn.join('')}<path d="M0 33h${width}" stroke="${ink}" stroke-width="1.75"/></svg>`
  );
}
