// What a reader takes along: the table for a spreadsheet, and the picture that stands alone.
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvOfChart } from '../../../analysis/charts/csv-file.ts';
import { type Drawing, drawingOf } from '../../../analysis/charts/drawing.ts';
import { chartOfScale } from '../../../analysis/charts/stacked-bars.ts';
import { svgOfDrawing } from '../../../analysis/charts/svg-file.ts';
import { counted, said, text } from './sample-figures.ts';

const chart = (cells: readonly string[]) => ({
  title: 'Titel',
  sentence: 'Zin',
  caption: ['basis'],
  table: {
    caption: '',
    head: ['Antwoord', 'Aantal'],
    groups: [{ name: null, rows: [{ head: 'Rij', cells }] }],
  },
});

describe('a table for a spreadsheet', () => {
  it('begins with the mark of UTF-8 and ends its lines as RFC 4180 has it', () => {
    const csv = csvOfChart(chart(['12']));
    expect(csv.startsWith('\uFEFFTitel\r\nZin\r\n\r\nAntwoord,Aantal\r\nRij,12\r\n')).toBe(true);
  });

  it.each(['=1+1', '+SUM(A1)', '-2+3', '@here', '\tx', '\r=1', "'=1"])(
    'keeps %j text that runs nothing',
    (cell) => {
      const rows = Papa.parse<string[]>(csvOfChart(chart([cell])).slice(1), { newline: '\r\n' }).data;
      expect(rows[4]?.[1]).toBe(`'${cell}`);
    },
  );

  it.each(['-1,5', '+3', '41%', '12'])('leaves the number %s a number', (cell) => {
    expect(csvOfChart(chart([cell]))).toContain(cell);
    expect(csvOfChart(chart([cell]))).not.toContain(`'${cell}`);
  });

  it('gives back every cell as it was, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (cells) => {
        const csv = csvOfChart(chart(cells)).slice(1);
        const row = Papa.parse<string[]>(csv, { newline: '\r\n', delimiter: ',' }).data[4] ?? [];
        expect(row.slice(1).map((cell) => cell.replace(/^'(?='*[=+\-@\t\r\n])/, ''))).toEqual(cells);
      }),
    );
  });
});

describe('a picture that stands alone', () => {
  const words = { title: 'A & B', sentence: 'Zin <b>', caption: ['n 12'], legend: [] };
  const empty: Drawing = { width: 720, height: 40, hatches: [], bars: [], lines: [], dots: [], words: [] };

  it('says its title, sentence and base as text, with what would break it written out', () => {
    const svg = svgOfDrawing(words, empty);
    expect(svg).toContain('<title>A &amp; B</title>');
    expect(svg).toContain('>Zin &lt;b&gt;</text>');
    expect(svg).toContain('>n 12</text>');
  });

  it('has a rectangle per answer and its percent as text', () => {
    const worded = said(
      chartOfScale([counted([10, 20, 30, 40])], {
        id: 'd',
        title: text('V'),
        look: 'sequential',
        language: 'nl',
      }),
    );
    const drawing = drawingOf(worded);
    const svg = drawing ? svgOfDrawing(worded, drawing) : '';
    expect(svg).toContain('40%</tspan>');
    expect(drawing?.bars).toHaveLength(4);
  });
});
