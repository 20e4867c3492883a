// A document as a Word file with real styles, headings, tables with head rows and text alternatives, so that a team can
// go on writing in it. The same document gives the same bytes: its dates are the document's.
import { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { PaperDocument } from '../document.ts';
import { printable } from '../printable.ts';
import { docxBlocks, ids } from './docx-blocks.ts';
import { styles } from './docx-styles.ts';

/** Millimetres in twentieths of a point. */
const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);

/** The bytes of the Word file. Drawing its pictures takes processor: ask the worker. */
export async function docxOf(given: PaperDocument): Promise<Uint8Array> {
  const document = printable(given);
  const { title, kicker, contact, foot, page, warning, language } = document;
  const small = (text: string) => new TextRun({ text, style: 'Small' });
  const file = new Document({
    title,
    subject: kicker,
    creator: kicker,
    description: contact,
    styles: styles(language),
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [
            {
              level: 0,
              format: 'bullet',
              text: '–',
              style: { paragraph: { indent: { left: twips(6), hanging: twips(5) } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: { top: twips(19), bottom: twips(23), left: twips(19), right: twips(19) },
          },
        },
        ...(warning === ''
          ? {}
          : {
              headers: {
                default: new Header({ children: [new Paragraph({ style: 'Careful', text: warning })] }),
              },
            }),
        footers: {
          default: new Footer({
            children: [
              ...foot.map((line) => new Paragraph({ style: 'Foot', children: [small(line)] })),
              new Paragraph({
                style: 'Foot',
                children: [
                  small(`${page} `),
                  new TextRun({ children: [PageNumber.CURRENT], style: 'Small' }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ style: 'Kicker', text: kicker }),
          new Paragraph({ style: 'Title', text: title }),
          ...docxBlocks(document.blocks, ids()),
        ],
      },
    ],
  });
  return pinned(await Packer.toBuffer(file), document.date);
}

/**
 * The file with the document's date wherever it says when it was made, and its bookmarks numbered from one: the library
 * numbers them through all files a process writes.
 */
function pinned(bytes: Uint8Array, date: string): Uint8Array {
  const moment = `${date}T00:00:00Z`;
  const change: Readonly<Record<string, (xml: string) => string>> = {
    'docProps/core.xml': (xml) => xml.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, moment),
    'word/document.xml': renumbered,
  };
  const files = Object.entries(unzipSync(bytes)).map(([name, content]): [string, Uint8Array] => {
    const changed = change[name]?.(new TextDecoder().decode(content));
    return [name, changed === undefined ? content : strToU8(changed)];
  });
  return zipSync(Object.fromEntries(files), { mtime: moment, level: 6 });
}

function renumbered(xml: string): string {
  const numbers = new Map<string, number>();
  return xml.replaceAll(/<w:bookmark(?:Start|End)\b[^>]*>/g, (mark) =>
    mark.replace(/w:id="(\d+)"/, (_, id: string) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      return `w:id="${number}"`;
    }),
  );
}
