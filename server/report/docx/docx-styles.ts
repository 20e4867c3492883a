// The styles of a Word file: those Word knows by name, so that its navigation and contents work, and a few of our own.
import type { IStylesOptions } from 'docx';
import { localeOf } from '../../format-values.ts';

const ink = '211D19';
const muted = '514940';
const font = 'Calibri';

/** Half points, as Word counts. */
const points = (size: number) => size * 2;

export function styles(language: string): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { font, size: points(size), bold: true, color: ink },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  const own = (id: string, size: number, color: string, more: object = {}) => ({
    id,
    name: id,
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: points(size), color, ...more },
    paragraph: { spacing: { after: 100 } },
  });
  return {
    default: {
      document: {
        run: { font, size: points(10.5), color: ink, language: { value: localeOf(language) } },
        paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' } },
      },
      title: heading(24, 0),
      heading1: heading(17, 420),
      heading2: heading(12.5, 280),
      heading3: heading(11, 220),
      hyperlink: { run: { color: '0A5257', underline: { type: 'single', color: '0A5257' } } },
    },
    paragraphStyles: [
      own('Lead', 12.5, ink),
      own('Note', 9, muted),
      own('Careful', 10.5, '704200'),
      own('Kicker', 9.5, muted),
      own('Foot', 8, muted),
      own('Term', 9, muted),
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        run: { size: points(11.5), italics: true },
        paragraph: {
          indent: { left: 280 },
          spacing: { before: 200, after: 60 },
          keepNext: true,
          border: { left: { style: 'single', size: 20, color: ink, space: 8 } },
        },
      },
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        run: { size: points(9), color: muted },
        paragraph: { spacing: { before: 80, after: 80 } },
      },
    ],
    characterStyles: [
      { id: 'Small', name: 'Small', run: { size: points(8), color: muted } },
      { id: 'Figure', name: 'Figure', run: { size: points(17), bold: true } },
    ],
  };
}
