// Tables of a Word file: the first row is its head and comes back on every page.
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Shelf } from '../../shelf.ts';
import type { PaperTable, Rung, Stretches } from '../document.ts';
import { widthsOf } from '../table-widths.ts';

/** How stretches of a sentence become runs. */
type Runs = (stretches: Stretches) => ParagraphChild[];

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'DDD4C4' } as const;
const rule = { style: BorderStyle.SINGLE, size: 10, color: '211D19' } as const;
const borders = {
  top: none,
  bottom: hairline,
  left: none,
  right: none,
  insideHorizontal: hairline,
  insideVertical: none,
};
/** Twentieths of a point of a page's width between its margins. */
const room = 9750;
const margins = { top: 60, bottom: 60, left: 60, right: 60 };

export function docxTable(table: PaperTable, runs: Runs): Table {
  const { columns, rows } = table;
  const widths = widthsOf(table);
  const all = widths.reduce((sum, width) => sum + width, 0);
  const alignment = (place: number) => (columns[place]?.numeric ? AlignmentType.END : AlignmentType.START);
  const cell = (place: number, children: ParagraphChild[]) =>
    new TableCell({ margins, children: [new Paragraph({ alignment: alignment(place), children })] });
  return new Table({
    width: { size: room, type: WidthType.DXA },
    columnWidths: widths.map((width) => Math.round((width / all) * room)),
    borders,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(
          ({ head }, place) =>
            new TableCell({
              margins,
              borders: { bottom: rule },
              children: [
                new Paragraph({
                  alignment: alignment(place),
                  // A head alone at the foot of a page tells nothing.
                  keepNext: true,
                  children: [new TextRun({ text: head, bold: true })],
                }),
              ],
            }),
        ),
      }),
      ...rows.map((row) =>
        row.kind === 'group'
          ? new TableRow({
              cantSplit: true,
              children: [
                new TableCell({
                  margins,
                  columnSpan: columns.length,
                  shading: { type: ShadingType.CLEAR, fill: 'F1EBDF' },
                  children: [
                    new Paragraph({
                      keepNext: true,
                      children: [new TextRun({ text: row.name, bold: true })],
                    }),
                  ],
                }),
              ],
            })
          : new TableRow({
              cantSplit: true,
              children: row.cells.map((stretches, place) => cell(place, runs(stretches))),
            }),
      ),
    ],
  });
}

/** The needs in their order with their place and the kinds of source that support them. */
export function ladderTable(
  rungs: readonly Rung[],
  shelfOf: (shelf: Shelf) => ParagraphChild[],
  runs: Runs,
): Table {
  const cell = (children: readonly Paragraph[]) => new TableCell({ margins, children: [...children] });
  return new Table({
    width: { size: room, type: WidthType.DXA },
    columnWidths: [0.09, 0.66, 0.25].map((part) => Math.round(part * room)),
    borders,
    rows: rungs.map(
      ({ mark, child, name, to, lines, shelf }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell([
              new Paragraph({
                children: [child ? new TextRun(mark) : new TextRun({ text: mark, style: 'Figure' })],
              }),
            ]),
            cell([
              new Paragraph({ children: runs([{ text: name, strong: !child, to }]) }),
              ...lines.map((line) => new Paragraph({ style: 'Note', text: line })),
            ]),
            cell([new Paragraph({ alignment: AlignmentType.END, children: shelfOf(shelf) })]),
          ],
        }),
    ),
  });
}
