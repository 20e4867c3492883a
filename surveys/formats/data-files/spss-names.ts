// Names SPSS takes: it knows no hyphen, no difference between capitals and small letters, and some words of its own.

const reserved = new Set(['ALL', 'AND', 'BY', 'EQ', 'GE', 'GT', 'LE', 'LT', 'NE', 'NOT', 'OR', 'TO', 'WITH']);
const longestName = 64;
const longestShortName = 8;

/**
 * A name for SPSS per name of ours, in order, each another one: letters, digits, `_` and `.`, beginning with a letter, at
 * most 64 characters. A name that SPSS takes stays as it is.
 */
export function spssNames(names: readonly string[]): readonly string[] {
  const given = new Set<string>();
  return names.map((name) => {
    const plain = name
      .replace(/[^A-Za-z0-9_.]/g, '_')
      .replace(/^([^A-Za-z])/, 'v$1')
      .replace(/[._]+$/, '')
      .slice(0, longestName);
    return unused(reserved.has(plain.toUpperCase()) ? `${plain}_v` : plain, given, longestName);
  });
}

/** The eight characters by which the file itself knows each of these names. */
export function shortNames(names: readonly string[]): readonly string[] {
  const given = new Set<string>();
  return names.map((name) =>
    unused(name.toUpperCase().replace(/\./g, '_').slice(0, longestShortName), given, longestShortName),
  );
}

function unused(wish: string, given: Set<string>, longest: number): string {
  let name = wish;
  for (let number = 2; given.has(name.toUpperCase()); number += 1) {
    const ending = `_${number}`;
    name = wish.slice(0, longest - ending.length) + ending;
  }
  given.add(name.toUpperCase());
  return name;
}
