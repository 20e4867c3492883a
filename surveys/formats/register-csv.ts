// A register of libraries as CSV: code, name, province and size class, under Dutch or English headings.

import type { Library } from '../demonstration.ts';
import { librarySchema } from '../demonstration.ts';
import { type ImportProblem, problem } from './column-map.ts';
import { type Delimiter, delimiters } from './csv-records.ts';
import { checkNames, plain, wrongDelimiter } from './headings.ts';

/** How each fact may be headed; compared in lower case, `_` and `-` as a space. */
const spellings: { readonly [F in keyof Library]: readonly string[] } = {
  code: ['code', 'bibcode', 'bib', 'nummer', 'library', 'library code', 'id'],
  name: ['name', 'naam', 'bibliotheek', 'naam bib', 'library name'],
  province: ['province', 'provincie', 'region', 'regio'],
  sizeClass: ['size class', 'sizeclass', 'size', 'grootte', 'grootteklasse', 'klasse'],
};
const facts = ['code', 'name', 'province', 'sizeClass'] as const;

interface RegisterReader {
  /** One library; a code that was read before is a problem. */
  read(
    cells: readonly string[],
    line: number,
  ): { readonly library: Library } | { readonly problems: readonly ImportProblem[] };
}

/** The delimiter under which a heading line has all four facts; null when none does. */
export function registerDelimiter(heading: string): Delimiter | null {
  const found = delimiters.find((delimiter) => {
    const headings = heading.split(delimiter).map((cell) => factOf(cell.replaceAll('"', '')));
    return facts.every((fact) => headings.includes(fact));
  });
  return found ?? null;
}

/** A reader of register rows for a file with these headings, or what is wrong with them. Other columns are let be. */
export function registerReader(
  headings: readonly string[],
  delimiter: Delimiter,
  likely: Delimiter | null,
): RegisterReader | { readonly problems: readonly ImportProblem[] } {
  const clean = headings.map(plain);
  const missing = facts.filter((fact) => !clean.some((heading) => factOf(heading) === fact));
  if (missing.length > 0 && likely !== null && likely !== delimiter) {
    return { problems: [wrongDelimiter(delimiter, likely, clean.length)] };
  }
  const doubled = facts.flatMap((fact) => {
    const [first, second] = clean.filter((heading) => factOf(heading) === fact);
    if (first === undefined || second === undefined || first === second) return [];
    return [problem('factTwice', second, { other: first })];
  });
  const problems = [
    ...checkNames(clean),
    ...doubled,
    ...missing.map((fact) => problem('factMissing', null, { spellings: spellings[fact].join(', ') })),
  ];
  if (problems.length > 0) return { problems };

  const place = (fact: (typeof facts)[number]) => clean.findIndex((heading) => factOf(heading) === fact);
  const places = {
    code: place('code'),
    name: place('name'),
    province: place('province'),
    sizeClass: place('sizeClass'),
  };
  const lineOf = new Map<string, number>();
  return {
    read: (cells, line) => {
      if (cells.length !== clean.length) {
        return { problems: [problem('cellCount', null, { found: cells.length, expected: clean.length })] };
      }
      const given = (fact: (typeof facts)[number]) => plain(cells[places[fact]] ?? '');
      const empty = facts.filter((fact) => given(fact) === '');
      if (empty.length > 0) {
        return { problems: empty.map((fact) => problem('cellEmpty', clean[places[fact]] ?? null)) };
      }
      const library = {
        code: given('code'),
        name: given('name'),
        province: given('province'),
        sizeClass: given('sizeClass'),
      };
      const column = clean[places.code] ?? null;
      if (!librarySchema.safeParse(library).success) {
        return { problems: [problem('badLibraryCode', column, { value: library.code.slice(0, 60) })] };
      }
      const before = lineOf.get(library.code);
      if (before !== undefined) {
        return { problems: [problem('libraryTwice', column, { value: library.code, first: before })] };
      }
      lineOf.set(library.code, line);
      return { library };
    },
  };
}

function factOf(heading: string): (typeof facts)[number] | null {
  const spelled = plain(heading).toLowerCase().replaceAll(/[_-]/g, ' ');
  return facts.find((fact) => spellings[fact].includes(spelled)) ?? null;
}
