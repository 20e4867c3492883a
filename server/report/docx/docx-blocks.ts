// The blocks of a document as paragraphs and tables of a Word file.
import {
  Bookmark,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  type IParagraphOptions,
  PageBreak,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx';
import { localeOf } from '../../format-values.ts';
import type { Shelf } from '../../shelf.ts';
import type { PaperBlock, PaperChart, Stretches } from '../document.ts';
import { pictureSvg } from '../picture-svg.ts';
import { rasterOf } from '../raster.ts';
import { svgOfShelf } from '../shelf-drawing.ts';
import { docxTable, ladderTable } from './docx-tables.ts';

/** Gives every picture of one file its own number: Word mistrusts a file where two have the same. */
export interface Ids {
  next(): number;
}

export function ids(): Ids {
  let last = 0;
  return {
    next: () => {
      last += 1;
      return last;
    },
  };
}

const levels = {
  2: HeadingLevel.HEADING_1,
  3: HeadingLevel.HEADING_2,
  4: HeadingLevel.HEADING_3,
} as const;
const tones = { plain: 'Normal', note: 'Note', careful: 'Careful', lead: 'Lead' } as const;

/** Points of a page's width between its margins. */
const room = 488;

export function docxBlocks(blocks: readonly PaperBlock[], numbers: Ids): readonly (Paragraph | Table)[] {
  let level: 2 | 3 | 4 = 2;
  return blocks.flatMap((block, place) => {
    if (block.kind === 'heading') level = block.level;
    const next = blocks[place + 1]?.kind;
    return blockOf(block, { level, introduces: next === 'table' || next === 'ladder' }, numbers);
  });
}

/** Where a block stands. */
interface Standing {
  readonly level: 2 | 3 | 4;
  /** A table follows: what is said before it does not stay behind on the page before. */
  readonly introduces: boolean;
}

function blockOf(
  block: PaperBlock,
  { level, introduces }: Standing,
  numbers: Ids,
): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': {
      const text = block.mark === '' ? block.text : `${block.mark}  ${block.text}`;
      return [said({ heading: levels[block.level] }, [{ text }], block.anchor)];
    }
    case 'paragraph':
      return [
        said(
          { style: tones[block.tone], ...(introduces ? { keepNext: true } : {}) },
          block.stretches,
          null,
          block.language,
        ),
      ];
    case 'list':
      return block.items.map((item) => said({ numbering: { reference: 'points', level: 0 } }, item));
    case 'facts':
      return block.facts.map(
        ({ figure, text }) =>
          new Paragraph({
            children: [new TextRun({ text: figure, style: 'Figure' }), new TextRun(`  ${text}`)],
          }),
      );
    case 'terms':
      return block.terms.flatMap(({ term, said: lines, anchor }) => [
        said({ style: 'Term', keepNext: true }, [{ text: term }], anchor),
        ...lines.map((line) => said({}, line)),
      ]);
    case 'ladder':
      return [ladderTable(block.rungs, (shelf) => shelfRun(shelf, numbers), runsOf), new Paragraph('')];
    case 'support':
      return [
        new Paragraph({ children: shelfRun(block.shelf, numbers) }),
        said({ style: 'Note' }, block.stretches),
      ];
    case 'chart':
      return chartOf(block.chart, level, numbers);
    case 'table': {
      const { caption } = block.table;
      const above = caption === '' ? [] : [said({ style: 'Caption', keepNext: true }, [{ text: caption }])];
      return [...above, docxTable(block.table, runsOf), new Paragraph('')];
    }
    case 'quote':
      return [
        said({ style: 'Quote' }, [{ text: `“${block.text}”` }]),
        said({ style: 'Caption' }, [{ text: block.source }]),
      ];
    case 'newPage':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

function chartOf(chart: PaperChart, level: 2 | 3 | 4, numbers: Ids): readonly Paragraph[] {
  const { title, sentence, drawing, legend, alternative, captions, anchor } = chart;
  const under = level === 2 ? 3 : 4;
  const picture = drawing
    ? [
        new Paragraph({
          keepNext: captions.length > 0,
          children: [pictureRun(pictureSvg(legend, drawing), alternative, room, numbers)],
        }),
      ]
    : [];
  return [
    said({ heading: levels[under] }, [{ text: title }], anchor),
    said({ style: 'Note', keepNext: true }, [{ text: sentence }]),
    ...picture,
    ...(captions.length > 0 ? [said({ style: 'Caption' }, [{ text: captions.join(' · ') }])] : []),
  ];
}

function shelfRun(shelf: Shelf, numbers: Ids): ParagraphChild[] {
  return shelf.books.length > 0
    ? [pictureRun(svgOfShelf(shelf), shelf.label, shelf.width * 0.7, numbers)]
    : [];
}

/** A picture as vectors, with the same as points for programs that have no vectors. */
function pictureRun(svg: string, alternative: string, width: number, numbers: Ids): ImageRun {
  const points = rasterOf(svg, Math.round(width * 2));
  // Word counts in pixels of 96 to the inch.
  const wide = Math.round((width * 96) / 72);
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    transformation: { width: wide, height: Math.round((wide * points.height) / points.width) },
    fallback: { type: 'png', data: points.png },
    altText: { id: String(numbers.next()), name: alternative, title: alternative, description: alternative },
  });
}

function said(
  options: IParagraphOptions,
  stretches: Stretches,
  anchor: string | null = null,
  language: string | null = null,
): Paragraph {
  const runs = runsOf(stretches, language);
  return new Paragraph({
    ...options,
    children: anchor === null ? [...runs] : [new Bookmark({ id: bookmark(anchor), children: runs })],
  });
}

/** @param language of the words where it is not the document's. */
function runsOf(stretches: Stretches, language: string | null = null): ParagraphChild[] {
  return stretches.map(({ text, strong, to }) => {
    // Only where it is: words that are not strong follow their style, and a heading's is bold.
    const own = {
      ...(strong ? { bold: true } : {}),
      ...(language === null ? {} : { language: { value: localeOf(language) } }),
    };
    return to === undefined
      ? new TextRun({ text, ...own })
      : new InternalHyperlink({
          anchor: bookmark(to),
          children: [new TextRun({ text, ...own, style: 'Hyperlink' })],
        });
  });
}

/** A name Word takes for a place: letters, digits and underscores, at most forty of them. */
function bookmark(anchor: string): string {
  return `p_${anchor.replaceAll(/[^A-Za-z0-9]/g, '_')}`.slice(0, 40);
}
