// A picture of vectors as points, for programs that cannot draw vectors: with our own fonts alone, so the same everywhere.
import { Resvg } from '@resvg/resvg-js';
import { fontFiles } from './fonts.ts';

export interface Raster {
  readonly png: Buffer;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** @param width of the picture in pixels; the height follows. */
export function rasterOf(svg: string, width: number): Raster {
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      fontFiles: [...fontFiles()],
      loadSystemFonts: false,
      defaultFontFamily: 'Atkinson Hyperlegible Next',
    },
  }).render();
  return { png: drawn.asPng(), width: drawn.width, height: drawn.height };
}
