// A grid that asks for its rows: at once, or once more and then lets pass.
import { describe, expect, it } from 'vitest';
import { both, comesBack, read } from './one-question.ts';

const rows = ['a', 'b'].map((code) => ({ code, label: both(code.toUpperCase()) }));
const scales = [{ variable: 'use', label: both('Hoe vaak?'), scale: 'OFTEN' }];
const grid = { type: 'grid', rows, scales };

describe('rows left open', () => {
  it('may stay so where nothing is required', () => {
    expect(read(grid, { 'use.a': '1' }).keys).toEqual([]);
  });

  it('are asked for, each at its own row', () => {
    expect(read({ ...grid, required: true }, { 'use.a': '1' }).problems).toMatchObject([
      { key: 'requiredRow', field: 'use.b', target: 'use.b:0' },
    ]);
  });

  it('are asked for once where that is enough, except those that must be answered', () => {
    const soft = { ...grid, required: 'soft', requiredRows: ['a'] };
    expect(read(soft, {}).problems.map(({ key, soft: once }) => [key, once])).toEqual([
      ['requiredRow', undefined],
      ['softRow', true],
    ]);
  });
});

it('a grid reads back the same from the page that shows it', () => {
  const answers = { 'use.a': 'N', 'use.b': '2' };
  expect(comesBack(grid, answers, 'nl')).toMatchObject({ answers, keys: [] });
});
