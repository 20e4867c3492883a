import { describe, expect, it } from 'vitest';
import { registerChanges } from '../../../surveys/formats/register-changes.ts';

const library = (code: string, name = code) => ({ code, name, province: 'Limburg', sizeClass: '1-3' });

describe('one register beside another', () => {
  it('knows each library by its code: new, changed, gone or the same', () => {
    const before = [library('a'), library('b'), library('c')];
    const after = [library('c'), library('b', 'De B'), library('d')];
    expect(registerChanges(before, after)).toEqual({
      added: [library('d')],
      changed: [{ before: library('b'), after: library('b', 'De B') }],
      gone: [library('a')],
      same: 1,
    });
  });

  it('changes nothing when only the order differs', () => {
    const all = [library('a'), library('b')];
    expect(registerChanges(all, all.toReversed())).toEqual({ added: [], changed: [], gone: [], same: 2 });
  });
});
