// A register of libraries as CSV, under Dutch or English headings.
import { describe, expect, it } from 'vitest';
import { registerDelimiter, registerReader } from '../../../surveys/formats/register-csv.ts';

function readerFor(headings: readonly string[]) {
  const made = registerReader(headings, ',', ',');
  if ('problems' in made) throw new Error(JSON.stringify(made.problems));
  return made;
}
const english = ['code', 'name', 'province', 'size_class'];

describe('a register file', () => {
  it('is read under English and Dutch headings, whatever their order, besides other columns', () => {
    const library = { code: 'gent', name: 'Bib De Linde', province: 'Oost-Vlaanderen', sizeClass: 'groot' };
    expect(readerFor(english).read(['gent', 'Bib De Linde', 'Oost-Vlaanderen', 'groot'], 2)).toEqual({
      library,
    });
    const dutch = readerFor(['Provincie', 'Naam', 'Telefoon', 'Grootteklasse', 'Code']);
    expect(dutch.read(['Oost-Vlaanderen', 'Bib De Linde', '', 'groot', 'gent'], 2)).toEqual({ library });
  });

  it('says itself how it is delimited', () => {
    expect(registerDelimiter('code;naam;provincie;grootte')).toBe(';');
    expect(registerDelimiter('"code","name","province","size class"')).toBe(',');
    expect(registerDelimiter('code;naam')).toBeNull();
  });

  it('without one of the four facts, or with one twice, is refused', () => {
    expect(registerReader(['code', 'name', 'province'], ',', ',')).toMatchObject({
      problems: [{ key: 'factMissing' }],
    });
    expect(registerReader([...english, 'naam'], ',', ',')).toMatchObject({
      problems: [{ key: 'factTwice', column: 'naam', values: { other: 'name' } }],
    });
    expect(registerReader(['code;name;x'], ',', ';')).toMatchObject({
      problems: [{ key: 'wrongDelimiter' }],
    });
  });

  it('tells a code that is no code or was there before, an empty cell, and a row of another length', () => {
    const reader = readerFor(english);
    reader.read(['gent', 'Bib De Linde', 'Oost-Vlaanderen', 'groot'], 2);
    expect(reader.read(['gent', 'Weer', 'Limburg', 'klein'], 3)).toMatchObject({
      problems: [{ key: 'libraryTwice', column: 'code', values: { value: 'gent', first: 2 } }],
    });
    expect(reader.read(['sint niklaas', 'x', 'y', 'z'], 4)).toMatchObject({
      problems: [{ key: 'badLibraryCode' }],
    });
    expect(reader.read(['a', '', 'y', ''], 5)).toMatchObject({
      problems: [
        { key: 'cellEmpty', column: 'name' },
        { key: 'cellEmpty', column: 'size_class' },
      ],
    });
    expect(reader.read(['a'], 6)).toMatchObject({ problems: [{ key: 'cellCount' }] });
  });
});
