// The library somebody works for, out of the register.
import { describe, expect, it } from 'vitest';
import { bodyOf, both, comesBack, read, shown } from './one-question.ts';

const register = { type: 'register', decline: both('Zeg ik liever niet', 'Rather not say') };

describe('the pick of a library', () => {
  it('takes a library of the register, or that somebody would rather not say', () => {
    expect(read(register, { V: 'bib-1' })).toMatchObject({ answers: { V: 'bib-1' }, keys: [] });
    expect(read(register, { V: 'decline' })).toMatchObject({ answers: { V: 'decline' }, keys: [] });
  });

  it('refuses a library that is not there, and "rather not say" where it is not offered', () => {
    expect(read(register, { V: 'bib-9' }).problems).toMatchObject([{ key: 'unknownLibrary', target: 'V' }]);
    expect(read({ type: 'register' }, { V: 'decline' }).keys).toEqual(['unknownLibrary']);
  });

  it('left empty is nothing, asked for, or asked for once', () => {
    expect(read(register, {}).keys).toEqual([]);
    expect(read({ ...register, required: true }, {}).keys).toEqual(['required']);
    expect(read({ ...register, required: 'soft' }, {}).problems).toMatchObject([
      { key: 'softRequired', soft: true },
    ]);
  });

  it('reads back the same from the page that shows it', () => {
    expect(bodyOf(shown(register, { V: 'decline' }), 'register').decline?.selected).toBe(true);
    for (const V of ['bib-1', 'decline'])
      expect(comesBack(register, { V }, 'nl')).toMatchObject({ answers: { V }, keys: [] });
  });
});
