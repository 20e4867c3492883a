// How a table on paper shares its width: no column narrower than its longest word, and a word without end starves no other.
import { describe, expect, it } from 'vitest';
import type { PaperTable } from '../../server/report/document.ts';
import { widthsOf } from '../../server/report/table-widths.ts';

const table = (
  ...columns: readonly (readonly [head: string, numeric: boolean, cell: string])[]
): PaperTable => ({
  caption: 'Proef',
  columns: columns.map(([head, numeric]) => ({ head, numeric })),
  rows: [{ kind: 'row', anchor: null, cells: columns.map(([, , text]) => [{ text }]) }],
});

describe('the width of a column', () => {
  it('holds its longest word, in head and cells, with room for a wide letter', () => {
    const [, head = 0, cell = 0] = widthsOf(
      table(
        ['Dienst', false, 'Wise'],
        ['Niet zelfstandig', true, '8%'],
        ['Van', true, 'te weinig antwoorden'],
      ),
    );
    expect(head).toBeGreaterThan('zelfstandig'.length * 1.2);
    expect(cell).toBeGreaterThan('antwoorden'.length * 1.2);
  });

  it('follows what stands in it, within bounds', () => {
    const [short = 0, long = 0] = widthsOf(
      table(['A', false, 'ja'], ['B', false, 'een zin met veel woorden '.repeat(9)]),
    );
    expect([short, long]).toEqual([10, 40]);
    const [word = 0] = widthsOf(table(['C', false, 'x'.repeat(900)]));
    expect(word).toBe(40);
  });
});
