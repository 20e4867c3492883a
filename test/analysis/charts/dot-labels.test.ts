// Names of dots: whatever the dots are, no name lies on another, on a dot, on what was taken or outside the field.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, boxAround, overlaps, placeLabels } from '../../../analysis/charts/dot-labels.ts';

const field: Box = { left: 0, right: 720, top: 0, bottom: 440 };
const cross: readonly Box[] = [
  { left: 356, right: 364, top: 0, bottom: 440 },
  { left: 0, right: 720, top: 216, bottom: 224 },
];
const radius = 6;
const place = fc.record({ x: fc.integer({ min: 16, max: 704 }), y: fc.integer({ min: 34, max: 406 }) });
const named = fc.record({ dot: place, width: fc.integer({ min: 8, max: 180 }) });

describe('names of dots', () => {
  it('lie on nothing, wherever the dots are', () => {
    fc.assert(
      fc.property(fc.array(named, { minLength: 1, maxLength: 20 }), (all) => {
        const dots = all.map(({ dot }) => dot);
        const sizes = all.map(({ width }) => ({ width, height: 18 }));
        const places = placeLabels(dots, sizes, { radius, field, taken: cross });
        const boxes = places.flatMap((found) => found?.box ?? []);
        const others = [...cross, ...dots.map(({ x, y }) => boxAround(x, y, radius))];
        for (const [index, box] of boxes.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(field.left);
          expect(box.right).toBeLessThanOrEqual(field.right);
          expect([...others, ...boxes.slice(index + 1)].filter((other) => overlaps(box, other))).toEqual([]);
        }
      }),
    );
  });

  it('stand right of a dot that stands alone, without a line', () => {
    const [found] = placeLabels([{ x: 100, y: 100 }], [{ width: 50, height: 18 }], {
      radius,
      field,
      taken: [],
    });
    expect(found).toEqual({ box: { left: 111, right: 161, top: 91, bottom: 109 }, leader: null });
  });

  it('are led to by a line where dots crowd together', () => {
    const dots = Array.from({ length: 6 }, (_, index) => ({
      x: 200 + (index % 3) * 9,
      y: 200 + Math.floor(index / 3) * 9,
    }));
    const places = placeLabels(
      dots,
      dots.map(() => ({ width: 60, height: 18 })),
      { radius, field, taken: [] },
    );
    expect(places.every((found) => found !== null)).toBe(true);
    expect(places.some((found) => found?.leader?.startsWith('M'))).toBe(true);
  });

  it('are left out where they have no room at all', () => {
    expect(
      placeLabels([{ x: 100, y: 100 }], [{ width: 900, height: 18 }], { radius, field, taken: [] }),
    ).toEqual([null]);
  });
});
