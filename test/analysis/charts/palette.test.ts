// Words on bars can be read, whatever number of answers a scale has.
import { describe, expect, it } from 'vitest';
import { axisPercent, wholePercent } from '../../../analysis/chart.ts';
import { coloursOf } from '../../../analysis/charts/palette.ts';

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe.each(['frequency', 'mastery', 'agreement', 'sequential'] as const)('%s', (look) => {
  it.each([2, 3, 4, 5, 6, 7, 10, 11])('has readable words on each of %i answers', (count) => {
    const colours = coloursOf(look, count);
    expect(colours).toHaveLength(count);
    for (const { fill, hatch, dark } of colours) {
      if (hatch === null)
        expect(contrast(fill, dark ? '#FFFDF8' : '#211D19'), fill).toBeGreaterThanOrEqual(4.5);
    }
  });
});

it('rounds halves up, as the published figures are', () => {
  expect([0.125, 0.005, 0.675, 1 / 3].map(wholePercent)).toEqual([13, 1, 68, 33]);
  expect(axisPercent(1 / 3)).toBe(33.33);
});
