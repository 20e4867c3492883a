// A document as the data the typst template reads: drawings become SVG, and it is told which places exist to link to.

import type { PaperBlock, PaperDocument } from '../document.ts';
import { pictureSvg } from '../picture-svg.ts';
import { svgOfShelf } from '../shelf-drawing.ts';
import { widthsOf } from '../table-widths.ts';

/** Plain JSON. Charts get the level of a heading under the one they stand below. */
export function typstData(document: PaperDocument): object {
  let level = 1;
  const blocks = document.blocks.map((block) => {
    if (block.kind === 'heading') level = block.level;
    return blockData(block, level);
  });
  return { ...document, blocks, anchors: anchorsOf(document.blocks) };
}

function blockData(block: PaperBlock, level: number): object {
  switch (block.kind) {
    case 'ladder':
      return {
        kind: block.kind,
        rungs: block.rungs.map(({ shelf, ...rung }) => ({ ...rung, ...shelfData(shelf) })),
      };
    case 'support':
      return { ...block, ...shelfData(block.shelf) };
    case 'chart': {
      const { drawing, legend, ...chart } = block.chart;
      const picture = drawing ? pictureSvg(legend, drawing) : '';
      return { kind: block.kind, ...chart, picture, level: Math.min(level + 1, 4) };
    }
    case 'table':
      return { kind: block.kind, ...block.table, widths: widthsOf(block.table) };
    default:
      return block;
  }
}

function shelfData(shelf: Extract<PaperBlock, { kind: 'support' }>['shelf']) {
  const drawn = shelf.books.length > 0;
  return {
    shelf: drawn ? svgOfShelf(shelf) : '',
    shelfAlternative: shelf.label,
    shelfWidth: shelf.width,
  };
}

function anchorsOf(blocks: readonly PaperBlock[]): readonly string[] {
  return blocks
    .flatMap((block): readonly (string | null)[] => {
      if (block.kind === 'heading') return [block.anchor];
      if (block.kind === 'chart') return [block.chart.anchor];
      if (block.kind === 'terms') return block.terms.map(({ anchor }) => anchor);
      if (block.kind === 'table')
        return block.table.rows.map((row) => (row.kind === 'row' ? row.anchor : null));
      return [];
    })
    .filter((anchor) => anchor !== null);
}
