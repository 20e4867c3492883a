// Two waves as lines: every figure has its ends, its line and its name, and no name lies on another.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenDrawing, type SaidSlope, slopeDrawing } from '../../../analysis/charts/slope-drawing.ts';

const names = { first: 'Vorig jaar', second: 'Dit jaar' };
const end = (value: number | null) => ({
  value,
  words: value === null ? 'te weinig' : `${Math.round(value * 100)}%`,
});
const slope = (label: string, first: number | null, second: number | null, sure = false): SaidSlope => ({
  label,
  first: end(first),
  second: end(second),
  sure,
});
const draw = (slopes: readonly SaidSlope[], width = 720) =>
  slopeDrawing(slopes, { ...names, span: 0.2, width });

describe('two waves as lines', () => {
  it('draw a line from then to now, strong where it surely moved', () => {
    const { lines, dots, words } = draw([slope('Wise', 0.2, 0.6, true), slope('Bieblo', 0.5, 0.5)]);
    expect(lines.map(({ pen }) => pen)).toEqual(['line', 'line', 'ink', 'muted']);
    expect(dots.map(({ x }) => x)).toEqual([90, 380, 90, 380]);
    expect(dots[0]?.y).toBeGreaterThan(dots[1]?.y ?? 0);
    expect(dots[2]?.y).toBe(dots[3]?.y);
    expect(words.filter(({ strong }) => strong).map(({ text }) => text)).toEqual(['20%', '60% Wise']);
  });

  it('draw no line to what may not be seen, and name what is left', () => {
    const { lines, dots, words } = draw([slope('Wise', 0.2, 0.3), slope('Bieblo', 0.4, null)]);
    expect(lines).toHaveLength(3);
    expect(dots).toHaveLength(3);
    expect(words.map(({ text }) => text)).toContain('Bieblo');
  });

  it('keep a small change small: the scale spans at least what is asked', () => {
    const { dots } = draw([slope('Wise', 0.5, 0.51)]);
    const [from, to] = dots.map(({ y }) => y);
    expect(Math.abs((from ?? 0) - (to ?? 0))).toBeLessThan(10);
  });

  it.each([720, 340])('lay no name on another in %i units, and stay inside', (width) => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const some = fc.array(fc.tuple(share, share, fc.string({ minLength: 1, maxLength: 40 })), {
      minLength: 1,
      maxLength: 15,
    });
    fc.assert(
      fc.property(some, (values) => {
        const { words, height } = draw(
          values.map(([first, second, label]) => slope(label, first, second)),
          width,
        );
        for (const side of ['start', 'end'] as const) {
          const column = words.filter(({ anchor, tone }) => anchor === side && tone === 'ink');
          const heights = column.map(({ y }) => y).sort((one, other) => one - other);
          for (const [index, y] of heights.entries()) {
            expect(y).toBeLessThan(height);
            if (index > 0) expect(y - (heights[index - 1] ?? 0)).toBeGreaterThan(17);
          }
        }
      }),
    );
  });

  it('show a series that broke as two ends with a gap and its words', () => {
    const { dots, words } = brokenDrawing('niet te vergelijken', { ...names, width: 720 });
    expect(dots.every(({ hollow }) => hollow)).toBe(true);
    expect(words.map(({ text }) => text)).toEqual(['Vorig jaar', 'Dit jaar', 'niet te vergelijken']);
  });
});
