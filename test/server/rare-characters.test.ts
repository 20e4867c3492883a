// Whatever somebody wrote or pasted, a report becomes a PDF: a character no font has may not keep a whole report back.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PaperDocument } from '../../server/report/document.ts';
import { pdfOf } from '../../server/report/pdf/pdf.ts';

function documentOf(text: string, drawn = 'Wise'): PaperDocument {
  return {
    language: 'nl',
    title: `Titel ${text}`,
    kicker: text,
    contact: '',
    date: '2026-03-01',
    foot: [text],
    page: 'blz.',
    warning: text,
    blocks: [
      { kind: 'heading', level: 2, text: `Kop ${text}`, mark: '', anchor: null },
      { kind: 'paragraph', tone: 'plain', stretches: [{ text, strong: true }, { text }] },
      { kind: 'quote', text, source: text },
      {
        kind: 'chart',
        chart: {
          title: `Grafiek ${text}`,
          sentence: text,
          alternative: `Beeld ${text}`,
          legend: [{ label: drawn, fill: '#0A5257', hatch: null }],
          captions: [text],
          anchor: 'chart-a',
          drawing: {
            width: 720,
            height: 40,
            hatches: [],
            bars: [],
            lines: [],
            dots: [],
            words: [
              {
                x: 0,
                y: 20,
                text: drawn,
                after: drawn,
                anchor: 'start',
                tone: 'ink',
                strong: true,
                small: false,
              },
            ],
          },
        },
      },
    ],
  };
}

it.each([
  ['Chinese, Japanese and Korean', '漢字 かな 한글'],
  ['scripts nobody writes any more', '𒀀 ᚠ ꙮ'],
  ['characters without a meaning of their own', '\uE000 \u{10FFFD}'],
  ['the mark of a file that was pasted along', 'a\uFEFFb'],
  ['ends of lines of other programs', 'a\u2028b\u2029c\u0085d'],
  ['signs that turn the direction', 'a\u202Ebc\u202C\u2066d\u2069'],
  ['a letter under many accents', 'Z\u0338\u0322\u0353a\u0337'],
])('a PDF is made with %s', (_, text) => {
  expect(pdfOf(documentOf(text, text)).subarray(0, 5).toString()).toBe('%PDF-');
});

it('a PDF is made with any characters, the same twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      const document = documentOf(text);
      expect(pdfOf(document).equals(pdfOf(document))).toBe(true);
    }),
    { numRuns: 40 },
  );
});
