// A library's own answers: only of a team that is large enough, and never so that the others of its size and province come out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSmall } from '../../../analysis/disclosure/lines.ts';
import { fewestStaff, ownLines } from '../../../analysis/disclosure/own-figures.ts';
import { countsOfTable } from '../../../analysis/library-counts.ts';

/** Counts of three answers; the first line is of who named no library. */
function countsOf(lines: readonly (readonly number[])[]) {
  return countsOfTable(Uint32Array.from([0, 0, 0, ...lines.flat()]), 3);
}
function registerOf(groups: readonly (readonly [string, string])[]) {
  return groups.map(([province, sizeClass], place) => ({ code: String(place + 1), province, sizeClass }));
}
const lineOf = ({ code }: { readonly code: string }) => Number(code);
const answers = [0, 1, 2];

function shown(lines: readonly (readonly number[])[], groups: readonly (readonly [string, string])[]) {
  const eligible = new Set(lines.map((_, place) => place + 1));
  return ownLines(countsOf(lines), eligible, registerOf(groups), lineOf, answers);
}
const together = (count: number) => Array.from({ length: count }, () => ['A', '26+'] as const);

describe('the own answers of a library', () => {
  it('are told where three other libraries with ten people gave every answer five times too', () => {
    const others = [
      [3, 3, 0],
      [2, 2, 0],
      [1, 2, 0],
    ];
    expect([...shown([[6, 7, 0], ...others], together(4))]).toEqual([1]);
    expect([...shown([[6, 7, 0], ...others.slice(1), [2, 2, 0]], together(4))]).toEqual([1]);
  });

  it.each([
    [
      'nine people',
      [
        [5, 4, 0],
        [9, 9, 9],
        [9, 9, 9],
        [9, 9, 9],
      ],
    ],
    [
      'an answer that few gave',
      [
        [6, 6, 2],
        [9, 9, 9],
        [9, 9, 9],
        [9, 9, 9],
      ],
    ],
    [
      'everybody of few the same',
      [
        [14, 0, 0],
        [9, 9, 9],
        [9, 9, 9],
        [9, 9, 9],
      ],
    ],
    [
      'two other libraries',
      [
        [6, 7, 0],
        [9, 9, 9],
        [9, 9, 9],
        [0, 0, 0],
      ],
    ],
    [
      'four others with an answer',
      [
        [6, 7, 0],
        [2, 9, 9],
        [1, 9, 9],
        [1, 9, 9],
      ],
    ],
  ])('are not told of %s', (_, lines) => {
    expect(shown(lines, together(4)).has(1)).toBe(false);
  });

  it('leave five at least wherever they are taken out of groups of whole provinces and size classes', () => {
    const cell = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 5, max: 60 }));
    const library = fc.record({
      cells: fc.tuple(cell, cell, cell),
      province: fc.constantFrom('A', 'B'),
      sizeClass: fc.constantFrom('11-25', '26+'),
    });
    fc.assert(
      fc.property(fc.array(library, { minLength: 4, maxLength: 24 }), (libraries) => {
        const own = shown(
          libraries.map(({ cells }) => cells),
          libraries.map(({ province, sizeClass }) => [province, sizeClass]),
        );
        const atoms = ['A', 'B'].flatMap((province) =>
          ['11-25', '26+'].map((sizeClass) => ({ province, sizeClass })),
        );
        // Every union of groups of one size in one province: provinces, size classes and everybody are among them.
        for (let chosen = 1; chosen < 2 ** atoms.length; chosen += 1) {
          const members = libraries.flatMap(({ province, sizeClass, cells }, place) => {
            const atom = atoms.findIndex((one) => one.province === province && one.sizeClass === sizeClass);
            return (chosen >> atom) % 2 === 1 ? [{ cells, told: own.has(place + 1) }] : [];
          });
          for (const answer of answers) {
            const count = (told: boolean) =>
              members
                .filter((member) => member.told === told)
                .reduce((sum, { cells }) => sum + (cells[answer] ?? 0), 0);
            if (count(true) > 0) expect(isSmall(count(false)) || count(false) === 0).toBe(false);
          }
        }
        for (const line of own) expect(libraries[line - 1]?.cells.some(isSmall)).toBe(false);
      }),
    );
  });

  it('need a team of eight, which a size class says only where it begins there', () => {
    expect(['11-25', '26+', '8–10', '4-10', '1-3', 'groot', '', '9 tot 12'].map(fewestStaff)).toEqual([
      11, 26, 8, 4, 1, 0, 0, 0,
    ]);
  });
});
