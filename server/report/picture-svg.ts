// The picture of a chart for paper. What draws SVG looks for a font with an accent that stands apart, and where no font has
// it never stops looking: such accents are left out of the picture. The table and the text have the words whole.

import type { Drawing } from '../../analysis/charts/drawing.ts';
import { type PictureWords, svgOfShapes } from '../../analysis/charts/svg-file.ts';

/** The drawing with its key as SVG. */
export function pictureSvg(legend: PictureWords['legend'], drawing: Drawing): string {
  const words = drawing.words.map((one) => ({
    ...one,
    text: drawable(one.text),
    after: drawable(one.after),
  }));
  return svgOfShapes(
    legend.map((entry) => ({ ...entry, label: drawable(entry.label) })),
    { ...drawing, words },
  );
}

/** Accents joined to their letter where Unicode has the letter, and without those it has not. */
function drawable(text: string): string {
  return text.normalize('NFC').replaceAll(/\p{M}/gu, '');
}
